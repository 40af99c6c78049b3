"""Small reports for notebooks: light and dark, readable by a screen reader, without a word of what stands in a cell of
people's."""

from __future__ import annotations

import functools
import html
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ._names import SEVERITIES
from .errors import RowsGone

if TYPE_CHECKING:
    from ._tables import Table
    from .validation import Validation

ROWS = 10  # that are shown
LONG = 40  # letters of what is a sentence
NOT_SHOWN = ("related", "pack", "params", "terms", "variance_shares")  # columns of findings and of projections

# Nothing is painted behind the words, which have the colour of those around them; other colours are mixed with that one. So the
# report goes with every notebook, whatever the system is set to. Where a browser cannot mix, the words keep their colour. Jupyter
# aligns all cells to the right, by a rule that is stronger than one of ours would be.
STYLE = """<style>
.bplan{color:inherit;font:14px/1.45 system-ui,sans-serif;overflow-x:auto}
.bplan p{margin:.3em 0}.bplan .bad,.bplan .good{font-weight:600}
.bplan .soft{color:color-mix(in srgb,currentcolor 75%,transparent)}
.bplan .bad{color:color-mix(in srgb,currentcolor 45%,#e03a1c)}
.bplan .good{color:color-mix(in srgb,currentcolor 45%,#1fa04c)}
.bplan table{border-collapse:collapse;margin:.4em 0;color:inherit;font:inherit}
.bplan caption{text-align:left;font-weight:600;padding:.2em 0;color:inherit}
.bplan th,.bplan td{text-align:left!important;padding:.2em .7em;border:0;border-bottom:1px solid #8888;vertical-align:top}
.bplan td:first-child{white-space:nowrap}.bplan td.t{min-width:18em}
.bplan td.n,.bplan th.n{text-align:right!important;font-variant-numeric:tabular-nums}
</style>"""


def _cell(value: Any) -> str:
    if isinstance(value, float):
        value = f"{value:.3g}"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return "" if value is None else html.escape(str(value))


def _kind(cells: list[Any]) -> str:
    """The class of a column: of numbers, of sentences, or none."""
    there = [cell for cell in cells if cell is not None]
    if there and all(isinstance(cell, (int, float)) or str(cell).endswith("%") for cell in there):
        return ' class="n"'
    return ' class="t"' if any(isinstance(cell, str) and len(cell) > LONG for cell in there) else ""


def _table(caption: str, columns: dict[str, list[Any]]) -> str:
    kinds = {name: _kind(cells) for name, cells in columns.items()}
    head = "".join(f'<th scope="col"{kinds[name]}>{_cell(name)}</th>' for name in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td{kinds[name]}>{_cell(cell)}</td>" for name, cell in zip(columns, cells)) + "</tr>"
        for cells in zip(*columns.values())
    )
    return f"<table><caption>{_cell(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _page(label: str, body: str, lang: str = "en") -> str:
    return f'{STYLE}<section class="bplan" lang="{_cell(lang)}" aria-label="{_cell(label)}">{body}</section>'


def _first(columns: dict[str, list[Any]], rows: int = ROWS) -> dict[str, list[Any]]:
    return {name: cells[:rows] for name, cells in columns.items()}


def table_page(table: Table, shown: bool) -> str:
    try:
        size = f"{len(table)} rows, {len(table.columns)} columns"
    except (RowsGone, OSError):
        return _page("Table", f'<p><b>{len(table)} rows</b></p><p class="soft">They are not there any more.</p>')
    if not shown:
        names = ", ".join(map(_cell, table.columns))
        return _page("Table", f'<p><b>{size}</b>: {names}</p><p class="soft">Rows of people are not shown.</p>')
    columns = _first(table.to_dict())
    hidden = [name for name in columns if name in NOT_SHOWN]
    told = {name: cells for name, cells in columns.items() if name not in hidden}
    notes = [f"The first {ROWS} of {len(table)} rows."] if len(table) > ROWS else []
    notes += [f"Not shown: {', '.join(hidden)}."] if hidden else []
    return _page("Table", _table(size, told) + (_paragraph(" ".join(notes), "soft") if notes else ""))


@functools.cache
def _words(lang: str) -> dict[str, str]:
    """The words of the report; English for a language that only a pack of somebody's own has."""
    known: dict[str, dict[str, str]] = json.loads((files(__package__) / "texts/report.json").read_text(encoding="utf-8"))
    return known.get(lang, known["en"])


def _paragraph(text: str, style: str) -> str:
    return f'<p class="{style}">{_cell(text)}</p>'


def _worst_rules(found: Validation, words: dict[str, str]) -> str:
    columns = found.summary.to_dict()
    rank = {severity: number for number, severity in enumerate(SEVERITIES)}
    order = sorted(range(len(found.summary)), key=lambda row: (-rank[columns["severity"][row]], -columns["records"][row]))[:ROWS]
    shown = {words[name]: [columns[name][row] for row in order] for name in ("code", "title", "severity", "records")}
    shown[words["severity"]] = [words[severity] for severity in shown[words["severity"]]]
    shown[words["share"]] = [
        f"{100 * columns['share'][row]:.1f}".replace(".", words["decimal"]) + words["percent"] for row in order
    ]
    return _table(words["found"].format(shown=len(order), all=len(found.summary)), shown)


def validation_page(found: Validation) -> str:
    words = _words(found.lang)
    bad = found.count_rows("error") + found.count_rows("fatal")
    state = f'<span class="bad">{words["bad"].format(bad=bad)}</span>' if bad else f'<span class="good">{words["good"]}</span>'
    body = f"<p><b>{words['rows'].format(rows=len(found))}</b>, {state}. {words['pack'].format(pack=_cell(found.pack))}</p>"
    if found.test_numbers:
        body += _paragraph(words["test_numbers"], "soft")
    if found.truncated:
        body += _paragraph(words["truncated"].format(kept=len(found.findings), all=found.count()), "soft")
    if found.file is not None and found.file.unreadable:
        body += _paragraph(words["unreadable"].format(lines=found.file.unreadable), "bad")
    if found.unknown_columns:
        body += _paragraph(words["unknown_columns"].format(columns=len(found.unknown_columns)), "soft")
    if len(found.summary):
        body += _worst_rules(found, words)
    return _page(words["report"], body, found.lang)
