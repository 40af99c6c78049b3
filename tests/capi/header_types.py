"""What compilers and generators of bindings understand by the headers: every function has the types that its declaration
says, of fixed width, and begins with bplan_. Read by clang, whose syntax trees bindgen is built on, and by pycparser, on which
cffi is; where both are there they must agree.

usage: header_types.py <C compiler> <include folder> <folder of the lists> [<clang>]
"""
import json
import pathlib
import re
import subprocess
import sys

import headers

try:
    import pycparser
except ImportError:
    pycparser = None

EMPTY = ("-DBPLAN_API=", "-DBPLAN_REPORT_API=", "-DBPLAN_NOEXCEPT=", "-DBPLAN_ENABLE_EXPERIMENTAL")
# In a signature nothing else may stand; `payload` is the only pointer to anything.
ALLOWED = re.compile(
    r"(const )?(u?int(8|16|32|64)_t|char|(struct )?bplan_\w+|struct Arrow(Schema|Array|ArrayStream))( ?\*){0,2}|void")
Signatures = dict[str, tuple[str, tuple[str, ...]]]


def plain(spelled: str) -> str:
    """One spelling: `const char **` and `const char**` are the same; a struct's tag and its name are."""
    text = re.sub(r"\s*\*\s*", "*", re.sub(r"\bstruct (?=bplan_)", "", spelled)).strip()
    return re.sub(r"\s+", " ", text)


def source(include: str) -> str:
    return "\n".join(f"#include <brukerplan/{file.name}>" for file in headers.files(include))


def by_clang(clang: str, include: str) -> Signatures:
    tree = subprocess.run([clang, "-std=c99", *EMPTY, f"-I{include}", "-Xclang", "-ast-dump=json", "-fsyntax-only", "-x", "c", "-"],
                          input=source(include), check=True, capture_output=True, text=True).stdout
    found = {}
    for node in json.loads(tree)["inner"]:
        if node["kind"] == "FunctionDecl" and not node.get("isImplicit"):
            parameters = [p["type"]["qualType"] for p in node.get("inner", []) if p["kind"] == "ParmVarDecl"]
            found[node["name"]] = (plain(node["type"]["qualType"].split("(")[0]), tuple(plain(p) for p in parameters))
    return found


def by_pycparser(compiler: str, include: str) -> Signatures:
    # Only what is ours: the types of the system are named, not read.
    widths = "".join(f"typedef int {sign}int{bits}_t;\n" for sign in ("", "u") for bits in (8, 16, 32, 64))
    text = subprocess.run([compiler, "-std=c99", "-E", "-P", "-DARROW_C_DATA_INTERFACE", "-DARROW_C_STREAM_INTERFACE", *EMPTY,
                           f"-I{include}", "-x", "c", "-"],
                          input=source(include), check=True, capture_output=True, text=True).stdout
    tree = pycparser.CParser().parse(widths + text[text.index("typedef struct bplan_error"):])
    from pycparser import c_ast, c_generator
    generator = c_generator.CGenerator()

    def spelled(node: c_ast.Node) -> str:
        kind = node.type if isinstance(node, (c_ast.Decl, c_ast.Typename)) else node
        inner = kind
        while isinstance(inner, c_ast.PtrDecl):
            inner = inner.type
        inner.declname = None
        return plain(generator.visit(c_ast.Typename(None, [], None, kind)))

    found = {}
    for node in tree.ext:
        if isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl):
            parameters = tuple(spelled(p) for p in node.type.args.params)
            found[node.name] = (spelled(node.type.type), () if parameters == ("void",) else parameters)
    return found


def declared(include: str) -> Signatures:
    return {f.name: (f.result, tuple(plain(re.sub(r"\b\w+$", "", p)) for p in f.parameters)) for f in headers.all_functions(include)}


def faults(reader: str, read: Signatures, expected: Signatures, listed: set[str]) -> list[str]:
    found = [f"{reader} does not see {name}" for name in sorted(listed - set(read))]
    found += [f"{reader} sees {name}, which is not listed" for name in sorted(set(read) - listed)]
    for name, (result, parameters) in read.items():
        if expected.get(name) != (result, parameters):
            found.append(f"{reader} reads {name} as {result} {parameters}, declared as {expected.get(name)}")
        payload = "bplan_progress*" in parameters
        found += [f"{name}: {kind} is not of a fixed width or a handle" for kind in (result, *parameters)
                  if not ALLOWED.fullmatch(kind) and not (kind == "void*" and payload)]
    return found


def main(compiler: str, include: str, lists: str, clang: str = "") -> int:
    listed = {name for file in pathlib.Path(lists).glob("*.symbols") for name in file.read_text(encoding="ascii").split()}
    expected = declared(include)
    readers = {}
    if clang:
        readers["clang"] = by_clang(clang, include)
    if pycparser:
        readers["pycparser"] = by_pycparser(compiler, include)
    problems = [fault for reader, read in readers.items() for fault in faults(reader, read, expected, listed)]
    print("\n".join(problems) or f"{len(expected)} functions, read by {' and '.join(readers) or 'nobody'}")
    if not readers:
        print("neither clang nor pycparser is installed")
        return 77
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
