#!/usr/bin/env bash
# The pages about the package for Python and its notebooks run from beginning to end.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
command -v java >/dev/null 2>&1 || install_missing "to run Spark" openjdk-17-jre-headless
configure release
build release --target brukerplan_cli
install_python_package notebooks polars,pandas,pyarrow,duckdb,spark,plots 'pytest>=8' nbclient nbformat ipykernel matplotlib-inline
BRUKERPLAN_COMMAND=$PWD/build/release/bin/brukerplan
export BRUKERPLAN_COMMAND
python=build/python-tests/notebooks/bin/python
"$python" -m pytest -q tests/python/test_docs.py tests/python/test_plots.py
"$python" tests/python/run_notebooks.py docs/notebooks/*.ipynb
