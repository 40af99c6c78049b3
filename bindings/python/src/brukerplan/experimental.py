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
    out, and the registrations of one person count once. Its counts are not protected. Arguments and errors as for `validate`.
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
