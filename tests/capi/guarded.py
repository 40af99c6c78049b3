"""Every exported function that can fail does its work inside the guard, itself or through functions of its file that do.

usage: guarded.py <include folder> <folder of the sources>
"""
import pathlib
import re
import sys

import headers

# A definition at the beginning of a line, up to the brace that closes it there.
DEFINITION = re.compile(r"^(?:template [^\n]*\n)?(?:[\w:<>&*]+[ \n]+)+?(\w+)\(([^;{}]*?)\) (noexcept )?\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
# It makes the error that all others need.
WITHOUT = {"bplan_error_init"}


def main(include: str, sources: str) -> int:
    defined, guarded = {}, {"guarded"}
    for file in sorted(pathlib.Path(sources).iterdir()):
        for name, _, noexcept, body in DEFINITION.findall(file.read_text(encoding="ascii")):
            defined[name] = (bool(noexcept), set(re.findall(r"(\w+)(?:<\w+>)?\(", body)))
    while grown := {name for name, (_, called) in defined.items() if called & guarded} - guarded:
        guarded |= grown
    problems = []
    for function in headers.all_functions(include):
        noexcept, _ = defined.get(function.name, (False, set()))
        if not noexcept:
            problems.append(f"{function.name} is not defined as noexcept")
        if function.result == "int32_t" and function.parameters and function.name not in guarded | WITHOUT:
            problems.append(f"{function.name} does not go through the guard")
    print("\n".join(problems) or f"{len(guarded)} functions go through the guard")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
