#!/usr/bin/env bash
# Tables of pyarrow, pandas and Polars have the findings that the same rows have as CSV.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_peers
build release --target brukerplan_c brukerplan_cli
build/peers/python/bin/python tests/differential/arrow_peers.py \
  build/release/lib/libbrukerplan.so build/release/bin/brukerplan examples/data/sample-municipality.csv
