"""The sample municipality, in every form in which engines hold tables."""

import csv
import datetime
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILE = ROOT / "examples/data/sample-municipality.csv"

LISTS = {"Rusmidler", "Tjenester mottatt", "Tjenester behov"}
NUMBERS = {"Kartleggingsår", "Fødselsår", "Barn omsorg", "Barn samvær", "Andres barn", "Barn barnevern"}
DAY = "Dato"
# Free text, which an engine would not keep as a category.
TEXTS = {"Radref", "Fødselsnummer", "Kommune", "Bydel", "Enhet", "Kartlegger"}


def _day(text):
    return datetime.datetime.strptime(text, "%d.%m.%Y").date()


def _typed(name, text):
    """A cell as an engine would hold it; raises ValueError when it cannot."""
    if not text:
        return None
    if name in NUMBERS:
        return int(text)
    if name == DAY:
        return _day(text)
    return text.split("|") if name in LISTS else text


def _can_be_typed(names, row):
    try:
        return all(_typed(name, text) is not ... for name, text in zip(names, row))
    except ValueError:
        return False


def text_columns(only_typed=False):
    """Columns of text, None for an empty cell; of the rows that have as many cells as there are columns."""
    with open(FILE, encoding="cp1252", newline="") as file:
        names, *rows = csv.reader(file, delimiter=";")
    rows = [row for row in rows if len(row) == len(names) and (not only_typed or _can_be_typed(names, row))]
    return {name: [row[at] or None for row in rows] for at, name in enumerate(names)}


def typed_columns():
    """The same rows with numbers, days and lists, for those in which they can be read."""
    return {name: [_typed(name, cell) for cell in cells] for name, cells in text_columns(only_typed=True).items()}


def part(columns, first, last):
    return {name: cells[first:last] for name, cells in columns.items()}
