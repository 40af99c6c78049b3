"""What a projection rests on: how many mapped persons received and need each service, by municipality and round."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

from . import _core
from ._context import Date, Json, context, text, told_to
from ._csv import csv_text
from ._sources import source_of
from ._tables import Table

TOTALS = ("rows", "with_errors", "unplaced", "persons", "unlinked", "received_unanswered", "needed_unanswered")
CELLS = ("received_needed", "received_only", "needed_only", "neither")


class MappingCounts:
    """Mapped persons by municipality, round and service: whole numbers that add up (`+`), in any order, and nothing about a single
    person. Never changes once it is made. Experimental: it may change with any release.

    They are counts of persons, and small ones are as personal as records.

    >>> import brukerplan as bp
    >>> cells = {"municipality": ["9001"], "round": [2024], "service": ["work"], "received_needed": [4], "received_only": [1],
    ...     "needed_only": [2], "neither": [13]}
    >>> counts = bp.MappingCounts.of_table(cells)
    >>> len(counts), counts.table["recipients"], bp.MappingCounts.restore(counts.save()) == counts
    (1, [20], True)
    """

    def __init__(self, core: _core.MappingCounts) -> None:
        self._core = core

    @classmethod
    def of_table(cls, counts: Any, profiles: Any = None) -> MappingCounts:
        """Of counts that somebody else has made (docs/mapping-counts.md).

        Args:
            counts: a table, or the path of a file, with the columns `municipality round service received_needed received_only
                needed_only neither` in persons, and where they are known `mapped_on` and `recipients`; None for profiles alone.
            profiles: likewise `municipality round profile recipients`, of the same rounds.

        Raises:
            InvalidArgument: a row is wrong; the message has its line (the header is line 1) and its column.
        """
        return cls(_core.MappingCounts.of_csv(csv_text(counts), csv_text(profiles)))

    @classmethod
    def restore(cls, state: str) -> MappingCounts:
        """From what `save` gave. Raises InvalidState when it is something else."""
        return cls(_core.MappingCounts.restore(text(state, "saved counts")))

    def save(self) -> str:
        """As text, to be restored elsewhere: JSON, `brukerplan/mapping-counts`. The same counts are the same text."""
        return self._core.save()

    def __add__(self, other: MappingCounts) -> MappingCounts:
        """The counts of both, who must be different persons."""
        if not isinstance(other, MappingCounts):
            return NotImplemented
        return MappingCounts(self._core + other._core)

    def __reduce__(self) -> tuple[Any, ...]:
        return MappingCounts.restore, (self.save(),)

    def __deepcopy__(self, memo: Any) -> MappingCounts:
        return self  # it never changes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MappingCounts) and self.save() == other.save()

    __hash__ = None  # type: ignore[assignment]

    @functools.cached_property
    def _rounds(self) -> list[dict[str, Any]]:
        rounds: list[dict[str, Any]] = json.loads(self.save())["rounds"]
        return rounds

    def __len__(self) -> int:
        """Number of rounds, each of one municipality."""
        return len(self._rounds)

    @property
    def totals(self) -> dict[str, int]:
        """What became of the registrations that were counted: `rows` read, rows `with_errors` and `unplaced` rows (without a
        municipality or a year), which are left out; `persons` in all rounds, those `unlinked` (without a number to be merged by),
        and those who left open what they receive or need, who count as receiving or needing nothing. Not saved."""
        return {name: self._core.total(number) for number, name in enumerate(TOTALS, 1)}

    @property
    def table(self) -> Table:
        """The counts, as `of_table` takes them."""
        names = ("municipality", "round", "mapped_on", "service", *CELLS, "recipients")
        rows = [
            (round["municipality"], round["round"], (round["mapped"] or [None])[0], *service, round["recipients"])
            for round in self._rounds
            for service in round["services"]
        ]
        return _table(names, rows)

    @property
    def profiles(self) -> Table:
        """The profiles, as `of_table` takes them."""
        rows = [(round["municipality"], round["round"], *profile) for round in self._rounds for profile in round["profiles"]]
        return _table(("municipality", "round", "profile", "recipients"), rows)

    def __repr__(self) -> str:
        municipalities = {round["municipality"] for round in self._rounds}
        return f"<brukerplan.MappingCounts: {len(self)} rounds of {len(municipalities)} municipalities>"


def _table(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Table:
    columns = [list(cells) for cells in zip(*rows)] or [[] for _ in names]
    return Table._of(_core.table_of_columns(list(names), columns), shown=True)


def count(
    table: Any,
    pack: Any = None,
    *,
    test_numbers: bool = False,
    mapping: Json | None = None,
    profile: Json | None = None,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
    progress: Callable[[int], Any] | None = None,
) -> MappingCounts:
    """Counts registrations for a projection: rows with errors are left out, and the registrations of one person in a round of a
    municipality count once. **All registrations of a municipality's round must be in one call**, since the same person may stand in
    two parts of them; counts of other municipalities and rounds add up. Experimental.

    Args:
        table: registrations, as for `validate`, of any number of municipalities and rounds.
        pack, test_numbers, mapping, profile, reference_date, period, progress: as for `validate`.

    Raises:
        InputError, InstrumentError: as `validate`.

    >>> import brukerplan as bp
    >>> counts = bp.count({"municipality": ["9001"], "mapping_year": [2024], "mapped_on": ["2024-10-07"], "birth_year": [1987],
    ...     "substance_problem": ["yes"], "mental_disorder": ["none"], "housing": ["red"], "activity": ["red"], "economy": ["red"],
    ...     "physical_health": ["green"], "mental_health": ["green"], "substance_use": ["red"], "social_functioning": ["green"],
    ...     "network": ["yellow"], "services_received": ["gp"]}, test_numbers=True)
    >>> len(counts), counts.totals["persons"], counts.profiles["profile"]
    (1, 1, ['red:substance_only'])
    """
    made = context(
        pack=pack, mapping=mapping, profile=profile, test_numbers=test_numbers, reference_date=reference_date, period=period
    )
    source = source_of(table)
    core = _core.MappingCounts.of_stream(made, source.open(), told_to(progress))
    if source.note is not None:
        source.note.warn()
    return MappingCounts(core)
