"""National numbers, DUF numbers and placeholders: published examples, and numbers built from their parts."""
from datetime import date

import numbers_of_people as numbers
from numbers_of_people import near

EVERY_KIND = {"kinds": numbers.KINDS[:8]}
TEST = {"test_numbers": True}
STRICT = {"rule": "1964"}
# Numbers of the kinds that people carry are published ones, or of people who are long dead or not yet born.
BORN = date(1890, 3, 9)
WOMAN, MAN = 500, 501  # individual numbers to begin with
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


def shape(cases):
    """What is no eleven digits."""
    digits = near(BORN, WOMAN)
    add(cases, "empty", "Nothing is no number.", "", reason="length", position=-1)
    add(cases, "one-digit", "A number has eleven digits.", "1", reason="length")
    add(cases, "ten-digits", "A digit is missing, and a zero in front does not make a number of it.", "1234567890",
        reason="length")
    add(cases, "twelve-digits", "A digit too many; and 1234 is no year of a DUF number.", "123456789012", reason="length")
    add(cases, "blank-in-front", "Blanks are for bplan_number_normalise: here twelve bytes are no number.", f" {digits}",
        reason="length")
    add(cases, "groups", "Groups are for bplan_number_normalise: here twelve bytes are no number.",
        f"{digits[:6]} {digits[6:]}", reason="length")
    add(cases, "line-end", "A line end that a reader left behind is a byte too many.", f"{digits}\n", reason="length")
    for place in (0, 5, 10):
        add(cases, f"letter-at-{place}", f"The byte at position {place} is no digit, and the position says so.",
            digits[:place] + "x" + digits[place + 1:], reason="not_a_digit", position=place)
    add(cases, "first-of-two-letters", "Of several bytes that are no digits the first is told.", "x" + digits[1:10] + "y",
        reason="not_a_digit", position=0)
    add(cases, "sign", "A minus sign is no digit.", f"-{digits[1:]}", reason="not_a_digit", position=0)
    add(cases, "blank-inside", "A blank is no digit.", f"{digits[:6]} {digits[7:]}", reason="not_a_digit", position=6)
    add(cases, "arabic-digits", "Eleven Arabic digits are 22 bytes, and none of them is a digit from 0 to 9.",
        "\u0660" * 11, reason="length")
    add(cases, "two-bytes-for-one", "Text is counted in bytes: a letter of two bytes makes eleven bytes of ten characters.",
        f"{digits[:9]}\u00e5", reason="not_a_digit", position=9)
    add(cases, "exponent", "What a spreadsheet makes of a number: 8 bytes.", "9,03E+09", reason="length")


def lost_zero(cases):
    lost = near(BORN, WOMAN)[1:]
    why = "Ten digits that a zero in front completes: a spreadsheet dropped it, and nothing is added."
    add(cases, "lost-zero", why, lost, reason="lost_leading_zero", position=0, kinds=[])
    add(cases, "lost-zero-tenor", f"{why} It is said of test numbers too, under any policy.", "3851598730",
        reason="lost_leading_zero")
    add(cases, "lost-zero-2032", f"{why} Numbers by the rule of 2032 lose it as well.", near(BORN, MAN, remainder=1)[1:],
        reason="lost_leading_zero")
    add(cases, "lost-zero-wrong", "A zero in front does not complete it: the control digits are wrong.",
        other_digit(lost, 9), reason="length", position=-1)
    add(cases, "lost-zero-reference", "The zero is lost, whatever else may be said of the number that it completes.", lost,
        {"reference_date": "1880-01-01"}, reason="lost_leading_zero")
    add(cases, "two-lost-zeros", "One zero is lost at most: a day begins with one zero.", "100000000", reason="length")


def dates(cases):
    def refuse(name, why, text, position=0, policy=None):
        add(cases, name, why, text, policy, valid=False, reason="impossible_date", position=position)

    refuse("all-zeros", "All zeros satisfy both control sums; there is no day 00.", "00000000000")
    refuse("all-zeros-every-kind", "No policy makes a day 00.", "00000000000", policy=EVERY_KIND)
    refuse("day-zero", "Published test data of this kind: there is no day 00.", "00019900002")
    refuse("month-zero", "There is no month 00, and no kind of number adds to it.", "01009900051", position=2)
    refuse("day-32", "No month has 32 days, and the marks of D- and FH-numbers begin at 41 and 80.", "32010012345")
    refuse("day-40", "Day 40 is neither a day nor a day with the mark of a D-number.", "40010012345")
    refuse("day-72", "72 is 32 with the mark of a D-number.", "72010012345")
    refuse("february-30", "No year has 30 February; some validators take it.", "30020160000")
    refuse("april-31", "April has 30 days; some validators take 31.", "31049900034")
    refuse("february-29-01", "No year that ends in 01 is a leap year.", "29020105729")
    refuse("date-before-control", "The date comes before the control digits: it can be seen by eye.", "31040012345")
    refuse("d-number-april-31", "71 04 is 31 April with the mark of a D-number.", "71049900000")
    refuse("tenor-february-30", "30 82 is 30 February with the mark of a test number.", "30829900000", policy=TEST)
    add(cases, "february-29-2000", "2000 was a leap year; the individual number 500 and more means it.",
        near((29, 2, 0), 731, month_mark=80), TEST, valid=True, birth_years=[2000])
    add(cases, "february-29-96", "1996 was a leap year.", near((29, 2, 96), 1, month_mark=80), TEST, birth_years=[1996])
    why = "29 February, and the individual number 000 means 1900, which was no leap year"
    add(cases, "february-29-1900-both", f"{why}: only a number from 2032, which tells neither year nor sex, can be so.",
        "29020000064", valid=True, birth_years=[], sex="unknown")
    add(cases, "february-29-1900-1964", f"{why}: refused, since every number is from before 2032.", "29020000064", STRICT,
        reason="impossible_date", position=0)
    add(cases, "february-29-1900-by-date", f"{why}: refused, since the data were collected before 2032.", "29020000064",
        {"rule": "by_date", "assigned_by": "2025-06-01"}, reason="impossible_date")
    add(cases, "february-29-1900-lenient", f"{why}: a lenient policy does not ask for the year.", "29020000064",
        {**STRICT, "dates": "lenient"}, valid=True, birth_years=[])
    add(cases, "february-29-1900-strict", f"{why}: a strict policy always asks for the year.", "29020000064",
        {"dates": "strict"}, reason="impossible_date")


MONTHS = (  # months with a mark, the mark, what they are
    ((1, 12), 0, {"birth_number"}), ((21, 32), 20, {"npid"}), ((41, 52), 40, {"h_number", "nav_synthetic"}),
    ((61, 65), 60, {"npid", "nav_synthetic"}), ((66, 72), 60, {"nhn", "npid", "nav_synthetic"}),
    ((73, 77), 65, {"nhn"}), ((81, 92), 80, {"tenor"}),
)


def months(cases):
    for (first, last), mark, kinds in MONTHS:
        for month in (first, last):
            names = " or ".join(numbers.in_order(kinds))
            add(cases, f"month-{month:02}", f"Month {month:02} is that of {names}.",
                near((5, month, 90), WOMAN), {**EVERY_KIND, **STRICT}, valid=True,
                kinds=numbers.in_order(kinds))
    for month in (13, 20, 33, 40, 53, 60, 78, 80, 93, 99):
        add(cases, f"month-{month}", f"No kind of number has the month {month}.", f"05{month}9050000", EVERY_KIND,
            reason="reserved_month", position=2)


def other_numbers(cases):
    duf, all_kinds = "202000000003", {"kinds": list(numbers.KINDS)}
    assert numbers.duf_control(duf[:10]) == duf[10:]
    only_duf = {"kinds": ["duf"]}
    add(cases, "duf-policy-as-made", "A DUF number is recognised and not taken: the policy is of numbers that people carry.",
        duf, reason="kind_not_allowed", kinds=["duf"])
    add(cases, "duf-taken", "A DUF number tells neither sex nor birth year, and the rules are not about it.", duf, only_duf,
        valid=True, kinds=["duf"], rules=[], birth_years=[], sex="unknown")
    add(cases, "duf-sample", "The authorities' own sample does not satisfy the control rule, so the rule refuses nothing.",
        "201258697561", only_duf, valid=True)
    add(cases, "duf-1949", "Twelve digits that begin with a year before 1950 are no DUF number.", "194912345678", all_kinds,
        reason="length", kinds=[])
    add(cases, "duf-1950", "1950 is the first year of a DUF number.", "195012345678", all_kinds, valid=True, kinds=["duf"])
    add(cases, "duf-2100", "2100 is no year of a DUF number.", "210012345678", all_kinds, reason="length")
    add(cases, "duf-reference", "No DUF number is from after the year of the reference date.", "202112345678",
        {"kinds": ["duf"], "reference_date": "2020-06-01"}, reason="length")
    add(cases, "duf-reference-year", "A DUF number may be from the year of the reference date.", "202012345678",
        {"kinds": ["duf"], "reference_date": "2020-06-01"}, valid=True)
    add(cases, "duf-assigned-by", "No number was assigned after the day that the policy names, so none is of a later year.",
        "202112345678", {"kinds": ["duf"], "rule": "by_date", "assigned_by": "2020-06-01"}, reason="length")
    add(cases, "duf-assigned-by-year", "A DUF number may be from the year by whose end it was assigned.", "202012345678",
        {"kinds": ["duf"], "rule": "by_date", "assigned_by": "2020-06-01"}, valid=True)
    add(cases, "duf-not-expected", "Where no DUF number is expected, twelve digits whose control digits do not fit are more "
        "likely a national number with a digit too many.", "202000000004", reason="length", kinds=[])
    add(cases, "duf-letter", "Twelve bytes are no national number, and with a letter no DUF number.", "2020000000x3", only_duf,
        reason="length")
    for suffix, kind in (("00000", "date_only"), ("00100", "dummy"), ("00200", "dummy"), ("99999", "dummy")):
        text = f"150687{suffix}"
        add(cases, f"placeholder-{suffix}-policy-as-made", "A date and a suffix is no number of anybody.", text, valid=False)
        add(cases, f"placeholder-{suffix}-taken", "A policy may take what stands where no number is known.", text,
            {"kinds": [kind]}, valid=True, kinds=[kind], rules=[], birth_years=[], sex="unknown")
    add(cases, "placeholder-other-kind", "A dummy is not taken for a date of birth.", "15068700100", {"kinds": ["date_only"]},
        valid=False)
    add(cases, "placeholder-no-day", "A placeholder needs a date that exists.", "31048700000", all_kinds,
        reason="impossible_date")
    add(cases, "placeholder-00300", "00300 is no suffix that stands for no number.", "15068700300", all_kinds, valid=False)


def add_cases(cases):
    for part in (published, shape, lost_zero, dates, months, other_numbers):
        part(cases)
