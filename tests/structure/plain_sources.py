"""Sources are ASCII, headers are guarded, and nothing in them prints, aborts or reads a clock."""
import pathlib
import re
import sys

SOURCES = ("include", "src", "capi", "tests", "examples", "benchmarks")
FORBIDDEN_IN_LIBRARY = re.compile(
    r"\bstd::(cout|cerr|clog|abort|exit|terminate|getenv|setlocale|system_clock|thread|rand)\b"
    r"|\b(printf|puts|abort|exit|getenv|setlocale|time|srand|rand)\s*\("
)


def faults(root: pathlib.Path) -> list[str]:
    found = []
    for top in SOURCES:
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in {".hpp", ".cpp", ".h", ".c"}:
                continue
            name = file.relative_to(root).as_posix()
            content = file.read_bytes()
            if any(byte > 0x7F for byte in content):
                found.append(f"{name}: holds bytes that are not ASCII")
                continue
            text = content.decode("ascii")
            if file.suffix == ".hpp" and "#pragma once" not in text:
                found.append(f"{name}: has no #pragma once")
            # What is frozen are programs as tests ran them.
            library = top == "include" or (top == "src" and not name.startswith("src/cli/")) or (
                top == "capi" and not name.startswith("capi/abi/frozen/"))
            if not library:
                continue
            code = re.sub(r"//.*|/\*.*?\*/|\"(\\.|[^\"\\\n])*\"", "", text, flags=re.DOTALL if file.suffix == ".c" else 0)
            for match in FORBIDDEN_IN_LIBRARY.finditer(code):
                found.append(f"{name}: uses {match.group(0).strip()}, which the library never does")
    return found


if __name__ == "__main__":
    problems = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "sources are plain")
    sys.exit(1 if problems else 0)
