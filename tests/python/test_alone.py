"""The package where no dataframe library can be had; also run in an environment without any."""

import subprocess
import sys

import pytest
from test_package import EXAMPLE

BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"numpy", "pandas", "polars", "pyarrow", "duckdb", "ibis"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""


def run(program):
    made = subprocess.run([sys.executable, "-W", "error", "-c", BLOCKED + program], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr


def test_nothing_is_needed_and_nothing_is_loaded():
    run(EXAMPLE)


@pytest.mark.parametrize(("call", "install"), [("to_polars()", "polars"), ("to_arrow()", "pyarrow"), ("to_pandas()", "pandas")])
def test_what_is_missing_is_named(call, install):
    run(f"""
import brukerplan as bp
try:
    bp.Table({{"a": [1]}}).{call}
except ImportError as error:
    assert isinstance(error, bp.BrukerplanError) and str(error).endswith("pip install {install}"), error
else:
    raise AssertionError("it is there")
""")


def test_a_parquet_file_says_what_to_install(tmp_path):
    (tmp_path / "rows.parquet").write_bytes(b"PAR1")
    run(f"""
import brukerplan as bp
try:
    bp.validate({str(tmp_path / "rows.parquet")!r})
except bp.MissingLibrary as error:
    assert "pip install pyarrow" in str(error)
else:
    raise AssertionError("it was read")
""")
