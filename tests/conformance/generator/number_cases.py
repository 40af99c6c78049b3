"""National numbers, DUF numbers and placeholders: published examples, and numbers built from their parts."""
from datetime import date

import numbers_of_people as numbers

EVERY_KIND = {"kinds": numbers.KINDS[:8]}
TEST = {"test_numbers": True}
STRICT = {"rule": "1964"}
BORN = date(1985, 3, 9)
SKATTEETATEN = "Published by Skatteetaten (folkeregisteret-api-dokumentasjon)"


def add(cases, name, why, text, policy=None, **known):
    """Adds a case. What is `known` beforehand must be what the description of numbers says as well."""
    expected = numbers.check(text, policy)
    for key, value in known.items():
        if expected[key] != value:
            raise ValueError(f"number/{name}: {key} is known to be {value}, and the description gives {expected[key]}")
    given = {"text": text} if policy is None else {"text": text, "policy": policy}
    cases.add("numbers", "number", name, why, given, expected)


def other_digit(digits, place):
    return digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1:]


# number, policy, what is published or known of it, why
PUBLISHED = (
    ("20036914700", None, dict(valid=True, rules=["1964", "2032"], birth_years=[1969], kinds=["birth_number"]),
     "a birth number by the rule of 1964, and whatever satisfies that rule satisfies the one of 2032."),
    ("30108299939", None, dict(valid=True, rules=["2032"], sex="unknown", birth_years=[]),
     "the first control sum leaves 1, so the number is surely from 2032 or later and tells neither sex nor century."),
    ("30108299920", None, dict(valid=True, rules=["1964", "2032"]),
     "a number from 2032 may satisfy the rule of 1964 by chance; nothing in the digits says which it is."),
    ("30908299902", TEST, dict(valid=True, rules=["2032"], kinds=["tenor"]),
     "a test number (month + 80) by the rule of 2032."),
    ("03851598730", TEST, dict(valid=True, birth_years=[2015], kinds=["tenor"]),
     "a test number (month + 80) whose individual number 987 with the year 15 means 2015."),
    ("20036914712", None, dict(valid=False, reason="second_control_digit"),
     "the control sums leave 1, which the rule of 2032 allows in the first, and 4, which none allows in the second."),
    ("29020073150", None, dict(valid=True, birth_years=[2000]), "29 February 2000 exists: 2000 is a leap year."),
    ("29020105729", None, dict(valid=False, reason="impossible_date"),
     "29 February exists in no year that ends in 01."),
    ("55102499947", None, dict(valid=True, kinds=["d_number"], rules=["2032"]),
     "a D-number (first digit + 4) by the rule of 2032."),
    ("41819077906", TEST, dict(valid=True, kinds=["d_number", "tenor"], rules=["2032"]),
     "a D-number for tests by the rule of 2032; it is accepted by its test kind alone."),
    ("41819077302", TEST, dict(valid=True, kinds=["d_number", "tenor"]), "a D-number for tests by the rule of 1964."),
    ("02013299997", None, dict(valid=True), "an example of the numbers that are given out from 2032."),
    ("02013299903", None, dict(valid=True, rules=["2032"]), "the same nine digits have up to four numbers from 2032."),
    ("02013299806", None, dict(valid=True), "an example of the numbers that are given out from 2032."),
    ("41814061033", TEST, dict(valid=True, kinds=["d_number", "tenor"]), "an example of the series of D-numbers from 2021."),
    ("41814065640", TEST, dict(valid=True, kinds=["d_number", "tenor"]), "an example of the series of D-numbers from 2021."),
    ("41814075603", TEST, dict(valid=True, kinds=["d_number", "tenor"]), "an example of the series of D-numbers from 2021."),
    ("41810021827", TEST, dict(valid=True, birth_years=[1900, 2000]),
     "the old and the new series of D-numbers disagree, so both years are possible."),
    ("41810025091", TEST, dict(valid=True, birth_years=[1900, 2000]),
     "the old and the new series of D-numbers disagree, so both years are possible."),
    ("41810034422", TEST, dict(valid=True, birth_years=[1900, 2000]),
     "the old and the new series of D-numbers disagree, so both years are possible."),
)


def published(cases):
    for digits, policy, known, why in PUBLISHED:
        add(cases, f"published-{digits}", f"{SKATTEETATEN}: {why}", digits, policy, **known)


def add_cases(cases):
    published(cases)
