"""Results as tables: Arrow within, any dataframe library without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from . import _core
from ._optional import library
from .errors import RowsGone


class Table:
    """Columns of a result, or rows of what was validated.

    Any library that reads the Arrow PyCapsule protocol takes it as it is (`polars.DataFrame(table)`,
    `pyarrow.table(table)`, `duckdb.from_arrow(table)`), again and again; the methods below do the same. It never
    changes, and lives as long as anybody uses a part of it.

    Nothing of the cells is shown by `repr()`: they may be about people. It can be pickled where pyarrow is installed.

    >>> import brukerplan as bp
    >>> table = bp.Table({"unit": ["a", "b"], "count": [3, None]})
    >>> len(table), table.columns, table["count"]
    (2, ['unit', 'count'], [3, None])
    """

    __slots__ = ("_make", "_made", "_length", "_native", "_shown", "_read_by")

    def __init__(self, data: Any) -> None:
        from ._sources import source_of

        source = source_of(data)
        self._set(source.read, None, source.native, False)

    @classmethod
    def _of(
        cls,
        core: _core.Table | Callable[[], _core.Table],
        native: Callable[[Table], Any] | None = None,
        *,
        length: int | None = None,
        shown: bool = False,
        read_by: dict[str, Any] | None = None,
    ) -> Table:
        """Of a table of the core, or of a function that makes it when it is first needed. `shown`: it holds no cells of
        people and may be shown whole. `read_by`: as of `Source.reading`."""
        made = cls.__new__(cls)
        made._set(core if callable(core) else (lambda: core), length, native, shown)
        made._read_by = read_by or {}
        return made

    def _set(self, make: Callable[[], _core.Table], length: int | None, native: Callable[[Table], Any] | None, shown: bool) -> None:
        self._make = make
        self._made: _core.Table | None = None
        self._length = length
        self._native = native
        self._shown = shown
        self._read_by: dict[str, Any] = {}

    @property
    def _core(self) -> _core.Table:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._core) if self._length is None else self._length

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return self._core.names

    def __getitem__(self, column: str) -> list[Any]:
        """The cells of a column, as objects of Python.

        Raises:
            KeyError: there is no such column.
        """
        try:
            return self._core.column(self._core.names.index(column))
        except ValueError:
            raise KeyError(column) from None

    def __contains__(self, column: object) -> bool:
        """Whether there is a column of this name."""
        return column in self._core.names

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Row by row, as dictionaries."""
        columns = self.to_dict()
        for cells in zip(*columns.values()):
            yield dict(zip(columns, cells))

    def __repr__(self) -> str:
        try:
            columns = f"{len(self.columns)} columns: {', '.join(self.columns)}"
        except (RowsGone, OSError):
            columns = "which are not there any more"
        return f"<brukerplan.Table: {len(self)} rows, {columns}>"

    def __reduce__(self) -> tuple[Any, ...]:
        if type(self) is not Table:
            name = type(self).__name__
            raise TypeError(f"a {name} cannot be pickled; the table with its rows can: brukerplan.Table(it)")
        return _restored, (self.to_arrow(), self._shown)

    def __deepcopy__(self, memo: Any) -> Table:
        return self  # it never changes

    def _repr_html_(self) -> str:
        from ._html import table_page

        return table_page(self, self._shown)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A capsule with an Arrow stream; a schema that is asked for is not looked at, as the protocol allows."""
        return self._core.__arrow_c_stream__(requested_schema)

    def to_dict(self) -> dict[str, list[Any]]:
        """A list of cells for each column.

        Raises:
            ColumnType: a column has a type without a counterpart in Python; `to_arrow()` takes it.
        """
        return {name: self._core.column(at) for at, name in enumerate(self._core.names)}

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary for each row."""
        return list(self)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`. Raises MissingLibrary without polars."""
        return library("polars", "to_polars()").DataFrame(self)

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`. Raises MissingLibrary without pyarrow."""
        return library("pyarrow", "to_arrow()").table(self)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; words that come again become categories. Raises MissingLibrary without pandas."""
        pandas = library("pandas", "to_pandas()")
        try:
            return self.to_arrow().to_pandas()
        except (ImportError, NotImplementedError):  # no pyarrow, or a column that it cannot convert
            return pandas.DataFrame(self.to_dict())

    def to_native(self) -> Any:
        """The kind of table that was handed in: a polars, pandas, pyarrow, DuckDB or Ibis table, a dictionary of lists; for
        a file or a stream the table itself."""
        return self if self._native is None else self._native(self)


def _restored(arrow: Any, shown: bool) -> Table:
    return Table._of(_core.read_table(arrow), shown=shown)
