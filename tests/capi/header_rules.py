"""The headers keep their own rules: names, types, the place of `err`, what each comment must say; and every code has a name
and a line that says what to do.

usage: header_rules.py <include folder> <docs/errors.md> <file with the names of codes>
"""
import pathlib
import re
import sys

import headers

ARGUMENT = re.compile(
    r"(const )?(u?int(8|16|32|64)_t|char|bplan_\w+|struct Arrow(Schema|Array|ArrayStream))( \*{1,2}|\*{1,2} ?| )\w+"
    r"|void\* payload")
# Names that are not ours, as the specification has them.
FOREIGN = {"arrow_c_data.h": {"ARROW_C_DATA_INTERFACE", "ARROW_C_STREAM_INTERFACE", "ARROW_FLAG_DICTIONARY_ORDERED",
                              "ARROW_FLAG_NULLABLE", "ARROW_FLAG_MAP_KEYS_SORTED"}}
INCLUDED = ("<stddef.h>", "<stdint.h>", '"brukerplan.h"', "<brukerplan/brukerplan.h>")
# Words that an experimental function must not stand without, nor a stable one with.
SWITCH = "BPLAN_ENABLE_EXPERIMENTAL"
# Where results go: arrays and numbers of the caller's, new handles, borrowed text, structs of Arrow.
OUTPUT = re.compile(r"(?!const )\w+\* \w+|bplan_\w+\*\* \w+|const char\*\* \w+|struct Arrow(Schema|Array)\* \w+")
NO_OUTPUT = re.compile(r"bplan_progress\* \w+|void\* payload")
# What a parameter asks of the comment: who owns what comes out, and what happens to what goes in.
OWNERSHIP = (
    (re.compile(r"bplan_\w+\*\* \w+"), r"frees? |_free\(\)", "who frees what it makes"),
    (re.compile(r"const char\*\* \w+"), r"[Bb]orrowed", "whose the text is"),
    (re.compile(r"struct Arrow(Schema|Array)\* \w+"), r"releases both|released by the caller", "who releases the structs"),
    (re.compile(r"struct ArrowArrayStream\* \w+"), r"taken", "whose the stream is"),
)


def ownership(function: headers.Function) -> list[str]:
    missing = [what for parameter, words, what in OWNERSHIP
               if any(parameter.fullmatch(p) for p in function.parameters) and not re.search(words, function.comment)]
    keeps_text = "_set_" in function.name and any(p.startswith("const char*") for p in function.parameters)
    return missing + (["what is copied"] if keeps_text and "copied" not in function.comment else [])


def inputs_come_first(function: headers.Function) -> bool:
    """Inputs, outputs, err; an array to be filled may be followed by how many elements it has."""
    outputs = [bool(OUTPUT.fullmatch(p)) and not NO_OUTPUT.fullmatch(p) or p == "int64_t capacity"
               for p in function.parameters[1 if "bplan_" in function.parameters[0] and "**" not in function.parameters[0] else 0:]]
    return outputs == sorted(outputs)


def faults_of(function: headers.Function, codes: dict[str, int]) -> list[str]:
    found = [f"does not say {what}" for what in ownership(function)]
    comment, parameters = function.comment, function.parameters
    frees = function.name.endswith("_free")
    if not re.search(r"\bSince 1\.\d+" + (", experimental" if "experimental" in function.header else "") + r"\.", comment):
        found.append("does not say since when it is there")
    if not re.search(r"\bThreads: \w", comment):
        found.append("does not say which threads may call it")
    if function.result == "void" and "Null is allowed" not in comment:
        found.append("does not say that null is allowed")
    if function.result not in ("int32_t", "void") or (function.result == "void") != frees:
        found.append(f"returns {function.result}")
    if parameters and not frees:
        listed = function.codes
        if parameters[-1] != "bplan_error* err":
            found.append("does not have err last")
        if listed[:1] != ["BPLAN_OK"] or "BPLAN_ERROR_NULL_ARGUMENT" not in listed or "BPLAN_ERROR_STRUCT_SIZE" not in listed:
            found.append("does not say its codes, success first, null arguments and sizes of structs among them")
        found += [f"lists {code}, which is no code" for code in listed if code not in codes]
        found += [f"lists {code} twice" for code in set(listed) if listed.count(code) > 1]
    elif not parameters and "Cannot fail" not in comment:
        found.append("takes nothing, and does not say that it cannot fail")
    if parameters and not inputs_come_first(function):
        found.append("has an input behind an output")
    if any(p.startswith("void*") for p in parameters) and not re.search(r"bplan_\w+\* \w+; void\* payload", "; ".join(parameters)):
        found.append("takes a pointer to anything, and no function of the caller's before it")
    found += ["takes err before its other arguments" for p in parameters[:-1] if "bplan_error" in p]
    found += [f"{p} is not of a fixed width or a handle" for p in parameters if not ARGUMENT.fullmatch(p)]
    return [f"{function.header}: {function.name} {fault}" for fault in found]


def faults(header: str, text: str, codes: dict[str, int]) -> list[str]:
    functions = headers.functions(header, text)
    found = [fault for function in functions for fault in faults_of(function, codes)]
    if len(functions) != len(headers.DECLARED.findall(text)):
        found.append(f"{header}: a function has no comment, or stands in an unusual form")
    if ("experimental" in header) != (re.search(rf"#ifndef {SWITCH}\n#error", text) is not None):
        found.append(f"{header}: {SWITCH} belongs to the experimental header alone")
    if "\\\n" in text:
        found.append(f"{header}: a line goes on in the next")
    declarations = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for line in declarations.splitlines():
        if re.search(r"\(\)", line) and not line.lstrip().startswith("#"):
            found.append(f"{header}: an empty list of arguments: {line.strip()}")
        if re.search(r"\b(enum|bool|_Bool|long|short|unsigned|size_t|wchar_t|double|float)\b", line):
            found.append(f"{header}: a type of no fixed width: {line.strip()}")
    for macro in re.findall(r"^\s*#\s*define (\w+)", text, re.MULTILINE):
        if not macro.startswith("BPLAN_") and macro not in FOREIGN.get(header, ()):
            found.append(f"{header}: {macro} does not begin with BPLAN_")
    made = {made for function in functions for p in function.parameters for made in re.findall(r"(bplan_\w+)\*\* ", p)}
    found += [f"{header}: {handle} is made and has no {handle}_free" for handle in sorted(made)
              if not any(function.name == f"{handle}_free" for function in functions) and f"typedef struct {handle} " in text]
    if re.search(r"^typedef [^(;]*\*\s*\w+;", declarations, re.MULTILINE):
        found.append(f"{header}: a type hides a pointer")
    for call in re.findall(r"^typedef ([^;{]*\([^;]*\));", declarations, re.MULTILINE):
        if not re.fullmatch(r"int32_t bplan_\w+\(.*, void\* payload\)", call, re.DOTALL):
            found.append(f"{header}: a function of the caller's takes its payload last and returns int32_t: {call}")
    for name in re.findall(r"^typedef .*?\b(\w+)(?:\(.*\))?;", declarations, re.MULTILINE):
        if not name.startswith("bplan_"):
            found.append(f"{header}: the type {name} does not begin with bplan_")
    found += [f"{header}: includes {name}" for name in re.findall(r"#include (\S+)", text) if name not in INCLUDED]
    return found


def main(include: str, document: str, names: str) -> int:
    problems = []
    named = pathlib.Path(names).read_text(encoding="ascii")
    documented = pathlib.Path(document).read_text(encoding="utf-8")
    texts = {file.name: file.read_text(encoding="ascii") for file in headers.files(include)}
    codes = {name: number for text in texts.values() for name, number in headers.codes(text).items()}
    for header, text in texts.items():
        problems += faults(header, text, codes)
    lines = {name: (int(number), action) for number, name, action in
             re.findall(r"^\| (\d+) \| `(\w+)` \| .+ \| (.+?) \|$", documented, re.MULTILINE)}
    for name, number in codes.items():
        if lines.get(name, (None,))[0] != number:
            problems.append(f"{name} ({number}) has no line in {pathlib.Path(document).name}, or another number there")
        if f"{{{name}, \"{name.removeprefix('BPLAN_').removeprefix('ERROR_').lower()}\"" not in named:
            problems.append(f"{name} has no name in {pathlib.Path(names).name}, or another")
    problems += [f"{name} is documented and is no code" for name in lines if name not in codes]
    problems += [f"{name} has a number that another has" for name, number in codes.items()
                 if list(codes.values()).count(number) > 1]
    print("\n".join(problems) or "the headers keep their rules")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
