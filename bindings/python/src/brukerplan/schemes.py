"""Scores: the class of the living-conditions index, and why."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Union

from . import _core
from ._context import Json, context, is_document, json_text, text, whole_number
from ._names import CLASSES, DOMAINS, NO_CLASS_REASONS, RATINGS
from ._sources import is_column, is_nothing, source_of
from ._tables import Table
from .errors import InvalidArgument

Ratings = Union[Mapping[str, Any], Sequence[Any]]
"""Eight ratings in the order of the domains, or a dictionary by domain: `green yellow red`, 1 2 3, and None, 0, `""` or
`not_assessed` for a domain that is not assessed."""


class Score(NamedTuple):
    """A score. `index_class` is `green yellow red blue_light`, or `none` for a `reason`; `points` are None without a class and
    in a scheme without points; `answered` is the number of assessed domains."""

    index_class: str
    points: int | None
    answered: int
    reason: str | None


class Scores(NamedTuple):
    """Scores of many, an array for each part, as `numpy.asarray` takes it: 8-bit classes (0 none, 1 green ... 4 blue light),
    32-bit points (0 without a class), 8-bit numbers of assessed domains, 8-bit reasons for no class (0 for none)."""

    classes: memoryview
    points: memoryview
    answered: memoryview
    reasons: memoryview


@dataclass(frozen=True)
class Explanation:
    """Why an assessment has its class. `str()` gives it as sentences.

    Attributes:
        index_class: as of a `Score`; also `points`, `answered`, `reason`.
        decided: what decided: `by`, and the `rule` (from 1) or where the class begins (`from`).
        domains: of each assessed domain its rating, its points beyond green, and the class if it were green.
        better, worse: the smallest change to the next better and the next worse class, or None.
        text: sentences, in the language that was asked for.
        document: all of it, as the C interface gives it.
    """

    scheme: str
    index_class: str
    points: int | None
    answered: int
    reason: str | None
    decided: dict[str, Any]
    domains: list[dict[str, Any]]
    better: dict[str, Any] | None
    worse: dict[str, Any] | None
    text: list[str]
    document: dict[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return "\n".join(self.text)


@dataclass(frozen=True)
class Comparison:
    """How two schemes differ.

    Attributes:
        counts: persons by their class under the first and then under the second.
        total, changed: persons, and those with another class; share_changed is None when nobody is counted.
    """

    first: str
    second: str
    counts: dict[str, dict[str, int]]
    total: int
    changed: int
    share_changed: float | None
    document: dict[str, Any] = field(repr=False)

    def to_table(self) -> Table:
        """A row for each class under the first scheme: `first`, then a count for each class under the second."""
        columns: dict[str, list[Any]] = {"first": list(self.counts)}
        for name in CLASSES:
            columns[name] = [row.get(name, 0) for row in self.counts.values()]
        return Table._of(_core.table_of_columns(list(columns), list(columns.values())), shown=True)


def _rating(value: Any) -> int:
    if is_nothing(value):
        return 0
    try:
        if isinstance(value, str):
            return 0 if value == "" else RATINGS.index(value.strip().lower())
        number = int(value)
        whole = number == value and not isinstance(value, bool)
    except (TypeError, ValueError, OverflowError):
        raise InvalidArgument("a rating is green, yellow, red or none") from None
    return number if whole and 0 <= number < 255 else 255  # which is none either


def ratings_of(ratings: Ratings) -> bytes:
    if isinstance(ratings, Mapping):
        unknown = [name for name in ratings if name not in DOMAINS]
        if unknown and len(unknown) == len(ratings):
            raise InvalidArgument(f"none of the domains is there: {' '.join(DOMAINS)}")
        return bytes(_rating(ratings.get(domain)) for domain in DOMAINS)
    if not is_column(ratings):
        raise InvalidArgument("eight ratings are needed, one for each domain, or a dictionary of them")
    return bytes(map(_rating, ratings))


def _score(core: tuple[int, int, int, int]) -> Score:
    index_class, points, answered, reason = core
    return Score(CLASSES[index_class], points if index_class else None, answered, NO_CLASS_REASONS[reason] if reason else None)


class Scheme:
    """A scoring scheme, shipped or of your own, checked when it is made. Never changes; threads may share it.

    Args:
        scheme: id of a shipped scheme (`sum16/1`), None for the first; or a scheme as a dictionary, JSON text, or the path of
            a `.json` file (docs/scoring.md).
        pack: id of the pack that the shipped scheme is in, None for the newest.

    Raises:
        UnknownScheme, UnknownPack: there is none of this id.
        InvalidScheme: it has a fault; the message says where, and names an assessment that shows it.

    >>> import brukerplan as bp
    >>> bp.Scheme("sum16/1").score(["red", "red", "green", "green", "yellow", "red", "green", "green"])
    Score(index_class='yellow', points=7, answered=8, reason=None)
    """

    def __init__(self, scheme: Json | None = None, *, pack: str | None = None) -> None:
        self._json: str | None = None
        self._pack = pack
        if isinstance(scheme, Scheme):
            scheme, self._pack = scheme._json or scheme.id, scheme._pack
        if scheme is not None and is_document(scheme):
            self._json = json_text(scheme)
            self._core = _core.Scheme.from_json(self._json or "")
        else:
            self._core = _core.Scheme.shipped(
                None if scheme is None else str(scheme), None if self._pack is None else text(self._pack, "pack")
            )

    def __reduce__(self) -> tuple[Any, ...]:
        return functools.partial(Scheme, pack=self._pack), (self._json or self.id,)

    def __deepcopy__(self, memo: Any) -> Scheme:
        return self  # it never changes

    @property
    def id(self) -> str:
        """As `sum16/1`; every result names it."""
        return self._core.id

    def _options(self) -> dict[str, Any]:
        return {"scheme": self.id} if self._json is None else {"scheme_json": self._json}

    def score(self, ratings: Ratings) -> Score:
        """The score of one assessment; a number that is no rating makes it `unreadable`."""
        return _score(self._core.score(ratings_of(ratings)))

    def score_code(self, code: int) -> Score:
        """Of an assessment by its code: two bits a domain, those of housing lowest. Raises InvalidArgument beyond 65535."""
        return _score(self._core.score_code(whole_number(code, "a code", 0, 65535)))

    def score_columns(self, columns: Iterable[Any]) -> Scores:
        """Of many: eight arrays of 8-bit integers (numpy, `array`, `bytes`), one for each domain; strides are kept."""
        return self._scores(self._core.score_columns(list(columns)))

    def score_packed(self, codes: Any) -> Scores:
        """Of many by their codes: an array of unsigned 16-bit integers."""
        return self._scores(self._core.score_packed(codes))

    @staticmethod
    def _scores(arrays: tuple[bytes, bytes, bytes, bytes]) -> Scores:
        classes, points, answered, reasons = arrays
        return Scores(
            memoryview(classes).cast("b"),
            memoryview(points).cast("i"),
            memoryview(answered).cast("b"),
            memoryview(reasons).cast("b"),
        )

    def explain(self, ratings: Ratings, lang: str | None = None) -> Explanation:
        """Why an assessment has its class, in `nb`, `nn` or `en`.

        Raises:
            InvalidArgument: a number is no rating.
        """
        document = json.loads(self._core.explain(ratings_of(ratings), lang))
        named = {name: document[name] for name in Explanation.__dataclass_fields__ if name in document}
        return Explanation(index_class=document["class"], document=document, **named)

    def compare(self, other: Scheme | str, histogram: Any = None) -> Comparison:
        """How many have which class here and which there: of the persons in a histogram (65 536 counts), or of every
        assessment once."""
        counts = getattr(histogram, "counts", histogram)
        document = json.loads(self._core.compare(scheme_of(other)._core, counts))
        named = {name: document[name] for name in Comparison.__dataclass_fields__ if name in document}
        return Comparison(document=document, **named)

    def __repr__(self) -> str:
        return f"<brukerplan.Scheme {self.id}>"


def scheme_of(scheme: Scheme | Json | None) -> Scheme:
    """The scheme itself, or the one of this id or document."""
    return scheme if isinstance(scheme, Scheme) else Scheme(scheme)


def score(table: Any, scheme: Scheme | Json | None = None, *, pack: Any = None, mapping: Json | None = None) -> Table:
    """Scores a table of registrations, one row for each row given, and does not validate it.

    Args:
        table: as for `validate`; only the columns of the eight domains are needed, and a row reference is passed on.
        scheme: id of a scheme of the pack, or a `Scheme`; None for the first of the pack.
        pack, mapping: as for `validate`; None for rows of a `Validation`: those that it was made with.

    Returns:
        `row_ref points class answered scheme reason`: `points` int32, null without a class; `answered` int8; `class` is
        `none` for a `reason`.

    Raises:
        InputError: the table cannot be used: a domain is missing, or has a type that does not go with it.
        UnknownScheme: the pack has none of this id.

    >>> import brukerplan as bp
    >>> domains = ("housing", "activity", "economy", "physical_health", "mental_health", "substance_use",
    ...            "social_functioning", "network")
    >>> scores = bp.score({domain: ["red", "green"] for domain in domains}, scheme="sum16/1")
    >>> scores["class"], scores["points"]
    (['blue_light', 'green'], [16, 0])
    """
    source = source_of(table)
    core = _core.score_stream(context(**source.reading(pack, mapping), scheme=scheme), source.open())
    return Table._of(core, source.native, shown=True)


def compare_schemes(first: Scheme | Json, second: Scheme | Json, histogram: Any = None) -> Comparison:
    """How two schemes differ: how many persons have which class under the first, and which under the second.

    Args:
        first, second: ids of schemes, `Scheme` objects, or documents.
        histogram: the persons, a `Histogram` or 65 536 counts; None for every assessment once.

    Raises:
        UnknownScheme, InvalidScheme: there is none of this id, or it has a fault.
        InvalidArgument: the counts are none.

    >>> import brukerplan as bp
    >>> bp.compare_schemes("sum16/1", "rule/1").total
    65536
    """
    return scheme_of(first).compare(scheme_of(second), histogram)
