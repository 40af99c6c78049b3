"""PySpark: each partition is validated, scored or counted where it lies, by `mapInArrow`; what comes to the driver is its
state, which holds counts and findings and no row. The package must be installed where the executors run. Spark 4 or later.

Rows are counted from the beginning of the first partition. Spark itself decides how it cuts files into partitions, and puts
the larger ones first; `row_ref` names a row whatever the order.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from .. import histograms, schemes, validation
from .._optional import library
from ..histograms import Histogram
from ..validation import Validation
from ._parts import carried, join, score_batches

__all__ = ["validate", "score", "histogram"]

SCORES = "row_ref string, points int, class string, answered tinyint, scheme string, reason string"


def _states(batches: Iterable[Any], state_of: Any) -> Iterator[Any]:
    """The number of the partition and its state as bytes; nothing of a partition without batches."""
    pyarrow = library("pyarrow", "Spark")
    partition = library("pyspark", "Spark").TaskContext.get().partitionId()
    batches = iter(batches)
    for first in batches:
        state = state_of(batch for some in ((first,), batches) for batch in some)
        columns = [pyarrow.array([partition], pyarrow.int32()), pyarrow.array([state], pyarrow.binary())]
        yield pyarrow.record_batch(columns, ["partition", "state"])


def _validated(batches: Iterable[Any], options: dict[str, Any]) -> Iterator[Any]:
    return _states(batches, lambda rows: validation.validate(rows, **options).save().encode())


def _counted(batches: Iterable[Any], options: dict[str, Any]) -> Iterator[Any]:
    def state_of(rows: Iterable[Any]) -> bytes:
        counted = histograms.histogram(rows, **options)
        return counted.unreadable.to_bytes(8, "little") + counted.counts.tobytes()

    return _states(batches, state_of)


def _collected(frame: Any, of_partition: Any, options: dict[str, Any]) -> Iterator[bytes]:
    """The states of the partitions in their order."""
    work = functools.partial(of_partition, options=options)
    rows = frame.mapInArrow(work, "partition int, state binary").collect()
    for row in sorted(rows, key=lambda row: row["partition"]):
        yield bytes(row["state"])


class _Empty:
    """No rows, with the columns of a frame: what is wrong with them is told by the driver, before any work is done. A batch, since
    streams of pyarrow leave out those without rows."""

    def __init__(self, frame: Any) -> None:
        schema = frame.limit(0).toArrow().schema
        self._batch = library("pyarrow", "Spark").RecordBatch.from_pylist([], schema=schema)

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self._batch.__arrow_c_array__(requested_schema)


def validate(frame: Any, pack: Any = None, *, max_findings: int = 100_000, keep_rows: bool = False, **options: Any) -> Validation:
    """Validates a `pyspark.sql.DataFrame`. Arguments and errors as for `brukerplan.validate`.

    Args:
        max_findings: findings that are kept whole, by each partition and of all together.
        keep_rows: for `valid_rows`, `invalid_rows` and `severities`; a byte and a third for each row comes to the driver.

    Returns:
        The result for the whole table. The rows themselves are not in it: `.valid` and `.invalid` raise `RowsGone`.
    """
    given = carried({"pack": pack, **options})
    kept: dict[str, Any] = {"max_findings": max_findings, "keep_rows": keep_rows}
    none = validation.validate(_Empty(frame), **given, **kept)
    states = _collected(frame, _validated, {**given, **kept})
    return join([none, *(Validation.restore(state.decode(), **given) for state in states)])


def score(frame: Any, scheme: Any = None, *, pack: Any = None, mapping: Any = None) -> Any:
    """Scores of a `pyspark.sql.DataFrame` as one, a row for each row, worked out when they are needed. Columns and errors as of
    `brukerplan.score`."""
    options = carried({"scheme": scheme, "pack": pack, "mapping": mapping})
    schemes.score(_Empty(frame), **options)
    return frame.mapInArrow(functools.partial(score_batches, options=options), SCORES)


def histogram(frame: Any, *, pack: Any = None, mapping: Any = None) -> Histogram:
    """Counts the assessments of a `pyspark.sql.DataFrame`, as `brukerplan.histogram`; half a megabyte of each partition comes to
    the driver."""
    options = carried({"pack": pack, "mapping": mapping})
    whole = histograms.histogram(_Empty(frame), **options)
    for state in _collected(frame, _counted, options):
        whole += Histogram.of_counts(memoryview(state)[8:].cast("q"), int.from_bytes(state[:8], "little"))
    return whole


def __dir__() -> list[str]:
    return __all__
