"""Profiles, changes on the command line and mapping files: what they do, and that every output says so."""
import json
import pathlib
import sys
import tempfile

from command import run

SAMPLE = pathlib.Path(sys.argv[2])
WARNING = "BP-DOM-003"


def codes(*arguments):
    out, errors, code = run("validate", SAMPLE, "--test-numbers", "--lang", "en", "--format", "ndjson", *arguments)
    return [json.loads(line) for line in out.splitlines()], errors, code


def check_changes(folder):
    plain, errors, _ = codes()
    assert WARNING in {f["code"] for f in plain} and "otherwise" not in errors
    changed, errors, _ = codes("--severity", f"{WARNING}=info", "--off", "BP-DOM-004=not noted here")
    assert {f["severity"] for f in changed if f["code"] == WARNING} == {"info"}
    assert "BP-DOM-004" not in {f["code"] for f in changed} and "BP-DOM-004" in {f["code"] for f in plain}
    assert f"{WARNING}: NOTE" in errors and "BP-DOM-004: switched off" in errors
    same = [f for f in plain if f["code"] not in (WARNING, "BP-DOM-004")]
    assert [f for f in changed if f["code"] != WARNING] == same
    summary = folder / "summary.json"
    page = folder / "page.html"
    run("validate", SAMPLE, "--test-numbers", "--off", "BP-DOM-004=not noted here", "--summary", summary, "--html", page)
    change, = json.loads(summary.read_text(encoding="utf-8"))["changes"]
    assert (change["code"], change["severity"], change["reason"]) == ("BP-DOM-004", None, "not noted here")
    assert "not noted here" in page.read_text(encoding="utf-8")


def check_profile(folder):
    profile = folder / "profile.json"
    profile.write_text(json.dumps({
        "format": "brukerplan/profile", "version": 1, "id": "own/1",
        "areas": [{"area": "9002", "changes": [{"rule": WARNING, "off": True, "reason": "elsewhere"}]}],
        "thresholds": [{"rule": WARNING, "share": 0.0, "severity": "error"}]}), encoding="utf-8")
    plain, _, _ = codes()
    found, errors, code = codes("--profile", profile)
    assert found == plain, "a change for another municipality changes nothing here"
    assert code == 1 and "threshold is exceeded (ERROR)" in errors and WARNING in errors
    summary = folder / "summary.json"
    run("validate", SAMPLE, "--test-numbers", "--profile", profile, "--summary", summary)
    document = json.loads(summary.read_text(encoding="utf-8"))
    assert document["provenance"]["profile"] == "own/1" and document["thresholds"][0]["limit"] == 0
    profile.write_text('{"format": "brukerplan/profile", "version": 1, "id": "own/1", "changes": [{"rule": "BP-DOM-03"}]}')
    _, errors, code = codes("--profile", profile)
    assert code == 2 and "/changes/0" in errors


def check_refusals():
    for arguments in (["--severity", "BP-DOM-003"], ["--severity", "BP-DOM-003=fatal"], ["--severity", "BP-X-1=info"],
                      ["--off", "BP-DOM-003="], ["--off", "BP-ROW-001=x"], ["--profile", "nowhere.json"],
                      ["--mapping", "nowhere.json"]):
        found, errors, code = codes(*arguments)
        assert code == 2 and not found and len(errors.splitlines()) == 1, arguments


def check_mapping(folder):
    """The sample with other names and words gives what the sample gives."""
    lines = SAMPLE.read_text(encoding="cp1252").splitlines()
    names = lines[0].split(";")
    sex = names.index("Kj\u00f8nn")
    names[sex] = "K/M"
    rows = [line.split(";") for line in lines[1:]]
    for row in rows:
        if len(row) == len(names):
            row[sex] = {"female": "1K", "male": "2M"}.get(row[sex], row[sex])
    export = folder / "export.csv"
    export.write_text("\r\n".join([";".join(names), *(";".join(row) for row in rows)]) + "\r\n", encoding="cp1252", newline="")
    mapping = folder / "mapping.json"
    mapping.write_text(json.dumps({"format": "brukerplan/mapping", "version": 1, "id": "vendor/1", "pack": "brukerplan/2024",
                                   "columns": {"K/M": "sex"}, "codes": {"sex": {"1K": "female", "2M": "male"}}}))
    arguments = ["--test-numbers", "--format", "ndjson"]
    plain, _, _ = run("validate", SAMPLE, *arguments)
    through, _, _ = run("validate", export, "--mapping", mapping, *arguments)
    assert through == plain and plain
    without, _, _ = run("validate", export, *arguments)
    assert without != plain


def main():
    check_refusals()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_changes(folder)
        check_profile(folder)
        check_mapping(folder)


if __name__ == "__main__":
    main()
