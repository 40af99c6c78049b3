"""What the package promises of itself: types in step, examples that run."""

import doctest
import importlib
import inspect
import pathlib
import pkgutil
import re
import subprocess
import sys

import brukerplan as bp
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINDING = ROOT / "bindings/python"
MODULES = [
    module.name for module in pkgutil.iter_modules(bp.__path__, "brukerplan.") if not module.name.startswith("brukerplan.__")
]


def test_the_version_is_that_of_the_library():
    header = (ROOT / "include/brukerplan/version.hpp").read_text(encoding="utf-8")
    assert f'"{bp.__version__}"' in header


def test_stubs_are_in_step(tmp_path):
    pytest.importorskip("nanobind")
    subprocess.run([sys.executable, BINDING / "tools/stubs.py", tmp_path], check=True, cwd=tmp_path)
    for name in ("_core.pyi", "errors.pyi"):
        ours = (BINDING / "src/brukerplan" / name).read_text(encoding="utf-8")
        assert (tmp_path / name).read_text(encoding="utf-8") == ours, f"run bindings/python/tools/stubs.py: {name}"


def test_types_hold():
    pytest.importorskip("mypy")
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir=/dev/null", "src/brukerplan"], cwd=BINDING, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
    assert (BINDING / "src/brukerplan/py.typed").exists()


@pytest.mark.parametrize("name", ["brukerplan", *MODULES])
def test_examples_run_and_public_things_are_explained(name):
    module = importlib.import_module(name)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
    assert doctest.testmod(module, optionflags=flags).failed == 0
    assert module.__doc__


def test_everything_public_is_explained():
    for name in bp.__all__:
        thing = getattr(bp, name)
        if isinstance(thing, type) or callable(thing):
            assert thing.__doc__, name
            if isinstance(thing, type):
                for member, value in vars(thing).items():
                    if not member.startswith("_") and (callable(value) or isinstance(value, property)):
                        assert value.__doc__, f"{name}.{member}"


@pytest.mark.parametrize(
    "name", ["brukerplan", *(f"brukerplan.{name}" for name in bp.__all__ if type(getattr(bp, name)) is type(bp))]
)
def test_completion_has_no_noise(name):
    module = importlib.import_module(name)
    assert {shown for shown in dir(module) if not shown.startswith("_")} <= set(module.__all__)


HELD = """
import ctypes
import brukerplan as bp
from brukerplan import _core, national_id
_core.tell_leaks({told})
domains = {{domain: ["red"] for domain in bp.DOMAINS}}
found = bp.validate({{**domains, "municipality": ["9001"], "mapping_year": [2024], "mapped_on": ["2024-10-07"], "birth_year": [1987],
    "substance_problem": ["yes"], "mental_disorder": ["none"], "services_received": ["none"]}}, test_numbers=True)
scores, page, scheme = bp.score(domains), found._repr_html_(), bp.Scheme()
national_id.check_column(["17912099997"], test_numbers=True)
for never_let_go in ({held}):
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(never_let_go))
"""


@pytest.mark.parametrize(
    ("told", "held"),
    [(True, "bp.score, national_id.check"), (False, "scheme._core,")],
    ids=["no cache outlives the interpreter, though another library holds functions", "nor does it matter when something does"],
)
def test_nothing_is_printed_at_the_end(told, held):
    run = subprocess.run([sys.executable, "-c", HELD.format(told=told, held=held)], capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_every_public_function_has_an_example():
    for module in (bp, bp.national_id, bp.municipality, bp.plots, bp.experimental):
        for name in module.__all__:
            thing = getattr(module, name)
            if inspect.isfunction(thing):
                assert ">>>" in thing.__doc__, f"{module.__name__}.{name}"


def test_the_readme_runs(tmp_path, monkeypatch, text):
    polars = pytest.importorskip("polars")
    blocks = re.findall(r"```python\n(.*?)```", (BINDING / "README.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) > 4 and len(blocks[0].strip().splitlines()) == 5, "what a researcher wants, in five lines"
    assert blocks[0] in (ROOT / "README.md").read_text(encoding="utf-8"), "the same lines stand in the first README"
    polars.DataFrame(text).write_parquet(tmp_path / "registrations.parquet")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    with pytest.warns(bp.errors.UnreadableRows):
        for block in blocks:
            exec(compile(block, "README.md", "exec"), names)
    assert len(names["scores"]) == 3 and len(names["pseudonyms"]) == 1
