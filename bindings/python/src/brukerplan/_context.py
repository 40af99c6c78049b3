"""Options of the core, and the contexts that are made from them: making one takes milliseconds, so they are kept."""

from __future__ import annotations

import atexit
import datetime
import functools
import json
import operator
import os
from collections.abc import Mapping, Sequence
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
        given = date
        try:
            date = datetime.date.fromisoformat(given)
        except ValueError:
            date = None
        if date is None or date.isoformat() != given:  # later versions of Python take other forms too
            raise InvalidArgument(f"{name} must be a date or text YYYY-MM-DD")
    if not isinstance(date, datetime.date) or date != date:  # NaT of pandas
        raise InvalidArgument(f"{name} must be a date or text YYYY-MM-DD")
    return date.year, date.month, date.day


def text(value: Any, name: str) -> str:
    """
    Raises:
        InvalidArgument: it is no text that has a meaning in Unicode.
    """
    if not isinstance(value, str):
        raise InvalidArgument(f"{name} must be text, not {type(value).__name__}")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidArgument(f"{name} must be text, and has a lone surrogate") from None
    return value


def whole_number(value: Any, name: str, low: int = -(2**31), high: int = 2**31 - 1) -> int:
    """A number within bounds; of bounds that are narrower than 32 bits the core tells.

    Raises:
        InvalidArgument: it is no whole number, or beyond the bounds.
    """
    try:
        number = operator.index(value)
    except TypeError:
        raise InvalidArgument(f"{name} must be a whole number, not {type(value).__name__}") from None
    if not low <= number <= high:
        raise InvalidArgument(f"{name} must be {low} to {high}")
    return number


def place_of(word: Any, words: Sequence[str], name: str) -> int:
    """The place of a word among those that are taken.

    Raises:
        InvalidArgument: it is none of them.
    """
    try:
        return words.index(word)
    except ValueError:
        raise InvalidArgument(f"{name} is one of {' '.join(words)}") from None


def told_to(progress: Any) -> Any:
    """Raises InvalidArgument when it cannot be called."""
    if progress is not None and not callable(progress):
        raise InvalidArgument("progress must be a function of the number of rows so far")
    return progress


def days_of(period: Any) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    """The first and the last day of a period.

    Raises:
        InvalidArgument: it is no pair of days.
    """
    if period is None:
        return None, None
    if not isinstance(period, (tuple, list)) or len(period) != 2:
        raise InvalidArgument("period must be a pair: its first and its last day, or None for no limit")
    return day(period[0], "the first day of the period"), day(period[1], "the last day of the period")


def is_path(document: str | os.PathLike[str]) -> bool:
    """Whether it is the path of a file, and no JSON text and no id."""
    return not isinstance(document, str) or document.endswith(".json")


def is_document(thing: Any) -> bool:
    """Whether it is a document, and no id."""
    return not isinstance(thing, str) or thing.lstrip().startswith("{") or is_path(thing)


def json_text(document: Json | list[Any] | None) -> str | None:
    """The text of a document; whether it is one is for the core to say."""
    if document is None:
        return None
    if not isinstance(document, (str, os.PathLike)):
        try:
            return json.dumps(document)
        except (TypeError, ValueError):
            raise InvalidArgument(
                "a document must be a dictionary as of JSON, its JSON text, or the path of a .json file"
            ) from None
    if not is_path(document):
        return text(document, "a document")
    with open(document, encoding="utf-8") as file:
        return file.read()


@functools.lru_cache(maxsize=32)
def _made(**options: Any) -> _core.Context:
    return _core.Context(**options)


# A library that never lets go of one of our functions (as pyarrow of a reader that is read halfway) would keep them beyond the types of
# the core.
atexit.register(_made.cache_clear)


def context(**options: Any) -> _core.Context:
    """The context of these options, as `options_of` takes them; the same one for the same options."""
    return made_of(options_of(**options))


def made_of(options: dict[str, Any]) -> _core.Context:
    """The context of what `options_of` gave."""
    return _made(**options)


def options_of(
    *,
    pack: str | Json | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    scheme: Any = None,
    lang: str | None = None,
    test_numbers: bool = False,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
) -> dict[str, Any]:
    """Options as the core takes them: another process makes the same context of them."""
    from .pack import Pack
    from .schemes import Scheme

    options: dict[str, Any] = {"test_numbers": bool(test_numbers), "language": None if lang is None else text(lang, "lang")}
    if isinstance(pack, Pack):
        pack = pack.source
    if pack is not None:
        options.update({"pack_json": json_text(pack)} if is_document(pack) else {"pack": text(pack, "pack")})
    options["mapping_json"] = json_text(mapping)
    options["profile_json"] = json_text(profile)
    if isinstance(scheme, Scheme):
        options.update(scheme._options())
    elif scheme is not None:
        options.update({"scheme_json": json_text(scheme)} if is_document(scheme) else {"scheme": text(scheme, "scheme")})
    options["reference_date"] = day(reference_date, "reference_date")
    options["period_first"], options["period_last"] = days_of(period)
    return options
