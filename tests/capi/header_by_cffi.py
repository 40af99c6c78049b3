"""The headers can be read by cffi, and so by other generators of bindings: every listed function is found in them.

usage: header_by_cffi.py <C compiler> <include folder> <folder of the lists>
"""
import pathlib
import subprocess
import sys

try:
    import cffi
except ImportError:
    print("cffi is not installed")
    sys.exit(77)

EMPTY = ("-DBPLAN_ENABLE_EXPERIMENTAL", "-DBPLAN_API=", "-DBPLAN_REPORT_API=", "-DBPLAN_NOEXCEPT=")


def declarations(compiler: str, include: pathlib.Path, header: str) -> str:
    command = [compiler, "-std=c99", "-E", "-P", *EMPTY, f"-I{include}", str(include / "brukerplan" / header)]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # What the system's own headers bring is known to cffi.
    return text[text.index("typedef struct bplan_error"):]


def main(compiler: str, include: str, lists: str) -> int:
    missing = 0
    # Each begins with all of brukerplan.h.
    experimental = declarations(compiler, pathlib.Path(include), "brukerplan_experimental.h")
    report = declarations(compiler, pathlib.Path(include), "brukerplan_report.h")
    ffi = cffi.FFI()
    ffi.cdef(experimental)
    cffi.FFI().cdef(report)
    text = experimental + report
    for file in sorted(pathlib.Path(lists).glob("*.symbols")):
        for name in file.read_text(encoding="ascii").split():
            if f" {name}(" not in text and f"*{name}(" not in text:
                print(f"{name} is not in the headers")
                missing = 1
    print("size of bplan_error:", ffi.sizeof("bplan_error"))
    columns = 8 + 8 * ffi.sizeof("void *")
    return missing or int(ffi.sizeof("bplan_error") != 280 or ffi.sizeof("bplan_number_columns") != columns)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
