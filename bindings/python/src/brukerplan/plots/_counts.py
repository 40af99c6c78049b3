"""What is drawn as bars: counts with their words, from a table, a histogram or a report document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .._names import CLASSES, DOMAINS
from .._sources import source_of
from .._tables import Table
from ..errors import InvalidArgument, MissingColumns
from ..experimental import report
from ..histograms import Histogram
from ..pack import Pack

FORMAT = "brukerplan/report-document"
NOT_ASSESSED = {"nb": "Ikke vurdert", "nn": "Ikkje vurdert", "en": "Not assessed"}


class Bar(NamedTuple):
    label: str
    counts: list[int]  # by column
    of: int  # persons


class Counts(NamedTuple):
    title: str
    columns: list[tuple[str, str]]  # token and label
    denominators: list[int]
    bars: list[Bar]


def is_document(data: Any) -> bool:
    return isinstance(data, Mapping) and data.get("format") == FORMAT


def is_counted(data: Any) -> bool:
    return isinstance(data, Histogram) or is_document(data)


def is_grouped(data: Any) -> bool:
    """Whether it is counts by the label of a group."""
    return isinstance(data, Mapping) and bool(data) and all(map(is_counted, data.values()))


def document_of(data: Any, options: dict[str, Any]) -> dict[str, Any]:
    """Persons, as the report of a municipality counts them."""
    return dict(data) if is_document(data) else report(data, **options)


def _spoken(text: Mapping[str, str], lang: str) -> str:
    return text.get(lang) or text["nb"]


def of_document(document: Mapping[str, Any], name: str, lang: str) -> Counts:
    for table in document["tables"]:
        if table["id"] == name:
            columns = [(column["token"], _spoken(column["label"], lang)) for column in table["columns"]]
            denominators = [column["denominator"]["count"] for column in table["columns"]]
            bars = [Bar(_spoken(row["label"], lang), row["counts"], denominators[0]) for row in table["rows"]]
            return Counts(_spoken(table["title"], lang), columns, denominators, bars)
    raise InvalidArgument(f"the report document has no table {name}")


def of_ratings(histogram: Histogram, pack: Pack, lang: str) -> Counts:
    labels = pack.codes("rating") | {"not_assessed": NOT_ASSESSED[lang]}
    order = ("green", "yellow", "red", "not_assessed")
    counted = histogram.ratings().to_dict()
    bars = [
        Bar(pack.label(domain), [counted[rating][row] for rating in order], histogram.persons) for row, domain in enumerate(DOMAINS)
    ]
    return Counts("", [(rating, labels[rating]) for rating in order], [histogram.persons] * 4, bars)


def classes_of(data: Any, scheme: Any, options: dict[str, Any]) -> dict[str, int]:
    """Persons by index class."""
    if isinstance(data, Histogram):
        return data.classes(scheme)
    document = document_of(data, {**options, "scheme": scheme})
    table = next(table for table in document["tables"] if table["id"] == "index")
    found = {row["token"]: int(row["counts"][0]) for row in table["rows"]}
    return {name: found.get(name, 0) for name in CLASSES}


def _plain(name: str) -> str:
    """A name of a column as names are compared (docs/pack-format.md)."""
    name = name.lower()
    for letter, plain in (("\u00e6", "ae"), ("\u00f8", "oe"), ("\u00e5", "aa"), (" ", ""), ("_", ""), ("-", "")):
        name = name.replace(letter, plain)
    return name


def split(data: Any, by: str, pack: Pack) -> dict[str, Table]:
    """The rows of a table by what stands in a column, which has its own name or a name of the field; rows without are left out. Codes
    are told by their labels."""
    names, labels = {_plain(by)}, {}
    for field in pack.fields:
        both = {_plain(str(field[name])) for name in ("name", "alias") if field[name]}
        if _plain(by) in both:
            names |= both
            labels = pack.codes(field["list"]) if field["list"] else {}
    source = source_of(data)
    table = source.read()
    found = [at for at, name in enumerate(table.names) if _plain(name) in names]
    if len(found) != 1:
        raise MissingColumns(f"there is no column {by} to group by" if not found else f"several columns could be {by}")
    rows: dict[str, list[int]] = {}
    for row, cell in enumerate(table.column(found[0])):
        if cell is not None and (word := str(cell).strip()):
            rows.setdefault(labels.get(word.lower(), word), []).append(row)
    return {group: Table._of(table.take(_bytes(rows[group])), read_by=source.read_by) for group in sorted(rows)}


def _bytes(rows: list[int]) -> bytes:
    return b"".join(row.to_bytes(8, "little") for row in rows)
