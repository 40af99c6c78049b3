"""Projections of services: who will receive them beside who needs them, and what a number is made of."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from ..errors import InvalidArgument
from ..pack import Pack
from ._lines import BAND_HATCHES, BANDS, columns_of
from ._style import Style, drawing, grid, legend, percent, persons_axis, style_of, titled, words_of

Row = dict[str, Any]
NEEDED = ("municipality", "service", "quantity", "mean", *(name for band in BANDS for name in band[:2]), "q50")
QUANTITIES = ("expected_use", "need", "gap")
LINE = 26  # letters of a service's name
OTHERS = ("naive_mean", "naive_q05", "naive_q95", "band_low", "band_high")

TITLES = {
    "nb": {"need": "Behov", "expected_use": "Forventet bruk", "gap": "Gap: behov minus bruk", "naive": "Som i fjor", "band": "Om de som ikke er kartlagt,\nbruker halvparten eller halvannen gang så mye",
           "all": "Forventet bruk og behov", "persons": "Personer", "use": "Bruk", "to": "til", "years": "{} år fram", "assumed": "dekningen er antatt"},
    "nn": {"need": "Behov", "expected_use": "Venta bruk", "gap": "Gap: behov minus bruk", "naive": "Som i fjor", "band": "Om dei som ikkje er kartlagde,\nbruker halvparten eller halvannan gong så mykje",
           "all": "Venta bruk og behov", "persons": "Personar", "use": "Bruk", "to": "til", "years": "{} år fram", "assumed": "dekninga er ein føresetnad"},
    "en": {"need": "Need", "expected_use": "Expected use", "gap": "Gap: need less use", "naive": "As last year", "band": "If those who were not mapped use\nhalf as much, or half as much again",
           "all": "Expected use and need", "persons": "Persons", "use": "Use", "to": "to", "years": "{} years ahead", "assumed": "the coverage is assumed"},
}  # fmt: skip
TERMS = {
    "nb": {"received": "Fikk i fjor", "needed_not_received": "Trengte, fikk ikke", "needed_and_received": "Trengte og fikk",
           "peers": "Som andre kommuner", "own_past": "Egne tidligere år", "needed": "Oppgitt behov", "converted": "Behov som pleier å bli dekket",
           "mapped": "Kartlagte", "not_mapped": "Ikke kartlagte", "need": "Behov", "expected_use": "Forventet bruk", "population": "Befolkningsvekst",
           "met_need": "Mer dekket behov", "full_coverage": "Full dekning", "more_entrants": "Flere nye", "capacity": "Kapasitet"},
    "nn": {"received": "Fekk i fjor", "needed_not_received": "Trong, fekk ikkje", "needed_and_received": "Trong og fekk",
           "peers": "Som andre kommunar", "own_past": "Eigne tidlegare år", "needed": "Oppgitt behov", "converted": "Behov som plar bli dekt",
           "mapped": "Kartlagde", "not_mapped": "Ikkje kartlagde", "need": "Behov", "expected_use": "Venta bruk", "population": "Folkevekst",
           "met_need": "Meir dekt behov", "full_coverage": "Full dekning", "more_entrants": "Fleire nye", "capacity": "Kapasitet"},
    "en": {"received": "Received last year", "needed_not_received": "Needed, not received", "needed_and_received": "Needed and received",
           "peers": "As other municipalities", "own_past": "Own earlier years", "needed": "Stated need", "converted": "Need that is usually met",
           "mapped": "Mapped", "not_mapped": "Not mapped", "need": "Need", "expected_use": "Expected use", "population": "Growth of population",
           "met_need": "More need met", "full_coverage": "Full coverage", "more_entrants": "More newcomers", "capacity": "Capacity"},
}  # fmt: skip


def _rows(frame: Any, municipality: str | None, more: tuple[str, ...] = ()) -> list[Row]:
    columns = columns_of(frame, NEEDED + more)
    rows = [dict(zip(columns, cells)) for cells in zip(*columns.values())]
    found = list(dict.fromkeys(row["municipality"] for row in rows))
    if municipality is None:
        if len(found) > 1:
            raise InvalidArgument("there are several municipalities: say which one")
        return rows
    rows = [row for row in rows if row["municipality"] == municipality]
    if not rows:
        raise InvalidArgument("there are no rows of this municipality")
    return rows


def _known(rows: list[Row], quantity: str) -> dict[str, Row]:
    """By service, those that have numbers; of several models the one that was chosen, which comes first."""
    known: dict[str, Row] = {}
    for row in rows:
        if row["quantity"] == quantity and row["mean"] is not None:
            known.setdefault(row["service"], row)
    return known


def _labels(lang: str) -> dict[str, str]:
    pack = Pack(lang=lang)
    lists = [field["list"] for field in pack.fields if field["name"] in ("services_received", "services_needed") and field["list"]]
    return {token: label for name in lists for token, label in pack.codes(name).items()}


def _below(rows: list[Row], municipality: Any, words: dict[str, str]) -> str:
    parts = [str(municipality)] if municipality else []
    years = {row.get("horizon") for row in rows} - {None}
    if len(years) == 1:
        parts.append(words["years"].format(years.pop()).replace("1 years", "1 year"))
    if any("coverage_assumed" in (row.get("flags") or "") for row in rows):
        parts.append(words["assumed"])
    return ", ".join(parts)


def _use(ax: Any, look: Style, at: list[int], rows: list[Row], lang: str) -> None:
    words = TITLES[lang]
    lows = [row["band_low"] for row in rows]
    highs = [row["band_high"] for row in rows]
    ax.hlines(at, lows, highs, color=look.muted, linestyle=":", linewidth=1.6, label=words["band"])
    ax.plot([*lows, *highs], [*at, *at], color=look.muted, linestyle="none", marker="|", markersize=9)
    for (low, high, covered), colour, hatch in zip(BANDS, look.bands, BAND_HATCHES):
        starts = [row[low] for row in rows]
        widths = [row[high] - row[low] for row in rows]
        label = f"{words['use']}, {percent(covered / 100, lang)}"
        ax.barh(
            at, widths, left=starts, height=0.34, facecolor=colour, edgecolor=look.paper, hatch=hatch, linewidth=0.8, label=label
        )
    ax.vlines([row["q50"] for row in rows], [y - 0.2 for y in at], [y + 0.2 for y in at], color=look.ink, linewidth=2.4,
              label=f"{words['use']}, {words_of(lang)['median'].lower()}")  # fmt: skip


def projection(
    frame: Any,
    municipality: str | None = None,
    *,
    services: Iterable[str] | None = None,
    most: int | None = 8,
    lang: str = "nb",
    style: str = "light",
    ax: Any = None,
) -> Any:
    """Expected use of services as fans, each with last year's use beside it, and need marked apart. Where the coverage is assumed, the
    dotted line says how far the interval reaches if those who were not mapped use half as much as the others, or half as much again.

    Args:
        frame: a `Projection`, one of its tables, or any table with its columns.
        municipality: whose rows are drawn, or the name of an area; None where there is one alone.
        services: which, in their order; None for those that most are expected to use.
        most: so many of them; None for all.
        lang: of the words, `nb`, `nn` or `en`.
        style: `light` or `dark`.
        ax: axes to draw on; None for new ones.

    Returns:
        The `matplotlib.axes.Axes`.

    Raises:
        MissingLibrary: matplotlib is not installed.
        MissingColumns: one of the columns is not there.
        InvalidArgument: there are several municipalities, or nothing is known of these services.

    >>> import brukerplan as bp
    >>> cells = [{"municipality": "9001", "round": year, "service": "gp", "received_needed": 8, "received_only": 1, "needed_only": 3,
    ...     "neither": 20} for year in (2022, 2023)]
    >>> bp.plots.projection(bp.project(cells, refits=0), lang="en").get_title(loc="left")
    'Expected use and need'
    """
    words_of(lang)
    words, look = TITLES[lang], style_of(style)
    rows = _rows(frame, municipality, OTHERS)
    uses, needs, labels = _known(rows, "expected_use"), _known(rows, "need"), _labels(lang)
    wanted = sorted(uses, key=lambda service: -uses[service]["mean"])[:most] if services is None else [*services]
    drawn = [service for service in wanted if service in uses]
    if not drawn:
        raise InvalidArgument("nothing is known of these services")
    chosen = [uses[service] for service in drawn]
    at = list(range(len(drawn)))
    with drawing(ax, look, (9.2, 2.6 + 0.72 * len(drawn))) as ax:
        _use(ax, look, at, chosen, lang)
        last = look.parts["none"]
        ax.barh([y + 0.32 for y in at], [row["naive_q95"] - row["naive_q05"] for row in chosen], left=[row["naive_q05"] for row in chosen],
                height=0.16, color=last.fill, edgecolor=last.edge, hatch="|||", linewidth=0.8,
                label=f"{words['naive']}, {percent(0.9, lang)}")  # fmt: skip
        ax.plot(
            [row["naive_mean"] for row in chosen],
            [y + 0.32 for y in at],
            color=look.ink,
            linestyle="none",
            marker="s",
            markersize=4,
        )
        need = [(y - 0.32, needs[service]) for y, service in zip(at, drawn) if service in needs]
        mean = [row["mean"] for _, row in need]
        spread = [[row["mean"] - row["q05"] for _, row in need], [row["q95"] - row["mean"] for _, row in need]]
        ax.errorbar(mean, [y for y, _ in need], xerr=[[max(0.0, part) for part in side] for side in spread], color=look.lines[1],
                    linestyle="none", marker="D", markersize=6, markerfacecolor=look.paper, markeredgewidth=1.6, elinewidth=1.4, capsize=3,
                    label=f"{words['need']}, {percent(0.9, lang)}")  # fmt: skip
        ax.set_yticks(at, [textwrap.fill(labels.get(service, service), LINE) for service in drawn])
        ax.invert_yaxis()
        ax.set_xlim(left=0)
        ax.set_xlabel(words["persons"], color=look.muted)
        persons_axis(ax.xaxis, lang)
        grid(ax, look, "x")
        legend(ax, look, 2, below=4)
        titled(ax, look, words["all"], _below(chosen, municipality or chosen[0]["municipality"], words))
    return ax


def _terms(cell: Any) -> list[tuple[str, float]]:
    """Of the column `terms`, also as it stands in a CSV file."""
    if isinstance(cell, str):
        return [(name, float(persons)) for name, _, persons in (term.partition("=") for term in cell.split("|") if term)]
    return [(term["term"], float(term["persons"])) for term in cell]


def _number(persons: float, lang: str) -> str:
    text = f"{persons:.1f}".replace("-", "\N{MINUS SIGN}")
    return text if lang == "en" else text.replace(".", ",")


def waterfall(
    frame: Any,
    service: str,
    municipality: str | None = None,
    *,
    quantity: str = "expected_use",
    lang: str = "nb",
    style: str = "light",
    ax: Any = None,
) -> Any:
    """What a projected number is made of: its terms one after the other, which add up to it, and the 90 % interval around it.

    Args:
        frame, municipality, lang, style, ax: as for `projection`.
        service: which.
        quantity: `expected_use`, `need` or `gap`.

    Raises:
        MissingLibrary, MissingColumns: as `projection`.
        InvalidArgument: there are several municipalities, or nothing is known of the service.

    >>> import brukerplan as bp
    >>> cells = [{"municipality": "9001", "round": year, "service": "gp", "received_needed": 8, "received_only": 1, "needed_only": 3,
    ...     "neither": 20} for year in (2022, 2023)]
    >>> bp.plots.waterfall(bp.project(cells, refits=0), "gp", lang="en").get_title(loc="left")
    'Expected use: General practitioner'
    """
    words_of(lang)
    words, look = TITLES[lang], style_of(style)
    if quantity not in QUANTITIES:
        raise InvalidArgument(f"quantity is one of {' '.join(QUANTITIES)}")
    row = _known(_rows(frame, municipality, ("terms",)), quantity).get(service)
    if row is None:
        raise InvalidArgument("nothing is known of this service")
    terms = _terms(row["terms"])
    more, less = look.parts["received"], look.parts["needed"]
    total = len(terms)
    with drawing(ax, look, (8.6, 1.9 + 0.5 * (total + 1))) as ax:
        reached = 0.0
        for at, (_, persons) in enumerate(terms):
            part = more if persons >= 0 else less
            ax.barh(at, persons, left=reached, height=0.6, color=part.fill, edgecolor=part.edge, hatch=part.hatch, linewidth=0.8)
            ax.annotate(
                _number(persons, lang),
                (max(reached, reached + persons), at),
                (4, 0),
                textcoords="offset points",
                color=look.ink,
                va="center",
            )
            reached += persons
            ax.vlines(reached, at, at + 1, color=look.muted, linewidth=0.8)
        ax.barh(total, row["mean"], height=0.6, color=look.bands[1], edgecolor=look.ink, hatch="...", linewidth=1)
        ax.errorbar(
            row["mean"],
            total,
            xerr=[[max(0.0, row["mean"] - row["q05"])], [max(0.0, row["q95"] - row["mean"])]],
            color=look.ink,
            capsize=5,
            linewidth=1.6,
        )
        ax.annotate(
            f"{_number(row['mean'], lang)} ({row['q05']} {words['to']} {row['q95']})".replace("-", "\N{MINUS SIGN}"), (max(row["q95"], row["mean"]), total), (6, 0),
            textcoords="offset points", color=look.ink, va="center", fontweight="bold",
        )  # fmt: skip
        ax.set_yticks(range(total + 1), [*(TERMS[lang].get(name, name) for name, _ in terms), words[quantity]])
        ax.invert_yaxis()
        ax.axvline(0, color=look.muted, linewidth=0.8)
        ax.margins(x=0.16)
        ax.set_xlabel(words["persons"], color=look.muted)
        persons_axis(ax.xaxis, lang)
        grid(ax, look, "x")
        titled(
            ax,
            look,
            f"{words[quantity]}: {_labels(lang).get(service, service)}",
            _below([row], municipality or row["municipality"], words),
        )
    return ax
