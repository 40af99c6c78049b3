"""Schemes on the command line: scores under each, two compared, one assessment explained."""
import collections
import csv
import io
import json
import pathlib
import sys
import tempfile

from command import run

SAMPLE = sys.argv[2]
DOMAINS = "bolig aktivitet oekonomi fysisk_helse psykisk_helse rusmiddelbruk sosial_fungering nettverk".split()
ENGLISH = "housing activity economy physical_health mental_health substance_use social_functioning network".split()
COLOURS = {"green": 0, "yellow": 1, "red": 2}
UNREADABLE = [None] * 8
CLASSES = "none green yellow red blue_light".split()


def plain(text):
    return text.strip().lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace(" ", "_")


def ratings_of(file):
    """The eight colours of each row of the sample, read without the library; None for no colour."""
    with open(file, encoding="cp1252", newline="") as handle:
        rows = list(csv.reader(handle, delimiter=";"))
    header = [plain(cell) for cell in rows[0]]
    places = [header.index(name) for name in DOMAINS]
    cells = [[row[at].strip().lower() for at in places] if len(row) == len(header) else None for row in rows[1:]]
    return [[cell if cell in COLOURS else None for cell in row] if row else UNREADABLE for row in cells]


def by_sum(colours):
    if None in colours:
        return "none", None
    points = sum(COLOURS[colour] for colour in colours)
    return ["green", "yellow", "red", "blue_light"][(points > 4) + (points > 8) + (points > 12)], points


def by_rule(colours):
    index, points = by_sum(colours)
    if index != "none":
        at = dict(zip(ENGLISH, colours))
        mind = "red" in (at["mental_health"], at["substance_use"])
        worst = at["activity"] == at["social_functioning"] == "red" and mind
        index = "blue_light" if worst else "red" if index == "blue_light" else index
    return index, points


def table(*arguments):
    out, errors, code = run(*arguments, "--test-numbers", "--format", "csv")
    assert code == 0, errors
    return list(csv.DictReader(io.StringIO(out)))


def check_scores(people):
    for scheme, expected in (("sum16/1", by_sum), ("rule/1", by_rule)):
        rows = table("score", SAMPLE, "--scheme", scheme)
        assert list(rows[0]) == "row_ref points class answered scheme reason".split()
        for row, colours in zip(rows, people, strict=True):
            index, points = expected(colours)
            assert row["class"] == index and row["scheme"] == scheme, (row, colours)
            assert row["points"] == ("" if points is None else str(points)), (row, colours)
            assert row["answered"] == str(8 - colours.count(None))
        # One row is no record, and one has a rating that is none: neither is a domain left out.
        assert [row["row_ref"] for row in rows if row["reason"] == "unreadable"] == ["", "R000135"]


def check_comparison(people):
    counts = collections.Counter((by_rule(c)[0], by_sum(c)[0]) for c in people)
    changed = sum(n for (a, b), n in counts.items() if a != b)
    rows = table("score", SAMPLE, "--scheme", "rule/1", "--compare", "sum16/1")
    assert [row["class"] for row in rows] == CLASSES + ["total"]
    for row in rows[:-1]:
        assert (row["first"], row["second"]) == ("rule/1", "sum16/1")
        assert [int(row[c]) for c in CLASSES] == [counts[row["class"], c] for c in CLASSES]
        assert int(row["total"]) == sum(int(row[c]) for c in CLASSES)
        assert int(row["changed"]) == int(row["total"]) - int(row[row["class"]])
    whole = rows[-1]
    assert int(whole["total"]) == len(people) and int(whole["changed"]) == changed > 0
    assert float(whole["share_changed"]) == changed / len(people) and "E" not in whole["share_changed"]
    arguments = ("score", SAMPLE, "--test-numbers", "--scheme", "rule/1", "--compare", "sum16/1")
    lines = [json.loads(line) for line in run(*arguments, "--format", "ndjson")[0].splitlines()]
    assert lines == json.loads(run(*arguments, "--format", "json")[0])
    assert lines[-1]["changed"] == changed and lines[-1]["share_changed"] == changed / len(people)
    share = f"{changed / len(people) * 100:.1f}"
    assert share.replace(".", ",") + " %" in run(*arguments)[0] and share + " %" in run(*arguments, "--lang", "en")[0]
    assert table("score", SAMPLE, "--compare", "sum16/1")[-1]["changed"] == "0"


def explained(*arguments):
    out, errors, code = run("explain", *arguments, "--format", "ndjson")
    assert code == 0, errors
    return json.loads(out)


def check_explanations(people):
    for number in (1, 2, 17, 100, len(people)):
        colours = people[number - 1]
        by_row = explained(SAMPLE, "--row", number, "--scheme", "rule/1")
        assert by_row["class"] == by_rule(colours)[0]
        assert list(by_row["ratings"].values()) == colours and list(by_row["ratings"]) == ENGLISH
        words = ",".join(colour or "-" for colour in colours)
        assert explained(f"--ratings={words}", "--scheme", "rule/1") == by_row
        assert run("explain", SAMPLE, "--row", number)[2] == 0
    few = explained("--ratings=green,,red,red,red,red,red,-")
    assert (few["class"], few["reason"], few["answered"], few["better"]) == ("none", "too_few_assessed", 6, None)
    worst = explained("--ratings", ",".join(["red"] * 8))
    assert worst["worse"] is None and worst["better"]["class"] == "red" and len(worst["better"]["changes"]) == 2
    shown = {run("explain", "--ratings=" + ",".join(["yellow"] * 8), "--lang", language)[0] for language in ("nb", "nn", "en")}
    assert len(shown) == 3
    unreadable = next(i for i, colours in enumerate(people) if colours is UNREADABLE)
    for wrong in ([], [SAMPLE], ["--row", 3], [SAMPLE, "--row", 3, "--ratings=green"], ["--ratings=green,red"],
                  ["--ratings=" + "green," * 8], ["--ratings=purple,,,,,,,"], ["--ratings="], [SAMPLE, "--row", 0],
                  [SAMPLE, "--row", unreadable + 1], [SAMPLE, "--row", len(people) + 1], ["no-such-file.csv", "--row", 1]):
        out, errors, code = run("explain", *wrong)
        assert code == 2 and out == "" and errors, wrong
        assert "purple" not in errors, "an argument is repeated"


def check_own_scheme(people):
    own = {"format": "brukerplan/scheme", "version": 1, "id": "own/1", "kind": "rules", "ground": "ours",
           "label": {"nb": "Egen"}, "otherwise": "green", "minimum_assessed": 1,
           "rules": [{"class": "red", "when": {"domain": "housing", "at_least": "red"}}]}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "own.json"
        file.write_text(json.dumps(own), encoding="utf-8")
        for row, colours in zip(table("score", SAMPLE, "--scheme", file), people, strict=True):
            nothing = colours.count(None) == 8 or row["reason"] == "unreadable"
            expected = "none" if nothing else "red" if colours[0] == "red" else "green"
            assert row["class"] == expected and row["scheme"] == "own/1" and row["points"] == ""
        assert table("score", SAMPLE, "--compare", file)[-1]["second"] == "own/1"
        assert explained("--ratings=red,,,,,,,", "--scheme", file)["decided"] == {"by": "rule", "rule": 1, "from": None}
        file.write_text(json.dumps({**own, "id": "sum16/1"}), encoding="utf-8")
        assert run("score", SAMPLE, "--scheme", file)[2] == 2, "another scheme goes by the name of a shipped one"
        del own["otherwise"]
        file.write_text(json.dumps(own), encoding="utf-8")
        out, errors, code = run("score", SAMPLE, "--scheme", file, "--lang", "en")
        assert code == 2 and out == "" and "/rules" in errors and "housing green" in errors, errors
        file.write_text("", encoding="utf-8")
        assert run("score", SAMPLE, "--scheme", file)[2] == 2
        assert run("score", SAMPLE, "--scheme", folder)[2] == 2
    for wrong in (("--scheme", "no/1"), ("--compare", "no/1")):
        out, errors, code = run("score", SAMPLE, *wrong)
        assert code == 2 and out == "" and "rule/1" in errors


def main():
    people = ratings_of(SAMPLE)
    check_scores(people)
    check_comparison(people)
    check_explanations(people)
    check_own_scheme(people)
    print(f"{len(people)} rows scored, compared and explained")


if __name__ == "__main__":
    main()
