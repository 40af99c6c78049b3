#!/usr/bin/env bash
# The references of masses and scores are what their definitions give at 60 digits.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
python3 -c 'import mpmath' 2>/dev/null || install_missing "to work out references" python3-mpmath
python3 tests/projection/make_references.py --check tests/projection
