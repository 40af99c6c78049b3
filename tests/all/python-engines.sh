#!/usr/bin/env bash
# One process, two threads, Polars, DuckDB and Spark find, score and count the same in 2 million registrations, to the byte.
#
#   python-engines.sh [RECIPIENTS]    fewer for a quick look: a recipient has 1.14 registrations
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
recipients=${1:-1757900}
command -v java >/dev/null 2>&1 || install_missing "to run Spark" openjdk-17-jre-headless
configure release
build release --target brukerplan_cli
install_python_package engines polars,duckdb,spark 'pytest>=8' polars==2.1.0 pyarrow==26.0.1 duckdb==2.0.0 pyspark==4.3.0 pandas==2.3.3
python=build/python-tests/engines/bin/python
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
say "Simulating $recipients people"
build/release/bin/brukerplan simulate --recipients "$recipients" --seed 1 --out "$files/registrations.csv" 2>/dev/null
"$python" tests/python/to_parquet.py "$files/registrations.csv" "$files/registrations.parquet"
rm "$files/registrations.csv"
BRUKERPLAN_REGISTRATIONS=$files/registrations.parquet "$python" -m pytest -q -W ignore::FutureWarning tests/python/engines_test.py
