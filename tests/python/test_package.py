"""The package as it is given away: a source distribution that stands alone, a wheel that needs nothing."""

import pathlib
import subprocess
import sys
import tarfile
import venv
import zipfile

import brukerplan as bp
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINDING = ROOT / "bindings/python"

EXAMPLE = """
import sys
import brukerplan as bp
domains = {domain: ["red", "green"] for domain in bp.DOMAINS}
assert bp.score(domains).to_dict()["class"] == ["blue_light", "green"]
assert not bp.check({"municipality": "9001"}, test_numbers=True).valid
assert not {"numpy", "pandas", "polars", "pyarrow", "duckdb"} & set(sys.modules)
try:
    bp.score(domains).to_polars()
except bp.MissingLibrary as error:
    assert isinstance(error, ImportError) and "pip install polars" in str(error)
else:
    raise AssertionError("polars is there")
"""


def run(*command, **options):
    made = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    assert made.returncode == 0, made.stdout[-3000:] + made.stderr[-3000:]
    return made.stdout


@pytest.fixture(scope="session")
def distributions(tmp_path_factory):
    """A source distribution, and the wheel that is made of it where there is no clone."""
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("distributions")
    run(sys.executable, "-m", "build", "--sdist", "--outdir", folder, BINDING)
    (source,) = folder.glob("*.tar.gz")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, source, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return source, wheel


@pytest.mark.slow
def test_the_source_distribution_stands_alone(distributions):
    with tarfile.open(distributions[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for needed in (
        "pyproject.toml", "CMakeLists.txt", "README.md", "module/module.cpp", "src/brukerplan/__init__.py", "build_backend/brukerplan_build.py",
        "core/CMakeLists.txt", "core/LICENSE", "core/cmake/FindSodium.cmake", "core/src/CMakeLists.txt", "core/capi/include/brukerplan/brukerplan.h",
        "core/include/brukerplan/version.hpp", "core/packs/brukerplan-2024.json",
    ):  # fmt: skip
        assert needed in names
    assert not [name for name in names if name.startswith(("build/", "core/tests", "core/docs", "core/build", ".git"))]
    assert not (BINDING / "core").exists(), "the copy of the core is left behind"


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_nothing_else(distributions):
    with zipfile.ZipFile(distributions[1]) as archive:
        names = set(archive.namelist())
    outside = {name for name in names if not name.startswith(("brukerplan/", f"brukerplan-{bp.__version__}.dist-info/"))}
    assert not outside
    assert {"brukerplan/py.typed", "brukerplan/_core.pyi", "brukerplan/errors.pyi"} <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {pathlib.PurePath(name).suffix for name in names if name.startswith("brukerplan/")} == {".py", ".pyi", ".typed", ".so", ".json"}


@pytest.mark.slow
def test_the_wheel_works_where_nothing_else_is_installed(distributions, tmp_path):
    venv.create(tmp_path / "clean", with_pip=True)
    python = tmp_path / "clean/bin/python"
    run(python, "-m", "pip", "install", "--no-index", distributions[1])
    run(python, "-c", EXAMPLE, cwd=tmp_path)


def module():
    (file,) = pathlib.Path(bp.__path__[0]).glob("_core.*.so")
    return file


def test_the_module_exports_its_entry_and_nothing_else():
    symbols = run("nm", "-D", "--defined-only", module()).split("\n")
    assert [line.split()[-1] for line in symbols if line] == ["PyInit__core"]


def test_the_module_needs_nothing_but_the_runtimes():
    needed = [line.split("[")[1].rstrip("]") for line in run("readelf", "-d", module()).splitlines() if "(NEEDED)" in line]
    assert {name.split(".so")[0] for name in needed} <= {"libc", "libm", "libstdc++", "libgcc_s", "libpthread", "ld-linux-x86-64"}
