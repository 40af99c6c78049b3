#!/usr/bin/env bash
# The Debian packages, in a Debian that has nothing but what they ask for: each is installed with what it depends on and
# no more, the command runs, a C program is built with the development package and runs, the conformance kit passes.
# Needs root, for the clean Debian in build/debian (made once, from the mirror that this machine uses).
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/needs.sh

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { say "The packages are installed in a clean Debian, which needs root or sudo"; exit 1; }
  as_root=(sudo)
fi
install_missing "to make a clean Debian" debootstrap

tools/package >/dev/null
packages=$PWD/build/packages
python3 tests/debian/inspect.py "$packages" "$PWD"

release=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
base=$PWD/build/debian/$release
if [ ! -f "$base/complete" ]; then
  say "Making a clean Debian in $base"
  mirror=$(apt-get indextargets --format '$(SITE)' "Codename: $release" 'Created-By: Packages' | head -n 1)
  "${as_root[@]}" rm -rf "$base"
  mkdir -p "$base"
  "${as_root[@]}" debootstrap --variant=minbase "$release" "$base/root" "$mirror" >&2
  touch "$base/complete"
fi

root=$(mktemp -d)
remove_root() { "${as_root[@]}" rm -rf --one-file-system "$root"; }
trap remove_root EXIT
"${as_root[@]}" cp -a "$base/root/." "$root/"
"${as_root[@]}" cp "$packages"/*.deb examples/data/sample-municipality.csv examples/c-minimal/main.c tests/debian/inside.sh "$root/root/"
"${as_root[@]}" cp /etc/resolv.conf "$root/etc/resolv.conf"
# Packages of the mirror are kept between runs.
"${as_root[@]}" mkdir -p "$base/archives"
"${as_root[@]}" cp -a "$base/archives/." "$root/var/cache/apt/archives/"
"${as_root[@]}" rm -f "$root/etc/apt/apt.conf.d/docker-clean"
"${as_root[@]}" chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  bash /root/inside.sh
"${as_root[@]}" sh -c "cp -a '$root'/var/cache/apt/archives/*.deb '$base/archives/'"
