"""Every relative link in the documents leads to a file that is there, and to a heading of it where it names one."""
import pathlib
import re
import sys
import urllib.parse

FOLDERS = (".", "docs", "docs/packs", "examples", "bindings", "tests", "capi")
LINK = re.compile(r"!?\[[^\]\[]*(?:\[[^\]]*\][^\]\[]*)*\]\(<?([^()<>\s]+(?:\([^()\s]*\))?)>?(?:\s+\"[^\"]*\")?\)")
FENCED = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def documents(root):
    for folder in FOLDERS:
        found = (root / folder).glob("*.md") if folder in (".", "docs", "docs/packs") else (root / folder).rglob("*.md")
        yield from sorted(file for file in found if "node_modules" not in file.parts)


def slug(heading):
    """As the places where repositories are read make anchors: lower case, no punctuation, hyphens for blanks."""
    heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", heading.strip().lower().replace("`", "")).replace(" ", "-")


def anchors(text):
    found, seen = set(re.findall(r"<a (?:id|name)=\"([^\"]+)\"", text)), {}
    for heading in re.findall(r"^#{1,6}\s+(.+?)\s*#*\s*$", FENCED.sub("", text), re.MULTILINE):
        name = slug(heading)
        times = seen.get(name, 0)
        seen[name] = times + 1
        found.add(f"{name}-{times}" if times else name)
    return found


def faults(root):
    texts = {}

    def text_of(file):
        return texts.setdefault(file, file.read_text(encoding="utf-8"))

    for document in documents(root):
        for target in LINK.findall(CODE.sub("", FENCED.sub("", text_of(document)))):
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            path, _, anchor = target.partition("#")
            file = (document.parent / urllib.parse.unquote(path)).resolve() if path else document
            where = f"{document.relative_to(root)}: {target}"
            if not file.is_relative_to(root):
                yield f"{where} leads out of the repository"
            elif not file.exists():
                yield f"{where} leads to no file"
            elif anchor and file.suffix == ".md" and urllib.parse.unquote(anchor) not in anchors(text_of(file)):
                yield f"{where} leads to no heading"


if __name__ == "__main__":
    problems = sorted(set(faults(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(problems) or "every link leads somewhere")
    sys.exit(1 if problems else 0)
