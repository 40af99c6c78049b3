"""Engines whose tables are larger than memory, or lie on many machines: `spark`, `duckdb`, `polars`.

Each module has `validate`, `score` and `histogram`, which give what `brukerplan.validate`, `brukerplan.score` and
`brukerplan.histogram` give for the whole table, to the byte, and hold a batch at a time. None of the engines is imported before
it is used.

>>> import brukerplan as bp
>>> parts = ({domain: ["red", "green"] for domain in bp.DOMAINS} for _ in range(3))
>>> sum(len(bp.score(part)) for part in parts)
6
"""

from . import duckdb, polars, spark
from ._parts import join

__all__ = ["duckdb", "join", "polars", "spark"]
