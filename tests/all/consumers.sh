#!/usr/bin/env bash
# The library fetched from an archive into another project, which builds it and links the C interface statically.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh
install_missing "to build" "${build_packages[@]}"
folder=$PWD/build/consumers
mkdir -p "$folder"
git ls-files -z | tar --null --files-from=- --create --gzip --file="$folder/brukerplan.tar.gz"
python3 tests/consumer/consume.py cmake tests/consumer/fetch-content "$folder/fetch-content" - "class: yellow" \
  -G Ninja -DCMAKE_BUILD_TYPE=Release -DBRUKERPLAN_BUILD_CAPI=ON "-DBRUKERPLAN_ARCHIVE=$folder/brukerplan.tar.gz"
