#!/usr/bin/env bash
# Runs inside the clean Debian, as root: see tests/all/packages.sh.
set -euo pipefail
cd /root
quiet() { "$@" >/root/log 2>&1 || { cat /root/log; exit 1; }; }
fail() { echo "$*"; exit 1; }
has() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
install() { quiet apt-get install -y --no-install-recommends "$@"; }

quiet apt-get update

# ---- The core alone
install ./libbrukerplan1_*.deb
! dpkg-query -W 'libicu*' 2>/dev/null | grep -q . || fail "the core has brought ICU"
core=$(dpkg -L libbrukerplan1 | grep 'libbrukerplan\.so\.1$')
needed=$(ldd "$core" | awk '{ print $1 }' | sed 's|.*/||; s|\.so.*||' | sort | tr '\n' ' ')
[ "$needed" = "ld-linux-x86-64 libc libgcc_s libm libstdc++ linux-vdso " ] || [ "$(uname -m)" != x86_64 ] || fail "the core needs: $needed"
ldconfig -p | grep -q 'libbrukerplan\.so\.1 ' || fail "the loader does not know the core"

# ---- The command
install ./brukerplan_*.deb
brukerplan --version
code=0
brukerplan validate sample-municipality.csv --test-numbers >findings.txt || code=$?
[ "$code" -eq 1 ] && [ -s findings.txt ] || fail "validate has ended with $code"
brukerplan report sample-municipality.csv --test-numbers --out report.html 2>/dev/null
grep -q '</html>' report.html || fail "the report is not whole"
[ -s /usr/share/brukerplan/packs/brukerplan-2024.json ] || fail "there are no packs"
echo "the command runs"

# ---- What a program is built with
! has libbrukerplan-dev || fail "the development package was there before it was asked for"
install ./libbrukerplan-report1_*.deb ./libbrukerplan-dev_*.deb gcc libc6-dev pkg-config python3
for package in brukerplan brukerplan-report; do
  [ "$(pkg-config --modversion $package)" = "$(dpkg-query -W -f='${Version}' libbrukerplan-dev | sed 's/-.*//')" ] ||
    fail "pkg-config and dpkg disagree about the version of $package"
done
gcc -std=c99 -Wall -Wextra -Werror main.c -o minimal $(pkg-config --cflags --libs brukerplan)
./minimal | grep -q '^class: yellow$' || fail "the program says something else"
printf '#include <brukerplan/brukerplan_report.h>\nint main(void) { return bplan_report_abi_version() != 1; }\n' >report.c
gcc -std=c99 report.c -o report $(pkg-config --cflags --libs brukerplan-report)
./report
echo "a C program runs"

# ---- The conformance kit
PYTHONDONTWRITEBYTECODE=1 python3 /usr/share/brukerplan/conformance/run.py --library "$core"

# ---- Nothing stays behind
quiet dpkg --purge brukerplan libbrukerplan-dev libbrukerplan-report1 libbrukerplan1
left=$(find / -xdev -name '*brukerplan*' -not -path '/root/*' -not -path '/proc/*' -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' -not -path '/var/cache/apt/*')
[ -z "$left" ] || fail "left behind: $left"
echo "nothing stays behind"
