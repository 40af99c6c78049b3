"""The headers keep their own rules: names, types, the place of `err`, what each comment must say; and the documents know
every code, as the function that names codes does.

usage: header_rules.py <include folder> <docs/c-api.md> <file with the names of codes>
"""
import pathlib
import re
import sys

FUNCTION = re.compile(r"(/\*\*(?:(?!\*/).)*\*/)\s*BPLAN(?:_REPORT)?_API (\w+)\s+(bplan_\w+)\(([^)]*)\) BPLAN_NOEXCEPT;", re.DOTALL)
DECLARED = re.compile(r"^BPLAN(?:_REPORT)?_API", re.MULTILINE)
CODE = re.compile(r"^#define (BPLAN_(?:OK|ERROR_(?!INIT)\w+)) (\d+)", re.MULTILINE)
ARGUMENT = re.compile(
    r"(const )?(u?int(8|16|32|64)_t|char|bplan_\w+|struct Arrow(Schema|Array|ArrayStream))( \*{1,2}|\*{1,2} ?| )\w+"
    r"|void\* payload")
# Names that are not ours, as the specification has them.
FOREIGN = {"arrow_c_data.h": {"ARROW_C_DATA_INTERFACE", "ARROW_C_STREAM_INTERFACE", "ARROW_FLAG_DICTIONARY_ORDERED",
                              "ARROW_FLAG_NULLABLE", "ARROW_FLAG_MAP_KEYS_SORTED"}}


def faults(header: str, text: str) -> list[str]:
    found = []
    functions = FUNCTION.findall(text)
    if len(functions) != len(DECLARED.findall(text)):
        found.append(f"{header}: a function has no comment, or stands in an unusual form")
    for comment, result, name, arguments in functions:
        parts = [" ".join(part.split()) for part in arguments.split(",")]
        if "Since 1." not in comment:
            found.append(f"{name}: its comment does not say since when it is there")
        if parts != ["void"] and result == "int32_t" and not re.search(r"Codes: BPLAN_OK", comment):
            found.append(f"{name}: its comment does not say its codes")
        if result not in ("int32_t", "void") or (result == "void") != name.endswith("_free"):
            found.append(f"{name}: returns {result}")
        if any("bplan_error" in part for part in parts[:-1]):
            found.append(f"{name}: err is not last")
        for part in parts:
            if part != "void" and not ARGUMENT.fullmatch(part):
                found.append(f"{name}: {part} is not of a fixed width or a handle")
    if "\\\n" in text:
        found.append(f"{header}: a line goes on in the next")
    for macro in re.findall(r"^\s*#\s*define (\w+)", text, re.MULTILINE):
        if not macro.startswith("BPLAN_") and macro not in FOREIGN.get(header, ()):
            found.append(f"{header}: {macro} does not begin with BPLAN_")
    for included in re.findall(r"#include (\S+)", text):
        if included not in ("<stdint.h>", "<stddef.h>", '"brukerplan.h"'):
            found.append(f"{header}: includes {included}")
    return found


def main(include: str, document: str, names: str) -> int:
    problems = []
    named = pathlib.Path(names).read_text(encoding="ascii")
    documented = pathlib.Path(document).read_text(encoding="utf-8")
    for file in sorted(pathlib.Path(include, "brukerplan").glob("*.h")):
        text = file.read_text(encoding="ascii")
        problems += faults(file.name, text)
        for name, number in CODE.findall(text):
            if f"| {number} | `{name}` |" not in documented:
                problems.append(f"{name} ({number}) is not in {pathlib.Path(document).name}")
            if f"{{{name}, " not in named:
                problems.append(f"{name} has no name in {pathlib.Path(names).name}")
    print("\n".join(problems) or "the headers keep their rules")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
