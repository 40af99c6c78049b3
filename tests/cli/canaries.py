"""No output of any command holds what says who somebody is, whatever column it was typed in."""
import collections
import csv
import io
import json
import pathlib
import sys
import tempfile

from command import run

PACK = json.loads((pathlib.Path(sys.argv[2]) / "packs" / "brukerplan-2024.json").read_text(encoding="utf-8"))
FIELDS = [f["name"] for f in PACK["fields"]]
TEXTS = [f["name"] for f in PACK["fields"] if f["type"] == "text"]
FORMATS = ("table", "csv", "ndjson", "json", "operation-outcome")

# Nobody's: synthetic numbers (month + 80), or numbers with wrong control digits.
OWN = "15868710168"
OBJECTOR = "17912099997"
OWN_BIRTH_DATES = ("15.06.1987", "1987-06-15", "150687", "15061987", "19870615", "15/6-87")
NUMBERS = (
    "15868710168",  # valid
    "15868710169",  # mistyped
    "158687 10169",
    "1586871016",  # a digit lost
    "158687101688",  # a digit too many
    "55868710143",  # like a D-number
    "201258697506",  # DUF
    "2012 586975 07",  # DUF, mistyped
)
DATES = ("03.02.1961", "1961-02-03", "03021961", "3/2-1961", "03.02.61")
NAMED = tuple(f"Kanari Fugl {number}" for number in NUMBERS + DATES[:2])

GOOD = {
    "row_ref": "R1", "municipality": "9001", "district": "", "mapping_year": "2024", "mapped_on": "2024-10-07",
    "unit": "Team A", "unit_kind": "health_and_care", "mapper": "K01", "national_number": OWN, "birth_year": "1987",
    "sex": "", "substance_problem": "yes", "mental_disorder": "none", "housing": "green", "activity": "yellow",
    "economy": "yellow", "physical_health": "green", "mental_health": "green", "substance_use": "red",
    "social_functioning": "yellow", "network": "yellow", "services_received": "gp|home_services", "informed": "yes",
}


def records():
    """Pairs of a record and the canaries in it."""
    canaries = NUMBERS + DATES + NAMED + OWN_BIRTH_DATES
    for canary in canaries if sys.argv[3] == "all" else canaries[::7]:
        for field in TEXTS:
            yield {**GOOD, field: canary}, {canary}
        for field in FIELDS:
            if field not in TEXTS:
                # What cannot be read there is an objection: not of the one whose records are looked through.
                whose = {"national_number": OBJECTOR, "birth_year": ""} if field == "objects" else {}
                yield {**GOOD, **whose, field: canary}, {canary}
        everywhere = dict.fromkeys(FIELDS, canary)
        if OWN in digits_of(canary):
            everywhere["objects"] = "no"
        yield everywhere, {canary}
    for number in NUMBERS:
        yield {**GOOD, "national_number": number, "row_ref": number, "unit": f"nr {number}", "mapper": number}, {number}


def digits_of(text):
    return "".join(c for c in text if c.isdigit())


def forms_of(canary):
    """How a canary could come out: as it was typed, its digits alone, a date in the form that dates are written in."""
    forms = {canary, digits_of(canary)}
    forms |= {"1961-02-03", "1987-06-15"} if canary in DATES + OWN_BIRTH_DATES else set()
    forms |= {"Kanari"} if "Kanari" in canary else set()
    return {form for form in forms if len(form) >= 6}


def as_csv(rows, separator=";"):
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, delimiter=separator, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def as_ndjson(rows):
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    # Lines that cannot be read, and keys that are not known, are written by people too.
    lines += ['{"unit": "Kanari Fugl 15868710168', '{"15868710168": 15868710168, "Kanari Fugl": "1961-02-03"}']
    return "\n".join(lines).encode("utf-8")


def broken_csv(rows):
    """Rows that cannot be read, and columns that are not known."""
    text = as_csv(rows).decode("utf-8").splitlines()
    text[0] += ";Kanari Fugl 15868710168"
    text[1:] = [line + ";15868710168" for line in text[1:]]
    return "\n".join(text + ["15868710168;Kanari Fugl", '"Kanari 15868710168', ""]).encode("utf-8")


def outputs_of(folder, file):
    """Everything that the commands write about a file, by where it was written."""
    for policy in ([], ["--test-numbers"]):
        for language in ("nb", "nn", "en"):
            page, summary = folder / "page.html", folder / "summary.json"
            good, bad = folder / "good.csv", folder / "bad.csv"
            told = run("validate", file, *policy, "--lang", language, "--html", page, "--summary", summary,
                       "--good", good, "--bad", bad, "--examples", 100_000)
            yield f"table {language}", told[0]
            yield "standard error", told[1]
            for path in (page, summary, good, bad):
                yield path.name, path.read_text(encoding="utf-8")
        for name in FORMATS[1:]:
            out, errors, _ = run("validate", file, *policy, "--format", name)
            yield name, out
            yield "standard error", errors
        for name in FORMATS[:4]:
            out, errors, _ = run("score", file, *policy, "--format", name)
            yield f"score {name}", out
            yield "standard error", errors
        report, document = folder / "report.html", folder / "report.json"
        _, errors, code = run("report", file, *policy, "--out", report, "--document", document)
        yield "standard error", errors
        if code == 0:
            yield "report", report.read_text(encoding="utf-8")
            yield "report document", document.read_text(encoding="utf-8")
        yield from prepared(folder, file, policy)


def prepared(folder, file, policy):
    """What goes to the register, what stays with the municipality, and what is told, also where it is refused."""
    transferred, receipt, findings = (folder / name for name in ("transfer.csv", "receipt.json", "findings.csv"))
    who = ["--mapping-id", "autumn-2024", "--by", "municipal coordinator"]
    for day in ("2024-11-30", "2024-01-01"):
        for path in (transferred, receipt, findings):
            path.unlink(missing_ok=True)
        out, errors, code = run("prepare", file, *policy, *who, "--on", day, "--out", transferred, "--receipt", receipt,
                                "--findings", findings, "--objections-checked")
        yield "prepare", out + errors
        yield "findings of prepare", findings.read_text(encoding="utf-8")
        if code == 0:
            yield "transfer file", transferred.read_text(encoding="utf-8")
            yield "receipt", receipt.read_text(encoding="utf-8")


def main():
    everything = list(records())
    forms = set().union(*(forms_of(canary) for _, canaries in everything for canary in canaries))
    rows = [row for row, _ in everything]
    looked_at = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = {"mapping.csv": as_csv(rows), "broken.csv": broken_csv(rows), "mapping.ndjson": as_ndjson(rows)}
        for file, content in files.items():
            (folder / file).write_bytes(content)
            for where, text in outputs_of(folder, folder / file):
                looked_at[where] += 1
                found = sorted(form for form in forms if form in text)
                assert not found, f"{file}: {where} holds {found[0]}"
        assert looked_at["transfer file"] == looked_at["receipt"] == len(files), "nothing was prepared"
        # The test can fail: the canaries are in the input, and a name alone is shown as a unit is.
        assert all(any(form in files["mapping.csv"].decode() for form in forms_of(c)) for _, cs in everything for c in cs)
        (folder / "name.csv").write_bytes(as_csv([{**GOOD, "unit": "Kanari Fugl", "objects": "yes"}]))
        assert "Kanari Fugl" in run("validate", folder / "name.csv", "--format", "csv")[0]
    print(f"{len(forms)} canaries in {len(rows)} rows are in none of {sum(looked_at.values())} outputs")


if __name__ == "__main__":
    main()
