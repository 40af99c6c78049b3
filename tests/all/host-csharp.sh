#!/usr/bin/env bash
# The C# package against the installed library, under Mono: its tests, its example, and the conformance kit.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
# It brings what .NET Framework 4.7.2 has, against which the sources are compiled.
install_missing "to compile and run C#" mono-devel
configure release
build release --target brukerplan_c brukerplan_report_c
folder=build/host-csharp
rm -rf "$folder"
mkdir -p "$folder"
cmake --install build/release --prefix "$folder/prefix" --component runtime >"$folder/install.log"
library=$(dirname "$(find "$PWD/$folder/prefix" -name libbrukerplan.so.1)")

say "Compiling $folder"
bindings/csharp/build-mono "$folder/out"
run() {
  LD_LIBRARY_PATH="$library" mono --debug "$folder/out/$@"
}
run Brukerplan.Tests.exe "$PWD"
run csharp-form.exe | tee "$folder/form.txt"
grep -qx 'can be saved: yes, class: yellow, points: 8' "$folder/form.txt"
run Brukerplan.Conformance.exe tests/conformance

# The runner finds what is wrong: a wrong answer, a kind that it does not know, a kit that is not there.
mkdir "$folder/kit"
fails() {
  if run Brukerplan.Conformance.exe "$folder/kit" >"$folder/fails.txt"; then
    say "The conformance runner passed a kit that it must not pass: $1"
    exit 1
  fi
  grep -q "$1" "$folder/fails.txt"
}
fails "0 cases"
head -n 1 tests/conformance/scores.ndjson | sed 's/"points": 0/"points": 1/' >"$folder/kit/case.ndjson"
fails "points: expected 1, got 0"
head -n 1 tests/conformance/scores.ndjson | sed 's/"kind": "score"/"kind": "newer"/' >"$folder/kit/case.ndjson"
fails "the runner is too old"
