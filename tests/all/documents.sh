#!/usr/bin/env bash
# Every public declaration of the C interface is documented, and the pages are made without a warning.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/docs
# That something undocumented is found out.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r capi docs "$copy"
printf '#define BPLAN_NOBODY_KNOWS 1\n' >>"$copy/capi/include/brukerplan/brukerplan_report.h"
mkdir -p "$copy/build/docs"
if (cd "$copy" && doxygen docs/doxygen/c.doxyfile) 2>"$copy/said"; then
  echo "a constant without a comment is not found out"
  exit 1
fi
grep -q 'BPLAN_NOBODY_KNOWS.*is not documented' "$copy/said"
