#!/usr/bin/env python3
"""Compares the library with python-stdnum and @navikt/fnrvalidator on made-up numbers.

Every disagreement must be explained by a reason listed below, each of which is decided from the
digits alone. An unexplained disagreement fails the test, and so does a listed reason that never
occurs, so that the list stays true.

    national_id_differential.py --checker build/tests/national_id_lines --node-modules DIR

Exit codes: 0 all explained, 1 not, 2 a peer or the checker is missing.
Peers: pip install python-stdnum; npm install @navikt/fnrvalidator (DIR is its node_modules).
"""

import argparse
import collections
import dataclasses
import datetime
import os
import random
import subprocess
import sys
from typing import Callable

REFERENCE_DATE = datetime.date(2026, 1, 1)  # instead of the day the test runs

W1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
W2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


# Facts about the digits, independent of all three libraries.


@dataclasses.dataclass(frozen=True)
class Digits:
    text: str

    @property
    def eleven(self) -> bool:
        return len(self.text) == 11 and self.text.isascii() and self.text.isdigit()

    def pair(self, at: int) -> int:
        return int(self.text[at : at + 2])

    @property
    def is_fh(self) -> bool:
        return self.text[0] in "89"

    @property
    def is_d(self) -> bool:
        return self.text[0] in "4567"

    @property
    def day(self) -> int:
        return self.pair(0) - (40 if self.is_d else 0)

    @property
    def month_field(self) -> int:
        return self.pair(2)

    @property
    def is_h_month(self) -> bool:
        return 41 <= self.month_field <= 52

    @property
    def is_common_month(self) -> bool:
        """A month of a birth number, D-number or H-number."""
        return 1 <= self.month_field <= 12 or self.is_h_month

    @property
    def individual(self) -> int:
        return int(self.text[6:9])

    @property
    def first_remainder(self) -> int:
        return sum(w * int(d) for w, d in zip(W1, self.text)) % 11

    @property
    def is_neutral(self) -> bool:
        """Right under the rule from 2032 and not under that of 1964."""
        second = sum(w * int(d) for w, d in zip(W2, self.text)) % 11
        return second == 0 and 1 <= self.first_remainder <= 3

    @property
    def series_year(self) -> int | None:
        """The year by the series of birth numbers."""
        yy = self.pair(4)
        if self.individual <= 499:
            return 1900 + yy
        if yy <= 39:
            return 2000 + yy
        if self.individual <= 749 and yy >= 54:
            return 1800 + yy
        return 1900 + yy if self.individual >= 900 else None

    @property
    def series_date(self) -> datetime.date | None:
        month = self.month_field % 20 if self.month_field != 80 else 0
        try:
            return datetime.date(self.series_year or 0, month, self.day)
        except ValueError:
            return None

    @property
    def series_is_usable(self) -> bool:
        """The series of birth numbers gives a date that exists and is not after the reference."""
        return self.series_date is not None and self.series_date <= REFERENCE_DATE


# What each library says.


@dataclasses.dataclass(frozen=True)
class Ours:
    reason: str
    kinds: frozenset[str]
    day: int
    month: int
    years: tuple[int, ...]
    sex: str

    @property
    def valid(self) -> bool:
        return self.reason == "none"


@dataclasses.dataclass(frozen=True)
class Peer:
    valid: bool
    kind: str = ""  # as the peer calls it
    birth: datetime.date | None = None
    sex: str = ""


def ask_ours(checker: str, options: list[str], numbers: list[str]) -> list[Ours]:
    done = subprocess.run(
        [checker, *options], input="\n".join(numbers) + "\n", capture_output=True, text=True, check=True
    )
    answers = []
    for line in done.stdout.splitlines():
        reason, _, kinds, day, month, years, sex, _ = line.split("\t")
        answers.append(
            Ours(
                reason,
                frozenset() if kinds == "-" else frozenset(kinds.split("+")),
                0 if day == "-" else int(day),
                0 if month == "-" else int(month),
                () if years == "-" else tuple(map(int, years.split(","))),
                sex,
            )
        )
    if len(answers) != len(numbers):
        sys.exit("the checker did not answer every line")
    return answers


def ask_stdnum(numbers: list[str]) -> list[Peer]:
    from stdnum.no import fodselsnummer

    class FixedDate(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return REFERENCE_DATE

    class FixedDatetime:
        date = FixedDate

    fodselsnummer.datetime = FixedDatetime
    answers = []
    for number in numbers:
        if not fodselsnummer.is_valid(number):
            answers.append(Peer(False))
            continue
        sex = "male" if fodselsnummer.get_gender(number) == "M" else "female"
        answers.append(Peer(True, "", fodselsnummer.get_birth_date(number), sex))
    return answers


NODE_PROGRAM = """
const { createRequire } = require('module');
const { idnr } = createRequire(process.argv[1] + '/')('@navikt/fnrvalidator');
const lines = require('fs').readFileSync(0, 'utf8').split('\\n');
lines.pop();
process.stdout.write(lines.map((line) => {
  const answer = idnr(line);
  return answer.status + '\\t' + (answer.type || '-');
}).join('\\n') + '\\n');
"""


def ask_fnrvalidator(node_modules: str, numbers: list[str]) -> list[Peer]:
    done = subprocess.run(
        ["node", "-e", NODE_PROGRAM, os.path.abspath(node_modules)],
        input="\n".join(numbers) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    answers = []
    for line in done.stdout.splitlines():
        status, kind = line.split("\t")
        answers.append(Peer(status == "valid", "" if kind == "-" else kind))
    return answers


# Why they disagree. `by` says where the reason lies: our rule, their limit, or a choice of policy.


@dataclasses.dataclass(frozen=True)
class Reason:
    name: str
    text: str
    holds: Callable[[Digits, Ours, Peer], bool]


def we_only(o: Ours, p: Peer) -> bool:
    return o.valid and not p.valid


def they_only(o: Ours, p: Peer) -> bool:
    return p.valid and not o.valid


FH = Reason(
    "fh_number",
    "the peer has no FH-numbers (first digit 8 or 9)",
    lambda d, o, p: we_only(o, p) and d.is_fh,
)
OTHER_MONTHS = Reason(
    "kinds_the_peer_lacks",
    "the peer knows none of the kinds with this month",
    lambda d, o, p: we_only(o, p) and not d.is_fh and not d.is_common_month,
)
NPID_NHN_MONTHS = Reason(
    "npid_and_nhn",
    "the peer has neither NPID (month + 20, + 60) nor Norsk helsenett's test numbers (+ 65)",
    lambda d, o, p: we_only(o, p)
    and not d.is_fh
    and (21 <= d.month_field <= 32 or 61 <= d.month_field <= 77),
)
STRICT_REFUSES_NEUTRAL = Reason(
    "strict_1964_refuses_neutral",
    "first remainder 1 to 3: the peer accepts the rule from 2032, the policy here does not",
    lambda d, o, p: they_only(o, p) and d.eleven and d.is_neutral and o.reason == "first_control_digit",
)
PEER_LACKS_2032 = Reason(
    "neutral_number",
    "first remainder 1 to 3: the peer does not know the rule from 2032",
    lambda d, o, p: we_only(o, p) and d.is_common_month and d.is_neutral,
)
STRICT_CENTURY = Reason(
    "no_series",
    "no series gives this individual number that year; the peer does not look",
    lambda d, o, p: they_only(o, p)
    and o.reason == "individual_number_without_century"
    and d.series_year is None,
)
STRICT_LEAP = Reason(
    "leap_day_of_1900",
    "29 February of a year that the series puts in 1900; the peer takes 2000",
    lambda d, o, p: they_only(o, p)
    and o.reason == "impossible_date"
    and d.day == 29
    and d.series_year == 1900
    and d.series_date is None,
)
D_OUTSIDE_SERIES = Reason(
    "d_number_outside_old_series",
    "a D-number that the series of birth numbers gives no usable date: D-numbers have had their own"
    " since 2021 and none since February 2024",
    lambda d, o, p: we_only(o, p) and d.is_d and d.is_common_month and not d.series_is_usable,
)
H_OUTSIDE_SERIES = Reason(
    "h_number_outside_series",
    "an H-number outside the series: they are given out locally and promise no century",
    lambda d, o, p: we_only(o, p) and not d.is_d and d.is_h_month and not d.series_is_usable,
)
BIRTH_NUMBER_MAY_BE_NEUTRAL = Reason(
    "may_be_neutral",
    "outside every series, so it can only have been assigned from 2032; the peer knows no such number",
    lambda d, o, p: we_only(o, p)
    and not d.is_d
    and 1 <= d.month_field <= 12
    and d.first_remainder == 0
    and d.series_date is None,
)
SEPARATORS = Reason(
    "separators",
    "the peer strips blanks, hyphens and colons; here that is the normaliser's work",
    lambda d, o, p: they_only(o, p)
    and o.reason in ("length", "not_a_digit", "lost_leading_zero")
    and any(c in d.text for c in " -:"),
)
TEST_KIND_REFUSED = Reason(
    "test_kind_refused",
    "the peer cannot refuse test numbers, the policy here does",
    lambda d, o, p: they_only(o, p)
    and o.reason == "synthetic_not_allowed"
    and (d.is_h_month or d.month_field > 80),
)


@dataclasses.dataclass(frozen=True)
class Comparison:
    name: str
    peer: str
    options: tuple[str, ...]
    reasons: tuple[Reason, ...]


COMPARISONS = (
    Comparison(
        "both rules, every kind",
        "fnrvalidator",
        ("--rule", "both", "--kinds", "every"),
        (FH, NPID_NHN_MONTHS),
    ),
    Comparison(
        "1964 rule, strict dates, every kind",
        "fnrvalidator",
        ("--rule", "strict_1964", "--dates", "strict", "--kinds", "every"),
        (FH, NPID_NHN_MONTHS, STRICT_REFUSES_NEUTRAL, STRICT_CENTURY, STRICT_LEAP),
    ),
    Comparison(
        "both rules, real kinds (the default)",
        "fnrvalidator",
        (),
        (FH, TEST_KIND_REFUSED),
    ),
    Comparison(
        "1964 rule, every kind",
        "stdnum",
        ("--rule", "strict_1964", "--kinds", "every", "--reference-date", str(REFERENCE_DATE)),
        (FH, OTHER_MONTHS, D_OUTSIDE_SERIES, H_OUTSIDE_SERIES, SEPARATORS),
    ),
    Comparison(
        "both rules, real kinds (the default)",
        "stdnum",
        ("--reference-date", str(REFERENCE_DATE)),
        (
            FH,
            PEER_LACKS_2032,
            D_OUTSIDE_SERIES,
            H_OUTSIDE_SERIES,
            BIRTH_NUMBER_MAY_BE_NEUTRAL,
            SEPARATORS,
        ),
    ),
)

FNRVALIDATOR_KINDS = {
    "fnr": {"birth_number"},
    "dnr": {"d_number"},
    "tnr": {"tenor"},
    "hnr": {"h_number", "nav_synthetic"},
    "dnr-and-hnr": {"d_number", "h_number", "nav_synthetic"},
    "dnr-and-tnr": {"d_number", "tenor"},
}


def same_content(o: Ours, p: Peer) -> bool:
    """Whether two acceptances mean the same kind, birth date and sex, as far as the peer says."""
    if p.kind and not o.kinds <= FNRVALIDATOR_KINDS[p.kind]:
        return False
    if p.birth and not (
        p.birth.year in o.years and (p.birth.day, p.birth.month) == (o.day, o.month) and p.sex == o.sex
    ):
        return False
    return True


# Made-up numbers.


def complete(random_: random.Random, nine: str, largest: int) -> str | None:
    k1 = (random_.randint(0, largest) - sum(w * int(d) for w, d in zip(W1, nine))) % 11
    if k1 == 10:
        return None
    ten = nine + str(k1)
    k2 = -sum(w * int(d) for w, d in zip(W2, ten)) % 11
    return None if k2 == 10 else ten + str(k2)


def mutate(random_: random.Random, number: str) -> str:
    how = random_.randrange(6)
    at = random_.randrange(10)
    if how == 0:
        return number[:at] + random_.choice("0123456789") + number[at + 1 :]
    if how == 1:
        return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    if how == 2:
        return number[1:]
    if how == 3:
        return number[:6] + random_.choice(" -:") + number[6:]
    if how == 4:
        return number[:at] + random_.choice("0123456789") + number[at:]
    return number[2:4] + number[:2] + number[4:]


def made_up_numbers(seed: int, count: int) -> list[str]:
    random_ = random.Random(seed)
    numbers: list[str] = []
    while len(numbers) < count:
        leap_day = random_.random() < 0.05
        month = 2 if leap_day else random_.randint(1, 12)
        day = 29 if leap_day else random_.randint(1, 31)
        year = random_.choice((0, 0, random_.randrange(100))) if leap_day else random_.randrange(100)
        day += 40 if random_.random() < 0.25 else 0
        month += random_.choice((0, 0, 0, 0, 20, 40, 40, 60, 65, 80))
        nine = f"{day:02}{month:02}{year:02}{random_.randrange(1000):03}"
        if random_.random() < 0.05:
            nine = random_.choice("89") + nine[1:]
        if random_.random() < 0.05:
            nine = "".join(random_.choice("0123456789") for _ in range(9))
        number = complete(random_, nine, random_.choice((0, 0, 0, 3)))
        if number:
            numbers.append(number if random_.random() < 0.75 else mutate(random_, number))
    return numbers


def compare(comparison: Comparison, numbers: list[str], ours: list[Ours], peers: list[Peer]) -> bool:
    seen: collections.Counter[str] = collections.Counter()
    unexplained: list[int] = []
    both_valid = 0
    for at, (text, o, p) in enumerate(zip(numbers, ours, peers)):
        if o.valid == p.valid:
            both_valid += o.valid
            if o.valid and not same_content(o, p):
                unexplained.append(at)
            continue
        digits = Digits(text)
        why = next((r for r in comparison.reasons if r.holds(digits, o, p)), None)
        if why:
            seen[why.name] += 1
        else:
            unexplained.append(at)

    print(f"{comparison.peer}, {comparison.name}: {len(numbers)} numbers, {both_valid} accepted by both")
    for reason in comparison.reasons:
        print(f"  {seen[reason.name]:6}  {reason.name}: {reason.text}")
    for at in unexplained[:10]:  # numbers are made up, and the seed gives them again
        print(f"  UNEXPLAINED  {numbers[at]!r}: {ours[at]} / {peers[at]}")
    if unexplained:
        print(f"  {len(unexplained)} disagreements are not explained")
    never = [r.name for r in comparison.reasons if not seen[r.name]]
    if never:
        print(f"  reasons that never occurred: {', '.join(never)}")
    return not unexplained and not never


def missing(what: str, hint: str) -> None:
    print(f"national_id_differential: {what} is missing; {hint}", file=sys.stderr)
    sys.exit(2)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checker", required=True, help="the program national_id_lines")
    parser.add_argument("--node-modules", default="node_modules", help="where @navikt/fnrvalidator is")
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1964)
    options = parser.parse_args()

    if not os.access(options.checker, os.X_OK):
        missing("the checker program", "build the target national_id_lines")
    try:
        import stdnum.no.fodselsnummer  # noqa: F401
    except ImportError:
        missing("python-stdnum", "pip install python-stdnum, or Debian's python3-stdnum")
    try:
        ask_fnrvalidator(options.node_modules, ["00000000000"])
    except (OSError, subprocess.CalledProcessError):
        missing("@navikt/fnrvalidator (or node)", "npm install @navikt/fnrvalidator and --node-modules")

    numbers = made_up_numbers(options.seed, options.count)
    peers = {
        "stdnum": ask_stdnum(numbers),
        "fnrvalidator": ask_fnrvalidator(options.node_modules, numbers),
    }
    agreed = [
        compare(c, numbers, ask_ours(options.checker, list(c.options), numbers), peers[c.peer])
        for c in COMPARISONS
    ]
    return 0 if all(agreed) else 1


if __name__ == "__main__":
    sys.exit(main())
