"""Small reports for notebooks: light and dark, readable by a screen reader, without a word of what stands in a cell of
people's."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._tables import Table
    from .validation import Validation

ROWS = 10  # that are shown

STYLE = """<style>
.bplan{--ink:#1b1b1b;--soft:#595959;--line:#c9c9c9;--bar:#3a6ea5;--bad:#a1260d;--good:#1d6b34;color:var(--ink);
font:14px/1.45 system-ui,sans-serif;max-width:60em}
@media (prefers-color-scheme:dark){.bplan{--ink:#ececec;--soft:#b5b5b5;--line:#565656;--bar:#8ab4e8;--bad:#ff9a85;--good:#8fd6a4}}
.bplan p{margin:.3em 0}.bplan .soft{color:var(--soft)}.bplan .bad{color:var(--bad);font-weight:600}
.bplan .good{color:var(--good);font-weight:600}
.bplan table{border-collapse:collapse;margin:.4em 0}.bplan caption{text-align:left;font-weight:600;padding:.2em 0}
.bplan th,.bplan td{text-align:left;padding:.2em .7em;border-bottom:1px solid var(--line);vertical-align:top}
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


def _page(label: str, body: str) -> str:
    return f'{STYLE}<section class="bplan" aria-label="{_cell(label)}">{body}</section>'


def _first(columns: dict[str, list[Any]], rows: int = ROWS) -> dict[str, list[Any]]:
    return {name: cells[:rows] for name, cells in columns.items()}


def table_page(table: Table, shown: bool) -> str:
    size = f"{len(table)} rows, {len(table.columns)} columns"
    if not shown:
        names = ", ".join(map(_cell, table.columns))
        return _page("Table", f'<p><b>{size}</b>: {names}</p><p class="soft">Rows of people are not shown.</p>')
    more = f'<p class="soft">The first {ROWS} of {len(table)} rows.</p>' if len(table) > ROWS else ""
    return _page("Table", _table(size, _first(table.to_dict())) + more)


def validation_page(found: Validation) -> str:
    bad = found.count_rows("error") + found.count_rows("fatal")
    state = f'<span class="bad">{bad} have errors</span>' if bad else '<span class="good">none has errors</span>'
    body = f"<p><b>{len(found)} rows</b>, {state}. Judged by {_cell(found.pack)}.</p>"
    if found.test_numbers:
        body += '<p class="soft">Test numbers: the people are synthetic.</p>'
    if found.truncated:
        body += f'<p class="soft">The first {len(found.findings)} of {found.count()} findings were kept; all are counted.</p>'
    if found.file is not None and found.file.unreadable:
        body += f'<p class="bad">{found.file.unreadable} lines of the file are not rows.</p>'
    if found.unknown_columns:
        body += f'<p class="soft">{len(found.unknown_columns)} columns are not known to the pack and were not looked at.</p>'
    summary = found.summary
    if len(summary):
        columns = summary.to_dict()
        order = sorted(range(len(summary)), key=lambda row: -columns["records"][row])[:ROWS]
        top = {name: [cells[row] for row in order] for name, cells in columns.items()}
        caption = "What was found" if len(summary) <= ROWS else f"What was found most, {ROWS} of {len(summary)}"
        body += _table(caption, top)
    return _page("Validation", body)
