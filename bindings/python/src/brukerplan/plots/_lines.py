"""Lines: shares over the years, and projections."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from .._tables import Table
from ..errors import InvalidArgument, MissingColumns
from ._style import drawing, grid, legend, percent, percent_axis, quantity, style_of, titled, words_of

DASHES = ("-", "--", "-.", ":")
MARKERS = ("o", "s", "^", "D")
QUANTILES = ("q05", "q10", "q25", "q50", "q75", "q90", "q95")
BANDS = (("q05", "q95", 90), ("q10", "q90", 80), ("q25", "q75", 50))
ROUNDING = 1e-9
BAND_HATCHES = ("", "...", "///")


def columns_of(frame: Any, needed: tuple[str, ...]) -> dict[str, list[Any]]:
    columns = Table(frame).to_dict()
    missing = [name for name in needed if name not in columns]
    if missing:
        raise MissingColumns(f"columns are missing: {' '.join(missing)}")
    return columns


def _number(value: Any) -> float:
    try:
        return math.nan if value is None else float(value)
    except (TypeError, ValueError):
        raise InvalidArgument("what is drawn are numbers, or null") from None


def _in_order(cells: list[Any], rows: Iterable[int], name: str) -> tuple[list[int], list[int]]:
    """Years, rising, and the rows that have them."""
    try:
        years = sorted((int(cells[row]), row) for row in rows)
    except (TypeError, ValueError):
        raise InvalidArgument(f"{name} must be a whole number in every row") from None
    if len({year for year, _ in years}) < len(years):
        raise InvalidArgument(f"several rows have the same {name}: draw one line at a time, as of one municipality and service")
    return [year for year, _ in years], [row for _, row in years]


def _rise(shares: Iterable[float]) -> bool:
    """Whether what is known of them rises from 0 to 1; what is off by rounding does."""
    known = [0.0, *(share for share in shares if not math.isnan(share)), 1.0]
    return all(before <= after + ROUNDING for before, after in zip(known, known[1:]))


def _years(ax: Any, years: list[Any]) -> None:
    every = sorted({int(year) for year in years})
    ax.set_xticks(every, [str(year) for year in every])


def trend(frame: Any, *, title: str = "", lang: str = "nb", style: str = "light", ax: Any = None) -> Any:
    """Shares over the years with their intervals.

    Args:
        frame: any table with the columns `year`, `share`, `low` and `high` (shares from 0 to 1), and where there are several
            lines `group`, at most four. A line breaks where a share is null, and runs straight over years without a row.
        title: above the plot.
        lang, style, ax: as for `domains`.

    Raises:
        MissingColumns: one of the columns is not there.
        InvalidArgument: there are more than four groups, several rows of one year in a group, or shares that are none.

    >>> import brukerplan as bp
    >>> years = {"year": [2019, 2022], "share": [0.10, 0.12], "low": [0.08, 0.10], "high": [0.12, 0.14]}
    >>> bp.plots.trend(years, title="Blue light", lang="en").get_xlabel()
    'Year'
    """
    words, look = words_of(lang), style_of(style)
    columns = columns_of(frame, ("year", "share", "low", "high"))
    groups = columns.get("group", [""] * len(columns["year"]))
    names = list(dict.fromkeys(groups))
    if len(names) > len(look.lines):
        raise InvalidArgument(f"a plot of more than {len(look.lines)} lines cannot be read: draw some of the groups")
    with drawing(ax, look, (8.6, 4.6)) as ax:
        for number, name in enumerate(names):
            year, rows = _in_order(columns["year"], (row for row, group in enumerate(groups) if group == name), "year")
            share, low, high = ([_number(columns[part][row]) for row in rows] for part in ("share", "low", "high"))
            if not all(map(_rise, zip(low, share, high))):
                raise InvalidArgument("shares are from 0 to 1, and none lies outside its interval")
            colour = look.lines[number]
            ax.fill_between(year, low, high, color=colour, alpha=0.16, linewidth=0)
            lengths = [[abs(one - end) for one, end in zip(share, ends)] for ends in (low, high)]
            ax.errorbar(year, share, lengths, color=colour,
                        linestyle=DASHES[number], marker=MARKERS[number], capsize=4, linewidth=2, label=str(name))  # fmt: skip
        _years(ax, columns["year"])
        ax.set_ylim(bottom=0)
        percent_axis(ax.yaxis, lang)
        ax.set_xlabel(words["year"], color=look.muted)
        grid(ax, look, "y")
        if len(names) > 1:
            legend(ax, look, len(names), below=4, length=4)
        titled(ax, look, title) if title else None
    return ax


def fan(frame: Any, *, title: str = "", lang: str = "nb", style: str = "light", ax: Any = None) -> Any:
    """A projection as a fan: the median, and the bands in which half, 80 and 90 per cent of the outcomes lie.

    Args:
        frame: any table with a column `year` or `horizon` (years ahead) and the quantiles `q05 q10 q25 q50 q75 q90 q95`, in the unit
            in which they are to be shown.
        title, lang, style, ax: as for `trend`.

    Raises:
        MissingColumns: one of the columns is not there.
        InvalidArgument: the quantiles of a row fall, or are not all there; or several rows are of one year, as those of several
            services are.

    >>> import brukerplan as bp
    >>> spread = {"q05": -20, "q10": -15, "q25": -8, "q50": 0, "q75": 8, "q90": 15, "q95": 20}
    >>> years = {"horizon": [1, 2, 3], **{name: [100 + by * year for year in (1, 2, 3)] for name, by in spread.items()}}
    >>> bp.plots.fan(years, lang="en").get_xlabel()
    'Years ahead'
    """
    words, look = words_of(lang), style_of(style)
    columns = columns_of(frame, QUANTILES)
    along = "year" if "year" in columns else "horizon"
    if along not in columns:
        raise MissingColumns("columns are missing: year or horizon")
    at, order = _in_order(columns[along], range(len(columns[along])), along)
    quantiles = {name: [_number(columns[name][row]) for row in order] for name in QUANTILES}
    for values in zip(*quantiles.values()):
        if not all(before <= after for before, after in zip(values, values[1:])):
            raise InvalidArgument("the quantiles of a row must be there and must not fall")
    with drawing(ax, look, (8.6, 4.6)) as ax:
        for (low, high, covered), colour, hatch in zip(BANDS, look.bands, BAND_HATCHES):
            label = f"{percent(covered / 100, lang)} {words['interval']}"
            ax.fill_between(
                at, quantiles[low], quantiles[high], facecolor=colour, edgecolor=look.paper, hatch=hatch, linewidth=0.8, label=label
            )
        ax.plot(at, quantiles["q50"], color=look.ink, linewidth=2.2, marker="o", markersize=4, label=words["median"])
        _years(ax, at)
        ax.yaxis.set_major_formatter(lambda number, _: quantity(number, lang))
        ax.set_ylim(bottom=0)
        ax.set_xlabel(words[along], color=look.muted)
        grid(ax, look, "y")
        legend(ax, look, 4, below=4)
        titled(ax, look, title) if title else None
    return ax
