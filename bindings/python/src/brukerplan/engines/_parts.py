"""Options on their way to other processes, parts of a validation on their way back, and scores batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .._context import is_document, json_text
from .._optional import library
from ..errors import InvalidArgument
from ..pack import Pack
from ..schemes import Scheme, score
from ..validation import Validation

BATCH = 65_536  # rows
MOST = 2**31 - 1  # of them
DOCUMENTS = ("pack", "mapping", "profile", "scheme")


def join(parts: Iterable[Validation]) -> Validation:
    """The validations of the parts of a table, in their order, as that of the whole. Parts are joined in pairs as they come, so
    that a thousand of them cost ten times what two cost, and few are held.

    Raises:
        InvalidArgument: there is no part, or they are by different packs, mappings or profiles.

    >>> import brukerplan as bp
    >>> def part(rating):
    ...     row = {"municipality": ["9001"], "mapping_year": [2024], "mapped_on": ["2024-10-07"], "birth_year": [1987]}
    ...     row |= {"substance_problem": ["yes"], "mental_disorder": ["none"], "services_received": ["none"]}
    ...     return bp.validate(row | {domain: [rating] for domain in bp.DOMAINS}, test_numbers=True)
    >>> len(bp.engines.join(part(rating) for rating in ("red", "blue", "green")))
    3
    """
    held: list[tuple[int, Validation]] = []  # numbers of parts that fall, each a power of two
    for part in parts:
        if not isinstance(part, Validation):
            raise InvalidArgument(f"parts are validations, and not {type(part).__name__}")
        size = 1
        while held and held[-1][0] == size:
            size, part = 2 * size, held.pop()[1] + part
        held.append((size, part))
    if not held:
        raise InvalidArgument("there is no part to join")
    whole = held.pop()[1]
    while held:
        whole = held.pop()[1] + whole
    return whole


def _text(document: Any) -> Any:
    if isinstance(document, Pack):
        document = document.source
    if isinstance(document, Scheme):
        document = next(iter(document._options().values()))
    return json_text(document) if document is not None and is_document(document) else document


def carried(options: dict[str, Any]) -> dict[str, Any]:
    """Options that another process understands: documents as text, since it may not have their files."""
    return {name: _text(value) if name in DOCUMENTS else value for name, value in options.items()}


def score_schema() -> Any:
    """Scores in Arrow without dictionaries, which engines would have to keep for all batches."""
    pyarrow = library("pyarrow", "scores by batches")
    text, small = pyarrow.string(), pyarrow.int8()
    return pyarrow.schema(
        [("row_ref", text), ("points", pyarrow.int32()), ("class", text), ("answered", small), ("scheme", text), ("reason", text)]
    )


def score_batches(batches: Iterable[Any], options: dict[str, Any]) -> Iterator[Any]:
    """Batches of pyarrow with the scores of each of `batches`."""
    schema = score_schema()
    for batch in batches:
        yield from score(batch, **options).to_arrow().cast(schema).to_batches()
