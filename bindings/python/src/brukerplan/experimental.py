"""What is not promised yet, and may change or leave with any release."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from . import _core
from ._context import Date, Json, context, told_to
from ._sources import source_of

__all__ = ["report"]


def report(
    table: Any,
    pack: Any = None,
    *,
    scheme: Any = None,
    test_numbers: bool = False,
    lang: str | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
    progress: Callable[[int], Any] | None = None,
) -> dict[str, Any]:
    """A table of registrations counted as one round: the report document (docs/report-document.md). Rows with errors are left
    out, and the registrations of one person count once. Its counts are not protected.

    Args:
        scheme: that gives the classes; None for the first of the pack.
        table, pack, test_numbers, lang, mapping, profile, reference_date, period, progress: as for `validate`.

    Raises:
        InputError, InstrumentError: as `validate`.

    >>> from brukerplan import experimental
    >>> row = {"municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07", "birth_year": 1987, "substance_problem": "yes",
    ...     "mental_disorder": "none", "housing": "red", "activity": "red", "economy": "red", "physical_health": "green",
    ...     "mental_health": "green", "substance_use": "red", "social_functioning": "green", "network": "yellow",
    ...     "services_received": "gp"}
    >>> document = experimental.report([row], test_numbers=True)
    >>> [table["id"] for table in document["tables"]][:2]
    ['domains', 'index']
    """
    source = source_of(table)
    made = context(
        **source.reading(pack, mapping),
        scheme=scheme,
        profile=profile,
        lang=lang,
        test_numbers=test_numbers,
        reference_date=reference_date,
        period=period,
    )
    document: dict[str, Any] = json.loads(_core.report_of_stream(made, source.open(), told_to(progress)))
    if source.note is not None:
        source.note.warn()
    return document


def __dir__() -> list[str]:
    return __all__
