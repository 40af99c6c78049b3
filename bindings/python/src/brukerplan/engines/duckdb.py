"""DuckDB: relations in constant memory. A query runs as batches are asked for, in the order of its rows."""

from __future__ import annotations

from typing import Any

from .._context import whole_number
from .._optional import library
from .._sources import Source
from ..errors import UnreadableTable
from ..histograms import Histogram
from ..histograms import histogram as _histogram
from ..validation import Validation
from ..validation import validate as _validate
from ._parts import BATCH, MOST, score_batches, score_schema

__all__ = ["batches", "validate", "score", "histogram"]


def batches(relation: Any, rows: int = BATCH) -> Any:
    """A `pyarrow.RecordBatchReader` over a relation, `rows` at a time."""
    library("pyarrow", "batches of DuckDB")
    open_reader = getattr(relation, "to_arrow_reader", None) or getattr(relation, "fetch_record_batch", None)
    if open_reader is None:
        raise UnreadableTable(f"a relation of DuckDB is needed, as of duckdb.sql(), and not {type(relation).__name__}")
    return open_reader(whole_number(rows, "rows of a batch", 1, MOST))


def _source(relation: Any, rows: int) -> Source:
    def native(table: Any) -> Any:
        return library("duckdb", "to_native()").from_arrow(table.to_arrow())

    return Source(lambda: batches(relation, rows).__arrow_c_stream__(), native=native)


def validate(relation: Any, pack: Any = None, *, batch_rows: int = BATCH, **options: Any) -> Validation:
    """Validates the rows of a relation. Other arguments, result and errors as for `brukerplan.validate`; `.valid` and `.invalid`
    run the query again and hold its rows."""
    return _validate(_source(relation, batch_rows), pack, **options)


def score(relation: Any, scheme: Any = None, *, pack: Any = None, mapping: Any = None, batch_rows: int = BATCH) -> Any:
    """Scores of the rows of a relation as a `pyarrow.RecordBatchReader`: batch by batch, to be read once by Polars,
    a writer of Parquet, or DuckDB over another connection (`duckdb.connect().from_arrow(reader)`). Columns as of
    `brukerplan.score`.

    >>> import brukerplan as bp, duckdb
    >>> ratings = duckdb.sql("SELECT " + ", ".join(f"rating AS {domain}" for domain in bp.DOMAINS) + " FROM range(1, 4) t(rating)")
    >>> bp.engines.duckdb.score(ratings, "sum16/1").read_all()["points"].to_pylist()
    [0, 8, 16]
    """
    options = {"scheme": scheme, "pack": pack, "mapping": mapping}
    reader = library("pyarrow", "scores by batches").RecordBatchReader
    return reader.from_batches(score_schema(), score_batches(batches(relation, batch_rows), options))


def histogram(relation: Any, *, pack: Any = None, mapping: Any = None, batch_rows: int = BATCH) -> Histogram:
    """Counts the assessments of a relation, as `brukerplan.histogram`."""
    return _histogram(_source(relation, batch_rows), pack=pack, mapping=mapping)


def __dir__() -> list[str]:
    return __all__
