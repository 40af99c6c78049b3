"""What results show of themselves in a notebook."""

import re

import brukerplan as bp
import pytest
from brukerplan._html import STYLE
from colours import contrast, mixed

# Paper and ink of JupyterLab's themes (for words in output), of Visual Studio Code's, and the extremes.
NOTEBOOKS = [
    ("#ffffff", "#212121"),
    ("#111111", "#ffffff"),
    ("#ffffff", "#3b3b3b"),
    ("#1f1f1f", "#cccccc"),
    ("#ffffff", "#000000"),
    ("#000000", "#ffffff"),
]


def test_the_report_is_small_readable_and_tells_nothing_of_people(text):
    secrets = {cell for name in ("Fødselsnummer", "Fødselsår") for cell in text[name] if cell}
    found = bp.validate(text, test_numbers=True)
    for page in (found._repr_html_(), found.valid._repr_html_(), repr(found), repr(found.valid), found.summary._repr_html_()):
        assert not any(secret in page for secret in secrets)
    assert "435 rader" in found._repr_html_()
    page = bp.validate(text, test_numbers=True, lang="en")._repr_html_()
    assert len(page) < 10_000
    for part in ('lang="en"', "<caption>", 'scope="col"', "aria-label", "435 rows", "Test numbers"):
        assert part in page
    assert "<script" not in page and "http" not in page
    assert "&lt;b&gt;" in bp.Table._of(bp.Table({"<b>": ["<i>"]})._core, shown=True)._repr_html_()


@pytest.mark.parametrize(("paper", "ink"), NOTEBOOKS)
def test_words_can_be_read_in_light_and_dark_notebooks(paper, ink):
    mixes = re.findall(r"[{;]color:color-mix\(in srgb,currentcolor (\d+)%,(transparent|#[0-9a-f]{6})\)", STYLE)
    assert len(mixes) == 3
    for share, other in mixes:
        assert contrast(paper, mixed(ink, int(share) / 100, paper if other == "transparent" else other)) >= 4.5, other


def test_nothing_but_ink_of_the_notebook_is_used():
    assert set(re.findall(r"[{;]color:(\w+)", STYLE)) == {"inherit", "color"}
    assert "background" not in STYLE and "prefers-color-scheme" not in STYLE


def test_a_projection_is_shown_row_by_row():
    import rounds

    page = bp.project(rounds.cells(), refits=0)._repr_html_()
    assert len(page) < 20_000 and "{" not in page.split("</style>")[1]
    assert "Not shown: terms, variance_shares." in page
