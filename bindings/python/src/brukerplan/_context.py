"""Options of the core, and the contexts that are made from them: making one takes milliseconds, so they are kept."""

from __future__ import annotations

import datetime
import functools
import json
import os
from collections.abc import Mapping
from typing import Any, Union

from . import _core
from .errors import InvalidArgument

Date = Union[datetime.date, str]
"""A day: a `datetime.date`, or text `YYYY-MM-DD`."""

Json = Union[Mapping[str, Any], str, "os.PathLike[str]"]
"""A document: a dictionary, its JSON text, or the path of a file with it."""


def day(date: Date | None, name: str = "date") -> tuple[int, int, int] | None:
    """Year, month and day.

    Raises:
        InvalidArgument: it is no day.
    """
    if date is None:
        return None
    if isinstance(date, str):
        text = date
        try:
            date = datetime.date.fromisoformat(text)
        except ValueError:
            date = None
        if date is None or date.isoformat() != text:  # later versions of Python take other forms too
            raise InvalidArgument(f"{name} must be a date or text YYYY-MM-DD")
    if not isinstance(date, datetime.date):
        raise InvalidArgument(f"{name} must be a date or text YYYY-MM-DD")
    return date.year, date.month, date.day


def is_path(document: str | os.PathLike[str]) -> bool:
    """Whether it is the path of a file, and no JSON text and no id."""
    return not isinstance(document, str) or document.endswith(".json")


def is_document(thing: Any) -> bool:
    """Whether it is a document, and no id."""
    return not isinstance(thing, str) or thing.lstrip().startswith("{") or is_path(thing)


def json_text(document: Json | None) -> str | None:
    """The text of a document; whether it is one is for the core to say."""
    if document is None:
        return None
    if not isinstance(document, (str, os.PathLike)):
        return json.dumps(document)
    if not is_path(document):
        return str(document)
    with open(document, encoding="utf-8") as file:
        return file.read()


@functools.lru_cache(maxsize=32)
def _made(**options: Any) -> _core.Context:
    return _core.Context(**options)


def context(
    *,
    pack: str | Json | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    scheme: Any = None,
    lang: str | None = None,
    test_numbers: bool = False,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
) -> _core.Context:
    """The context of these options; the same one for the same options."""
    from .pack import Pack
    from .schemes import Scheme

    options: dict[str, Any] = {"test_numbers": bool(test_numbers), "language": lang}
    if isinstance(pack, Pack):
        pack = pack.source
    if pack is not None:
        options.update({"pack_json": json_text(pack)} if is_document(pack) else {"pack": pack})
    options["mapping_json"] = json_text(mapping)
    options["profile_json"] = json_text(profile)
    if isinstance(scheme, Scheme):
        options.update(scheme._options())
    elif scheme is not None:
        options.update({"scheme_json": json_text(scheme)} if is_document(scheme) else {"scheme": scheme})
    options["reference_date"] = day(reference_date, "reference_date")
    first, last = period or (None, None)
    options["period_first"] = day(first, "the first day of the period")
    options["period_last"] = day(last, "the last day of the period")
    return _made(**options)
