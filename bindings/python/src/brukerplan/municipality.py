"""Municipalities, counties and districts through time (docs/municipalities.md): codes are text, and mean something on a day."""

from __future__ import annotations

import builtins
import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import _core
from ._context import Date, day, json_text, text
from ._names import VALIDITIES
from ._sources import cells_of
from ._tables import Table
from .errors import InvalidArgument
from .national_id import column

__all__ = [
    "Municipality", "Part", "Trace", "validity", "valid", "describe", "trace", "find", "list", "same_territory", "county_valid", "district_valid", "check_column",
]  # fmt: skip

_EPOCH = datetime.date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Municipality:
    """A municipality while a code was valid: from a day until, not including, another; None for still."""

    code: str
    label: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


@dataclass(frozen=True)
class Part:
    """A municipality that an earlier or later one lies in. `share` is that of the earlier one; None where a split leaves it
    open."""

    code: str
    label: str
    relation: str
    merged_with_others: bool
    share: float | None


@dataclass(frozen=True)
class Trace:
    """What a municipality is on another day: all that is known, also when it was split.

    Attributes:
        basis: `unchanged renamed recoded merged split`.
        determined: whether it is one municipality.
        shares_are_the_callers: shares of a split rest on weights that the caller gave.
    """

    on: datetime.date
    basis: str
    determined: bool
    municipalities: tuple[Part, ...]
    shares_are_the_callers: bool

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(part.code for part in self.municipalities)


def _date(written: str | None) -> datetime.date | None:
    return None if written is None else datetime.date.fromisoformat(written)


def _day(on: Date) -> tuple[int, int, int]:
    date = day(on, "on")
    if date is None:
        raise InvalidArgument("a day is needed")
    return date


def validity(code: str, on: Date) -> str:
    """How a code stands on a day: `valid not_yet_valid no_longer_valid unknown_code malformed_code fictional_code
    before_facts`. Any text has an answer. Raises InvalidArgument for what is no text or no day.

    >>> from brukerplan import municipality
    >>> municipality.validity("1507", "2024-01-01")
    'no_longer_valid'
    """
    return VALIDITIES[_core.municipality_validity(text(code, "a code"), _day(on))]


def valid(code: str, on: Date) -> bool:
    """Whether it is a municipality's on this day.

    >>> from brukerplan import municipality
    >>> municipality.valid("0301", "2024-01-01")
    True
    """
    return validity(code, on) == "valid"


def describe(code: str, on: Date, to: Date | None = None) -> dict[str, Any]:
    """Everything about a code on a day: how it stands, names, county and districts, or what to use instead; with a second
    day also what it is then (docs/c-api.md).

    >>> from brukerplan import municipality
    >>> municipality.describe("0301", "2024-01-01")["label"]
    'Oslo'
    """
    found: dict[str, Any] = json.loads(_core.municipality_describe(text(code, "a code"), _day(on), day(to, "to")))
    return found


def trace(code: str, on: Date, to: Date, weights: Iterable[dict[str, Any]] | None = None) -> Trace:
    """What the municipality with a code on one day is on another, later or earlier.

    Args:
        weights: `{"before": "1507", "after": "1508", "weight": 52163}` for every branch of each split on the way.

    Raises:
        NotValidOnDate: the code is not valid on the first day.
        BeforeFacts: a day before 2006.
        MissingWeight, InvalidWeight: the weights do not do.

    >>> from brukerplan import municipality
    >>> municipality.trace("1507", "2023-01-01", "2024-01-01").codes
    ('1508', '1580')
    """
    given = None if weights is None else json_text(cells_of(weights, "weights"))
    found = json.loads(_core.municipality_trace(text(code, "a code"), _day(on), _day(to), given))["trace"]
    return Trace(
        datetime.date.fromisoformat(found["on"]),
        found["basis"],
        found["determined"],
        tuple(Part(**{name: part.get(name) for name in Part.__dataclass_fields__}) for part in found["municipalities"]),
        found["shares_are_the_callers"],
    )


def _listed(document: str) -> builtins.list[Municipality]:
    return [
        Municipality(found["code"], found["label"], _date(found["valid_from"]), _date(found["valid_to"]))
        for found in json.loads(document)["municipalities"]
    ]


def find(name: str, on: Date | None = None) -> builtins.list[Municipality]:
    """Those of a name on a day, or at any time since 2006; letters are compared as they are.

    >>> from brukerplan import municipality
    >>> [found.code for found in municipality.find("Her\u00f8y", "2024-01-01")]
    ['1515', '1818']
    """
    return _listed(_core.municipality_find(text(name, "a name"), day(on, "on")))


def list(on: Date) -> builtins.list[Municipality]:
    """All on a day, in order of code. Raises BeforeFacts for a day before 2006.

    >>> from brukerplan import municipality
    >>> len(municipality.list("2024-01-01")), municipality.list("2024-01-01")[0].label
    (357, 'Oslo')
    """
    return _listed(_core.municipality_list(_day(on)))


def same_territory(first: str, first_on: Date, second: str, second_on: Date) -> bool:
    """Whether two codes, each on its day, are the same territory; equal codes may not be.

    >>> from brukerplan import municipality
    >>> municipality.same_territory("0219", "2019-01-01", "3024", "2020-01-01")
    True
    """
    return _core.municipality_same_territory(text(first, "a code"), _day(first_on), text(second, "a code"), _day(second_on))


def county_valid(code: str, on: Date) -> bool:
    """Whether two digits are a county's on a day.

    >>> from brukerplan import municipality
    >>> municipality.county_valid("03", "2024-01-01"), municipality.county_valid("30", "2024-01-01")
    (True, False)
    """
    return _core.county_valid(text(code, "a code"), _day(on)) == 1


def district_valid(code: str, on: Date) -> bool:
    """Whether six digits are a city district's on a day.

    >>> from brukerplan import municipality
    >>> municipality.district_valid("030101", "2024-01-01")
    True
    """
    return _core.district_valid(text(code, "a code"), _day(on)) == 1


def check_column(codes: Any, on: Date | Iterable[Date]) -> Table:
    """A column of codes, each on one day or on its own: `validity`, null for a null.

    Raises:
        ColumnType: the column is not text.
        InvalidArgument: there are not as many days as codes.

    >>> from brukerplan import municipality
    >>> municipality.check_column(["0301", "301"], "2024-01-01")["validity"]
    ['valid', 'malformed_code']
    """
    dates = [on] if isinstance(on, (str, datetime.date)) else cells_of(on, "on")
    days = [datetime.date(*_day(date)).toordinal() - _EPOCH for date in dates]
    return Table._of(_core.municipality_check_column(column(codes), days), shown=True)


def __dir__() -> builtins.list[str]:
    return __all__
