"""What a shared library shows to the outside: exported symbols, its name, and what it needs.

usage: shared_library.py <library> exports <list>... | soname <name> | needs <library>...
"""
import subprocess
import sys


def output(*command: str) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def exported(library: str) -> list[str]:
    names = []
    for line in output("nm", "-D", "--defined-only", library):
        kind, name = line.split()[-2:]
        if kind != "A":  # the symbol versions themselves
            names.append(name.split("@")[0])
    return sorted(names)


def dynamic(library: str, tag: str) -> list[str]:
    return [line.split("[")[1].rstrip("]") for line in output("readelf", "-dW", library) if f"({tag})" in line]


def main(library: str, what: str, *expected: str) -> int:
    if what == "exports":
        lines = []
        for path in expected:
            with open(path, encoding="ascii") as file:
                listed = file.read().split()
            if listed != sorted(set(listed)):
                print(f"{path} is not sorted, or has a name twice")
                return 1
            lines += listed
        lines.sort()
        names = exported(library)
        for name in sorted(set(names) - set(lines)):
            print(f"{name} is exported and not listed")
        for name in sorted(set(lines) - set(names)):
            print(f"{name} is listed and not exported")
        if names != lines:
            print("What a change of the interface needs: capi/abi/README.md")
        return int(names != lines)
    if what == "soname":
        found = dynamic(library, "SONAME")
        print(found)
        return int(found != list(expected))
    surplus = [name for name in dynamic(library, "NEEDED") if not name.startswith(expected)]
    print("needs besides what it may:", surplus)
    return int(bool(surplus))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
