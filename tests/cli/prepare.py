"""`prepare` from files to the register: what leaves, and what is told."""
import collections
import csv
import hashlib
import json
import pathlib
import re
import tempfile

import independent_merge as plainly
from command import run
from independent_count import Labels
from prepared import PACK, SAMPLE, Made, counts_of, harder, with_cells

LABELS = Labels(PACK)
ALIASES = {field["name"]: field["alias"] for field in PACK["fields"]}
STAYS = ["unit", "mapper", "national_number", "informed", "objects", "record_noted"]


def check_against_independent_count(folder):
    simulated = folder / "simulated.csv"
    assert run("simulate", "--recipients", 900, "--seed", 7, "--excel", "--out", simulated)[2] == 0
    for path in (SAMPLE, simulated):
        header, rows = plainly.read(path)
        for variant in (rows, harder(header, rows)):
            plainly.write(folder / "mapping.csv", header, variant)
            counts, records = plainly.prepare(header, variant, LABELS)
            made = Made(folder, [folder / "mapping.csv"], "--lang", "en")
            found = counts_of(made.receipt)
            own = {name: counts[name] for name in found if name not in ("out_of_age", "suspected_pairs")}
            assert {**found, **own} == found, f"{path.name}: the receipt has {found}, an independent count {own}"
            assert found["out_of_age"] == found["suspected_pairs"] == 0
            assert made.counted() == collections.Counter(map(plainly.comparable, records)), path.name
            told = "\n".join(made.told)
            for words, name in (("Rows read: {}.", "rows"), ("Persons: {}.", "persons"),
                                ("objected to another unit: {}.", "withdrawn"), ("Rows about persons who object: {}.", "objected"),
                                ("Objections without a valid national number: {}.", "objections_without_number"),
                                ("not recorded as informed: {}.", "not_informed"),
                                ("Persons in the file for the register: {}.", "transferable")):
                assert (words.format(counts[name]) in told) == (counts[name] > 0), (path.name, words, counts[name], told)
    assert all(counts[name] > 0 for name in ("objected", "objections_without_number", "withdrawn", "unlinked", "merged",
                                             "not_informed", "with_errors")), "the test is not made for these counts"
    print(f"{len(records)} merged records and {len(own)} counts agree")


def check_what_leaves(folder):
    made, again = Made(folder, [SAMPLE]), Made(folder, [SAMPLE])
    assert made.counted() == again.counted(), "two runs hold other records"
    assert made.records != again.records, "two runs have the same order"
    assert made.numbers == again.numbers == list(range(1, len(made.records) + 1))
    assert not {ALIASES[name] for name in STAYS} & set(made.records[0])
    assert hashlib.sha256(again.file.read_bytes()).hexdigest() == again.receipt["file"]["sha256"]
    numbers = {row[8].replace(" ", "") for row in plainly.read(SAMPLE)[1] if len(row) > 8}
    for path in (again.file, again.receipt_file):
        assert not any(number and number in path.read_text(encoding="utf-8") for number in numbers), path.name
    report = folder / "report.html"
    assert run("validate", again.file, "--test-numbers")[2] == 0, "validate finds errors in what leaves"
    scores, _, code = run("score", again.file, "--test-numbers", "--format", "csv")
    assert code == 0 and len(scores.splitlines()) == len(again.records) + 1
    _, errors, code = run("report", again.file, "--test-numbers", "--lang", "en", "--out", report)
    assert code == 0 and f"Persons in the report: {len(again.records)}," in errors, errors


def check_inputs(folder):
    """The same from Excel's file, from parts of it, from standard input, and as UTF-8 with commas or as JSON."""
    header, rows = plainly.read(SAMPLE)
    rows = harder(header, rows)
    mapping = folder / "mapping.csv"
    plainly.write(mapping, header, rows)
    whole = Made(folder, [mapping])
    parts = [folder / "first.csv", folder / "second.csv"]
    plainly.write(parts[0], header, rows[:150])
    plainly.write(parts[1], header, rows[150:])
    findings = folder / "findings.csv"
    split = Made(folder, parts, "--findings", findings, "--lang", "en")
    english, lines = folder / "english.csv", folder / "mapping.ndjson"
    names = {alias: name for name, alias in ALIASES.items()}
    columns = [names[plainly.plain(name)] for name in header]
    dicts = [dict(zip(columns, row)) for row in rows if len(row) == len(columns)]
    with english.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(dicts)
    lines.write_text("\n".join(map(json.dumps, dicts)), encoding="utf-8")
    for made in (split, Made(folder, ["-"], stdin=mapping.read_bytes()), Made(folder, [english]), Made(folder, [lines])):
        assert made.counted() == whole.counted()
    assert any(line.startswith(f"{parts[1]}: rows 151 to {len(rows)} of all.") for line in split.told), split.told
    with findings.open(encoding="utf-8", newline="") as file:
        found = [(row["code"], row["record"]) for row in csv.DictReader(file)]
    validated = run("validate", mapping, "--test-numbers", "--format", "ndjson")[0].splitlines()
    single = [(row["code"], str(row["record"])) for row in map(json.loads, validated)]
    assert found[:len(single)] == single, "the findings are not those of validate"
    assert [code for code, _ in found[len(single):]] == ["BP-MRG-002"] * 3, "where units disagree"
    assert "Findings about persons registered more than once, number of cases:" in split.told, split.told
    assert "    WARNING  BP-MRG-002  Both green and red rating: 3" in split.told, split.told
    assert not any("--findings" in line for line in split.told)
    assert any("--findings FILE" in line for line in Made(folder, [mapping], "--lang", "en").told)


def check_choices(folder):
    whole = Made(folder, [SAMPLE])
    made = Made(folder, ["--merge", "latest_mapped_on/1", "--merge-field", "services_received=united",
                         "--without", "district, injects", "--without", " pregnant ", SAMPLE])
    assert made.receipt["made_by"]["merge_policy"] == "latest_mapped_on/1+changed"
    assert made.receipt["made_by"]["transfer_set"] == "transfer/1+reduced"
    assert set(whole.records[0]) - set(made.records[0]) == {"bydel", "injiserer", "gravid"}
    received = collections.Counter(record["tjenester_mottatt"] for record in whole.records)
    assert received == collections.Counter(record["tjenester_mottatt"] for record in made.records)
    assert whole.receipt["round"]["mapping"] == "autumn-2024" and whole.receipt["transferred_on"] == "2024-11-30"
    assert whole.receipt["delete_by"] == "2034-11-30" and whole.receipt["made_by"]["test_numbers"] is True
    assert {entry["by"] for entry in whole.receipt["trail"]} == {"municipal coordinator"}
    Made(folder, [SAMPLE], "--strict", code=1)
    header, rows = plainly.read(SAMPLE)
    plainly.write(folder / "mapping.csv", header, harder(header, rows))
    profile = folder / "profile.json"
    limits = [{"rule": "BP-DOM-004", "share": 0.001, "severity": "warning"}]
    profile.write_text(json.dumps({"format": "brukerplan/profile", "version": 1, "id": "own/1", "thresholds": limits}),
                       encoding="utf-8")
    told = Made(folder, [folder / "mapping.csv"], "--profile", profile, "--lang", "en").told
    assert any(line.startswith("The threshold is exceeded (WARNING): BP-DOM-004 ") for line in told), told
    older = Made(folder, [SAMPLE], "--pack", "2019")
    assert "gravid" not in older.records[0] and older.receipt["made_by"]["pack"] == "brukerplan/2019"


def number(day, month, year, individual):
    """A number with the control digits that such digits have, or nothing where there are none."""
    digits = [int(c) for c in f"{day:02}{month:02}{year:02}{individual:03}"]
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        digits.append(-sum(weight * digit for weight, digit in zip(weights, digits)) % 11)
    return "".join(map(str, digits)) if max(digits) < 10 else None


def check_rare_persons(folder):
    """Two kinds of number for perhaps one person, and somebody whose age no rule looks at."""
    header, rows = plainly.read(SAMPLE)
    kinds = [next(filter(None, (number(day, 83, 70, individual) for individual in range(100, 500, 2)))) for day in (12, 52)]
    pair = rows[:2]
    for place, one in enumerate(kinds):
        pair = with_cells(header, pair, place, foedselsnummer=one, foedselsaar="1970", kjoenn="female")
    pair = with_cells(header, [*pair, rows[2]], 2, foedselsnummer="", foedselsaar="2012")
    plainly.write(folder / "mapping.csv", header, pair)
    made = Made(folder, [folder / "mapping.csv"], "--lang", "en", "--off", "BP-PER-001=tried here")
    assert counts_of(made.receipt)["suspected_pairs"] == counts_of(made.receipt)["out_of_age"] == 1, made.receipt
    told = "\n".join(made.told)
    assert "such as a D-number and a birth number: 1." in told and "of unknown age, which are left out: 1." in told, told


def check_languages(folder):
    header, rows = plainly.read(SAMPLE)
    plainly.write(folder / "mapping.csv", header, harder(header, rows))
    wanted = {"nb": "Ta vare på kvitteringen: ", "nn": "Ta vare på kvitteringa: ", "en": "Keep the receipt: "}
    lines = {}
    for language, words in wanted.items():
        made = Made(folder, [folder / "mapping.csv"], "--lang", language, "--findings", folder / "findings.csv")
        assert made.told[-1].endswith(f" 2034-11-30. {words}{made.receipt_file}"), made.told
        assert any(str(folder / "findings.csv") in line for line in made.told)
        lines[language] = [re.findall(r": (\d+)\b", line) for line in made.told]
    assert lines["nb"] == lines["nn"] == lines["en"] and sum(map(len, lines["nb"])) > 10, "the languages tell other amounts"


def main():
    for check in (check_against_independent_count, check_what_leaves, check_inputs, check_choices, check_rare_persons,
                  check_languages):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name))
    print("what leaves is what should")


if __name__ == "__main__":
    main()
