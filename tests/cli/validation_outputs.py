"""What `validate` writes besides the list: page, summary, OperationOutcome, good and bad rows; CSV and JSON alike."""
import csv
import io
import json
import pathlib
import sys
import tempfile

from command import run

SAMPLE = pathlib.Path(sys.argv[2])


def rows_of(text, separator):
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


def findings(*arguments):
    out, errors, code = run("validate", *arguments, "--test-numbers", "--format", "ndjson")
    return [json.loads(line) for line in out.splitlines()], errors, code


def as_ndjson(content):
    """The sample's rows as objects; a row with another number of cells than the header is left out."""
    table = [line.split(";") for line in content.decode("cp1252").strip().split("\r\n")]
    header = table[0]
    return [dict(zip(header, cells)) for cells in table[1:] if len(cells) == len(header)]


def check_split(folder):
    good, bad = folder / "good.csv", folder / "bad.csv"
    _, errors, code = run("validate", SAMPLE, "--test-numbers", "--good", good, "--bad", bad)
    assert code == 1
    listed, _, _ = findings(SAMPLE)
    with_errors = {f["record"] for f in listed if f["severity"] in ("error", "fatal")}
    kept = rows_of(good.read_bytes().decode("cp1252"), ";")
    faulty = rows_of(bad.read_bytes().decode("cp1252"), ";")
    rows = SAMPLE.read_bytes().decode("cp1252").strip().count("\r\n")
    assert len(kept) + len(faulty) == rows and {int(row["record"]) for row in faulty} == with_errors
    for row in faulty:
        codes = [f["code"] for f in listed if f["record"] == int(row["record"]) and f["severity"] in ("error", "fatal")]
        assert row["codes"].split("|") == list(dict.fromkeys(codes)), row["record"]
    assert all("ødselsnummer" not in column for column in kept[0]), "the good file names a column of numbers"
    again, _, code = findings(good)
    assert code == 0 and not [f for f in again if f["severity"] in ("error", "fatal")], "the good file is not good"
    before, after = (run("score", file, "--test-numbers", "--format", "ndjson")[0].splitlines() for file in (SAMPLE, good))
    assert [line for i, line in enumerate(before) if i not in with_errors] == after, "the good rows score differently"


def check_ndjson(folder):
    objects = as_ndjson(SAMPLE.read_bytes())
    lines, table = folder / "rows.ndjson", folder / "rows.csv"
    lines.write_text("\n".join(json.dumps(o, ensure_ascii=False) for o in objects), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(objects[0]), delimiter=",")
        writer.writeheader()
        writer.writerows(objects)
    from_json, errors, code = findings(lines)
    assert (from_json, code) == (findings(table)[0], 1) and "JSON" in errors
    piped = run("validate", "-", "--test-numbers", "--format", "ndjson", stdin=lines.read_bytes())[0]
    assert [json.loads(line) for line in piped.splitlines()] == from_json, "standard input reads differently"
    for command in (["score"], ["report", "--out", folder / "out.html", "--document", folder / "out.json"]):
        results = []
        for file in (lines, table):
            out, _, code = run(*command, file, "--test-numbers", "--format", "csv")
            written = (folder / "out.html").read_bytes() if command[0] == "report" else b""
            results.append((out, written, code))
        assert results[0] == results[1], f"{command[0]} differs between CSV and JSON"
    halves = []
    for file in (lines, table):
        run("validate", file, "--test-numbers", "--good", folder / "g", "--bad", folder / "b")
        halves.append([rows_of((folder / half).read_text(encoding="utf-8"), ",") for half in "gb"])
    assert [len(half) for half in halves[0]] == [len(half) for half in halves[1]]


def check_reports(folder):
    listed, _, _ = findings(SAMPLE)
    summary = folder / "summary.json"
    pages = []
    for language in ("nb", "nn", "en"):
        page = folder / f"{language}.html"
        out, errors, code = run("validate", SAMPLE, "--test-numbers", "--lang", language, "--html", page, "--summary", summary)
        assert code == 1 and page.name in errors
        text = page.read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in text and "<script" not in text and "//" not in text.split("</style>")[1]
        pages.append(text)
    assert len(set(pages)) == 3
    document = json.loads(summary.read_text(encoding="utf-8"))
    assert (document["format"], document["version"]) == ("brukerplan/validation-report", 1)
    counts = document["counts"]
    assert counts["rows"] == counts["usable"] + counts["with_errors"] + counts["unreadable"]
    for severity in ("fatal", "error", "warning", "info"):
        assert counts["findings"][severity] == sum(f["severity"] == severity for f in listed)
    for rule in document["rules"]:
        same = [f for f in listed if (f["code"], f["severity"]) == (rule["code"], rule["severity"])]
        assert (rule["findings"], rule["rows"]) == (len(same), len({f["record"] for f in same})), rule["code"]
        shown = [(e["record"], e["row_ref"], e["unit"], e["field"], e["message"]["nb"]) for e in rule["examples"]]
        first = {f["record"]: (f["record"], f["row_ref"], f["unit"], f["field"], f["message"]) for f in reversed(same)}
        assert shown == [first[record] for record in sorted(first)][:3], rule["code"]
        assert all(rule["code"] in page for page in pages)
    assert sum(unit["rows"] for unit in document["units"]) == counts["rows"]
    again = folder / "again.json"
    run("validate", SAMPLE, "--test-numbers", "--summary", again)
    assert again.read_bytes() == summary.read_bytes(), "the summary depends on more than its input"


def check_outcome(folder):
    listed, _, _ = findings(SAMPLE)
    out, _, code = run("validate", SAMPLE, "--test-numbers", "--format", "operation-outcome")
    outcome = json.loads(out)
    assert code == 1 and outcome["resourceType"] == "OperationOutcome" and len(outcome["issue"]) == len(listed)
    for issue, finding in zip(outcome["issue"], listed):
        assert issue["details"]["coding"][0]["code"] == finding["code"]
        assert issue["severity"] == {"info": "information"}.get(finding["severity"], finding["severity"])
        place = f"row[{finding['record']}]" + (f".{finding['field']}" if finding["field"] else "")
        assert issue["expression"] == [place] + [f"row[{finding['record']}].{name}" for name in finding["related"]]
    run("validate", SAMPLE, "--test-numbers", "--good", folder / "good.csv")
    lines = (folder / "good.csv").read_bytes().split(b"\r\n")
    (folder / "one.csv").write_bytes(b"\r\n".join(lines[:2]) + b"\r\n")
    outcome = json.loads(run("validate", folder / "one.csv", "--test-numbers", "--format", "operation-outcome")[0])
    assert [issue["code"] for issue in outcome["issue"]] == ["informational"]
    _, errors, code = run("score", SAMPLE, "--format", "operation-outcome")
    assert code == 2 and len(errors.splitlines()) == 1


def check_bounds(folder):
    everything, errors, _ = findings(SAMPLE)
    assert str(len(everything)) not in errors
    for name in ("csv", "ndjson", "json", "operation-outcome"):
        out, errors, code = run("validate", SAMPLE, "--test-numbers", "--format", name, "--details", 5,
                                "--summary", folder / "cut.json")
        size = {"csv": lambda: len(rows_of(out, ",")), "ndjson": lambda: len(out.splitlines()),
                "json": lambda: len(json.loads(out)), "operation-outcome": lambda: len(json.loads(out)["issue"])}[name]()
        assert (size, code) == (5, 1) and f"5 av {len(everything)}" in errors, f"{name}: {size} {errors}"
        counts = json.loads((folder / "cut.json").read_text(encoding="utf-8"))["counts"]
        assert sum(counts["findings"].values()) == len(everything), "the counts were cut too"
    assert run("validate", SAMPLE, "--test-numbers", "--format", "ndjson", "--details", len(everything))[1] == \
        run("validate", SAMPLE, "--test-numbers", "--format", "ndjson")[1], "a whole list is said to be cut"


def check_refusals(folder):
    copy = folder / "copy.csv"
    copy.write_bytes(SAMPLE.read_bytes())
    for option in ("--html", "--summary", "--good", "--bad"):
        for target in (copy, folder / "." / "copy.csv", "-"):
            out, errors, code = run("validate", copy, "--test-numbers", option, target)
            assert code == 2 and out == "" and errors.strip(), f"{option} {target}"
        _, _, code = run("validate", folder / "nowhere.csv", option, folder / "new")
        assert code == 2 and not (folder / "new").exists(), "an output was made for an input that is not there"
        assert run("validate", copy, "--test-numbers", option, folder / "no" / "folder")[2] == 2
    assert run("validate", copy, "--html", folder / "x", "--summary", folder / "x")[2] == 2
    assert copy.read_bytes() == SAMPLE.read_bytes(), "the input was written over"


def check_table():
    out = run("validate", SAMPLE, "--test-numbers", "--lang", "en")[0]
    assert "Units with rows to correct" in out and "rus- og psykisk helseteam: 11 of 195 rows" in out


def main():
    for check in (check_split, check_ndjson, check_reports, check_outcome, check_bounds, check_refusals):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name))
    check_table()
    print("every output of validate agrees with the list of findings")


if __name__ == "__main__":
    main()
