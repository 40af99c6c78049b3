#!/usr/bin/env bash
# The rules of our peers in the benchmark are our rules: each finds the same records, in order and broken on purpose.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_peers
configure release
build release --target brukerplan_cli
brukerplan=build/release/bin/brukerplan python=build/peers/python/bin/python
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
"$brukerplan" simulate --recipients 20000 --seed 1 --out "$files/simulated.csv" 2>/dev/null
"$python" benchmarks/validation_rows.py clean --command "$brukerplan" --recipients 20000 --out "$files/clean.csv"
"$python" benchmarks/validation_rows.py broken --clean "$files/clean.csv" --out "$files/broken.csv"
"$python" benchmarks/validation_peers.py check --command "$brukerplan" "$files/simulated.csv"
"$python" benchmarks/validation_peers.py check --command "$brukerplan" --least 10 "$files/broken.csv"
