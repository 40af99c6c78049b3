"""Numbers and municipality codes on the command line."""
import csv
import io
import json

from command import run

COLUMNS = "line valid kinds birth_years sex rules reason position".split()


def check(lines, *options):
    out, errors, code = run("id", "check", "--format", "ndjson", *options, stdin="\n".join(lines).encode())
    assert code == 0, errors
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == len(lines) and all(list(answer) == COLUMNS for answer in answers), out
    assert [answer["line"] for answer in answers] == list(range(1, len(lines) + 1))
    assert all(isinstance(answer["valid"], bool) for answer in answers)
    for line in lines:
        assert len(line) < 6 or line not in out + errors, "a number was printed"
    return answers


def one(number, *options):
    return check([number], *options)[0]


def main():
    # Published examples of the tax administration, and synthetic numbers.
    strict, relaxed, tenor = "30108299920", "30108299939", "17912099997"
    assert one(strict) == dict(line=1, valid=True, kinds=["birth_number"], birth_years=[1982], sex="male",
                               rules=["1964", "2032"], reason=None, position=None)
    assert one(relaxed)["rules"] == ["2032"] and one(relaxed)["birth_years"] == [] and one(relaxed)["sex"] == "unknown"
    refused = one(relaxed, "--rule", "1964")
    assert (refused["valid"], refused["reason"], refused["position"]) == (False, "first_control_digit", 9)
    assert one(tenor)["reason"] == "synthetic_not_allowed" and one(tenor)["kinds"] == ["tenor"]
    for allowed in (("--allow", "all"), ("--allow", "tenor"), ("--allow", "nhn,tenor"), ("--test-numbers",)):
        assert one(tenor, *allowed)["valid"], allowed
    assert not one(tenor, "--allow", "nhn")["valid"]
    ambiguous = "41810021827"
    assert one(ambiguous, "--allow", "all")["birth_years"] == [1900, 2000]
    assert one(ambiguous, "--allow", "all", "--d-table", "old")["birth_years"] == [1900]
    assert one(ambiguous, "--allow", "all", "--d-table", "new")["birth_years"] == [2000]
    assert one("7912099997"[:10], "--allow", "all")["reason"] in ("length", "lost_leading_zero")
    assert one(tenor, "--allow", "all", "--reference-date", "2019-01-01")["reason"] == "birth_after_reference_date"

    answers = check(["", "1", "x" * 11, "00000000000", "1" * 400, strict + " "])
    assert not any(answer["valid"] for answer in answers) and all(answer["reason"] for answer in answers)
    assert run("id", "check", stdin=b"")[2] == 0
    for ending in ("\r", "\n", "\r\n", ""):
        marked = run("id", "check", "--format", "ndjson", stdin=b"\xef\xbb\xbf" + (strict + ending).encode())[0]
        assert json.loads(marked)["valid"], "a byte order mark or a line end is taken for a part of the number"
    duf, wrong_duf = "201258697506", "201258697561"
    for number in (duf, wrong_duf):
        assert one(number, "--allow", "duf")["kinds"] == ["duf"] and one(number, "--allow", "duf")["valid"]
    assert one(duf)["reason"] == "kind_not_allowed" and one(wrong_duf)["reason"] == "length"
    for arguments in (["200369", "14700"], ["03691470012"], ["--rule", "1036914700"]):
        _, errors, code = run("id", "check", *arguments, stdin=b"")
        assert code == 2 and not any(c in errors for c in "0123456789"), "an argument that may be a number is repeated"
    windows = run("id", "check", "--format", "ndjson", stdin=f"{strict}\r\n{strict}".encode())[0].splitlines()
    assert [json.loads(line)["valid"] for line in windows] == [True, True], "a line of Windows is read like any other"
    table = list(csv.DictReader(io.StringIO(run("id", "check", "--format", "csv", stdin=strict.encode())[0])))
    assert table == [dict(line="1", valid="true", kinds="birth_number", birth_years="1982", sex="male",
                          rules="1964|2032", reason="", position="")]
    for wrong in (["--rule", "1999"], ["--allow", "nonsense"], ["--d-table", "x"]):
        assert run("id", "check", *wrong, stdin=b"")[2] == 2

    out, _, code = run("municipality", "1507", "--on", "2021-06-01", "--trace", "2024-01-01", "--format", "ndjson")
    split = json.loads(out)
    assert code == 0 and split["validity"] == "valid" and split["label"] == "Ålesund"
    assert split["trace"]["basis"] == "split" and split["trace"]["determined"] is False
    assert [(m["code"], m["share"]) for m in split["trace"]["municipalities"]] == [("1508", None), ("1580", None)]
    text = run("municipality", "1507", "--on", "2021-06-01", "--trace", "2024-01-01")[0]
    assert all(word in text for word in ("Ålesund", "1508", "1580", "Haram", "split"))
    gone = json.loads(run("municipality", "0101", "--on", "2021-06-01", "--format", "ndjson")[0])
    assert gone["validity"] == "no_longer_valid" and gone["boundary"] == "2020-01-01"
    assert [(m["code"], m["share"]) for m in gone["instead"]] == [("3001", 1)]
    assert run("municipality", "0101", "--on", "2021-06-01")[2] == 0
    assert run("municipality", "0101", "--on", "2021-06-01", "--strict")[2] == 1
    assert run("municipality", "1507", "--on", "2021-13-01")[2] == 2
    print("numbers and codes are answered")


if __name__ == "__main__":
    main()
