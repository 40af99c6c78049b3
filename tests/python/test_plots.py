"""Plots: the numbers of the report, in colours that everybody can tell apart."""

import doctest
import itertools
import math

import pytest
import rounds
import sample
from colours import VISION, contrast, lab, linear, seen

import brukerplan as bp

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import matplotlib.pyplot  # noqa: E402

from brukerplan import experimental, plots  # noqa: E402
from brukerplan.plots import _style  # noqa: E402

YEARS = {"year": [2019, 2022, 2024], "share": [0.10, 0.12, 0.11], "low": [0.08, 0.1, 0.09], "high": [0.12, 0.14, 0.13]}
SPREAD = {"q05": -20, "q10": -15, "q25": -8, "q50": 0, "q75": 8, "q90": 15, "q95": 20}
FAN = {"year": [2025, 2026, 2027], **{name: [100 + by * step for step in (1, 2, 3)] for name, by in SPREAD.items()}}


@pytest.fixture(scope="module")
def document(text):
    return experimental.report(text, test_numbers=True)


@pytest.fixture(scope="module")
def projected():
    return bp.project(rounds.cells(), refits=20)


@pytest.fixture(autouse=True)
def closed():
    yield
    matplotlib.pyplot.close("all")


def draw_all(document, projected, **options):
    return {
        "projection": plots.projection(projected, "9004", **options),
        "waterfall": plots.waterfall(projected, "gp", "9004", **options),
        "gap": plots.waterfall(projected, "gp", "9004", quantity="gap", **options),
        "domains": plots.domains(document, **options),
        "index": plots.index(document, **options),
        "services": plots.services(document, **options),
        "trend": plots.trend(YEARS, **options),
        "fan": plots.fan(FAN, **options),
    }


@pytest.mark.parametrize("style", _style.STYLES)
@pytest.mark.parametrize("vision", VISION)
def test_parts_of_a_bar_are_told_apart_by_every_eye(style, vision):
    parts = _style.STYLES[style].parts
    for together in (
        ("green", "yellow", "red", "not_assessed"),
        ("green", "yellow", "red", "blue_light", "none"),
        ("received", "needed"),
    ):
        for first, second in itertools.combinations(together, 2):
            apart = math.dist(lab(seen(parts[first].fill, vision)), lab(seen(parts[second].fill, vision)))
            assert apart > 20, f"{first} and {second} for {vision}: {apart:.0f}"
            assert parts[first].hatch != parts[second].hatch


@pytest.mark.parametrize("style", _style.STYLES)
def test_words_can_be_read_on_what_they_stand_on(style):
    look = _style.STYLES[style]
    for token, part in look.parts.items():
        assert contrast(part.fill, part.text) >= 4.5, token
    for colour in (look.ink, look.muted, *look.lines):
        assert contrast(look.paper, colour) >= 4.5, colour


@pytest.mark.parametrize("style", _style.STYLES)
def test_bands_of_a_fan_grow_apart_in_lightness(style):
    look = _style.STYLES[style]
    lightness = [lab(linear(colour))[0] for colour in (look.paper, *look.bands, look.ink)]
    steps = [second - first for first, second in zip(lightness, lightness[1:])]
    assert all(abs(step) > 8 for step in steps) and (all(s > 0 for s in steps) or all(s < 0 for s in steps))


@pytest.mark.parametrize("style", ["light", "dark"])
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_plot_is_drawn_and_settings_stay_as_they_are(document, projected, style, lang):
    before = dict(matplotlib.rcParams)
    for name, ax in draw_all(document, projected, style=style, lang=lang).items():
        ax.figure.canvas.draw()
        assert ax.get_facecolor() == matplotlib.colors.to_rgba(_style.STYLES[style].paper), name
    assert dict(matplotlib.rcParams) == before


def test_the_same_plot_is_the_same_picture_whatever_the_settings(document, projected, tmp_path):
    for name in ("first", "second"):
        for plot, ax in draw_all(document, projected).items():
            ax.figure.savefig(tmp_path / f"{plot}-{name}.png", metadata={"Software": None})
        matplotlib.rcParams.update({"hatch.linewidth": 3, "axes.prop_cycle": matplotlib.cycler(color=["k"])})
    matplotlib.rcdefaults()
    matplotlib.use("Agg")
    for plot in ("domains", "index", "services", "trend", "fan", "projection", "waterfall", "gap"):
        assert (tmp_path / f"{plot}-first.png").read_bytes() == (tmp_path / f"{plot}-second.png").read_bytes(), plot


def widths(ax):
    return [[bar.get_width() for bar in container] for container in ax.containers]


def test_bars_are_the_shares_of_the_report(document, text):
    rows = next(table for table in document["tables"] if table["id"] == "domains")["rows"]
    persons = document["counts"]["persons"]
    drawn = widths(plots.domains(document))
    assert drawn[2] == pytest.approx([row["counts"][2] / persons for row in rows])
    assert widths(plots.domains(text, test_numbers=True)) == drawn


def test_labels_are_those_of_the_pack_in_the_language(document):
    labels = [label.get_text() for label in plots.domains(document, lang="nn").get_yticklabels()]
    assert labels == [bp.Pack(lang="nn").label(domain) for domain in bp.DOMAINS]
    assert [t.get_text() for t in plots.index(document).get_legend().get_texts()][:4] == ["Grønn", "Gul", "Rød", "Blålys"]


def test_a_histogram_is_drawn_as_it_is_counted(text):
    counted = bp.histogram(text)
    red = counted.ratings()["red"]
    assert widths(plots.domains(counted))[2] == pytest.approx([count / counted.persons for count in red])
    assert widths(plots.index(counted, scheme="rule/1"))[3] == pytest.approx(
        [counted.classes("rule/1")["blue_light"] / counted.persons]
    )


def test_the_index_is_grouped_by_a_column_under_either_name(text):
    codes = [None if code is None else str(9001 + row % 2) for row, code in enumerate(text["Kommune"])]
    halves = {**text, "Kommune": codes, "Bydel": [None] * len(codes)}
    for by in ("municipality", "Kommune", "kommune"):
        ax = plots.index(halves, by=by, test_numbers=True)
        labels = [label.get_text() for label in ax.get_yticklabels()]
        assert [label[:4] for label in labels] == ["9001", "9002"]
        assert [sum(shares) for shares in zip(*widths(ax))] == pytest.approx([1, 1])
    with pytest.raises(bp.MissingColumns):
        plots.index(halves, by="county", test_numbers=True)


def test_codes_of_a_group_are_told_by_their_labels(text):
    labels = [label.get_text() for label in plots.index(text, by="sex", test_numbers=True).get_yticklabels()]
    assert {label.partition(" (")[0] for label in labels} >= {"Kvinne", "Mann"}


def test_groups_may_be_counted_before(text, document):
    earlier = bp.histogram(sample.part(text, 0, 200))
    labels = [label.get_text() for label in plots.index({"2022": earlier, "2024": document}).get_yticklabels()]
    assert labels == [f"2022 ({earlier.persons} personer)", f"2024 ({document['counts']['persons']} personer)"]


def test_services_are_the_most_common_first(document):
    longest = [max(pair) for pair in zip(*widths(plots.services(document, most=5)))]
    assert len(longest) == 5 and longest == sorted(longest, reverse=True)


@pytest.mark.parametrize("most", [0.9, 0.25, 0.18, 0.018])
def test_marks_of_an_axis_are_not_rounded(most):
    ax = plots.trend({"year": [2019, 2022], "share": [most / 2, most], "low": [0, most / 2], "high": [most, most]}, lang="en")
    ax.figure.canvas.draw()
    told = [float(label.get_text().rstrip("%")) / 100 for label in ax.get_yticklabels()]
    assert told == pytest.approx(list(ax.get_yticks())) and 3 < len(told) < 13


def test_a_trend_breaks_where_nothing_is_known():
    ax = plots.trend({"year": [2024, 2019, 2022], "share": [0.1, 0.2, None], "low": [0.05, 0.1, None], "high": [0.2, 0.3, None]})
    xs, ys = ax.lines[0].get_data()
    assert list(xs) == [2019, 2022, 2024] and ys[0] == 0.2 and math.isnan(ys[1])


def test_use_last_year_and_need_are_drawn_apart(projected):
    rows = {(row["service"], row["quantity"]): row for row in projected.of("9004")}
    ax = plots.projection(projected, "9004", services=["gp"], lang="en")
    words = [text.get_text() for text in ax.get_legend().get_texts()]
    assert {"Use, median", "As last year, 90%", "Need, 90%"} <= set(words)
    use, need = rows["gp", "expected_use"], rows["gp", "need"]
    widest, last = ax.patches[0], ax.patches[3]
    assert (widest.get_x(), widest.get_width()) == (use["q05"], use["q95"] - use["q05"])
    assert (last.get_x(), last.get_width()) == (use["naive_q05"], use["naive_q95"] - use["naive_q05"])
    marks = next(line for line in ax.lines if line.get_marker() == "D")
    assert list(marks.get_xdata()) == [need["mean"]] and marks.get_ydata()[0] != 0, "need stands on a line of its own"
    assert len({patch.get_hatch() for patch in ax.patches}) == 4, "patterns tell what colours tell"
    assert "the coverage is assumed" in " ".join(text.get_text() for text in ax.texts)


def test_services_of_a_projection_are_the_most_used_first(projected):
    ax = plots.projection(projected.of("9004"), most=2, lang="en")
    medians = [row["mean"] for row in projected.of("9004") if row["quantity"] == "expected_use"]
    assert len(ax.get_yticklabels()) == 2
    assert max(medians) == max(row["mean"] for row in projected.of("9004") if row["service"] == "follow_up_team" and row["quantity"] == "expected_use")
    assert ax.get_yticklabels()[0].get_text().startswith("Follow-up")


def test_a_waterfall_adds_up(projected):
    row = next(row for row in projected.of("9004") if (row["service"], row["quantity"]) == ("gp", "expected_use"))
    bars = plots.waterfall(projected, "gp", "9004").patches
    assert [bar.get_width() for bar in bars] == pytest.approx([*(term["persons"] for term in row["terms"]), row["mean"]])
    assert bars[-2].get_x() + bars[-2].get_width() == pytest.approx(row["mean"])
    text = {**{name: [cell] for name, cell in row.items() if name != "variance_shares"}, "terms": ["|".join(f"{t['term']}={t['persons']:.3f}" for t in row["terms"])]}
    assert [bar.get_width() for bar in plots.waterfall(text, "gp").patches] == pytest.approx([bar.get_width() for bar in bars], abs=0.001)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: plots.projection(bp.project(rounds.cells(2), refits=0)), bp.InvalidArgument),
        (lambda: plots.projection(bp.project(rounds.cells(2), refits=0), "9099"), bp.InvalidArgument),
        (lambda: plots.projection(bp.project(rounds.cells(1), refits=0), services=["none"]), bp.InvalidArgument),
        (lambda: plots.waterfall(bp.project(rounds.cells(1), refits=0), "none"), bp.InvalidArgument),
        (lambda: plots.waterfall(FAN, "gp"), bp.MissingColumns),
        (lambda: plots.trend({"year": [2024], "share": [0.1]}), bp.MissingColumns),
        (
            lambda: plots.trend({name: cells * 5 for name, cells in YEARS.items()} | {"group": [*"aaabbbcccdddeee"]}),
            bp.InvalidArgument,
        ),
        (lambda: plots.fan({name: cells for name, cells in FAN.items() if name != "year"}), bp.MissingColumns),
        (lambda: plots.fan({**FAN, "q50": [0, 0, 0]}), bp.InvalidArgument),
        (lambda: plots.fan({**FAN, "q50": [100, None, 100]}), bp.InvalidArgument),
        (lambda: plots.fan(bp.project(rounds.cells(1), refits=0)), bp.InvalidArgument),
        (lambda: plots.trend({name: cells * 2 for name, cells in YEARS.items()}), bp.InvalidArgument),
        (lambda: plots.trend({**YEARS, "year": ["now", 2022, 2024]}), bp.InvalidArgument),
        (lambda: plots.trend({**YEARS, "year": [None, 2022, 2024]}), bp.InvalidArgument),
        (lambda: plots.trend({**YEARS, "share": ["much"] * 3}), bp.InvalidArgument),
        (lambda: plots.trend({**YEARS, "low": [0.2, 0.1, 0.09]}), bp.InvalidArgument),
        (lambda: plots.trend({**YEARS, "share": [10, 12, 11], "high": [12, 14, 13]}), bp.InvalidArgument),
        (lambda: plots.index(bp.histogram({domain: [1] for domain in bp.DOMAINS}), by="sex"), bp.InvalidArgument),
        (lambda: plots.waterfall(bp.project(rounds.cells(1), refits=0), "gp", quantity="persons"), bp.InvalidArgument),
        (lambda: plots.trend(YEARS, ax=5), bp.InvalidArgument),
        (lambda: plots.trend(YEARS, style="sepia"), bp.InvalidArgument),
        (lambda: plots.trend(YEARS, lang="sv"), bp.InvalidArgument),
    ],
)
def test_what_cannot_be_drawn_is_refused(call, error):
    with pytest.raises(error):
        call()


def test_a_plot_holds_nothing_of_a_person(text):
    ax = plots.services(text, test_numbers=True)
    words = " ".join(t.get_text() for t in ax.figure.findobj(matplotlib.text.Text))
    for name in ("Fødselsnummer", "Radref", "Kartlegger"):
        assert not any(cell and cell in words for cell in text[name])


def test_nothing_is_cut_off_or_written_over(text):
    """Groups with long names leave little room for bars and legend."""
    ax = plots.index(text, by="unit", test_numbers=True)
    ax.figure.draw_without_rendering()
    assert len(ax.get_yticklabels()) > 4
    legend = ax.get_legend().get_window_extent()
    assert legend.x0 >= 0 and legend.x1 <= ax.figure.bbox.x1
    boxes = [one.get_bbox_patch().get_window_extent() for one in ax.texts if one.get_bbox_patch()]
    assert len(boxes) > 4
    for one, other in itertools.combinations(boxes, 2):
        assert one.x1 <= other.x0 + 0.5 or other.x1 <= one.x0 + 0.5 or one.y1 <= other.y0 or other.y1 <= one.y0


def test_axes_of_persons_are_whole_and_in_the_language(projected):
    for ax in (plots.projection(projected, "9004"), plots.waterfall(projected, "gp", "9004", quantity="gap")):
        ax.figure.draw_without_rendering()
        marks = [label.get_text() for label in ax.get_xticklabels()]
        assert marks and all(mark.lstrip("\N{MINUS SIGN}").isdigit() for mark in marks)
    ax = plots.fan({**FAN, **{name: [1000 * one for one in FAN[name]] for name in SPREAD}})
    ax.figure.draw_without_rendering()
    assert "100\N{NO-BREAK SPACE}000" in [label.get_text() for label in ax.get_yticklabels()]


@pytest.mark.parametrize("name", plots.__all__)
@pytest.mark.filterwarnings("ignore::brukerplan.UnreadableRows")
def test_examples_run(name, monkeypatch):
    monkeypatch.chdir(sample.ROOT)
    (example,) = (test for test in doctest.DocTestFinder(recurse=False).find(getattr(plots, name), name, globs={}) if test.examples)
    assert doctest.DocTestRunner().run(example).failed == 0
