"""One record, as a form checks it on each keystroke."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import _core
from ._context import Date, Json, context
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
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "item"):  # a number of numpy
        return value.item()
    raise TypeError(f"a record holds text, numbers, dates, lists of text and None, and no {type(value).__name__}")


def record_json(record: Mapping[str, Any] | str) -> str:
    return record if isinstance(record, str) else json.dumps(dict(record), default=_plain)


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
    """Validates and scores one record: a dictionary, or JSON text as it came. Options as for `validate` and `score`.

    Text that is no record is a finding too; nothing that stands in a record raises.

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
