"""Writes the stubs of what Python cannot read types from: the compiled module, and the exceptions made from their table.

python stubs.py [FOLDER]    into FOLDER, or beside the sources; the package and nanobind must be installed
"""

from __future__ import annotations

import pathlib
import subprocess
import sys

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "src/brukerplan"

HEAD = '''"""Written by tools/stubs.py from the table in errors.py."""
from typing import Any, NamedTuple

class BrukerplanError(Exception):
    code: int | None
    row: int | None
    column: int | None
    def __init__(self, message: str = ..., row: int | None = ..., column: int | None = ...) -> None: ...

class Code(NamedTuple):
    number: int
    macro: str
    theme: type[BrukerplanError]
    also: type[Exception] | None
    meaning: str
    name: str = ...

CODES: tuple[Code, ...]
BY_CODE: dict[int, type[BrukerplanError]]

def from_code(code: int, message: str, row: int = ..., column: int = ...) -> BrukerplanError: ...
'''


def errors_stub() -> str:
    from brukerplan import errors

    lines = [HEAD]
    for name in errors.__all__:
        made = getattr(errors, name)
        if made is not errors.BrukerplanError:
            bases = ", ".join(base.__name__ for base in made.__bases__)
            body = "\n    validation: Any" if made is errors.ValidationFailed else " ..."
            lines.append(f"class {name}({bases}):{body}")
    names = ",\n".join(f'    "{name}"' for name in errors.__all__)
    return "\n".join(lines) + f"\n\n__all__ = [\n{names},\n]\n"


def write(folder: pathlib.Path) -> None:
    command = [sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "brukerplan._core", "-o", str(folder / "_core.pyi")]
    subprocess.run(command, check=True)
    (folder / "errors.pyi").write_text(errors_stub(), encoding="utf-8")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES)
