"""The C++ wrapper leaves no function of the C interface out.

usage: cpp_wrapper_covers.py <include folder> <list of exported functions>...
"""
import pathlib
import re
import sys

# BPLAN_ERROR_INIT does the same for those who have the macro.
NOT_NEEDED = {"bplan_error_init"}


def main(include: str, *lists: str) -> int:
    text = "".join(file.read_text(encoding="ascii") for file in pathlib.Path(include, "brukerplan").rglob("*.hpp"))
    exported = {name for symbols in lists for name in pathlib.Path(symbols).read_text(encoding="ascii").split()}
    left_out = sorted(exported - NOT_NEEDED - set(re.findall(r"\bbplan_\w+", text)))
    print("\n".join(left_out) or "every function is there")
    return int(bool(left_out) or not exported)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
