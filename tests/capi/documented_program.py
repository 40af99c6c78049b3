"""The first C program in a document compiles as C99 and runs.

usage: documented_program.py <document> <work folder> <include folder> <library> <compiler>...
"""
import os
import pathlib
import re
import subprocess
import sys


def main(document: str, work: str, include: str, library: str, *compiler: str) -> int:
    text = pathlib.Path(document).read_text(encoding="utf-8")
    program = re.search(r"^```c\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    folder = pathlib.Path(work)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "documented.c").write_text(program.group(1), encoding="utf-8")
    command = [*compiler, "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", f"-I{include}",
               str(folder / "documented.c"), library, "-o", str(folder / "documented")]
    if subprocess.run(command).returncode != 0:
        return 1
    env = {**os.environ, "LD_LIBRARY_PATH": str(pathlib.Path(library).parent)}
    printed = subprocess.run([str(folder / "documented")], capture_output=True, text=True, env=env)
    print(printed.stdout, printed.stderr)
    return printed.returncode or int("BP-DOM-001" not in printed.stdout)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
