"""The example of docs/projection.md is run as it is written, and says what the page says that it does."""
import csv
import pathlib
import re
import sys
import tempfile

from page import blocks, run, section, table, without_files

PAGE = (pathlib.Path(sys.argv[2]) / "docs" / "projection.md").read_text(encoding="utf-8")
WHERE = {"municipality": "9007", "service": "mental_outpatient"}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def close(said, found):
    """A number of the page is one of the command, rounded."""
    return abs(float(said) - float(found)) <= 0.5001 * 10.0 ** -len(said.partition(".")[2])


def numbers(cell):
    """Those of a cell such as `received=4.950|peers=3.740`, by name."""
    return {name: float(value) for name, value in (part.split("=") for part in cell.split("|"))}


class Differences:
    """All that the page says otherwise, told at once."""

    def __init__(self):
        self.lines = []

    def same(self, what, said, found):
        if said != found:
            self.lines.append(f"{what}: the page says {said}, the command {found}")

    def near(self, what, said, found):
        if not close(said, found):
            self.lines.append(f"{what}: the page says {said}, the command {found}")


def check_rows(differ, rows, example):
    of = {row["quantity"]: row for row in rows if row.items() >= WHERE.items()}
    for said in table(example):
        found = of[said["quantity"]]
        found["band"] = f"{found['band_low']}-{found['band_high']}"
        for column, cell in said.items():
            differ.same(f"{said['quantity']} {column}", cell, found[column])
    terms = numbers(of["expected_use"]["terms"])
    prose = re.search(r"Of the ([\d.]+), ([\d.]+) come from last year's use, ([\d.]+) from how others like these use it, "
                      r"([\d.]+) from the municipality's years before,\s+([\d.]+) from what was said to be needed", example)
    for said, name, found in zip(prose.groups(), ("mean", "received", "peers", "own_past", "needed"), (
            of["expected_use"]["mean"], terms["received"], terms["peers"], terms["own_past"],
            terms["needed_not_received"] + terms["needed_and_received"])):
        differ.near(f"terms in words, {name}", said, found)


def check_decisions(differ, folder, project):
    capacity, decisions = section(PAGE, "Decisions"), "--capacity capacity.csv --decisions decisions.csv"
    (folder / "capacity.csv").write_text(blocks(capacity)[0] + "\n", encoding="utf-8")
    run(folder, f"{project} {decisions}")
    found, said = read(folder / "decisions.csv"), table(capacity)
    assert len(found) == len(said) == 1
    for column, cell in said[0].items():
        differ.same(f"decisions {column}", cell, found[0][column])


def check_backtest(differ, folder, project):
    run(folder, project.replace("brukerplan project", "brukerplan backtest").replace("next-year.csv", "scores.csv"))
    whole = {row["forecaster"]: row for row in read(folder / "scores.csv") if row["service"] == row["size_group"] == "all"}
    def against(column):
        return numbers(whole["credibility"][column])["naive"]
    prose = re.search(r"off by ([\d.]+) of the naive \(([\d.]+) to ([\d.]+)\), and its 90 % intervals\s+held (\d+) % of what came, "
                      r"the naive ones\s+(\d+) %", section(PAGE, "Backtests"))
    for said, name, found in zip(prose.groups(), ("relative", "low", "high", "coverage_90", "coverage_90 of naive"), (
            against("relative"), against("relative_low"), against("relative_high"),
            100 * float(whole["credibility"]["coverage_90"]), 100 * float(whole["naive"]["coverage_90"]))):
        differ.near(f"backtest {name}", said, found)


def main():
    example = section(PAGE, "An example")
    commands, told = blocks(example)[:2]
    *make, project = commands.splitlines()
    differ = Differences()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(folder, "\n".join(make))
        lines = run(folder, project)
        for said, found in zip(told.splitlines(), without_files(lines), strict=True):
            differ.same("on the terminal", said, found)
        check_rows(differ, read(folder / "next-year.csv"), example)
        check_decisions(differ, folder, project)
        check_backtest(differ, folder, project)
    assert not differ.lines, "docs/projection.md is not what the commands give:\n" + "\n".join(differ.lines)
    print("the example of the page is what the commands give")


if __name__ == "__main__":
    main()
