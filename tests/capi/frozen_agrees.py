"""What a frozen header declared is declared still: every function with the same arguments, every constant with the same
number. Today's headers are read by the compiler, and behind them the frozen declarations once more.

usage: frozen_agrees.py <C compiler> <include folder> <folder of frozen headers>
"""
import pathlib
import subprocess
import sys

import headers

ASSERTION = "typedef char frozen_{0}[({0}) == ({1}) ? 1 : -1];"


def main(compiler: str, today: str, frozen: str) -> int:
    lines = [f"#include <brukerplan/{file.name}>" for file in headers.files(today)]
    declared = headers.all_functions(frozen)
    lines += [f"{function.prototype};" for function in declared]
    values = {name: value for file in headers.files(frozen)
              for name, value in headers.constants(file.read_text(encoding="ascii")).items()}
    lines += [ASSERTION.format(name, value) for name, value in values.items()]
    for file in headers.files(frozen):
        if not (pathlib.Path(today, "brukerplan", file.name)).exists():
            print(f"{file.name} is gone")
            return 1
    found = subprocess.run([compiler, "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-DBPLAN_ENABLE_EXPERIMENTAL",
                            f"-I{today}", "-x", "c", "-"],
                           input="\n".join(lines), text=True)
    print(f"{len(declared)} functions, {len(values)} constants")
    return found.returncode or int(not declared or not values)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
