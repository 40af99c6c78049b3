"""Counts the sample municipality with the standard library alone and compares with the report.

Nothing of the library is used here: which rows are in error, who is the same person, and every count are worked out again
from the published descriptions, in another language and in the plainest way.
"""
import collections
import csv
import datetime
import html.parser
import json
import pathlib
import re
import sys
import tempfile

from command import run

DOMAINS = "bolig aktivitet oekonomi fysisk_helse psykisk_helse rusmiddelbruk sosial_fungering nettverk".split()
COUNTS = "barn_omsorg barn_samvaer andres_barn barn_barnevern".split()
SEVERAL = "rusmidler tjenester_mottatt tjenester_behov".split()


def plain(header):
    name = header.lower().replace(" ", "_").replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return name


def parse_date(text):
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            pass
    return None


def born(number, day):
    """Birth date of a Tenor birth number, or None when it is not one."""
    if not re.fullmatch(r"\d{11}", number):
        return None
    digits = [int(c) for c in number]
    first = sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), digits)) % 11
    second = sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), digits)) % 11
    month = int(number[2:4]) - 80
    if first or second or not 1 <= month <= 12:
        return None
    year, individual = int(number[4:6]), int(number[6:9])
    if individual < 500:
        century = 1900
    elif year < 40:
        century = 2000
    elif individual >= 900:
        century = 1900
    elif individual < 750 and year >= 54:
        century = 1800
    else:
        return None
    try:
        date = datetime.date(century + year, month, int(number[0:2]))
    except ValueError:
        return None
    return date if date <= day else None


def age_of(row, day):
    date = born(row["foedselsnummer"].replace(" ", ""), day)
    if date:
        return day.year - date.year - ((day.month, day.day) < (date.month, date.day))
    return day.year - int(row["foedselsaar"]) if row["foedselsaar"] else None


def holds_number(text, day):
    return any(born(found, day) for found in re.findall(r"(?<!\d)\d{11}(?!\d)", text))


class Labels:
    """The code lists of the pack, as the only description of the tokens."""

    def __init__(self, pack):
        self.lists = {}
        lists = {entry["name"]: entry for entry in pack["code_lists"]}
        for field in pack["fields"]:
            if "list" in field:
                entry = lists[field["list"]]
                self.lists[field["alias"]] = (
                    [code["token"] for code in entry["codes"]],
                    [code["token"] for code in entry.get("alone", [])],
                )
        self.municipal = {
            code["token"]
            for code in lists["service"]["codes"]
            if code["sector"] in ("health_and_care", "nav", "child_welfare")
        }
        self.services = [code["token"] for code in lists["service"]["codes"]]


def values(cell):
    return [word.strip().lower() for word in re.split(r"[|,]", cell) if word.strip()]


def in_error(row, labels):
    """Whether a record cannot be used as it stands."""
    day = parse_date(row["dato"])
    year = row["kartleggingsaar"]
    if day is None or not re.fullmatch(r"\d+", year) or row["kommune"] != "9001":
        return True
    for column, (codes, alone) in labels.lists.items():
        words = values(row[column])
        if column not in SEVERAL and len(words) > 1:
            return True
        if any(word not in codes and word not in alone for word in words):
            return True
        if len(words) > 1 and any(word in alone for word in words):
            return True
    for column in COUNTS:
        if row[column] and not (re.fullmatch(r"\d+", row[column]) and int(row[column]) <= 20):
            return True
    children = [row[column] for column in COUNTS[:3]]
    if row["barn_barnevern"] and any(children):
        if int(row["barn_barnevern"]) > sum(int(count or 0) for count in children):
            return True
    number = row["foedselsnummer"].replace(" ", "")
    date = born(number, day) if number else None
    if number and date is None or not number and not row["foedselsaar"]:
        return True
    if row["foedselsaar"] and (not row["foedselsaar"].isdigit() or date and date.year != int(row["foedselsaar"])):
        return True
    outside = max(datetime.date(int(year), 1, 1) - day, day - datetime.date(int(year), 12, 31)).days
    if outside > 31 or age_of(row, day) < 16 or row["reservert"].lower() == "yes":
        return True
    substance, mental = row["rusproblem"].lower(), row["psykisk_lidelse"].lower()
    if substance != "yes" and mental not in ("less_serious", "serious"):
        return True
    received = values(row["tjenester_mottatt"])
    if received != ["unknown"] and not labels.municipal.intersection(received):
        return True
    if not any(row[domain] for domain in DOMAINS):
        return True
    if row["bydel"] and not re.fullmatch(row["kommune"] + r"\d\d", row["bydel"]):
        return True
    return any(holds_number(row[column], day) for column in ("radref", "enhet", "kartlegger"))


def category(row):
    substance, mental = row["rusproblem"].lower(), row["psykisk_lidelse"].lower()
    if substance in ("", "unknown") or mental in ("", "unknown"):
        return "unknown"
    if substance == "yes":
        return {
            "none": "substance_only",
            "less_serious": "substance_and_less_serious_mental",
            "serious": "substance_and_serious_mental",
        }[mental]
    return "mental_only_" + mental


def index_class(row):
    colours = [row[domain].lower() for domain in DOMAINS]
    if "" in colours:
        return "none"
    points = sum({"green": 0, "yellow": 1, "red": 2}[colour] for colour in colours)
    return "green" if points <= 4 else "yellow" if points <= 8 else "red" if points <= 12 else "blue_light"


def age_group(age):
    bounds = [16, 18, 25, 35, 45, 55, 67, 80]
    if age is None:
        return "unknown"
    if age >= 80:
        return "80+"
    low = max(bound for bound in bounds if bound <= age)
    return f"{low}-{bounds[bounds.index(low) + 1] - 1}"


def count(path, pack):
    labels = Labels(pack)
    with open(path, encoding="cp1252", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    header = [plain(name) for name in rows[0]]
    totals = collections.Counter(rows=0, unreadable=0, with_errors=0, registrations=0)
    persons = {}
    for place, cells in enumerate(rows[1:]):
        totals["rows"] += 1
        if len(cells) != len(header):
            totals["unreadable"] += 1
            continue
        row = {name: cell.strip() for name, cell in zip(header, cells)}
        if in_error(row, labels):
            totals["with_errors"] += 1
            continue
        totals["registrations"] += 1
        number = row["foedselsnummer"].replace(" ", "")
        key = number or f"row {place}"
        day = parse_date(row["dato"])
        if key not in persons or day > persons[key][0]:
            persons[key] = (day, row)
        if not number:
            totals["unlinked"] += 1
    totals["persons"] = len(persons)
    tables = collections.defaultdict(collections.Counter)
    answered = collections.Counter()
    for day, row in persons.values():
        tables["category"][category(row), "count"] += 1
        tables["sex"][row["kjoenn"].lower() or "unknown", "count"] += 1
        tables["age_group"][age_group(age_of(row, day)), "count"] += 1
        tables["index"][index_class(row), "count"] += 1
        for domain in DOMAINS:
            tables["domains"][domain, row[domain].lower() or "not_assessed"] += 1
        for column, name in (("tjenester_mottatt", "received"), ("tjenester_behov", "needed")):
            words = values(row[column])
            if words and words != ["unknown"]:
                answered[name] += 1
                for word in words:
                    tables["services"][word, name] += 1
    return totals, tables, answered


class Cells(html.parser.HTMLParser):
    """The rows of the tables of a page, as lists of text."""

    def __init__(self):
        super().__init__()
        self.rows, self.cell = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.rows and self.cell is not None:
            self.rows[-1].append(" ".join(self.cell.split()))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def main():
    sample, source = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    pack = json.loads((source / "packs/brukerplan-2024.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        page, document = pathlib.Path(folder) / "report.html", pathlib.Path(folder) / "report.json"
        _, errors, code = run("report", sample, "--out", page, "--document", document, "--test-numbers")
        assert code == 0, errors
        report = json.loads(document.read_text(encoding="utf-8"))
        cells = Cells()
        cells.feed(page.read_text(encoding="utf-8"))
    totals, tables, answered = count(sample, pack)
    assert totals["rows"] >= 400 and totals["with_errors"] > 0, "the sample is not the one this test is made for"
    for name, number in report["counts"].items():
        assert number == totals[name], f"{name}: the report has {number}, an independent count {totals[name]}"
    names = {field["name"]: field["alias"] for field in pack["fields"]}
    checked = 0
    for table in report["tables"]:
        for column in table["columns"]:
            expected = answered[column["token"]] if table["id"] == "services" else totals["persons"]
            assert column["denominator"] == {"unit": "persons", "count": expected}, (table["id"], column)
        for row in table["rows"]:
            for column, number in zip(table["columns"], row["counts"]):
                token = names[row["token"]] if table["id"] == "domains" else row["token"]
                own = tables[table["id"]][token, column["token"]]
                assert number == own, f"{table['id']} {token} {column['token']}: {number} in the report, {own} counted"
                checked += 1
            shown = [line for line in cells.rows if line and line[0].startswith(row["label"]["nb"])]
            wanted = str(row["counts"][0])
            if sum(row["counts"]) > 0:
                assert any(wanted in " ".join(line[1:]) for line in shown), f"{row['label']['nb']} {wanted} is not on the page"
    for identifier, own in tables.items():
        shown = {row["token"] for table in report["tables"] if table["id"] == identifier for row in table["rows"]}
        for (token, _), number in own.items():
            token = {alias: name for name, alias in names.items()}[token] if identifier == "domains" else token
            assert token in shown or token == "none" or number == 0, f"{identifier} {token} is missing from the report"
    print(f"{checked} counts agree")


if __name__ == "__main__":
    main()
