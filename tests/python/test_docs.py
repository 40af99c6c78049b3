"""The pages about the package: every example in them runs, and the page of the interface is in step with the package."""

import doctest
import pathlib
import re
import shutil
import subprocess
import sys
import warnings

import pytest

import brukerplan as bp

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs/python"
NEEDED = ("polars", "pandas", "duckdb", "pyspark")  # by the pages that import them
NEW = ("transferred.csv", "receipt.json")  # what the pages make in build/ and never write over


def blocks(page):
    return re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)


def run(page, number, code, names):
    if code.startswith(">>>"):
        test = doctest.DocTestParser().get_doctest(code, names, page.name, page.name, 0)
        told = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        failed, _ = runner.run(test, out=told.append, clear_globs=False)
        assert failed == 0, "".join(told)
        names.update(test.globs)
    else:
        exec(compile(code, f"{page.name}, block {number}", "exec"), names)  # noqa: S102


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_examples_run(page, monkeypatch):
    code = "\n".join(blocks(page))
    for name in NEEDED:
        if re.search(rf"\b(import|from|, ) ?{name}\b", code):
            pytest.importorskip(name)
    if "pyspark" in code and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    if "plots" in code:
        pytest.importorskip("matplotlib").use("Agg")
    monkeypatch.chdir(ROOT)
    (ROOT / "build").mkdir(exist_ok=True)
    for name in NEW:
        (ROOT / "build" / name).unlink(missing_ok=True)
    names = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", bp.UnreadableRows)
        for number, block in enumerate(blocks(page), 1):
            run(page, number, block, names)


def test_the_page_of_the_interface_is_in_step(tmp_path):
    subprocess.run([sys.executable, ROOT / "bindings/python/tools/api.py", tmp_path / "api.md"], check=True, cwd=tmp_path)
    ours = (PAGES / "api.md").read_text(encoding="utf-8")
    assert (tmp_path / "api.md").read_text(encoding="utf-8") == ours, "run bindings/python/tools/api.py"


def test_every_public_function_and_class_is_on_it():
    page = (PAGES / "api.md").read_text(encoding="utf-8")
    for name in set(bp.__all__) - {"errors"}:
        assert f"`{name}" in page or f".{name}" in page, name


def test_links_lead_somewhere():
    for page in PAGES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
