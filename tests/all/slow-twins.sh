#!/usr/bin/env bash
# Comparisons with the slow twins, and inputs, that are too long for every run.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
build release --target unit_tests
build/release/bin/unit_tests --no-skip --test-case='*on millions of texts*,for all 6 561*,of a million rows*'
