"""The commands about packs, and the pages under docs/packs that they write."""
import csv
import io
import json
import pathlib
import re
import sys
import tempfile

from command import run

SOURCE = pathlib.Path(sys.argv[2])
PAGES = {
    "brukerplan-2019.md": ["doc", "2019"],
    "brukerplan-2019-en.md": ["doc", "2019", "--lang", "en"],
    "brukerplan-2024.md": ["doc", "2024"],
    "brukerplan-2024-en.md": ["doc", "2024", "--lang", "en"],
    "brukerplan-2019-to-2024.md": ["diff", "2019", "2024"],
    "brukerplan-2024.codesystem.json": ["codesystem", "2024"],
}
OWN = {
    "id": "own/1",
    "extends": "brukerplan/2024",
    "fields": [{"name": "dog", "alias": "hund", "type": "code", "list": "yes_no_unknown", "ground": "ours",
                "label": {"nb": "Hund", "nn": "Hund", "en": "Dog"},
                "description": {"nb": "Har hund.", "nn": "Har hund.", "en": "Has a dog."}}],
    "rules": [{"code": "BP-INC-001", "severity": "warning"}],
}


def good(*arguments):
    out, errors, code = run("pack", *arguments)
    assert (code, errors) == (0, ""), (arguments, errors)
    return out


def refused(*arguments):
    out, errors, code = run(*arguments)
    assert code == 2 and out == "" and len(errors.splitlines()) == 1, (arguments, code, errors)
    return errors


def check_pages(folder):
    kept = SOURCE / "docs" / "packs"
    for name, arguments in PAGES.items():
        page = kept / name
        refresh = f"refresh it: brukerplan pack {' '.join(arguments)} --out docs/packs/{name}"
        assert page.exists() and page.read_bytes() == good(*arguments).encode(), f"docs/packs/{name}: {refresh}"
        good(*arguments, "--out", folder / name)
        assert (folder / name).read_bytes() == page.read_bytes()
    assert {page.name for page in kept.iterdir()} == set(PAGES), "docs/packs holds a page that no command writes"


def check_links(page):
    """Every link inside the page leads to a heading or an anchor."""
    anchors = re.findall(r'<a id="([^"]+)"></a>', page)
    anchors += [heading.lower() for heading in re.findall(r"^### (BP-\w+-\d+)$", page, re.MULTILINE)]
    assert len(anchors) == len(set(anchors)), "an anchor stands twice"
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert links and links <= set(anchors), links - set(anchors)
    assert "](http" not in page


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_pages(folder)
        for edition in ("2019", "2024"):
            for language in ("nb", "nn", "en"):
                check_links(good("doc", edition, "--lang", language))

        rows = json.loads(good("list", "--format", "json"))
        ids = [row["id"] for row in rows]
        assert {"brukerplan/2019", "brukerplan/2024"} <= set(ids) and ids[-1] == "brukerplan/2024"
        assert [row["fields"] for row in rows if row["id"].startswith("brukerplan/")] == [41, 44]
        assert [row["id"] for row in csv.DictReader(io.StringIO(good("list", "--format", "csv")))] == ids
        assert all(i in good("list") for i in ids)

        own = folder / "own.json"
        own.write_text(json.dumps(OWN), encoding="utf-8")
        for one, other in (("2024", "brukerplan/2024"), ("2019", "brukerplan/2019")):
            assert good("doc", one) == good("doc", other), "a year is another name of the pack"
        sample = SOURCE / "examples" / "data" / "sample-municipality.csv"
        by_year = run("validate", sample, "--test-numbers", "--pack", "2019", "--format", "csv")
        assert by_year == run("validate", sample, "--test-numbers", "--pack", "brukerplan/2019", "--format", "csv")
        assert "BP-YEAR-001" in by_year[0] and "BP-RGT-002" not in by_year[0]

        assert "own/1" in good("check", own) and "45" in good("check", own)
        changes = good("diff", "2024", own, "--lang", "en")
        assert "`dog` Dog: Has a dog." in changes and "`brukerplan/2024`: error" in changes
        assert "`own/1`: warning" in changes and "BP-INC-002" not in changes
        assert "Gone" not in changes and "Dog" in good("diff", own, "2024", "--lang", "en")
        assert good("diff", own, own, "--lang", "en").endswith("Nothing has changed.\n")
        assert "### Dog" in good("doc", own, "--lang", "en")

        system = json.loads(good("codesystem", own, "--lang", "en"))
        assert system["resourceType"] == "CodeSystem" and system["url"] == "urn:brukerplan:codesystem:own-1:rules" and "date" not in system
        assert system["count"] == len(system["concept"]) == len({c["code"] for c in system["concept"]})
        first = next(c for c in system["concept"] if c["code"] == "BP-INC-001")
        assert [d["language"] for d in first["designation"]] == ["nb", "nn", "en"]
        assert {p["code"]: p["valueCode"] for p in first["property"]} == dict(
            severity="warning", ground="seed", kind="conflict")

        faults = {
            "rules": ([{"code": "BP-INC-001", "severity": "grave"}], "/rules/0/severity"),
            "without": ({"rules": ["BP-XXX-001"]}, "/without/rules/0"),
            "fields": ([{"name": "dog"}], "/fields/0"),
        }
        for key, (value, path) in faults.items():
            own.write_text(json.dumps({**OWN, key: value}), encoding="utf-8")
            assert path + ":" in refused("pack", "check", own)
        own.write_text('{"id": "own/1",\n "extends": "brukerplan/2024",\n "year" 2024}', encoding="utf-8")
        assert "line 3" in refused("pack", "check", own)
        own.write_text('{"id": "own/1", "id": "own/2", "extends": "brukerplan/2024"}', encoding="utf-8")
        assert "/id" in refused("pack", "doc", own)
        for arguments in (["check", folder], ["doc", "1999"], ["doc"], ["diff", "2024"], ["codesystem", own],
                          ["doc", "2024", "--out", folder / "nowhere" / "x.md"], ["nothing"], []):
            out, errors, code = run("pack", *arguments)
            assert (out, code) == ("", 2) and errors, arguments
        before = own.read_bytes()
        refused("pack", "doc", own, "--out", own)
        assert own.read_bytes() == before, "a pack was written over"
    print(f"{len(PAGES)} pages are as the command writes them")


if __name__ == "__main__":
    main()
