"""Instruments: fields, code lists, rules and schemes, and what they are called."""

from __future__ import annotations

import functools
import json
from typing import Any

from . import _core
from ._context import Json, context
from ._tables import Table


class Pack:
    """An instrument, as a form or an analyst wants to know it (docs/pack-format.md).

    Args:
        pack: id of a pack that comes with the library (`brukerplan/2024`), None for the newest; or one of your own as a
            dictionary, JSON text, or the path of a `.json` file.
        lang: of labels and texts, `nb`, `nn` or `en`; None for `nb`.
        mapping: how columns and codes of your own are those of the pack.

    Raises:
        UnknownPack, InvalidPack, InvalidMapping, UnknownLanguage: there is none, or it cannot be read.

    >>> import brukerplan as bp
    >>> pack = bp.Pack("brukerplan/2024", lang="en")
    >>> pack.label("housing"), pack.codes("rating")["red"]
    ('Housing', 'Red')
    >>> [shipped["pack"] for shipped in bp.Pack.shipped()]
    ['municipality-survey/2019', 'brukerplan/2019', 'brukerplan/2024']
    """

    def __init__(self, pack: Json | None = None, *, lang: str | None = None, mapping: Json | None = None) -> None:
        self.source = pack
        self.document: dict[str, Any] = json.loads(context(pack=pack, lang=lang, mapping=mapping).describe())

    @staticmethod
    def shipped() -> list[dict[str, Any]]:
        """The packs that come with the library, oldest first: `pack edition year languages title`."""
        packs: list[dict[str, Any]] = json.loads(_core.pack_list())["packs"]
        return packs

    @property
    def id(self) -> str:
        """As `brukerplan/2024`; every result names it."""
        return str(self.document["pack"])

    @property
    def title(self) -> str:
        """In the language that was asked for."""
        return str(self.document["title"])

    @functools.cached_property
    def fields(self) -> Table:
        """`name alias type list label description role required asked unit ground`, in the order of the pack."""
        return self._table("fields")

    @functools.cached_property
    def code_lists(self) -> Table:
        """Every code of every list: `list token label number`; `number` in a column of integers, or null."""
        columns: dict[str, list[Any]] = {"list": [], "token": [], "label": [], "number": []}
        for codes in self.document["code_lists"]:
            for code in [*codes["codes"], *codes["alone"]]:
                columns["list"].append(codes["name"])
                for part in ("token", "label", "number"):
                    columns[part].append(code[part])
        return self._of(columns)

    @functools.cached_property
    def rules(self) -> Table:
        """`code kind severity ground fields title reason`."""
        return self._table("rules")

    @functools.cached_property
    def schemes(self) -> Table:
        """`id label ground points minimum_assessed`; `points` says whether it has any."""
        return self._table("schemes")

    def label(self, field: str) -> str:
        """What a field is called. Raises KeyError when there is none of this name."""
        return {str(known["name"]): str(known["label"]) for known in self.document["fields"]}[field]

    def codes(self, name: str) -> dict[str, str]:
        """The tokens of a code list with their labels. Raises KeyError when there is none of this name."""
        for codes in self.document["code_lists"]:
            if codes["name"] == name:
                return {code["token"]: code["label"] for code in [*codes["codes"], *codes["alone"]]}
        raise KeyError(name)

    def _table(self, part: str) -> Table:
        rows = self.document[part]
        return self._of({name: [row.get(name) for row in rows] for name in (rows[0] if rows else ())})

    @staticmethod
    def _of(columns: dict[str, list[Any]]) -> Table:
        return Table._of(_core.table_of_columns(list(columns), list(columns.values())), shown=True)

    def __repr__(self) -> str:
        return f"<brukerplan.Pack {self.id}: {len(self.document['fields'])} fields, {len(self.document['rules'])} rules>"
