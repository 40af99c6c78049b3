"""Small tables as the text of a CSV file, which is how the core reads what a projection rests on."""

from __future__ import annotations

import csv
import datetime
import io
import os
import pathlib
from typing import Any

from ._files import encoding_of
from ._sources import is_nothing
from ._tables import Table

TEXTS = (".csv", ".tsv", ".txt")


def _cell(value: Any) -> Any:
    if is_nothing(value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value


def csv_text(data: Any) -> str:
    """The text of a CSV file with a table; nothing for None. A CSV file is read as it is, so that what is told of it has its lines."""
    if data is None:
        return ""
    if isinstance(data, (str, os.PathLike)):
        path = pathlib.Path(data)
        if path.suffix.lower() in TEXTS:
            return path.read_text(encoding=encoding_of(os.fspath(path)), errors="replace")
    columns = Table(data).to_dict()
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(columns)
    rows.writerows([_cell(value) for value in row] for row in zip(*columns.values()))
    return text.getvalue()
