"""docs/fuzzing.md says of every exported function which harness calls it, or why none does."""
import pathlib
import re
import sys


def rows_of(page: str) -> list[tuple[list[str], str]]:
    cells = [line.strip().strip("|").split("|") for line in page.splitlines() if line.startswith("| `bplan_")]
    return [(re.findall(r"`(bplan_\w+)`", row[0]), row[1].strip()) for row in cells]


def text_of(source: pathlib.Path, read: set[pathlib.Path]) -> str:
    """A source with what it includes from its own folder, and the sources of that."""
    if source in read or not source.exists():
        return ""
    read.add(source)
    text = source.read_text(encoding="ascii")
    for name in re.findall(r'#include "([\w.]+)"', text):
        header = source.with_name(name)
        text += text_of(header, read) + text_of(header.with_suffix(".cpp"), read)
    return text


def faults(root: pathlib.Path) -> list[str]:
    here = root / "tests/fuzz"
    exported = [name for list_of in ("brukerplan", "brukerplan_experimental")
                for name in (root / f"capi/abi/{list_of}.symbols").read_text(encoding="ascii").split()]
    found = []
    listed = []
    for functions, answer in rows_of((root / "docs/fuzzing.md").read_text(encoding="utf-8")):
        listed += functions
        harnesses = re.findall(r"`(\w+)`", answer)
        if answer.startswith("none: "):
            continue
        if not harnesses:
            found.append(f"{functions[0]}: neither a harness nor a reason")
        for harness in harnesses:
            source = here / f"{harness}.cpp"
            text = text_of(source, set())
            if not text or not (here / "corpus" / harness).is_dir():
                found.append(f"{harness}: there is no such harness with a corpus")
            found += [f"{name}: {harness} does not call it" for name in functions if not re.search(rf"\b{name}\b", text)]
    found += [f"{name}: is not in the table" for name in exported if name not in listed]
    found += [f"{name}: is not exported" for name in listed if name not in exported]
    found += [f"{name}: stands twice in the table" for name in sorted(set(listed)) if listed.count(name) > 1]
    return found


if __name__ == "__main__":
    problems = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "every exported function has a harness or a reason")
    sys.exit(1 if problems else 0)
