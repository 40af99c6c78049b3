"""Polars: lazy frames by batches, from its streaming engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import _core
from .._context import whole_number
from .._optional import library
from .._sources import Source
from ..errors import MissingLibrary, UnreadableTable
from ..histograms import Histogram
from ..histograms import histogram as _histogram
from ..schemes import score as _score
from ..validation import Validation
from ..validation import validate as _validate
from ._parts import BATCH, MOST

__all__ = ["batches", "validate", "score", "histogram"]


def batches(frame: Any, rows: int = BATCH) -> Iterator[Any]:
    """Data frames of about `rows` rows in their order; the first also when there are no rows, for its columns."""
    if not hasattr(frame, "collect"):
        raise UnreadableTable(f"a polars.LazyFrame is needed, and not {type(frame).__name__}; brukerplan itself takes other tables")
    rows = whole_number(rows, "rows of a batch", 1, MOST)
    if not hasattr(frame, "collect_batches"):
        raise MissingLibrary("batches of a lazy frame need Polars 1.34 or later: pip install -U polars")
    empty = True
    for batch in frame.collect_batches(chunk_size=rows, maintain_order=True, lazy=True, engine="streaming"):
        empty = False
        yield batch
    if empty:
        yield frame.collect_schema().to_frame()


def _source(frame: Any, rows: int) -> Source:
    def tables() -> Iterator[_core.Table]:
        for batch in batches(frame, rows):
            yield _core.read_table(batch.__arrow_c_stream__())

    return Source(tables, native=lambda table: table.to_polars().lazy())


def validate(frame: Any, pack: Any = None, *, batch_rows: int = BATCH, **options: Any) -> Validation:
    """Validates the rows of a `polars.LazyFrame`. Other arguments, result and errors as for `brukerplan.validate`; `.valid` and
    `.invalid` run the query again and hold its rows.

    >>> import brukerplan as bp, polars as pl
    >>> rows = {"municipality": ["9001"] * 3, "mapping_year": [2024] * 3, "mapped_on": ["2024-10-07"] * 3, "birth_year": [1987] * 3,
    ...     "substance_problem": ["yes"] * 3, "mental_disorder": ["none"] * 3, "services_received": ["none"] * 3}
    >>> frame = pl.LazyFrame(rows | {domain: ["red", "blue", "green"] for domain in bp.DOMAINS})
    >>> len(bp.engines.polars.validate(frame, test_numbers=True, batch_rows=2))
    3
    """
    return _validate(_source(frame, batch_rows), pack, **options)


def score(frame: Any, scheme: Any = None, *, pack: Any = None, mapping: Any = None) -> Any:
    """Scores of the rows of a lazy frame as a lazy frame: batch by batch when it is collected or, in constant memory, written
    (`sink_parquet`). Columns as of `brukerplan.score`, as text instead of categories.

    >>> import brukerplan as bp, polars as pl
    >>> scores = bp.engines.polars.score(pl.LazyFrame({domain: [1, 3] for domain in bp.DOMAINS}), "sum16/1")
    >>> scores.select("class", "points").collect().rows()
    [('green', 0), ('blue_light', 16)]
    """
    polars = library("polars", "a lazy frame")
    text, small = polars.String, polars.Int8
    schema = {"row_ref": text, "points": polars.Int32, "class": text, "answered": small, "scheme": text, "reason": text}

    def scored(batch: Any) -> Any:
        return _score(batch, scheme, pack=pack, mapping=mapping).to_polars().cast(schema)

    return frame.map_batches(scored, schema=schema, streamable=True)


def histogram(frame: Any, *, pack: Any = None, mapping: Any = None, batch_rows: int = BATCH) -> Histogram:
    """Counts the assessments of a lazy frame, as `brukerplan.histogram`."""
    return _histogram(_source(frame, batch_rows), pack=pack, mapping=mapping)


def __dir__() -> list[str]:
    return __all__
