"""One record, as a form checks it on each keystroke."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import _core
from ._context import Date, Json, context
from ._sources import is_column, is_nothing
from .errors import InvalidArgument
from .schemes import Score


@dataclass(frozen=True)
class Finding:
    """What is wrong, and what to do about it. `field` is None for the record as a whole."""

    code: str
    severity: str
    field: str | None
    message: str
    action: str
    related: tuple[str, ...] = ()
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """What was found in one record.

    Attributes:
        valid: no finding is an error or worse.
        unknown_keys: number of keys that the pack does not know, and that were not read.
        document: all of it, as the C interface gives it (docs/c-api.md).
    """

    valid: bool
    findings: tuple[Finding, ...]
    score: Score
    scheme: str
    pack: str
    unknown_keys: int
    document: dict[str, Any] = dataclasses.field(repr=False)

    def __bool__(self) -> bool:
        return self.valid


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if hasattr(value, "tolist"):  # of numpy
        value = value.tolist()
    if is_nothing(value):
        return None
    if isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value) if value.is_finite() and value == int(value) else str(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if is_column(value):
        return [_plain(item) for item in value]
    raise InvalidArgument(f"a record holds text, numbers, dates, lists of text and None, and no {type(value).__name__}")


def record_json(record: Mapping[str, Any] | str) -> str:
    if isinstance(record, str):
        return record.encode("utf-8", "replace").decode()  # a lone surrogate is no text
    if not hasattr(record, "keys"):
        raise InvalidArgument(f"a record is a dictionary or JSON text, and no {type(record).__name__}")
    names = list(record.keys())  # a row of pandas gives its cells, when it is asked one by one
    return json.dumps({str(name): _plain(record[name]) for name in names})


def check(
    record: Mapping[str, Any] | str,
    pack: Any = None,
    *,
    scheme: Any = None,
    test_numbers: bool = False,
    lang: str | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
) -> Check:
    """Validates and scores one record. Options as for `validate` and `score`.

    Args:
        record: a dictionary of text, numbers, dates, lists of text and None, a row of pandas (what it has for nothing is nothing), or
            JSON text as it came. Text that is no record is a finding too, and whatever the cells say, there is an answer. A moment is
            the day that it says, whatever its time zone.

    Raises:
        InvalidArgument: it is no dictionary, or a cell is an object of another kind; or an option has a value that it does not take.
        InstrumentError: as `validate`.

    >>> import brukerplan as bp
    >>> found = bp.check({"municipality": "9001", "housing": "blue"}, test_numbers=True, lang="en")
    >>> found.valid, [finding.field for finding in found.findings if finding.code == "BP-DOM-001"]
    (False, ['housing'])
    """
    made = context(
        pack=pack,
        scheme=scheme,
        mapping=mapping,
        profile=profile,
        lang=lang,
        test_numbers=test_numbers,
        reference_date=reference_date,
        period=period,
    )
    return _check_of(made, record)


def _check_of(made: _core.Context, record: Mapping[str, Any] | str) -> Check:
    document = json.loads(made.check(record_json(record)))
    findings = tuple(
        Finding(
            found["code"],
            found["severity"],
            found["field"],
            found["message"],
            found["action"],
            tuple(found["related"]),
            found["params"],
        )
        for found in document["findings"]
    )
    score = document["score"]
    return Check(
        valid=document["valid"],
        findings=findings,
        score=Score(score["class"], score["points"], score["answered"], score["reason"]),
        scheme=document["scheme"],
        pack=document["pack"],
        unknown_keys=document["unknown_keys"],
        document=document,
    )
