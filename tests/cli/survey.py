"""The municipality survey: its answers are checked like any file, and nothing is scored or reported."""
import csv
import io
import json
import pathlib
import sys
import tempfile

from command import run

SAMPLE = pathlib.Path(sys.argv[2])
PACK = ["--pack", "municipality-survey/2019"]

# What the sample was made to hold, in the order of its rows.
FOUND = {
    "S06": ["BP-SVY-009"],
    "S08": ["BP-SVY-005"],
    "S09": ["BP-SVY-006", "BP-SVY-007"],
    "S10": ["BP-FLD-002", "BP-SVY-001", "BP-SVY-008"],
    "S11": ["BP-FLD-001", "BP-SVY-002", "BP-SVY-010"],
}


def findings(file, *options):
    out, errors, code = run("validate", file, *PACK, *options, "--format", "ndjson")
    assert code in (0, 1), errors
    found = [json.loads(line) for line in out.splitlines()]
    assert (code == 1) == any(f["severity"] in ("error", "fatal") for f in found), code
    return found, errors


def check_sample():
    found, errors = findings(SAMPLE, "--test-numbers", "--lang", "en")
    by_row = {}
    for finding in found:
        by_row.setdefault(finding["row_ref"], []).append(finding["code"])
    assert {row: sorted(codes) for row, codes in by_row.items()} == FOUND, by_row
    assert "windows-1252" in errors and "decimal comma" in errors and "not known" not in errors, errors

    # The fictional municipalities are no municipalities without the test policy.
    found, _ = findings(SAMPLE)
    rows = len(SAMPLE.read_bytes().splitlines()) - 1
    assert sum(f["code"] == "BP-GEO-001" for f in found) == rows, found


def check_summaries():
    for language, words in {"nb": "Spørsmål uten svar", "nn": "Spørsmål utan svar", "en": "Question without"}.items():
        out, _, code = run("validate", SAMPLE, *PACK, "--test-numbers", "--lang", language)
        assert code == 1 and words in out and "{" not in out, out
        for text in ("Boligsosial", "barn og unge", "kanskje", "ca. 8"):
            assert text not in out, f"a cell is repeated: {text}"


def check_good_rows(folder):
    lines = SAMPLE.read_bytes().decode("cp1252").splitlines()
    good = [line for line in lines if line.split(";")[0] not in FOUND]
    for separator in (";", "\t"):
        text = io.StringIO()
        csv.writer(text, delimiter=separator).writerows(line.split(";") for line in good)
        file = folder / "good.csv"
        file.write_text(text.getvalue(), encoding="utf-8")
        out, errors, code = run("validate", file, *PACK, "--test-numbers", "--lang", "en")
        assert code == 0 and "Nothing to report." in out, out + errors


def check_refusals(folder):
    target = folder / "out"
    words = {"nb": "handler ikke om brukere", "nn": "handlar ikkje om brukarar", "en": "not about recipients"}
    for language, word in words.items():
        for command in (["score", SAMPLE, "--out", target], ["score", SAMPLE, "--scheme", "sum16/1"],
                        ["report", SAMPLE, "--out", target], ["simulate", "--out", target]):
            out, errors, code = run(*command, *PACK, "--lang", language)
            assert code == 2 and out == "", f"{command[0]}: {code} {out}"
            assert word in errors and len(errors.splitlines()) == 1, f"{command[0]}: {errors}"
    assert not target.exists(), "a file was written"


def check_pack_without_scheme(folder):
    """A pack about recipients that has no scheme is refused for that."""
    pack = {"format": "brukerplan/pack", "version": 1, "id": "own/2024", "extends": "brukerplan/2024",
            "edition": "1", "year": 2024, "without": {"schemes": ["sum16/1", "rule/1"]}}
    file = folder / "own.json"
    file.write_text(json.dumps(pack), encoding="utf-8")
    for language, word in {"nb": "ingen poengordning", "nn": "inga poengordning", "en": "no scoring scheme"}.items():
        for command in (["score", SAMPLE], ["report", SAMPLE, "--out", folder / "out"]):
            _, errors, code = run(*command, "--pack", file, "--lang", language)
            assert code == 2 and word in errors, f"{command[0]}: {code} {errors}"


def main():
    check_sample()
    check_summaries()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_good_rows(folder)
        check_refusals(folder)
        check_pack_without_scheme(folder)
    print("the survey is checked, and neither scored nor reported")


if __name__ == "__main__":
    main()
