"""What the command writes: the frozen columns, nothing else on standard output, the same bytes every time."""
import csv
import io
import json
import pathlib
import re
import sys
import tempfile

from command import run

SAMPLE = sys.argv[2]
FINDING = "code severity record row_ref unit field related message action pack params".split()
SCORE = "row_ref points class answered scheme reason".split()


def rows_of(*arguments):
    """The same list in the three machine-readable formats."""
    out, _, code = run(*arguments, "--test-numbers", "--format", "ndjson")
    from_ndjson = [json.loads(line) for line in out.splitlines()]
    whole = json.loads(run(*arguments, "--test-numbers", "--format", "json")[0])
    table = list(csv.DictReader(io.StringIO(run(*arguments, "--test-numbers", "--format", "csv")[0])))
    assert from_ndjson == whole and len(table) == len(whole), "the formats do not hold the same rows"
    return from_ndjson, table, code


def numbers_in(text):
    return re.findall(r"(?<!\d)\d{6}[ -]?\d{5}(?!\d)", text)


def main():
    findings, table, code = rows_of("validate", SAMPLE)
    assert code == 1, "the sample has errors, and validate says so"
    assert all(list(f) == FINDING for f in findings) and list(table[0]) == FINDING
    assert all(re.fullmatch(r"BP-[A-Z]+-\d{3}", f["code"]) and f["pack"] == "brukerplan/2024" for f in findings)
    kinds = dict(code=str, severity=str, record=int, related=list, message=str, action=str, pack=str, params=dict)
    for finding in findings:
        assert all(isinstance(finding[name], kind) for name, kind in kinds.items()), finding
        assert all(finding[name] is None or isinstance(finding[name], str) for name in ("row_ref", "unit", "field")), finding
    assert [f["record"] for f in findings] == sorted(f["record"] for f in findings)

    scores, table, code = rows_of("score", SAMPLE)
    assert code == 0 and all(list(s) == SCORE for s in scores) and list(table[0]) == SCORE
    lines = pathlib.Path(SAMPLE).read_bytes().decode("cp1252").strip().count("\r\n")
    assert len(scores) == lines, "one score for each row read"
    for score in scores:
        assert score["scheme"] == "sum16/1" and isinstance(score["class"], str) and isinstance(score["answered"], int)
        assert score["points"] is None or isinstance(score["points"], int)
        assert score["row_ref"] is None or isinstance(score["row_ref"], str)
        assert (score["class"] == "none") == (score["reason"] is not None) == (score["points"] is None)

    before = run("--test-numbers", "--format", "csv", "score", SAMPLE)
    after = run("score", SAMPLE, "--format", "csv", "--test-numbers")
    assert before == after, "options before and after the command differ"

    shown = {language: run("validate", SAMPLE, "--test-numbers", "--lang", language)[0] for language in ("nb", "nn", "en")}
    assert len(set(shown.values())) == 3 and "Rader lest" in shown["nb"] and "Rows read" in shown["en"]
    out, errors, code = run("validate", SAMPLE)
    assert code == 1 and "--test-numbers" in errors, "test people without the test policy are not explained"

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for place, env in (("a", {}), ("b", {"LC_ALL": "tr_TR.UTF-8", "LANG": "nb_NO", "TZ": "Asia/Tokyo"})):
            arguments = ("report", SAMPLE, "--test-numbers", "--out", folder / f"{place}.html")
            out, errors, code = run(*arguments, "--document", folder / f"{place}.json", env=env)
            assert code == 0 and out == "", errors
        assert (folder / "a.html").read_bytes() == (folder / "b.html").read_bytes(), "the report depends on its surroundings"
        assert (folder / "a.json").read_bytes() == (folder / "b.json").read_bytes()
        page = (folder / "a.html").read_text(encoding="utf-8")
        assert "ikke for publisering" in page and '<html lang="nb"' in page and "<script" not in page
        assert not re.search(r"(src|href)\s*=\s*[\"']?(https?:)?//", page), "the page fetches something"

        once, twice = (run("simulate", "--recipients", 50, "--seed", 7)[0] for _ in range(2))
        assert once == twice and once != run("simulate", "--recipients", 50, "--seed", 8)[0]
        (folder / "simulated.csv").write_text(once, encoding="utf-8", newline="")
        from_file = run("score", folder / "simulated.csv", "--test-numbers")
        from_input = run("score", "-", "--test-numbers", stdin=once.encode())
        assert from_file[0] == from_input[0] and from_file[2] == 0

        everything = page + (folder / "a.json").read_text(encoding="utf-8") + "".join(shown.values())
        everything += json.dumps(findings) + json.dumps(scores)
        everything += "".join("".join(map(str, run(command, SAMPLE, "--lang", "en")[:2])) for command in ("validate", "score"))
        assert not numbers_in(everything), "an output holds eleven digits in a row"
    print(f"{len(findings)} findings and {len(scores)} scores in every format")


if __name__ == "__main__":
    main()
