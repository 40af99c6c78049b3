"""What plots look like: colours, patterns and words. The colours are those of the reports (src/report/templates)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from .._optional import library
from ..errors import InvalidArgument


class Look(NamedTuple):
    """How a part is drawn: the colour within, that of its edge and pattern, that of words on it, and the pattern."""

    fill: str
    edge: str
    text: str
    hatch: str


class Style(NamedTuple):
    paper: str
    ink: str
    muted: str
    rule: str
    parts: dict[str, Look]
    lines: tuple[str, ...]
    bands: tuple[str, str, str]  # of a fan, from the widest


LIGHT = Style(
    paper="#ffffff",
    ink="#17242b",
    muted="#4d5d67",
    rule="#d5dde1",
    parts={
        "green": Look("#82c7a0", "#2f7d54", "#0e2318", "..."),
        "yellow": Look("#f5d374", "#98710d", "#2b2104", "///"),
        "red": Look("#b3322c", "#e6a5a1", "#ffffff", "xxx"),
        "blue_light": Look("#173f75", "#9dbde3", "#ffffff", "---"),
        "not_assessed": Look("#eceff1", "#7a8790", "#26343d", "\\\\"),
        "none": Look("#ffffff", "#7a8790", "#26343d", "|||"),
        "received": Look("#0d4a5a", "#0d4a5a", "#ffffff", ""),
        "needed": Look("#d3e5ea", "#0d4a5a", "#17242b", "///"),
    },
    lines=("#0d4a5a", "#b3322c", "#7a6a00", "#5b3a8c"),
    bands=("#d3e5ea", "#93bfca", "#4e8c9b"),
)
DARK = Style(
    paper="#10181d",
    ink="#e7edf0",
    muted="#a9b8c0",
    rule="#33424b",
    parts={
        "green": Look("#5fae83", "#1f5c3c", "#07150d", "..."),
        "yellow": Look("#e9c35a", "#7a5908", "#2b2104", "///"),
        "red": Look("#a8322b", "#f0a09b", "#ffffff", "xxx"),
        "blue_light": Look("#1d4a85", "#a5c8ee", "#ffffff", "---"),
        "not_assessed": Look("#2a363e", "#8b9aa4", "#e7edf0", "\\\\"),
        "none": Look("#10181d", "#8b9aa4", "#e7edf0", "|||"),
        "received": Look("#6fb6c8", "#6fb6c8", "#07150d", ""),
        "needed": Look("#1d3a44", "#8ec9d8", "#e7edf0", "///"),
    },
    lines=("#6fb6c8", "#f0a09b", "#e9c35a", "#c3aef0"),
    bands=("#1d3a44", "#2f6877", "#58a0b2"),
)
STYLES = {"light": LIGHT, "dark": DARK}

WORDS = {
    "nb": {"share": "Prosent", "year": "År", "horizon": "År fram", "interval": "intervall", "median": "Median", "of": "av"},
    "nn": {"share": "Prosent", "year": "År", "horizon": "År fram", "interval": "intervall", "median": "Median", "of": "av"},
    "en": {"share": "Per cent", "year": "Year", "horizon": "Years ahead", "interval": "interval", "median": "Median", "of": "of"},
}
PERSONS = {"nb": ("person", "personer"), "nn": ("person", "personar"), "en": ("person", "persons")}


def style_of(name: str) -> Style:
    if name not in STYLES:
        raise InvalidArgument("style is light or dark")
    return STYLES[name]


def words_of(lang: str) -> dict[str, str]:
    if lang not in WORDS:
        raise InvalidArgument("lang is nb, nn or en")
    return WORDS[lang]


def persons(count: int, lang: str) -> str:
    return f"{thousands(count, lang)} {PERSONS[lang][count != 1]}"


def percent(share: float, lang: str, decimals: int = 0) -> str:
    number = f"{100 * share:.{decimals}f}"
    return f"{number}%" if lang == "en" else number.replace(".", ",") + "\N{NO-BREAK SPACE}%"


@contextlib.contextmanager
def drawing(ax: Any, style: Style, size: tuple[float, float]) -> Iterator[Any]:
    """Axes in a style, under settings that hold until the drawing is done and are the same everywhere."""
    library("matplotlib", "plots")
    if ax is not None and not hasattr(ax, "figure"):
        raise InvalidArgument("ax must be axes of matplotlib, or None for new ones")
    pyplot = library("matplotlib.pyplot", "plots", "matplotlib")
    settings = {"font.family": ["DejaVu Sans"], "font.size": 10, "hatch.linewidth": 0.7, "axes.unicode_minus": True}
    # The first figure of a program chooses the backend, which sets whether a notebook shows figures: not for a while only.
    figure = pyplot.figure(figsize=size, layout="constrained") if ax is None else ax.figure
    with pyplot.style.context(["default", settings]):
        ax = figure.subplots() if ax is None else ax
        ax.figure.set_facecolor(style.paper)
        ax.set_facecolor(style.paper)
        ax.tick_params(colors=style.muted, labelcolor=style.ink, length=0)
        for spine in ax.spines.values():
            spine.set_visible(False)
        ax.set_axisbelow(True)
        yield ax


def titled(ax: Any, style: Style, title: str, below: str = "") -> None:
    ax.set_title(title, loc="left", color=style.ink, fontsize=13, fontweight="bold", pad=24 if below else 10)
    if below:
        ax.text(0, 1.0, below, transform=ax.transAxes, color=style.muted, va="bottom", ha="left", fontsize=10)


def percent_axis(axis: Any, lang: str) -> None:
    """An axis in per cent. Its marks are whole, or have one decimal where they stand closer; none is rounded."""
    ticker = library("matplotlib.ticker", "plots", "matplotlib")
    axis.set_major_locator(ticker.MaxNLocator("auto", steps=[1, 2, 5, 10]))
    axis.set_major_formatter(lambda share, _: percent(share, lang, int(abs(100 * share - round(100 * share)) > 1e-6)))


def persons_axis(axis: Any, lang: str) -> None:
    """An axis in persons, who are whole; the sign and the thousands as the language has them."""
    ticker = library("matplotlib.ticker", "plots", "matplotlib")
    axis.set_major_locator(ticker.MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
    axis.set_major_formatter(lambda number, _: thousands(round(number), lang))


def quantity(number: float, lang: str) -> str:
    """A number in any unit, as short as it is, with the signs of the language."""
    if number == round(number):
        return thousands(round(number), lang)
    text = f"{number:.6g}".replace("-", "\N{MINUS SIGN}")
    return text if lang == "en" else text.replace(".", ",")


def thousands(count: int, lang: str) -> str:
    return f"{count:,}".replace("-", "\N{MINUS SIGN}").replace(",", "," if lang == "en" else "\N{NO-BREAK SPACE}")


def grid(ax: Any, style: Style, axis: str) -> None:
    ax.grid(axis=axis, color=style.rule, linewidth=0.8)


def legend(ax: Any, style: Style, columns: int, *, below: float = 2.4, length: float = 2.2) -> None:
    """Below the axes by some lines, where it covers nothing, in as many columns as the figure has room for; signs of a length in
    letters."""
    for ncols in sorted({columns, -(-columns // 2), 1}, reverse=True):
        made = ax.legend(loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=below, ncols=ncols, frameon=False, labelcolor=style.ink,
                         handlelength=length, handleheight=1.4)  # fmt: skip
        laid_out(ax)
        if made.get_window_extent().x1 <= ax.figure.bbox.x1:
            break


def laid_out(ax: Any) -> None:
    """Gives everything in the figure its place, so that it can be measured."""
    getattr(ax.figure, "figure", ax.figure).draw_without_rendering()
