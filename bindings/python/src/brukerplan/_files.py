"""Files as tables: CSV and NDJSON by the standard library, Parquet by whichever library is installed.

Cells of CSV and NDJSON stay text, which the core reads as it reads those of a file: a number keeps its leading zeros.
"""

from __future__ import annotations

import codecs
import csv
import itertools
import json
import pathlib
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from . import _core
from ._optional import library
from ._sources import Source
from .errors import MissingLibrary, UnreadableFile, UnreadableRows

BATCH = 8192  # rows
SEPARATORS = ";,\t"
FEW = 20  # lines that are told one by one


class FileNote:
    """How a file was understood.

    Attributes:
        path: of the file.
        encoding: `utf-8-sig`, or `cp1252` (Windows-1252) for what is not UTF-8; None for Parquet.
        separator: `;`, `,` or tab; None where the file is no CSV.
        unreadable: number of lines that are no rows. They stand as rows of empty cells, so that none is lost and each is
            refused.
        lines: the first of these lines, counted from 1.
    """

    def __init__(self, path: str, encoding: str | None = None, separator: str | None = None) -> None:
        self.path = path
        self.encoding = encoding
        self.separator = separator
        self.unreadable = 0
        self.lines: list[int] = []

    def __repr__(self) -> str:
        return f"<FileNote: {self.encoding or 'Parquet'}, {self.unreadable} unreadable lines>"

    def refuse(self, line: int) -> None:
        self.unreadable += 1
        if len(self.lines) < FEW:
            self.lines.append(line)

    def warn(self) -> None:
        if self.unreadable:
            lines = ", ".join(map(str, self.lines)) + (", ..." if self.unreadable > len(self.lines) else "")
            found = "a line of the file is no row and counts as an empty one: number"
            if self.unreadable > 1:
                found = f"{self.unreadable} lines of the file are no rows and count as empty ones: numbers"
            warnings.warn(f"{found} {lines}", UnreadableRows, stacklevel=3)


def file_source(path: str) -> Source:
    """
    Raises:
        FileNotFoundError: there is no such file.
        UnreadableFile: its name ends with nothing that is known here.
    """
    reader = _READERS.get(pathlib.PurePath(path).suffix.lower())
    if reader is None:
        raise UnreadableFile(f"a file must end with one of {' '.join(sorted(_READERS))}")
    with open(path, "rb"):
        return reader(path)


def encoding_of(path: str) -> str:
    """Raises UnreadableFile for UTF-16, which spreadsheets call Unicode text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            raise UnreadableFile("the file is in UTF-16: save it as CSV UTF-8")
        file.seek(0)
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _text(path: str, encoding: str) -> Any:
    # What is in neither encoding reaches the core as a cell that is no text.
    return open(path, encoding=encoding, errors="surrogateescape", newline="")


def _of_rows(names: list[str], rows: Iterable[Any]) -> Iterator[_core.Table]:
    """Batches; the first one also when there are no rows, for its columns."""
    rows = iter(rows)
    batch = list(itertools.islice(rows, BATCH))
    while True:
        yield _core.table_of_text_rows(names, batch)
        batch = list(itertools.islice(rows, BATCH))
        if not batch:
            return


# ---- CSV


def _separator_of(header: str) -> str:
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([header], delimiter=separator), [])))


def _csv_rows(note: FileNote, reader: Any, columns: int) -> Iterator[Any]:
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                if len(cells) > columns and not any(cells[columns:]):
                    del cells[columns:]  # spreadsheets write separators to the right of the header
                if len(cells) != columns:
                    note.refuse(reader.line_num)
                    cells = [None] * columns
                yield cells
    except csv.Error:
        raise UnreadableFile(
            f"the file cannot be read from line {reader.line_num} on: is a quotation mark never closed?", reader.line_num
        ) from None


def _csv_batches(note: FileNote, first: int) -> Iterator[_core.Table]:
    note.unreadable, note.lines = 0, []
    with _text(note.path, str(note.encoding)) as file:
        for _ in range(first):
            file.readline()
        reader = csv.reader(file, delimiter=str(note.separator))
        names = next(reader)
        while names and not names[-1].strip():
            names.pop()
        yield from _of_rows(names, _csv_rows(note, reader, len(names)))


def _csv(path: str) -> Source:
    note = FileNote(path, encoding_of(path))
    with _text(path, str(note.encoding)) as file:
        header, first = file.readline(), 0
        if header.lower().startswith("sep="):  # Excel's
            note.separator, first = header[4:5], 1
            header = file.readline()
        elif header.strip():
            note.separator = _separator_of(header)
        if not header.strip() or str(note.separator) in "\r\n":
            raise UnreadableFile("the file does not begin with the names of its columns")
    return Source(lambda: _csv_batches(note, first), note=note)


# ---- NDJSON


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands twice")
    return made


def _records(note: FileNote) -> Iterator[dict[str, Any] | None]:
    """None for a line that is no object."""
    note.unreadable, note.lines = 0, []
    with _text(note.path, "utf-8-sig") as file:
        for line, text in enumerate(file, 1):
            if not text.isspace():
                try:
                    record = json.loads(text, object_pairs_hook=_object, parse_int=str, parse_float=str)
                except (ValueError, RecursionError):
                    record = None
                if not isinstance(record, dict):
                    note.refuse(line)
                    record = None
                yield record


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return "|".join(value)
    return json.dumps(value)


def _ndjson_batches(note: FileNote) -> Iterator[_core.Table]:
    # Twice through the file, since a column may first show itself in the last line, and all rows are not kept.
    names = list(dict.fromkeys(name for record in _records(note) if record for name in record))
    yield from _of_rows(names, ([_cell((record or {}).get(name)) for name in names] for record in _records(note)))


def _ndjson(path: str) -> Source:
    note = FileNote(path, "utf-8-sig")
    return Source(lambda: _ndjson_batches(note), note=note)


# ---- Parquet


def _parquet(path: str) -> Source:
    try:
        parquet = library("pyarrow.parquet", "a Parquet file", "pyarrow")
    except MissingLibrary:
        polars = library("polars", "a Parquet file", "pyarrow")

        def read() -> Any:
            try:
                return polars.read_parquet(path)
            except polars.exceptions.PolarsError:
                raise UnreadableFile("the file is no Parquet file, or not a whole one") from None

        return Source(read, note=FileNote(path))

    def open_file() -> Any:
        pyarrow = library("pyarrow", "a Parquet file")
        try:
            file = parquet.ParquetFile(path)
        except pyarrow.ArrowInvalid:
            raise UnreadableFile("the file is no Parquet file, or not a whole one") from None
        return pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches()).__arrow_c_stream__()

    return Source(open_file, note=FileNote(path))


_READERS: dict[str, Callable[[str], Source]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".txt": _csv,
    ".ndjson": _ndjson,
    ".jsonl": _ndjson,
    ".parquet": _parquet,
}
