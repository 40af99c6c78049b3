"""National numbers: birth, D-, H- and FH-numbers, test numbers, DUF (docs/national-numbers.md).

No function gives the digits back, and no error holds them.
"""

from __future__ import annotations

import atexit
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from . import _core
from ._context import Date, day
from ._names import NUMBER_BASES, NUMBER_KINDS, NUMBER_REASONS, SEXES
from ._sources import columns_table
from ._tables import Table
from .errors import InvalidArgument, InvalidNumber

__all__ = ["Policy", "Number", "Normalised", "check", "parse", "normalise", "check_column"]

_CHANGES = ("blanks", "space", "no_break_space", "narrow_no_break_space", "hyphen")
_RULES = ("1964", "2032")
_CHOICES = {
    "rule": ("1964", "both", "by_date"),
    "d_table": ("old", "new", "both"),
    "dates": ("by_rule", "strict", "lenient"),
}


@dataclass(frozen=True)
class Policy:
    """Which numbers are accepted.

    Attributes:
        rule: of the control digits: `1964`, `both`, or `by_date` with `assigned_by`.
        kinds: that are accepted, as `("birth_number", "d_number")` or one alone; None for those that people carry.
        test_numbers: test numbers alone are accepted, unless `kinds` says otherwise.
        assigned_by: no number was assigned after this day; the day of collection will do.
        d_table: series that tell the century of a D-number: `old`, `new`, `both`.
        dates: whether the individual number must name a year in which the date exists: `by_rule`, `strict`, `lenient`.
        reference_date: nobody is born after this day.
        refuse_ambiguous: refuse what leaves two kinds or two years open.
    """

    rule: str = "both"
    kinds: tuple[str, ...] | None = None
    test_numbers: bool = False
    assigned_by: Date | None = None
    d_table: str = "both"
    dates: str = "by_rule"
    reference_date: Date | None = None
    refuse_ambiguous: bool = False

    def __post_init__(self) -> None:
        if self.kinds is not None:
            kinds = (self.kinds,) if isinstance(self.kinds, str) else tuple(self.kinds)
            object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True)
class Number:
    """What was found of one number, without its digits.

    Attributes:
        valid: whether the policy accepts it.
        reason: why not, else None; `position` is the digit at fault from 0, or None.
        kinds: what it is, as `("d_number", "tenor")`; of a refused number where that is why.
        sex: `female male unknown`, and what that rests on.
        birth_years: none, one or two, and what they rest on.
        birth_day: month and day, or None.
        rules: that the control digits satisfy, of `1964` and `2032`.
    """

    valid: bool
    reason: str | None
    position: int | None
    kinds: tuple[str, ...]
    sex: str
    sex_basis: str
    birth_years: tuple[int, ...]
    birth_year_basis: str
    birth_day: tuple[int, int] | None
    rules: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.valid


class Normalised(NamedTuple):
    """A number as its digits alone, and what was taken away."""

    digits: str
    changes: tuple[str, ...]


def _bits(words: Iterable[str], of: tuple[str, ...]) -> int:
    try:
        return sum(1 << of.index(word) for word in set(words))
    except ValueError:
        raise InvalidArgument(f"kinds are {' '.join(of)}") from None


def _words(bits: int, of: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for bit, word in enumerate(of) if bits >> bit & 1)


@functools.lru_cache(maxsize=32)
def _policy(policy: Policy) -> _core.NumberPolicy:
    chosen = {}
    for name, choices in _CHOICES.items():
        try:
            chosen[name] = choices.index(getattr(policy, name))
        except ValueError:
            raise InvalidArgument(f"{name} is one of {' '.join(choices)}") from None
    return _core.NumberPolicy(
        kinds=None if policy.kinds is None else _bits(policy.kinds, NUMBER_KINDS),
        test_numbers=policy.test_numbers,
        assigned_by=day(policy.assigned_by, "assigned_by"),
        reference_date=day(policy.reference_date, "reference_date"),
        refuse_ambiguous=policy.refuse_ambiguous,
        **chosen,
    )


atexit.register(_policy.cache_clear)


def core_policy(policy: Policy | None, test_numbers: bool = False) -> _core.NumberPolicy:
    if policy is None:
        return _policy(Policy(test_numbers=bool(test_numbers)))
    if not isinstance(policy, Policy):
        raise InvalidArgument(f"policy must be a national_id.Policy, not {type(policy).__name__}")
    if test_numbers:
        raise InvalidArgument("a policy says itself whether test numbers are accepted: Policy(test_numbers=True)")
    return _policy(policy)


def _digits(text: Any) -> str:
    if not isinstance(text, str):
        raise InvalidArgument(f"a number must be text, not {type(text).__name__}: as a number, leading zeros are lost")
    return text.encode("utf-8", "replace").decode()  # a lone surrogate is no digit


def check(text: str, policy: Policy | None = None, *, test_numbers: bool = False) -> Number:
    """What stands where a person's number belongs; whatever the text is, there is an answer.

    Args:
        text: of the number; not a whole number, of which leading zeros are lost.
        policy: which numbers are accepted; None for those that people carry.
        test_numbers: without a policy: test numbers alone are accepted.

    Raises:
        InvalidArgument: it is no text, or the policy is none.

    >>> from brukerplan import national_id
    >>> national_id.check("17912099997").reason
    'synthetic_not_allowed'
    >>> national_id.check("17912099997", test_numbers=True).kinds
    ('tenor',)
    """
    found = core_policy(policy, test_numbers).check(_digits(text))
    month, day_of_month = found["birth_day"]
    return Number(
        valid=found["valid"],
        reason=None if found["valid"] else NUMBER_REASONS[found["reason"]],
        position=None if found["position"] < 0 else found["position"],
        kinds=_words(found["kinds"], NUMBER_KINDS),
        sex=SEXES[found["sex"]],
        sex_basis=NUMBER_BASES[found["sex_basis"]],
        birth_years=tuple(found["birth_years"]),
        birth_year_basis=NUMBER_BASES[found["birth_year_basis"]],
        birth_day=(month, day_of_month) if month else None,
        rules=_words(found["rules"], _RULES),
    )


def parse(text: str, policy: Policy | None = None, *, test_numbers: bool = False) -> Number:
    """The same of a number as people write it, with blanks or a hyphen.

    Raises:
        InvalidNumber: it is no number, or none that the policy accepts; the message says why.

    >>> from brukerplan import national_id
    >>> national_id.parse("179120 99997", test_numbers=True).valid
    True
    """
    number = check(normalise(text).digits, policy, test_numbers=test_numbers)
    if not number.valid:
        raise InvalidNumber(f"the number is refused: {number.reason}")
    return number


def normalise(text: str) -> Normalised:
    """The digits of a number as people write it; whether they are a number is not asked.

    Raises:
        InvalidNumber: it cannot be brought to digits.

    >>> from brukerplan import national_id
    >>> national_id.normalise("179120-99997").changes
    ('hyphen',)
    """
    digits, changes = _core.normalise_number(_digits(text))
    return Normalised(digits, _words(changes, _CHANGES))


def column(cells: Any) -> Any:
    """A column as the core reads it: an Arrow array or stream (a Series, a ChunkedArray), or a list of text."""
    if hasattr(cells, "__arrow_c_stream__") or hasattr(cells, "__arrow_c_array__"):
        return cells
    return columns_table({"": cells})


def check_column(numbers: Any, policy: Policy | None = None, *, test_numbers: bool = False) -> Table:
    """A column of numbers (a Series, an Arrow array, a list of text), each as `check` has it; many millions a second.

    Returns:
        A row for each, in the columns `valid kinds first_birth_year second_birth_year sex rules reason position`. `kinds` and `rules` are words
        joined by `|`. All are null for a null.

    Raises:
        ColumnType: the column is not text.
        UnreadableTable: it is no column.

    >>> from brukerplan import national_id
    >>> national_id.check_column(["17912099997", None, "1"], test_numbers=True)["valid"]
    [True, None, False]
    """
    return Table._of(core_policy(policy, test_numbers).check_column(column(numbers)), shown=True)


def __dir__() -> list[str]:
    return __all__
