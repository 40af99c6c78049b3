"""Small reports for notebooks: light and dark, readable by a screen reader, without a word of what stands in a cell of
people's."""

from __future__ import annotations

import functools
import html
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ._names import SEVERITIES

if TYPE_CHECKING:
    from ._tables import Table
    from .validation import Validation

ROWS = 10  # that are shown

STYLE = """<style>
.bplan{--ink:#1b1b1b;--soft:#595959;--line:#c9c9c9;--bar:#3a6ea5;--bad:#a1260d;--good:#1d6b34;color:var(--ink);
font:14px/1.45 system-ui,sans-serif;max-width:60em;overflow-x:auto}
@media (prefers-color-scheme:dark){.bplan{--ink:#ececec;--soft:#b5b5b5;--line:#565656;--bar:#8ab4e8;--bad:#ff9a85;--good:#8fd6a4}}
.bplan p{margin:.3em 0}.bplan .soft{color:var(--soft)}.bplan .bad{color:var(--bad);font-weight:600}
.bplan .good{color:var(--good);font-weight:600}
.bplan table{border-collapse:collapse;margin:.4em 0}.bplan caption{text-align:left;font-weight:600;padding:.2em 0}
.bplan th,.bplan td{text-align:left;padding:.2em .7em;border-bottom:1px solid var(--line);vertical-align:top}
.bplan td:first-child{white-space:nowrap}
.bplan td.n,.bplan th.n{text-align:right;font-variant-numeric:tabular-nums}
</style>"""


def _cell(value: Any) -> str:
    if isinstance(value, float):
        value = f"{value:.3g}"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return "" if value is None else html.escape(str(value))


def _is_number(cells: list[Any]) -> bool:
    return any(isinstance(cell, (int, float)) for cell in cells)


def _table(caption: str, columns: dict[str, list[Any]]) -> str:
    numbers = {name: ' class="n"' if _is_number(cells) else "" for name, cells in columns.items()}
    head = "".join(f'<th scope="col"{numbers[name]}>{_cell(name)}</th>' for name in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td{numbers[name]}>{_cell(cell)}</td>" for name, cell in zip(columns, cells)) + "</tr>"
        for cells in zip(*columns.values())
    )
    return f"<table><caption>{_cell(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _page(label: str, body: str, lang: str = "en") -> str:
    return f'{STYLE}<section class="bplan" lang="{_cell(lang)}" aria-label="{_cell(label)}">{body}</section>'


def _first(columns: dict[str, list[Any]], rows: int = ROWS) -> dict[str, list[Any]]:
    return {name: cells[:rows] for name, cells in columns.items()}


def table_page(table: Table, shown: bool) -> str:
    size = f"{len(table)} rows, {len(table.columns)} columns"
    if not shown:
        names = ", ".join(map(_cell, table.columns))
        return _page("Table", f'<p><b>{size}</b>: {names}</p><p class="soft">Rows of people are not shown.</p>')
    columns = {name: cells for name, cells in _first(table.to_dict()).items() if name not in ("pack", "params")}
    more = f'<p class="soft">The first {ROWS} of {len(table)} rows.</p>' if len(table) > ROWS else ""
    return _page("Table", _table(size, columns) + more)


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
    shown[words["share"]] = [f"{100 * columns['share'][row]:.1f} %".replace(".", words["decimal"]) for row in order]
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
