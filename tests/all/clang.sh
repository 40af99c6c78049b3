#!/usr/bin/env bash
# The other compiler: everything builds with clang, and its tests pass.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_missing "to build with the other compiler" clang-16
if [ ! -f build/clang/build.ninja ]; then
  cmake -S . -B build/clang -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=OFF -DCMAKE_C_COMPILER=clang-16 -DCMAKE_CXX_COMPILER=clang++-16 >&2
fi
cmake --build build/clang >&2
ctest --test-dir build/clang --output-on-failure --parallel "$(nproc)" -R '^(unit|command)'
