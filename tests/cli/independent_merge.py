"""Merges registrations to persons with the standard library alone, in the plainest way, from docs/register.md.

Files are as a Norwegian Excel saves them (`brukerplan simulate --excel`); the policy is `latest_known/1`.
"""
import collections
import csv
import datetime

from independent_count import COUNTS, SEVERAL, born, in_error, parse_date, plain, values

STAYS = "radref enhet kartlegger foedselsnummer informert reservert journalfoert".split()
OF_ROUND = "kommune kartleggingsaar dato".split()
UNKNOWN = ("", "unknown")
LATER_THAN_ALL = datetime.date(9999, 12, 31)


def read(path):
    """The header as it is written, and the cells of each row."""
    with open(path, encoding="cp1252", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    return header, rows


def write(path, header, rows):
    with open(path, "w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])


def number_of(row):
    """Digits of a valid number; nothing for one to be put right first."""
    number = row["foedselsnummer"].replace(" ", "")
    return number if number and born(number, parse_date(row["dato"]) or LATER_THAN_ALL) else ""


def latest_known(cells):
    """From the latest registration to the earliest."""
    known = [cell for cell in cells if cell not in UNKNOWN]
    answered = [cell for cell in cells if cell]
    return (known + answered + [""])[0]


def united(cells):
    words = {word for cell in cells for word in values(cell)}
    codes = words - {"none", "unknown"}
    return frozenset(codes or ({"none"} if "none" in words else words))


def year_of_birth(row):
    date = born(number_of(row), parse_date(row["dato"])) if number_of(row) else None
    return str(date.year) if date else row["foedselsaar"]


def merged(rows, columns):
    """One record of the rows of a person, by column. Of one day the first in the input is the latest. The numbers of
    children are one answer: those of the latest form that has any."""
    latest_first = sorted(rows, key=lambda row: parse_date(row["dato"]), reverse=True)
    about_children = next((row for row in latest_first if any(row[column] for column in COUNTS)), latest_first[0])
    record = {}
    for column in columns:
        if column == "foedselsaar":
            record[column] = latest_known([year_of_birth(row) for row in latest_first])
        elif column in COUNTS:
            record[column] = about_children[column]
        elif column in SEVERAL:
            record[column] = united([row[column] for row in latest_first])
        else:
            record[column] = latest_known([row[column].lower() for row in latest_first])
    return record


def prepare(header, rows, labels):
    """Counts by their names in the receipt, and the records that leave, each a dictionary by column."""
    columns = [plain(name) for name in header]
    counts = collections.Counter()
    usable, objectors = [], set()
    for place, cells in enumerate(rows):
        counts["rows"] += 1
        if len(cells) != len(columns):
            counts["unreadable"] += 1
            continue
        row = {name: cell.strip() for name, cell in zip(columns, cells)}
        if row["reservert"].lower() == "yes":
            counts["objected"] += 1
            counts["objections_without_number"] += 0 if number_of(row) else 1
            objectors.add(number_of(row))
        elif in_error(row, labels):
            counts["with_errors"] += 1
        else:
            usable.append((number_of(row) or f"row {place}", row))
    stays = [(person, row) for person, row in usable if person not in objectors]
    counts["withdrawn"] = len(usable) - len(stays)
    counts["registrations"] = len(stays)
    counts["objection_unanswered"] = sum(row["reservert"].lower() not in ("yes", "no") for _, row in stays)
    persons = collections.defaultdict(list)
    for person, row in stays:
        persons[person].append(row)
    counts["persons"] = len(persons)
    counts["unlinked"] = sum(person.startswith("row") for person in persons)
    counts["merged"] = sum(len(rows) > 1 for rows in persons.values())
    informed = [rows for rows in persons.values() if any(row["informert"].lower() == "yes" for row in rows)]
    counts["transferable"] = len(informed)
    counts["not_informed"] = len(persons) - len(informed)
    last_day = max(parse_date(row["dato"]) for _, row in stays)
    leaves = [column for column in columns if column not in STAYS + OF_ROUND]
    of_round = {"kommune": "9001", "kartleggingsaar": stays[0][1]["kartleggingsaar"], "dato": last_day.isoformat()}
    return counts, [{**merged(rows, leaves), **of_round} for rows in informed]


def comparable(record):
    """A record as something that can be counted."""
    return tuple(sorted((column, cell) for column, cell in record.items()))


def read_transferred(path, pack):
    """The records of a transfer file by the Norwegian names of columns, and their running numbers."""
    names = {field["name"]: field["alias"] for field in pack["fields"]}
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    records = [{names[name]: frozenset(values(cell)) if names[name] in SEVERAL else cell for name, cell in row.items()}
               for row in rows]
    return records, [int(record.pop("radref")) for record in records]
