"""What a table may be: anything with the Arrow PyCapsule protocol, a dictionary of lists, rows, a file, parts one by one."""

from __future__ import annotations

import io
import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from . import _core
from ._optional import library
from ._tables import Table
from .errors import BrukerplanError, DuplicateColumns, MissingLibrary, RowsGone, UnreadableFile, UnreadableTable

Native = Callable[[Table], Any]


class Source:
    """A table that somebody handed in: how it is opened, and opened again.

    open: makes what the core reads.
    again: whether it can be opened more than once.
    native: a table of the core as the kind that was handed in; None where that is no table.
    pick: rows of it (eight bytes each, rising; and how many there were) by its own library, where that keeps more than Arrow does.
    read_by: the pack and the mapping that it was read by before, where it is rows of a `Validation`.
    """

    def __init__(
        self,
        open: Callable[[], Any],
        *,
        again: bool = True,
        native: Native | None = None,
        pick: Callable[[bytes, int], Any] | None = None,
        note: Any = None,
        read_by: dict[str, Any] | None = None,
    ) -> None:
        self.open = open
        self.again = again
        self.native = native
        self.pick = pick
        self.note = note
        self.read_by = read_by or {}

    def reading(self, pack: Any, mapping: Any) -> dict[str, Any]:
        """The pack and the mapping to read it by: those that are given, or else those that it was read by before."""
        given = {"pack": pack, "mapping": mapping}
        return {name: self.read_by.get(name) if value is None else value for name, value in given.items()}

    def read(self) -> _core.Table:
        return _core.read_table(self.open())

    def rows(self, rows: bytes, expected: int) -> _core.Table:
        """Some of the rows, as they were when there were `expected` of them."""
        if not self.again:
            raise RowsGone(
                "the rows are not there any more: they came in a stream that can be read once, or in parts; take those of "
                "valid_rows or invalid_rows yourself, or hand over a table"
            )
        try:
            every = self.read()
        except (OSError, UnreadableFile):
            if self.note is None:
                raise
            raise RowsGone("the file with the rows is not there any more, or cannot be read") from None
        _need_as_many(len(every), expected)
        return every.take(rows)

    def table(self, rows: bytes, expected: int, read_by: dict[str, Any]) -> Table:
        pick = self.pick
        native = self.native if pick is None else (lambda _: pick(rows, expected))
        return Table._of(lambda: self.rows(rows, expected), native, length=len(rows) // 8, read_by=read_by)


def _need_as_many(now: int, expected: int) -> None:
    if now != expected:
        raise RowsGone(f"there are {now} rows now, and {expected} were validated")


def _exported(data: Any) -> Any:
    """The capsule of a table. What goes wrong in its own library is not repeated: it may hold what stands in a cell."""
    try:
        return data.__arrow_c_stream__() if hasattr(data, "__arrow_c_stream__") else data
    except BrukerplanError:
        raise
    except ImportError:
        raise MissingLibrary(f"{_library_of(data)} needs pyarrow to hand its tables over: pip install pyarrow") from None
    except Exception as error:
        if not getattr(getattr(data, "columns", None), "is_unique", True):  # of pandas
            raise DuplicateColumns("columns are there more than once; DataFrame.columns has their names") from None
        raise UnreadableTable(
            f"{_library_of(data)} cannot hand this table over as Arrow ({type(error).__name__}): "
            "is there a column with values of several kinds?"
        ) from None


def _library_of(data: Any) -> str:
    return type(data).__module__.partition(".")[0]


def _of_pandas(data: Any) -> Source:
    def pick(rows: bytes, expected: int) -> Any:
        _need_as_many(len(data), expected)
        return data.iloc[memoryview(rows).cast("q").tolist()]

    return Source(lambda: _exported(data), native=lambda table: table.to_pandas(), pick=pick)


def _of_duckdb(data: Any) -> Source:
    return Source(lambda: _exported(data), native=lambda table: library("duckdb", "to_native()").from_arrow(table.to_arrow()))


def _of_ibis(data: Any) -> Source:
    return Source(lambda: _exported(data), native=lambda table: library("ibis", "to_native()").memtable(table.to_arrow()))


def _of_polars(data: Any) -> Source:
    if hasattr(data, "collect") and not hasattr(data, "to_arrow"):  # a LazyFrame
        return Source(lambda: _exported(data.collect()), native=lambda table: table.to_polars().lazy())
    return Source(lambda: _exported(data), native=lambda table: table.to_polars())


def _of_pyarrow(data: Any) -> Source:
    once = hasattr(data, "read_next_batch")  # a RecordBatchReader
    return Source(lambda: _exported(data), again=not once, native=lambda table: table.to_arrow())


_LIBRARIES: dict[str, Callable[[Any], Source]] = {
    "duckdb": _of_duckdb,
    "_duckdb": _of_duckdb,
    "ibis": _of_ibis,
    "pandas": _of_pandas,
    "polars": _of_polars,
    "pyarrow": _of_pyarrow,
}


def is_nothing(cell: Any) -> bool:
    """Whether it stands for nothing: None, NaN, and NaT and NA of pandas."""
    if cell is None or type(cell).__name__ == "NAType":
        return True
    unequal = cell != cell  # of numpy a truth value of its own, of an array one for each cell
    return type(unequal).__name__ in ("bool", "bool_") and bool(unequal)


def is_column(cells: Any) -> bool:
    """Whether it is cells one by one in an order, and no cell itself."""
    return isinstance(cells, Iterable) and not isinstance(cells, (str, bytes, bytearray, Mapping, set, frozenset))


def is_row(thing: Any) -> bool:
    """Whether it is one row as a dictionary, and no dictionary of columns."""
    return isinstance(thing, Mapping) and not all(map(is_column, thing.values()))


def cells_of(cells: Any, name: Any = "") -> list[Any]:
    """A list of objects of Python; arrays of numpy and columns of pyarrow give theirs.

    Raises:
        UnreadableTable: it is one cell, or nothing that holds cells.
    """
    if _library_of(cells) == "numpy" and cells.dtype.kind == "M":
        cells = cells.astype("datetime64[us]")  # nanoseconds would come as whole numbers
    for made in ("tolist", "to_pylist"):
        if hasattr(cells, made):
            cells = getattr(cells, made)()
    if not is_column(cells):
        raise UnreadableTable(
            f"column {name}: a list of cells is needed, and this is {type(cells).__name__}; one record goes to brukerplan.check or "
            "brukerplan.explain, or in a list of dictionaries"
        )
    return list(cells)


def columns_table(columns: Mapping[str, Iterable[Any]]) -> _core.Table:
    try:
        return _core.table_of_columns(list(columns), [cells_of(cells, name) for name, cells in columns.items()])
    except (TypeError, ValueError) as error:
        raise error if isinstance(error, BrukerplanError) else UnreadableTable(str(error)) from None


def _batches(parts: Iterable[Any]) -> Iterator[_core.Table]:
    for part in parts:
        yield source_of(part).read()


def source_of(data: Any) -> Source:
    """How `data` is read.

    Raises:
        UnreadableTable: it is nothing that has columns.
    """
    if isinstance(data, Source):
        return data
    if isinstance(data, Table):
        return Source(lambda: data._core, native=data._native, read_by=data._read_by)
    if isinstance(data, _core.Table):
        return Source(lambda: data)
    if isinstance(data, (str, os.PathLike)):
        from ._files import file_source

        return file_source(os.fspath(data))
    if isinstance(data, Mapping):
        return Source(lambda: columns_table(data), native=lambda table: table.to_dict())
    if isinstance(data, type):
        raise _no_table(data)
    speaks_arrow = hasattr(data, "__arrow_c_stream__") or hasattr(data, "__arrow_c_array__")
    known = _LIBRARIES.get(_library_of(data))
    if known is not None and (speaks_arrow or hasattr(data, "collect")):
        return known(data)
    if speaks_arrow:
        return Source(lambda: _exported(data))
    if type(data).__name__ == "PyCapsule":
        return Source(lambda: data, again=False)
    if is_column(data) and not isinstance(data, io.IOBase) and _library_of(data) not in ("numpy", "_duckdb"):
        return _of_parts(data)
    raise _no_table(data)


def _of_parts(data: Iterable[Any]) -> Source:
    """Of rows or tables one by one. Rows are held, since what their columns are is known when all are there."""
    if isinstance(data, (list, tuple)):
        if any(map(is_row, data)) and all(isinstance(row, Mapping) for row in data):
            return Source(lambda: _records_table(data), native=lambda table: table.to_dicts())
        return Source(lambda: iter(_batches(data)))
    parts = iter(data)
    first = list(itertools.islice(parts, 1))
    if first and is_row(first[0]):
        return _of_parts([*first, *parts])
    return Source(lambda: iter(_batches(itertools.chain(first, parts))), again=False)


def _no_table(data: Any) -> UnreadableTable:
    hint = ""
    if isinstance(data, io.IOBase):
        hint = "; of an open file its path"
    elif _library_of(data) == "numpy":
        hint = "; of an array its columns by their names, as {'housing': array[:, 0]}"
    elif hasattr(data, "execute"):
        hint = "; of a connection the relation that its sql() gives"
    return UnreadableTable(
        f"{type(data).__name__} is no table: hand over a polars, pandas, pyarrow, DuckDB or Ibis table, anything with "
        f"__arrow_c_stream__, a dictionary of lists, a list of dictionaries, or the path of a file{hint}"
    )


def _records_table(records: Iterable[Mapping[str, Any]]) -> _core.Table:
    rows = list(records)
    names = dict.fromkeys(name for row in rows for name in row)
    return columns_table({name: [row.get(name) for row in rows] for name in names})
