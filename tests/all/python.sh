#!/usr/bin/env bash
# The package for Python: installed from the clone into a clean environment, and tested with the dataframe libraries; and again
# in an environment where there is none of them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
folder=build/python-tests
rm -rf "$folder/full" "$folder/alone"

install_python_package full test
"$folder/full/bin/python" -m pytest -q tests/python

install_python_package alone '' 'pytest>=8'
"$folder/alone/bin/python" -m pytest -q -m 'not slow' tests/python
