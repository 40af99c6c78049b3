"""The rules as a pandera schema over Polars, checked lazily: every failing record of every rule is reported.

The checks are the expressions of `validation_polars` over values that are read in the same way; what differs is who
asks them and how the answer is given.
"""
import os

os.environ.setdefault("PANDERA_VALIDATION_DEPTH", "SCHEMA_AND_DATA")  # without it lazy frames get no data checks

import pandera.polars as pa  # noqa: E402
import polars as pl  # noqa: E402
from pandera.errors import SchemaErrors  # noqa: E402

from . import cells_polars as cells  # noqa: E402
from .validation_polars import Rules, complete  # noqa: E402

DTYPES = {"code": pl.UInt8, "codes": pl.UInt64, "integer": pl.Int32, "date": pl.Date}


def check_of(code, broken):
    return pa.Check(lambda data: data.lazyframe.select((~broken).alias(code)), name=code)


def schema_of(facts, columns):
    typed = {field: pa.Column(DTYPES[fact["type"]], nullable=True) for field, fact in facts.fields.items()
             if fact["type"] in DTYPES and field in columns}
    rules = Rules(facts, columns)
    return pa.DataFrameSchema(typed, checks=[check_of(code, broken) for code, broken in rules.expressions().items()])


def findings(frame, facts):
    """How many records break each rule; rules that none breaks are left out."""
    values = cells.read_cells(frame, facts)
    completed = complete(values, Rules(facts, values.columns))
    try:
        schema_of(facts, values.columns).validate(completed, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        return dict(cases.group_by("check").len().iter_rows())
    return {}
