#!/usr/bin/env bash
# Every disagreement with two other libraries for national numbers has a listed reason.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_peers
build release --target national_id_lines
build/peers/python/bin/python tests/differential/national_id_differential.py \
  --checker build/release/bin/national_id_lines --node-modules build/peers/node_modules
