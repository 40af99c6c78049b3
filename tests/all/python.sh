#!/usr/bin/env bash
# The package for Python: installed from the clone into a clean environment, and tested with the dataframe libraries; and again
# in an environment where there is none of them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh

python=${PYTHON:-python3}
folder=build/python-tests
"$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || install_missing "to test the package for Python" python3-venv
"$python" - <<'TEST' || install_missing "to test the package for Python" python3-dev
import pathlib, sys, sysconfig
sys.exit(not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists())
TEST

# environment <name> <what to install>...
environment() {
  local name=$1
  shift
  say "Installing the package in $folder/$name"
  "$python" -m venv --clear "$folder/$name"
  "$folder/$name/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
}

environment full './bindings/python[test]'
"$folder/full/bin/python" -m pytest -q tests/python

environment alone ./bindings/python 'pytest>=8'
"$folder/alone/bin/python" -m pytest -q -m 'not slow' tests/python
