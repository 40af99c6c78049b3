#!/usr/bin/env bash
# The tests that use threads, under the thread sanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
configure tsan
build tsan --target capi_tests
ctest --preset tsan --parallel "$(nproc)" -R 'thread' --no-tests=error
