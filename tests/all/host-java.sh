#!/usr/bin/env bash
# The Java package over the installed library: its tests, the example that depends on it, and the conformance kit.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_missing "to test the Java package" default-jdk-headless maven
configure release
build release --target brukerplan_c brukerplan_report_c
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install build/release --component runtime --prefix "$prefix" >/dev/null
library=$(find "$prefix" -name 'libbrukerplan.so.1')

# With a repository of its own, so that nothing is installed in that of the user.
maven() { mvn -q -B --no-transfer-progress -Dmaven.repo.local="$PWD/build/m2" -Dbrukerplan.library="$library" "$@"; }

maven -f bindings/java install
maven -f bindings/java exec:exec@conformance
maven -f examples/java-form compile exec:java | tee "$prefix/form.txt"
grep -q 'economy changed: class RED, worst NONE' "$prefix/form.txt"
