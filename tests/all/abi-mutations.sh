#!/usr/bin/env bash
# Changes that the C interface must not go through are tried out: the tests of the ABI notice each.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_missing "to compare types" abigail-tools
configure release
build release --target brukerplan_cpp
python3 tests/capi/abi_mutations.py . build/release build/abi-mutations
