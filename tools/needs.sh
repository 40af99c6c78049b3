# What the tools need from the system, and how it is installed. Sourced by the tools; Debian 12 or later.
#
#   install_missing <purpose> <package>...   installs those that are not there, saying which

build_packages=(
  cmake g++ ninja-build pkg-config
  libboost1.81-dev libsodium-dev libicu-dev libcli11-dev libkainjow-mustache-dev
  doctest-dev python3
)
# The tests of the C interface read headers and libraries with these, and skip what they cannot without.
test_packages=(python3-cffi abigail-tools binutils)

say() { printf '%s\n' "$*" >&2; }

installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
  local purpose=$1 package missing=()
  shift
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian: make sure that these are there ($purpose): $*"
    return 0
  fi
  for package in "$@"; do
    installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "These packages are missing ($purpose), and there is neither root nor sudo to install them: ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing what is missing ($purpose): ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Libraries that ours is compared with, in build/peers: packages of other languages, in fixed versions.
install_peers() {
  local missing=()
  command -v node >/dev/null 2>&1 || missing+=(nodejs)
  command -v npm >/dev/null 2>&1 || missing+=(npm)
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 || missing+=(python3-venv)
  [ ${#missing[@]} -eq 0 ] || install_missing "to compare with other libraries" "${missing[@]}"
  local folder=build/peers
  if [ ! -x "$folder/python/bin/python" ] || ! "$folder/python/bin/python" -c 'import stdnum, numpy, polars, pydantic, pandera.polars, pyarrow, pandas, scipy' 2>/dev/null; then
    say "Installing what we are compared with in $folder/python"
    python3 -m venv "$folder/python"
    "$folder/python/bin/pip" install --quiet --disable-pip-version-check python-stdnum==2.2 numpy==2.4.6 polars==2.1.0 pydantic==2.14.3 'pandera[polars]==0.35.0' pyarrow==26.0.1 pandas==3.1.1 scipy==1.17.1 >&2
  fi
  if [ ! -d "$folder/node_modules/@navikt/fnrvalidator" ]; then
    say "Installing @navikt/fnrvalidator in $folder/node_modules"
    npm install --silent --no-audit --no-fund --prefix "$folder" @navikt/fnrvalidator@2.2.1 >&2
  fi
}

# Configures a preset once; later runs leave it to the build to notice what changed.
configure() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    say "Configuring build/$preset"
    cmake --preset "$preset" "$@" >&2
  fi
}

build() {
  local preset=$1
  shift
  say "Building build/$preset"
  cmake --build --preset "$preset" "$@" >&2
}

# install_python_package <environment> <extras> <package>...   the package for Python, with other packages, in an environment
# under build/python-tests. One that is there is brought up to date. PYTHON is the interpreter, if not python3.
install_python_package() {
  local folder=build/python-tests/$1 extras=${2:+[$2]} python=${PYTHON:-python3}
  shift 2
  "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || install_missing "to test the package for Python" python3-venv
  "$python" - <<'TEST' || install_missing "to test the package for Python" python3-dev
import pathlib, sys, sysconfig
sys.exit(not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists())
TEST
  say "Installing the package for Python in $folder"
  [ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check "./bindings/python$extras" "$@" >&2
}
