"""The small report about what was prepared for the register: counts, and nothing of a record."""

from __future__ import annotations

import functools
import json
from importlib.resources import files
from typing import TYPE_CHECKING

from ._html import _page, _paragraph, _table

if TYPE_CHECKING:
    from .preparation import Prepared

WHOLE = ("rows", "persons")  # the others are parts of them
MERGING = "BP-MRG-"


@functools.cache
def _words(lang: str) -> dict[str, str]:
    known: dict[str, dict[str, str]] = json.loads((files(__package__) / "texts/prepared.json").read_text(encoding="utf-8"))
    return known.get(lang, known["en"])


def prepared_page(prepared: Prepared) -> str:
    words = _words(prepared.lang)
    counts = prepared.counts
    body = _paragraph(words["sentence"].format(rows=counts["rows"], records=len(prepared)), "good")
    body += _paragraph(words["pack"].format(pack=prepared.pack), "soft")
    if prepared.test_numbers:
        body += _paragraph(words["test_numbers"], "soft")
    file = prepared.validation.file
    if file is not None and file.unreadable:
        body += _paragraph(words["unreadable_lines"].format(lines=file.unreadable), "bad")
    summary = prepared.validation.summary
    disagreeing = sum(found for code, found in zip(summary["code"], summary["findings"]) if code.startswith(MERGING))
    if disagreeing:
        body += _paragraph(words["disagree"].format(findings=disagreeing), "bad")
    rows = [words[name] if name in WHOLE else f"\N{EN DASH} {words[name]}" for name in counts]
    body += _table(words["became"], {words["what"]: rows, words["number"]: list(counts.values())})
    return _page(words["report"], body, prepared.lang)
