"""National numbers from their description, the plain way.

Written from docs/national-numbers.md and the sources that it names, without the library. Every reading of the digits is
followed by itself, and every year that could be meant is tried.
"""
from datetime import date

KINDS = ("birth_number d_number h_number fh_number tenor nhn nav_synthetic npid duf date_only dummy").split()
REAL = {"birth_number", "d_number", "h_number", "fh_number"}
SYNTHETIC = {"tenor", "nhn", "nav_synthetic"}

FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)

# Individual numbers and the years of birth that they stand for.
BIRTH_SERIES = ((0, 499, 1900, 1999), (500, 749, 1854, 1899), (900, 999, 1940, 1999), (500, 999, 2000, 2039))
D_SERIES_2021 = ((500, 599, 1858, 1899), (0, 199, 1900, 1939), (0, 499, 1940, 1999), (600, 999, 1940, 1999),
                 (200, 999, 2000, 2039))

RULE_OF_2032 = date(2032, 1, 1)
SERIES_OF_2021 = date(2021, 11, 16)
D_WITHOUT_SERIES = date(2024, 2, 1)

# What is added to the month, the kinds that it makes, whether the rule of 2032 holds, whether date and sex mean something.
READINGS = (
    (0, {"birth_number"}, True, True),
    (20, {"npid"}, False, False),
    (40, {"h_number"}, False, True),
    (40, {"nav_synthetic"}, True, True),
    (60, {"npid", "nav_synthetic"}, False, False),
    (65, {"nhn"}, True, True),
    (80, {"tenor"}, True, True),
)


def weighted(weights, digits):
    return sum(weight * int(digit) for weight, digit in zip(weights, digits))


def remainders(digits):
    """What the two control sums leave."""
    return ((weighted(FIRST_WEIGHTS, digits) + int(digits[9])) % 11,
            (weighted(SECOND_WEIGHTS, digits) + int(digits[10])) % 11)


def complete(nine, remainder=0):
    """The number that begins with nine digits and leaves `remainder` in the first sum; None where there is none."""
    first = (remainder - weighted(FIRST_WEIGHTS, nine)) % 11
    if first == 10:
        return None
    second = -weighted(SECOND_WEIGHTS, f"{nine}{first}") % 11
    return None if second == 10 else f"{nine}{first}{second}"


def build(day, individual, month_mark=0, day_mark=0, remainder=0):
    """A number by its parts; `day` is a date, or (day, month, two digits of the year)."""
    d, m, y = (day.day, day.month, day.year % 100) if isinstance(day, date) else day
    digits = complete(f"{d + day_mark:02}{m + month_mark:02}{y:02}{individual:03}", remainder)
    if digits is None:
        raise ValueError(f"no number has the individual number {individual} on that day")
    return digits


def near(day, individual, **parts):
    """The same with the next individual number of that sex that the day has a number of."""
    for other in range(individual, 1000, 2):
        try:
            return build(day, other, **parts)
        except ValueError:
            continue
    raise ValueError("no number is left on that day")


def duf_control(ten):
    return f"{weighted(DUF_WEIGHTS, ten) % 11:02}"


def exists(year, month, day):
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def in_order(kinds):
    return [kind for kind in KINDS if kind in kinds]


class Policy:
    def __init__(self, given=None):
        given = given or {}
        self.rule = given.get("rule", "both")
        self.bound = self._day(given, "assigned_by") if self.rule == "by_date" else None
        self.kinds = set(given.get("kinds", REAL))
        if "test_numbers" in given:
            self.kinds = SYNTHETIC if given["test_numbers"] else REAL
        self.d_table = given.get("d_table", "both")
        self.dates = given.get("dates", "by_rule")
        self.refuse_ambiguous = given.get("refuse_ambiguous", False)
        # Nobody is born after it; the day by which all was assigned counts as one too.
        days = [day for day in (self._day(given, "reference_date"), self.bound) if day]
        self.last_birth = min(days) if days else None
        self.before_2032 = self.rule == "1964" or self.bound_before(RULE_OF_2032)

    @staticmethod
    def _day(given, key):
        return date.fromisoformat(given[key]) if given.get(key) else None

    def bound_before(self, day):
        return bool(self.bound and self.bound < day)

    def takes(self, kinds):
        return kinds & SYNTHETIC <= self.kinds if kinds & SYNTHETIC else kinds <= self.kinds

    def old_series_alone(self):
        return self.d_table == "old" or self.d_table == "both" and self.bound_before(SERIES_OF_2021)

    def series(self, d_number):
        if not d_number or self.old_series_alone():
            return BIRTH_SERIES
        return D_SERIES_2021 if self.d_table == "new" else BIRTH_SERIES + D_SERIES_2021

    def wants_year(self, d_number, help_number):
        """Whether a series must give a year in which the date exists."""
        if self.dates != "by_rule" or not self.before_2032 or help_number:
            return self.dates == "strict"
        return not d_number or self.old_series_alone() or self.bound_before(D_WITHOUT_SERIES)

    def sure_of_series(self, d_number, help_number):
        """Whether no number can lie outside the series, so that a year after the last day of a birth is a fault."""
        if self.dates == "strict" or help_number:
            return self.dates == "strict"
        if d_number:
            return self.old_series_alone() or self.last_birth < D_WITHOUT_SERIES
        return self.before_2032 or self.last_birth < RULE_OF_2032


def refused(reason, position, kinds=()):
    return {"valid": False, "reason": reason, "position": position, "kinds": in_order(kinds), "rules": [],
            "sex": "unknown", "birth_years": []}


def accepted(kinds, rules=(), sex="unknown", years=()):
    return {"valid": True, "reason": "none", "position": -1, "kinds": in_order(kinds), "rules": list(rules), "sex": sex,
            "birth_years": sorted(years)}


def control_fault(first_ok, second_ok):
    if first_ok and second_ok:
        return None
    if second_ok:
        return refused("first_control_digit", 9)
    return refused("second_control_digit", 10) if first_ok else refused("both_control_digits", 9)


def rules_of(digits):
    first, second = remainders(digits)
    return [rule for rule, most in (("1964", 0), ("2032", 3)) if second == 0 and first <= most]


def years_of(digits, day, month, d_number, says, kinds, policy):
    """The years of birth, or a refusal."""
    individual, yy = int(digits[6:9]), int(digits[4:6])
    in_series = {year for low, high, first, last in policy.series(d_number) if low <= individual <= high
                 for year in range(first, last + 1) if year % 100 == yy}
    possible = {year for year in in_series if exists(year, month, day)}
    help_number = "h_number" in kinds
    if says and not possible and policy.wants_year(d_number, help_number):
        return refused("impossible_date", 0) if in_series else refused("individual_number_without_century", 6)
    born = {year for year in possible if not policy.last_birth or date(year, month, day) <= policy.last_birth}
    if says and possible and not born and policy.sure_of_series(d_number, help_number):
        return refused("birth_after_reference_date", 4)
    return born


def follow(digits, day, reading, d_number, policy):
    """How far a reading gets, the kinds that it makes, and its answer."""
    mark, kinds, neutral, says = reading
    month, yy = int(digits[2:4]) - mark, int(digits[4:6])
    if d_number:
        kinds = (kinds - {"birth_number"}) | {"d_number"}
    if not any(exists(century + yy, month, day) for century in (1800, 1900, 2000)):
        return 0, set(), refused("impossible_date", 0)
    first, second = remainders(digits)
    fault = control_fault(first <= (3 if neutral and not policy.before_2032 else 0), second == 0)
    if fault:
        return 1, set(), fault
    if not policy.takes(kinds):
        reason = "synthetic_not_allowed" if kinds & SYNTHETIC else "kind_not_allowed"
        return 2, kinds, refused(reason, 2 if mark else 0 if d_number else -1)
    if first != 0:  # surely assigned in 2032 or later: neither sex nor century
        return 5, kinds, accepted(kinds, rules_of(digits))
    years = years_of(digits, day, month, d_number, says, kinds, policy)
    if isinstance(years, dict):
        return 3, kinds, years
    # A birth number outside the series can only be one from 2032 on.
    from_2032 = not years and not policy.before_2032 and not d_number and "h_number" not in kinds
    sex = ("female", "male")[int(digits[8]) % 2] if says and not from_2032 else "unknown"
    return 5, kinds, accepted(kinds, rules_of(digits), sex, years)


def check_digits(digits, policy):
    """What eleven digits are."""
    if digits[0] in "89":
        first, second = remainders(digits)
        fault = control_fault(first == 0, second == 0)
        if fault:
            return fault
        if "fh_number" not in policy.kinds:
            return refused("kind_not_allowed", 0, {"fh_number"})
        return accepted({"fh_number"}, rules_of(digits))
    d_number = digits[0] in "4567"
    day = int(digits[:2]) - (40 if d_number else 0)
    month = int(digits[2:4])
    if not 1 <= day <= 31:
        return refused("impossible_date", 0)
    if month == 0:
        return refused("impossible_date", 2)
    followed = [follow(digits, day, reading, d_number, policy) for reading in READINGS
                if 1 <= month - reading[0] <= 12]
    if not followed:
        return refused("reserved_month", 2)
    right = [answer for _, _, answer in followed if answer["valid"]]
    if not right:
        _, _, answer = max(followed, key=lambda reading: reading[0])
        if answer["reason"] in ("kind_not_allowed", "synthetic_not_allowed"):
            answer["kinds"] = in_order(set().union(*(kinds for _, kinds, _ in followed)))
        return answer
    answer = dict(right[0])
    for other in right[1:]:
        answer["kinds"] = in_order({*answer["kinds"], *other["kinds"]})
        answer["birth_years"] = sorted({*answer["birth_years"], *other["birth_years"]})
        answer["sex"] = answer["sex"] if answer["sex"] == other["sex"] else "unknown"
    if policy.refuse_ambiguous and len(right) > 1:
        return refused("ambiguous", 2)
    if policy.refuse_ambiguous and len(answer["birth_years"]) > 1:
        return refused("ambiguous", 4)
    return answer


def check_national(text, policy):
    if len(text) == 10 and text.isascii() and text.isdigit():
        every_kind = Policy()
        every_kind.__dict__.update(policy.__dict__, kinds=set(KINDS[:8]), refuse_ambiguous=False)
        completed = check_digits("0" + text, every_kind)
        if completed["valid"] or completed["reason"] == "birth_after_reference_date":  # which no spreadsheet did
            return refused("lost_leading_zero", 0)
    if len(text.encode("utf-8")) != 11:
        return refused("length", -1)
    for position, byte in enumerate(text.encode("utf-8")):
        if not 48 <= byte <= 57:
            return refused("not_a_digit", position)
    return check_digits(text, policy)


def is_duf(text, policy):
    last = policy.last_birth.year if policy.last_birth else 2099
    return len(text) == 12 and text.isascii() and text.isdigit() and 1950 <= int(text[:4]) <= last


def placeholder(text):
    """A date of birth and a suffix that stands for no number; the kind, or None."""
    if len(text) != 11 or not text.isascii() or not text.isdigit():
        return None
    day, month, yy = int(text[:2]), int(text[2:4]), int(text[4:6])
    if not any(exists(century + yy, month, day) for century in (1800, 1900, 2000)):
        return None
    return {"00000": "date_only", "00100": "dummy", "00200": "dummy", "99999": "dummy"}.get(text[6:])


def check(text, given=None):
    """The answer to a text under a policy, as the keys of a case."""
    policy = Policy(given)
    answer = check_national(text, policy)
    if answer["valid"]:
        return answer
    if is_duf(text, policy):
        if "duf" in policy.kinds:
            return accepted({"duf"})
        # Where none is expected, other control digits make it a national number with a digit too many.
        return refused("kind_not_allowed", -1, {"duf"}) if duf_control(text) == text[10:] else answer
    kind = placeholder(text)
    return accepted({kind}) if kind in policy.kinds else answer
