"""What is in the Debian packages and what is not: a small part of what lintian looks at, and what this project promises.

usage: inspect.py <folder of the packages> <source folder>
"""
import pathlib
import posixpath
import re
import subprocess
import sys
import tempfile
from collections import Counter

# package: what it must hold, and what it must depend on, as expressions
PACKAGES = {
    "libbrukerplan1": ([r"usr/lib/[^/]+/libbrukerplan\.so\.1", r"usr/lib/[^/]+/libbrukerplan\.so\.1\.\d+\.\d+"],
                       [r"libc6 \(>=", r"libstdc\+\+6 \(>=", r"libgcc-s1 \(>="]),
    "libbrukerplan-report1": ([r"usr/lib/[^/]+/libbrukerplan_report\.so\.1"], [r"libicu\d+ \(>="]),
    "libbrukerplan-dev": ([r"usr/include/brukerplan/brukerplan\.h", r"usr/include/brukerplan/brukerplan\.hpp",
                           r"usr/lib/[^/]+/libbrukerplan\.so", r"usr/lib/[^/]+/libbrukerplan_cpp\.a",
                           r"usr/lib/[^/]+/pkgconfig/brukerplan\.pc",
                           r"usr/lib/[^/]+/cmake/brukerplan/brukerplanConfig\.cmake",
                           r"usr/share/brukerplan/conformance/run\.py"],
                          [r"libbrukerplan1 \(= ", r"libbrukerplan-report1 \(= ", r"libsodium-dev"]),
    "brukerplan": ([r"usr/bin/brukerplan", r"usr/share/brukerplan/packs/brukerplan-2024\.json",
                    r"usr/share/doc/brukerplan/c-api\.md"], [r"libicu\d+ \(>=", r"libc6 \(>="]),
}
# What the core's package may depend on, and nothing else.
CORE_MAY_NEED = {"libc6", "libstdc++6", "libgcc-s1"}
FIELDS = ("Package", "Version", "Architecture", "Maintainer", "Section", "Priority", "Description", "Installed-Size")


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def fields_of(package):
    found = {}
    for line in output("dpkg-deb", "--field", package).splitlines():
        if line and not line.startswith(" "):
            name, value = line.split(": ", 1)
            found[name] = value
    return found


def faults_of_control(name, fields, depends):
    for field in FIELDS:
        if not fields.get(field):
            yield f"has no {field}"
    for pattern in depends:
        if not re.search(rf"(^|, ){pattern}", fields.get("Depends", "")):
            yield f"does not depend on {pattern}: {fields.get('Depends')}"
    needed = {part.split()[0] for part in fields.get("Depends", "").split(", ") if part}
    if name == "libbrukerplan1" and needed - CORE_MAY_NEED:
        yield f"needs more than the run times: {sorted(needed - CORE_MAY_NEED)}"
    if not re.fullmatch(r"[^<>]+ <[^@<>\s]+@[^@<>\s]+>", fields.get("Maintainer", "")):
        yield "has no maintainer with an address"


def contents(package):
    """Mode, owner, path and, of a link, where it leads."""
    for line in output("dpkg-deb", "--contents", package).splitlines():
        mode, owner, _, _, _, path = line.split(maxsplit=5)
        path, _, target = path.removeprefix("./").partition(" -> ")
        yield mode, owner, path, target


def wanted_mode(mode, path):
    if mode[0] == "l":
        return "lrwxrwxrwx"
    if mode[0] == "d":
        return "drwxr-xr-x"
    return "-rwxr-xr-x" if path.startswith("usr/bin/") else "-rw-r--r--"


def faults_of_contents(name, entries, holds, together):
    for mode, owner, path, target in entries:
        if owner != "root/root":
            yield f"{path} belongs to {owner}"
        if mode != wanted_mode(mode, path):
            yield f"{path} has the mode {mode}, not {wanted_mode(mode, path)}"
        if path and not (path + "/").startswith("usr/"):
            yield f"{path} is outside usr"
        if target and posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) not in together:
            yield f"{path} leads nowhere"
    documents = f"usr/share/doc/{name}"
    for pattern in [*holds, f"{documents}/copyright", f"{documents}/changelog\\.gz"]:
        if not any(re.fullmatch(pattern, path) for _, _, path, _ in entries):
            yield f"does not hold {pattern}"


def faults_of_files(package, source):
    with tempfile.TemporaryDirectory() as unpacked:
        output("dpkg-deb", "--extract", package, unpacked)
        for file in sorted(pathlib.Path(unpacked).rglob("*")):
            if file.is_symlink() or not file.is_file():
                continue
            path = file.relative_to(unpacked)
            content = file.read_bytes()
            if str(source).encode() in content:
                yield f"{path} names the folder it was built in"
            if content.startswith(b"\x7fELF"):
                if re.search(r"\.symtab|\.debug_", output("readelf", "-SW", file)):
                    yield f"{path} is not stripped"
                if re.search(r"\((RPATH|RUNPATH)\)", output("readelf", "-dW", file)):
                    yield f"{path} looks for libraries in a folder of its own"


def faults(folder, source):
    found = {file.name.split("_")[0]: file for file in folder.glob("*.deb")}
    for name in sorted(found.keys() ^ PACKAGES.keys()):
        yield f"{name}: made and not expected, or expected and not made"
    held = {name: list(contents(package)) for name, package in found.items()}
    together = [path for entries in held.values() for mode, _, path, _ in entries if mode[0] != "d"]
    for path, times in Counter(together).items():
        if times > 1:
            yield f"{path} is in {times} packages"
    for name in sorted(found.keys() & PACKAGES.keys()):
        holds, depends = PACKAGES[name]
        for fault in [*faults_of_control(name, fields_of(found[name]), depends),
                      *faults_of_contents(name, held[name], holds, together),
                      *faults_of_files(found[name], source)]:
            yield f"{name}: {fault}"


if __name__ == "__main__":
    problems = list(faults(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()))
    print("\n".join(problems) or "the packages hold what they should")
    sys.exit(1 if problems else 0)
