"""How many persons have which assessment: all that any scheme needs to know of a group."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

from . import _core
from ._context import Json, context
from ._names import CLASSES, DOMAINS, NO_CLASS_REASONS, RATINGS
from ._sources import source_of
from ._tables import Table
from .errors import InvalidArgument
from .schemes import Explanation, Scheme, scheme_of


class Histogram:
    """Persons by their assessment. Never changes; histograms of parts add up (`+`) to that of the whole, and any scheme can be
    applied to one afterwards. They are counts of persons, and small ones are as personal as records."""

    def __init__(self, core: _core.Histogram) -> None:
        self._core = core

    @classmethod
    def of_columns(cls, columns: Iterable[Any]) -> Histogram:
        """Of eight arrays of 8-bit ratings, one for each domain. Raises InvalidArgument for arrays of another kind, as do the
        two below."""
        return cls(_core.Histogram.of_columns(list(columns)))

    @classmethod
    def of_codes(cls, codes: Any) -> Histogram:
        """Of an array of codes of assessments, unsigned and of 16 bits."""
        return cls(_core.Histogram.of_codes(codes))

    @classmethod
    def of_counts(cls, counts: Any, unreadable: int = 0) -> Histogram:
        """Of 65 536 numbers of persons that were counted elsewhere, as an array of 64-bit integers."""
        return cls(_core.Histogram.of_counts(counts, unreadable))

    @functools.cached_property
    def counts(self) -> memoryview:
        """65 536 numbers of persons by the code of their assessment (two bits a domain, those of housing lowest), as 64-bit
        integers, as `numpy.asarray` takes them."""
        return memoryview(self._core.counts()).cast("q")

    @property
    def persons(self) -> int:
        """Number of persons that are counted."""
        return self._core.persons

    @property
    def unreadable(self) -> int:
        """Number of rows that are not counted, since a number in them is no rating."""
        return self._core.unreadable

    def classes(self, scheme: Scheme | Json | None = None) -> dict[str, int]:
        """Persons by class under a scheme; `none` for those without one."""
        return dict(zip(CLASSES, scheme_of(scheme)._core.count_classes(self.counts)))

    def no_classes(self, scheme: Scheme | Json | None = None) -> dict[str, int]:
        """Those without a class, by the reason."""
        found = scheme_of(scheme)._core.count_no_classes(self.counts)
        return dict(list(zip(NO_CLASS_REASONS, found))[1:])

    def ratings(self) -> Table:
        """Persons by domain and rating: `domain not_assessed green yellow red`."""
        persons = {(domain, rating): 0 for domain in range(len(DOMAINS)) for rating in range(len(RATINGS))}
        for code, count in enumerate(self.counts):
            if count:
                for domain in range(len(DOMAINS)):
                    persons[domain, code >> 2 * domain & 3] += count
        columns: dict[str, list[Any]] = {"domain": list(DOMAINS)}
        for number, rating in enumerate(RATINGS):
            columns[rating] = [persons[domain, number] for domain in range(len(DOMAINS))]
        return Table._of(_core.table_of_columns(list(columns), list(columns.values())), shown=True)

    def __add__(self, other: Histogram) -> Histogram:
        if not isinstance(other, Histogram):
            return NotImplemented
        return Histogram(self._core + other._core)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (bytes(self.counts), self.unreadable)

    def __deepcopy__(self, memo: Any) -> Histogram:
        return self  # it never changes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Histogram) and (self.counts, self.unreadable) == (other.counts, other.unreadable)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<brukerplan.Histogram: {self.persons} persons>"


def _restored(counts: bytes, unreadable: int) -> Histogram:
    return Histogram.of_counts(memoryview(counts).cast("q"), unreadable)


def histogram(table: Any, *, pack: Any = None, mapping: Json | None = None) -> Histogram:
    """Counts the assessments of a table, batch by batch; every row is a person.

    Args:
        table, pack, mapping: as for `score`.

    Raises:
        InputError: as `score`.

    >>> import brukerplan as bp
    >>> counted = bp.histogram({domain: ["red", "green"] for domain in bp.DOMAINS})
    >>> counted.persons, counted.classes("sum16/1")["blue_light"]
    (2, 1)
    """
    source = source_of(table)
    return Histogram(_core.Histogram.of_stream(context(**source.reading(pack, mapping)), source.open()))


def explain(
    row: Any, scheme: Scheme | Json | None = None, *, lang: str | None = None, pack: Any = None, mapping: Json | None = None
) -> Explanation:
    """Why an assessment has its class.

    Args:
        row: eight ratings in the order of the domains; or a row as a dictionary, or of pandas, with the columns of the pack or those
            that the mapping knows.
        scheme: id of a scheme, or a `Scheme`; None for the first of the newest pack.
        lang: of the sentences, `nb`, `nn` or `en`; None for `nb`.

    Raises:
        InvalidArgument: something in it is no rating.
        MissingColumns: a domain is not in the row.

    >>> import brukerplan as bp
    >>> why = bp.explain({"housing": "red", "activity": "red", "economy": "yellow", "physical_health": "green",
    ...     "mental_health": "red", "substance_use": "green", "social_functioning": "red", "network": "green"},
    ...     scheme="rule/1", lang="en")
    >>> why.index_class, why.decided["by"]
    ('blue_light', 'rule')
    """
    names = list(row.keys()) if hasattr(row, "keys") else []  # also a row of pandas, which gives cells when it is asked one by one
    if isinstance(row, Mapping) or (names and all(isinstance(name, str) for name in names)):
        counted = histogram({name: [row[name]] for name in names}, pack=pack, mapping=mapping)
        if counted.persons != 1:
            raise InvalidArgument("a rating of the row is none")
        code = counted.counts.tolist().index(1)
        row = [code >> 2 * domain & 3 for domain in range(len(DOMAINS))]
    return scheme_of(scheme).explain(row, lang)
