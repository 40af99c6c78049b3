"""What the public headers declare, read from their text: they keep to one form, which header_rules.py holds them to."""
import dataclasses
import pathlib
import re

FUNCTION = re.compile(
    r"(/\*\*(?:(?!\*/).)*\*/)\s*BPLAN_(?:\w+_)?API (\w+)\s+(bplan_\w+)\(([^)]*)\) BPLAN_NOEXCEPT;", re.DOTALL)
DECLARED = re.compile(r"^BPLAN_(?:\w+_)?API\b", re.MULTILINE)
CONSTANT = re.compile(r"^#define (BPLAN_\w+) (\d+|\(-?\d+\))", re.MULTILINE)
CODE = re.compile(r"BPLAN_OK|BPLAN_ERROR_(?!INIT)\w+")


@dataclasses.dataclass(frozen=True)
class Function:
    header: str
    name: str
    result: str
    parameters: tuple[str, ...]  # "const char* text"; none for (void)
    comment: str  # on one line

    @property
    def codes(self) -> list[str]:
        """As its comment lists them."""
        listed = re.search(r"Codes: (.*?)\.(?: |$)", re.sub(r"\([^)]*\)", "", self.comment))
        names = re.findall(r"\b(BPLAN_\w+|_[A-Z_0-9]+)", listed.group(1)) if listed else []
        return [name if name.startswith("BPLAN_") else "BPLAN_ERROR" + name for name in names]

    @property
    def prototype(self) -> str:
        return f"{self.result} {self.name}({', '.join(self.parameters) or 'void'})"


def files(include: str) -> list[pathlib.Path]:
    return sorted(pathlib.Path(include, "brukerplan").glob("*.h"))


def functions(header: str, text: str) -> list[Function]:
    found = []
    for comment, result, name, parameters in FUNCTION.findall(text):
        parts = tuple(" ".join(part.split()) for part in parameters.split(","))
        words = " ".join(line.strip().lstrip("/*").rstrip("/").strip() for line in comment.splitlines())
        found.append(Function(header, name, result, () if parts == ("void",) else parts, words.strip("* ")))
    return found


def all_functions(include: str) -> list[Function]:
    return [function for file in files(include) for function in functions(file.name, file.read_text(encoding="ascii"))]


def constants(text: str) -> dict[str, int]:
    return {name: int(value.strip("()")) for name, value in CONSTANT.findall(text)}


def codes(text: str) -> dict[str, int]:
    return {name: value for name, value in constants(text).items() if CODE.fullmatch(name)}
