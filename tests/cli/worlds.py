"""Rounds of a simulated world: one world over the years, and files that agree with the registrations."""
import collections
import csv
import io
import json
import pathlib
import tempfile

from command import run

WORLD = ("--municipalities", 4, "--recipients", 900, "--seed", 5)
TABLES = ("counts", "profiles", "coverage", "population")


def simulate(*arguments):
    out, errors, code = run("simulate", *arguments, "--lang", "en")
    assert code == 0, errors
    return out


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def read(path):
    return rows(path.read_text(encoding="utf-8"))


def check_years():
    """A year alone is what it is among others, and its people are those of the year before."""
    before, after = (rows(simulate(*WORLD, "--year", year)) for year in (2022, 2023))
    both = rows(simulate(*WORLD, "--year", 2023, "--first-year", 2022))
    key = lambda row: (row["municipality"], row["mapping_year"])
    assert sorted(map(tuple, map(dict.values, before + after))) == sorted(map(tuple, map(dict.values, both)))
    assert {key(row) for row in both} == {(str(9001 + m), str(year)) for m in range(4) for year in (2022, 2023)}
    numbers = [{(row["municipality"], row["national_number"]) for row in part if row["national_number"]}
               for part in (before, after)]
    assert 0.5 < len(numbers[0] & numbers[1]) / len(numbers[0]) < 0.8, "one world"  # who stays and is mapped twice
    every_other = rows(simulate(*WORLD, "--world", "biennial", "--year", 2019, "--first-year", 2015))
    assert {row["mapping_year"] for row in every_other} == {"2015", "2017", "2019"}
    alone = rows(simulate(*WORLD, "--year", 2023, "--municipality", 9003))
    assert alone == [row for row in after if row["municipality"] == "9003"]


def check_files(folder, world):
    paths = {name: folder / f"{world}-{name}" for name in (*TABLES, "truth", "out")}
    options = [part for name, path in paths.items() for part in (f"--{name}", path)]
    assert simulate(*WORLD, "--world", world, "--year", 2019, *options) == ""
    registrations = read(paths["out"])
    mapped = collections.Counter(row["municipality"] for row in registrations)

    counts = read(paths["counts"])
    assert list(counts[0]) == ["municipality", "round", "mapped_on", "service", "received_needed", "received_only",
                               "needed_only", "neither", "recipients"]
    for row in counts:
        cells = collections.Counter()
        for one in registrations:
            if one["municipality"] == row["municipality"]:
                received = row["service"] in one["services_received"].split("|")
                needed = row["service"] in one["services_needed"].split("|")
                cells[("neither", "needed_only", "received_only", "received_needed")[2 * received + needed]] += 1
        assert {name: int(row[name]) for name in ("received_needed", "received_only", "needed_only", "neither")} == {
            name: cells[name] for name in ("received_needed", "received_only", "needed_only", "neither")}, row
        assert int(row["recipients"]) == mapped[row["municipality"]] == sum(cells.values())

    profiles = collections.Counter()
    for row in read(paths["profiles"]):
        index, category = row["profile"].split(":")
        assert index in ("green", "yellow", "red", "blue_light") and category, row
        profiles[row["municipality"]] += int(row["recipients"])
    assert profiles == mapped

    truth = json.loads(paths["truth"].read_text(encoding="utf-8"))
    assert (truth["format"], truth["world"], truth["seed"]) == ("brukerplan/world-truth", world, 5)
    assert truth["parameters"]["severity_persistence"] == 0.85 and len(truth["services"]) == 24
    residents = collections.Counter()
    for row in read(paths["population"]):
        residents[row["municipality"]] += int(row["population"])
    coverage = {row["municipality"]: row for row in read(paths["coverage"])}
    for one in truth["rounds"]:
        code = one["municipality"]
        assert one["mapped"] == mapped[code] and one["population"] == residents[code]
        assert one["mapped"] <= one["recipients"] and len(one["receiving_next_year"]) == 24
        assert coverage[code]["basis"] == "declared" and 0 < float(coverage[code]["coverage"]) <= 1

    # The year after says the same of itself.
    again = folder / "again"
    assert simulate(*WORLD, "--world", world, "--year", 2020, "--truth", again) == "", "no rows unless asked for"
    then = json.loads(again.read_text(encoding="utf-8"))
    assert [one["receiving_next_year"] for one in truth["rounds"]] == [one["receiving"] for one in then["rounds"]]


def check_validity(folder):
    file = folder / "round.csv"
    simulate(*WORLD, "--year", 2024, "--excel", "--out", file)
    _, errors, code = run("validate", file, "--test-numbers", "--lang", "en")
    assert code == 0, errors


def check_refusals(folder):
    target = folder / "target"
    for arguments in (("--world", "nowhere"), ("--municipalities", 0), ("--municipalities", 999),
                      (*WORLD, "--municipality", 9005), (*WORLD, "--first-year", 2025, "--year", 2024),
                      (*WORLD, "--out", target, "--truth", target)):
        out, errors, code = run("simulate", *arguments, "--lang", "en")
        assert code == 2 and out == "" and errors, arguments
    assert not target.exists(), "a file was written"


def main():
    check_years()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for world in ("base", "mixture", "biennial"):
            check_files(folder, world)
        check_validity(folder)
        check_refusals(folder)
    print("the rounds are of one world, and its files agree")


if __name__ == "__main__":
    main()
