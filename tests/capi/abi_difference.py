"""The types that a library's exported functions have are those that were recorded: compared by abidiff, from the library's
debug information. What was added is no difference; the lists of exported functions tell of that.

usage: abi_difference.py <library> <include folder> <record> [write]    with "write" the record is made anew
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Types that the public headers do not define are nobody's business; where things stand and what else is needed neither.
RECORDED = ("--drop-private-types", "--drop-undefined-syms", "--exported-interfaces-only", "--no-corpus-path",
            "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--no-write-default-sizes")
SKIPPED = 77


def has_debug_information(library: str) -> bool:
    return ".debug_info" in subprocess.run(["readelf", "-SW", library], check=True, capture_output=True, text=True).stdout


def write_record(library: str, include: str, record: pathlib.Path) -> None:
    with tempfile.TemporaryDirectory() as headers:
        # abidw knows a header by the last part of its name, which some of the library's own headers share with those for C++.
        for header in pathlib.Path(include, "brukerplan").glob("*.h"):
            shutil.copy(header, headers)
        subprocess.run(["abidw", "--headers-dir", headers, *RECORDED, "--out-file", record, library], check=True)
    text = record.read_text(encoding="utf-8")
    text = re.sub(r" path='[^']*?(capi/src/[^']*)'", r" path='\1'", text) # wherever it was built
    # What is experimental may change. To abidiff, what is not recorded is an addition.
    for file in (pathlib.Path(include).parent / "abi").glob("*_experimental.symbols"):
        for name in file.read_text(encoding="ascii").split():
            text = re.sub(rf"^ *<elf-symbol name='{name}'.*/>\n", "", text, flags=re.MULTILINE)
            text = re.sub(rf"^ *<function-decl name='{name}'(?:.*/>\n|(?:.*\n)*?.*</function-decl>\n)", "", text, flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")


def main(library: str, include: str, record: str, *write: str) -> int:
    library = str(pathlib.Path(library).resolve())
    if not shutil.which("abidiff"):
        print("skipped: abidiff is not installed (package abigail-tools)")
        return SKIPPED
    if not has_debug_information(library):
        print("skipped: this build has no debug information; the presets asan and dev have it")
        return SKIPPED
    if write:
        write_record(library, include, pathlib.Path(record))
        return 0
    # Two records are compared. What abidiff calls harmless are, among others, members that change places with others of their
    # type, and members that are appended.
    with tempfile.TemporaryDirectory() as folder:
        today = pathlib.Path(folder, pathlib.Path(record).name)
        write_record(library, include, today)
        found = subprocess.run(["abidiff", "--harmless", "--no-added-syms", record, today], capture_output=True, text=True)
    print(found.stdout, found.stderr)
    if found.returncode:
        print("What a change of the interface needs: capi/abi/README.md")
    return int(found.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
