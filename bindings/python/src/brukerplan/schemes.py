"""Scores: the class of the living-conditions index, and why."""
from __future__ import annotations

from typing import Any

from . import _core
from ._context import Json, context
from ._sources import source_of
from ._tables import Table


class Scheme:
    """Placeholder of the first version: a scheme by its id."""

    def __init__(self, id: str) -> None:
        self.id = id

    def _options(self) -> dict[str, Any]:
        return {"scheme": self.id}


def score(table: Any, scheme: Any = None, *, pack: Any = None, mapping: Json | None = None) -> Table:
    """Scores a table of registrations, one row for each row given: `row_ref points class answered scheme reason`."""
    source = source_of(table)
    core = _core.score_stream(context(pack=pack, mapping=mapping, scheme=scheme), source.open())
    return Table._of(core, source.native, shown=True)
