"""Bars: domains, the index, services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidArgument
from ..histograms import Histogram
from ..pack import Pack
from ._counts import Bar, Counts, classes_of, document_of, is_counted, is_grouped, of_document, of_ratings, split
from ._style import Style, drawing, grid, laid_out, legend, percent, percent_axis, persons, style_of, titled, words_of

INDEX_TITLES = {"nb": "Levekårsindeks", "nn": "Levekårsindeks", "en": "Living-conditions index"}
DOMAIN_TITLES = {"nb": "De åtte livsområdene", "nn": "Dei åtte livsområda", "en": "The eight domains of life"}
CLASS_ORDER = ("green", "yellow", "red", "blue_light", "none")


def _stacked(ax: Any, style: Style, counts: Counts, lang: str) -> None:
    left = [0.0] * len(counts.bars)
    texts: list[tuple[Any, float]] = []
    for column, (token, label) in enumerate(counts.columns):
        look = style.parts[token]
        shares = [bar.counts[column] / bar.of if bar.of else 0.0 for bar in counts.bars]
        if token in ("not_assessed", "none") and not any(shares):
            continue
        ax.barh(range(len(shares)), shares, left=left, height=0.72, label=label, color=look.fill, edgecolor=look.edge, hatch=look.hatch,
                linewidth=0.8)  # fmt: skip
        for row, share in enumerate(shares):
            if share > 0:
                words = {"boxstyle": "round,pad=0.2", "facecolor": look.fill, "edgecolor": "none"}
                text = ax.text(
                    left[row] + share / 2, row, percent(share, lang), color=look.text, ha="center", va="center", bbox=words
                )
                texts.append((text, share))
            left[row] += share
    ax.set_yticks(range(len(counts.bars)), [bar.label for bar in counts.bars])
    ax.invert_yaxis()
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(share, lang) for share in (0, 0.25, 0.5, 0.75, 1)])
    grid(ax, style, "x")
    legend(ax, style, len(counts.columns))
    _drop_wide(ax, texts)


def _drop_wide(ax: Any, texts: list[tuple[Any, float]]) -> None:
    """Takes away the words that do not fit into their bars, which is known when all is laid out."""
    laid_out(ax)
    whole = ax.get_window_extent().width
    for text, share in texts:
        if text.get_bbox_patch().get_window_extent().width > share * whole:
            text.remove()


def domains(data: Any, *, lang: str = "nb", style: str = "light", ax: Any = None, **options: Any) -> Any:
    """The ratings of the eight domains: a bar for each, divided into green, yellow, red and not assessed.

    Args:
        data: a table of registrations, as for `brukerplan.validate`, counted as a report counts it (rows with errors are left
            out, each person counts once); or counts: a `Histogram`, or a report document (`brukerplan.experimental.report`).
        lang: of the words, `nb`, `nn` or `en`.
        style: `light` or `dark`.
        ax: axes to draw on; None for new ones.
        options: `pack`, `mapping`, `test_numbers` and the others of `brukerplan.experimental.report`.

    Returns:
        The `matplotlib.axes.Axes`.

    Raises:
        MissingLibrary: matplotlib is not installed.
        InputError, InstrumentError: as `brukerplan.validate`.

    >>> import brukerplan as bp
    >>> counted = bp.histogram({domain: ["red", "green", None] for domain in bp.DOMAINS})
    >>> ax = bp.plots.domains(counted, lang="en")
    >>> ax.get_title(loc="left"), len(ax.get_yticklabels())
    ('The eight domains of life', 8)
    """
    words_of(lang)
    look = style_of(style)
    if isinstance(data, Histogram):
        counts = of_ratings(data, Pack(options.get("pack"), lang=lang), lang)
    else:
        counts = of_document(document_of(data, options), "domains", lang)
    with drawing(ax, look, (8.6, 4.8)) as ax:
        _stacked(ax, look, counts, lang)
        titled(ax, look, counts.title or DOMAIN_TITLES[lang], persons(counts.denominators[0], lang))
    return ax


def _groups(data: Any, by: str | None, pack: Pack) -> Mapping[str, Any]:
    if is_grouped(data):
        return {str(group): part for group, part in data.items()}
    if by is None:
        return {"": data}
    if is_counted(data):
        raise InvalidArgument("counts cannot be divided any more: hand over the table, or counts of each group by its label")
    return split(data, by, pack)


def index(
    data: Any, by: str | None = None, *, scheme: Any = None, lang: str = "nb", style: str = "light", ax: Any = None, **options: Any
) -> Any:
    """The living-conditions index: a bar for each group, divided into green, yellow, red, blue light and no class.

    Args:
        data: as for `domains`; or counts of several groups, a dictionary of histograms or report documents by label.
        by: a column to group the rows of a table by, such as `municipality`, `district` or `unit`, by the name that it has there
            or a name of the field. A person with rows in several groups counts in each.
        scheme: that gives the classes of a table or a histogram; None for the first of the pack.
        lang, style, ax, options, and what is raised: as for `domains`.

    >>> import brukerplan as bp
    >>> counted = bp.histogram({domain: ["red", "green", None] for domain in bp.DOMAINS})
    >>> ax = bp.plots.index({"north": counted, "south": counted + counted}, lang="en")
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['north (3 persons)', 'south (6 persons)']
    """
    words_of(lang)
    look = style_of(style)
    pack = Pack(options.get("pack"), lang=lang)
    labels = pack.codes("index_class")
    bars = []
    for group, part in _groups(data, by, pack).items():
        found = classes_of(part, scheme, options)
        of = sum(found.values())
        bars.append(Bar(f"{group} ({persons(of, lang)})" if group else "", [found[name] for name in CLASS_ORDER], of))
    counts = Counts("", [(name, labels[name]) for name in CLASS_ORDER], [], bars)
    with drawing(ax, look, (8.6, 1.9 + 0.5 * len(bars))) as ax:
        _stacked(ax, look, counts, lang)
        titled(ax, look, INDEX_TITLES[lang], "" if bars[0].label else persons(bars[0].of, lang))
    return ax


def services(data: Any, *, most: int | None = 12, lang: str = "nb", style: str = "light", ax: Any = None, **options: Any) -> Any:
    """Services received against services needed: two bars for each, of the persons for whom each question was answered.

    Args:
        data: a table or a report document, as for `domains`.
        most: only the services that most persons receive or need; None for all.
        lang, style, ax, options, and what is raised: as for `domains`.

    >>> import brukerplan as bp
    >>> document = bp.experimental.report("examples/data/sample-municipality.csv", test_numbers=True)
    >>> ax = bp.plots.services(document, most=2, lang="en")
    >>> ax.get_yticklabels()[0].get_text()
    'General practitioner'
    """
    words_of(lang)
    look = style_of(style)
    counts = of_document(document_of(data, options), "services", lang)
    order = sorted(range(len(counts.bars)), key=lambda row: -max(counts.bars[row].counts))[:most]
    bars = [counts.bars[row] for row in order]
    with drawing(ax, look, (8.6, 2.0 + 0.42 * len(bars))) as ax:
        for column, (token, label) in enumerate(counts.columns):
            part, of = look.parts[token], counts.denominators[column]
            shares = [bar.counts[column] / of if of else 0.0 for bar in bars]
            at = [row + (column - 0.5) * 0.38 for row in range(len(bars))]
            ax.barh(at, shares, height=0.36, label=f"{label} ({words_of(lang)['of']} {persons(of, lang)})", color=part.fill,
                    edgecolor=part.edge, hatch=part.hatch, linewidth=0.8)  # fmt: skip
            for row, share in zip(at, shares):
                ax.annotate(
                    percent(share, lang), (share, row), (4, 0), textcoords="offset points", color=look.ink, va="center", fontsize=8
                )
        ax.set_yticks(range(len(bars)), [bar.label for bar in bars])
        ax.invert_yaxis()
        percent_axis(ax.xaxis, lang)
        ax.margins(x=0.1, y=0.02)
        grid(ax, look, "x")
        legend(ax, look, 1)
        titled(ax, look, counts.title)
    return ax
