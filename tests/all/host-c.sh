#!/usr/bin/env bash
# A C program of its own, with the installed library: what it shows and the conformance kit.
set -euo pipefail
exec "$(dirname "$0")/../../tools/run-host" c-host
