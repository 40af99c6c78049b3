"""National numbers, DUF numbers and placeholders: published examples, and numbers built from their parts."""
from datetime import date

import numbers_of_people as numbers
from numbers_of_people import near

EVERY_KIND = {"kinds": numbers.KINDS[:8]}
TEST = {"test_numbers": True}
STRICT = {"rule": "1964"}
BORN = date(1985, 3, 9)
WOMAN, MAN = 0, 1  # individual numbers to begin with
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


def some_day(yy, individual, **parts):
    """A number with an individual number, of the first day of a year that has one."""
    for month in range(1, 13):
        for day in range(1, 29):
            try:
                return numbers.build((day, month, yy), individual, **parts)
            except ValueError:
                continue
    raise ValueError(f"no day of {yy} has the individual number {individual}")


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
        near((29, 2, 0), 731), valid=True, birth_years=[2000])
    add(cases, "february-29-96", "1996 was a leap year.", near((29, 2, 96), 1), birth_years=[1996])
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
                near((5, month, 64), WOMAN), {**EVERY_KIND, **STRICT}, valid=True,
                kinds=numbers.in_order(kinds))
    for month in (13, 20, 33, 40, 53, 60, 78, 80, 93, 99):
        add(cases, f"month-{month}", f"No kind of number has the month {month}.", f"05{month}6400000", EVERY_KIND,
            reason="reserved_month", position=2)


def control_digits(cases):
    digits = near(BORN, WOMAN)
    for place in range(11):
        add(cases, f"typing-error-{place}", f"One wrong digit, at position {place}, is always found.",
            other_digit(digits, place), valid=False)
    for place in range(10):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2:]
        if swapped != digits:
            add(cases, f"swapped-{place}", f"The digits {place} and {place + 1} exchanged: always found.", swapped,
                valid=False)
    for remainder in (0, 1, 2, 3):
        number = near(BORN, 3 if remainder else WOMAN, remainder=remainder)
        rules = ["1964", "2032"] if remainder == 0 else ["2032"]
        why = f"The first control sum leaves {remainder}"
        add(cases, f"remainder-{remainder}", f"{why}, which one rule or both allow.", number, valid=True, rules=rules)
        if remainder:
            add(cases, f"remainder-{remainder}-1964", f"{why}; the rule of 1964 allows 0 alone.", number, STRICT,
                reason="first_control_digit", position=9, kinds=[])
            add(cases, f"remainder-{remainder}-2031", f"{why}; no such number was assigned by the end of 2031.", number,
                {"rule": "by_date", "assigned_by": "2031-12-31"}, reason="first_control_digit")
            add(cases, f"remainder-{remainder}-2032", f"{why}; such numbers may be assigned from 1 January 2032.", number,
                {"rule": "by_date", "assigned_by": "2032-01-01"}, valid=True, sex="unknown", birth_years=[])
            add(cases, f"remainder-{remainder}-no-date", f"{why}; without a day the numbers may be of any time.", number,
                {"rule": "by_date"}, valid=True)
    add(cases, "remainder-4", "The first control sum leaves 4, which no rule allows.", near(BORN, WOMAN, remainder=4),
        reason="first_control_digit", position=9)
    add(cases, "remainder-10", "The first control sum leaves 10, which no rule allows.", near(BORN, 4, remainder=10),
        reason="first_control_digit", position=9)
    add(cases, "second-wrong", "Only the second control digit is wrong.", other_digit(digits, 10),
        reason="second_control_digit", position=10)
    add(cases, "both-wrong", "Both control sums are wrong under the rule of 1964.", "20036914712", STRICT,
        reason="both_control_digits", position=9)
    add(cases, "swap-4-10", "The one exchange that no control digit finds: the fourth and the tenth digit.",
        swap_of_fourth_and_tenth(), valid=True)


def swap_of_fourth_and_tenth():
    """Weights 1 and 1 in the first sum, 2 and 2 in the second. The month must stay one."""
    for individual in range(1000):
        nine = f"090385{individual:03}"
        digits = numbers.complete(nine)
        if digits and digits[9] in "1245678":
            return digits[:3] + digits[9] + digits[4:9] + digits[3] + digits[10]
    raise ValueError("there is no such number")


KIND_MARKS = (  # name, parts of a number of this kind, its kinds, the kinds that a policy needs for it
    ("birth-number", dict(), {"birth_number"}, {"birth_number"}),
    ("d-number", dict(day_mark=40), {"d_number"}, {"d_number"}),
    ("h-number", dict(month_mark=40), {"h_number"}, {"h_number"}),
    ("d-h-number", dict(month_mark=40, day_mark=40), {"d_number", "h_number"}, {"d_number", "h_number"}),
    ("npid", dict(month_mark=20), {"npid"}, {"npid"}),
    ("d-npid", dict(month_mark=20, day_mark=40), {"d_number", "npid"}, {"d_number", "npid"}),
    ("tenor", dict(month_mark=80), {"tenor"}, {"tenor"}),
    ("d-tenor", dict(month_mark=80, day_mark=40), {"d_number", "tenor"}, {"tenor"}),
    ("nhn", dict(month_mark=65, month=10), {"nhn"}, {"nhn"}),
    ("d-nhn", dict(month_mark=65, month=10, day_mark=40), {"d_number", "nhn"}, {"nhn"}),
    ("nav-npid", dict(month_mark=60), {"npid", "nav_synthetic"}, {"nav_synthetic"}),
    ("d-nav-npid", dict(month_mark=60, day_mark=40), {"d_number", "npid", "nav_synthetic"}, {"nav_synthetic"}),
)


def marked(month=3, **parts):
    return near((9, month, 85), WOMAN, **parts)


def kinds_and_policies(cases):
    for name, parts, kinds, needed in KIND_MARKS:
        number, names = marked(**parts), numbers.in_order(kinds)
        listed = " and ".join(numbers.in_order(needed))
        add(cases, f"{name}-needed-kinds", f"A policy with {listed} takes it.", number, {"kinds": numbers.in_order(needed)},
            valid=True, kinds=names)
        synthetic = kinds & numbers.SYNTHETIC
        if "h_number" not in kinds:
            add(cases, f"{name}-fh-alone", "A right number of a kind that the policy does not take; the kind is told.", number,
                {"kinds": ["fh_number"]}, valid=False, kinds=names,
                reason="synthetic_not_allowed" if synthetic else "kind_not_allowed")
        real = kinds <= numbers.REAL
        add(cases, f"{name}-policy-as-made",
            "The policy as it is made takes the numbers that people carry, and no test numbers and identifiers of NAV.",
            number, valid=real)
        if "h_number" not in kinds:
            add(cases, f"{name}-test-policy", "The test policy takes numbers that are made for tests, and no other.", number,
                TEST, valid=bool(synthetic))
    add(cases, "h-month-real", "A month + 40 is an H-number where test numbers are refused.", marked(month_mark=40),
        kinds=["h_number"], sex="female")
    add(cases, "h-month-test", "A month + 40 is NAV's test number where test numbers are wanted.", marked(month_mark=40),
        TEST, kinds=["nav_synthetic"])
    add(cases, "h-month-both", "A month + 40 stays open where both kinds are taken.", marked(month_mark=40), EVERY_KIND,
        kinds=["h_number", "nav_synthetic"])
    add(cases, "h-month-ambiguous", "A month + 40 is refused where both kinds are taken and one reading is wanted.",
        marked(month_mark=40), {**EVERY_KIND, "refuse_ambiguous": True}, reason="ambiguous", position=2)
    add(cases, "h-number-2032", "An H-number keeps to the rule of 1964, so this can only be NAV's test number: refused as one.",
        marked(month_mark=40, remainder=1), {"kinds": ["h_number"]}, reason="synthetic_not_allowed",
        kinds=["nav_synthetic"])
    add(cases, "nav-2032", "NAV's test number imitates a birth number, so the rule of 2032 holds for it.",
        marked(month_mark=40, remainder=1), TEST, valid=True, kinds=["nav_synthetic"], rules=["2032"])
    add(cases, "npid-2032", "NAV's identifier keeps to the rule of 1964.", marked(month_mark=20, remainder=1), EVERY_KIND,
        reason="first_control_digit")
    add(cases, "npid-published", "Published by NAV (testnorge): month + 20; the sex of its individual number means nothing.",
        "01215010100", EVERY_KIND, valid=True, kinds=["npid"], sex="unknown", birth_years=[1950])
    for first in "89":
        digits = next(d for d in (numbers.complete(f"{first}9992345{i}") for i in range(10)) if d)
        add(cases, f"fh-{first}", "The first digit 8 or 9 is an FH-number's; its other digits mean nothing, not even a date.",
            digits, valid=True, kinds=["fh_number"], sex="unknown", birth_years=[])
        add(cases, f"fh-{first}-refused", "A policy without FH-numbers refuses it and names the kind.", digits, TEST,
            reason="kind_not_allowed", position=0, kinds=["fh_number"])
    add(cases, "fh-2032", "An FH-number keeps to the rule of 1964.",
        next(d for d in (numbers.complete(f"89992345{i}", 2) for i in range(10)) if d), reason="first_control_digit")
    add(cases, "fh-second-wrong", "The second control digit of an FH-number is checked like any other.",
        other_digit(next(d for d in (numbers.complete(f"89992345{i}") for i in range(10)) if d), 10),
        reason="second_control_digit", position=10)
    add(cases, "sex-woman", "The third individual digit is even: a woman.", near(BORN, WOMAN), sex="female")
    add(cases, "sex-man", "The third individual digit is odd: a man.", near(BORN, MAN), sex="male")


# individual number, two digits of the year, the year that the series of birth numbers gives
BIRTH_YEARS = (
    (0, 0, 1900), (0, 99, 1999), (499, 0, 1900), (499, 99, 1999), (499, 39, 1939),
    (500, 54, 1854), (500, 99, 1899), (749, 54, 1854), (749, 99, 1899), (500, 53, None), (749, 40, None),
    (500, 0, 2000), (500, 39, 2039), (749, 39, 2039), (750, 0, 2000), (750, 39, 2039), (750, 40, None), (899, 99, None),
    (899, 39, 2039), (900, 0, 2000), (900, 39, 2039), (900, 40, 1940), (999, 99, 1999), (999, 40, 1940),
)
# the same of D-numbers: by the old series, by that of 2021
D_YEARS = (
    (0, 0, 1900, 1900), (199, 39, 1939, 1939), (200, 0, 1900, 2000), (499, 39, 1939, 2039), (200, 40, 1940, 1940),
    (499, 99, 1999, 1999), (500, 58, 1858, 1858), (599, 99, 1899, 1899), (500, 57, 1857, None), (599, 53, None, None),
    (600, 54, 1854, 1954), (749, 99, 1899, 1999), (600, 53, None, 1953), (750, 40, None, 1940), (899, 99, None, 1999),
    (900, 40, 1940, 1940), (999, 99, 1999, 1999), (500, 0, 2000, 2000), (999, 39, 2039, 2039), (550, 45, None, None),
)


def series(cases):
    for individual, yy, year in BIRTH_YEARS:
        name, number = f"series-{individual:03}-{yy:02}", some_day(yy, individual)
        means = f"The individual number {individual:03} with the year {yy:02}"
        if year:
            add(cases, name, f"{means} means {year} (folkeregisterforskriften section 2-2-1).", number, STRICT,
                birth_years=[year])
            continue
        add(cases, f"{name}-1964", f"{means} lies outside every series of numbers from before 2032.", number, STRICT,
            reason="individual_number_without_century", position=6)
        add(cases, f"{name}-both", f"{means} lies outside every series, so it can only be a number from 2032.", number,
            valid=True, birth_years=[], sex="unknown")
        add(cases, f"{name}-lenient", f"{means} lies outside every series, and a lenient policy does not ask.", number,
            {**STRICT, "dates": "lenient"}, valid=True, birth_years=[])
        add(cases, f"{name}-strict", f"{means} lies outside every series, and a strict policy always asks.", number,
            {"dates": "strict"}, reason="individual_number_without_century")
    for individual, yy, old, new in D_YEARS:
        number = some_day(yy, individual, day_mark=40)
        means = f"A D-number with the individual number {individual:03} and the year {yy:02}"
        for table, years in (("old", {old}), ("new", {new}), ("both", {old, new})):
            years = sorted(years - {None})
            says = " or ".join(map(str, years)) or "no year"
            add(cases, f"d-series-{individual:03}-{yy:02}-{table}",
                f"{means} means {says} by the {'two series together' if table == 'both' else f'{table} series'}.", number,
                {"d_table": table}, valid=True, birth_years=years)


def d_numbers(cases):
    outside, two_years = some_day(50, 550, day_mark=40), some_day(5, 300, day_mark=40)
    add(cases, "d-outside-1964", "Since February 2024 D-numbers are given from the whole range: no year, and not refused.",
        outside, STRICT, valid=True, birth_years=[])
    add(cases, "d-outside-published", "The same, of published test data.", "41125055093", STRICT, valid=True, birth_years=[])
    add(cases, "d-outside-2024-01", "Collected before 1 February 2024 a D-number outside the series is refused.", outside,
        {"rule": "by_date", "assigned_by": "2024-01-31"}, reason="individual_number_without_century", position=6)
    add(cases, "d-outside-2024-02", "On 1 February 2024 it may come from the whole range.", outside,
        {"rule": "by_date", "assigned_by": "2024-02-01"}, valid=True, birth_years=[])
    add(cases, "d-outside-old-table", "By the old series alone, and before 2032, it is refused.", outside,
        {**STRICT, "d_table": "old"}, reason="individual_number_without_century")
    add(cases, "d-before-2021", "Collected before 16 November 2021 the old series alone holds.", two_years,
        {"rule": "by_date", "assigned_by": "2021-11-15"}, birth_years=[1905])
    add(cases, "d-from-2021", "From 16 November 2021 on either series may have been used.", two_years,
        {"rule": "by_date", "assigned_by": "2021-11-16"}, birth_years=[1905, 2005])
    add(cases, "d-two-years-refused", "Two years are possible, and the policy wants one.", two_years,
        {"refuse_ambiguous": True}, reason="ambiguous", position=4)
    add(cases, "d-one-year-taken", "One year is possible: nothing is ambiguous.", some_day(5, 100, day_mark=40),
        {"refuse_ambiguous": True}, valid=True, birth_years=[1905])
    add(cases, "d-reference-leaves-one", "Nobody is born after the reference date: one of the two years is left.", two_years,
        {"refuse_ambiguous": True, "reference_date": "2004-12-31"}, valid=True, birth_years=[1905])
    add(cases, "d-published-2005", "Both series give 2005.", "41010555009", valid=True, birth_years=[2005])
    add(cases, "d-sex", "The sex of a D-number is in its third individual digit as well.", some_day(85, 101, day_mark=40),
        sex="male")
    add(cases, "d-2032", "A D-number by the rule of 2032 tells neither sex nor year.",
        some_day(85, 101, day_mark=40, remainder=2), sex="unknown", birth_years=[], rules=["2032"])


def reference_dates(cases):
    number = near(BORN, WOMAN)

    def at(day, **more):
        return {"reference_date": day, **more}

    add(cases, "reference-birthday", "Born on the reference date is not after it.", number, at("1985-03-09"), valid=True,
        birth_years=[1985])
    add(cases, "reference-day-before", "Born after the reference date.", number, at("1985-03-08"),
        reason="birth_after_reference_date", position=4)
    add(cases, "reference-2015", "The series means 2015, a year after the reference date.", "03851598730",
        at("2014-12-31", **TEST), reason="birth_after_reference_date")
    add(cases, "reference-1964", "The same under the rule of 1964.", number, at("1985-03-08", **STRICT),
        reason="birth_after_reference_date")
    add(cases, "assigned-by-is-reference", "Nobody is born after the day by which all numbers were assigned.", number,
        {"rule": "by_date", "assigned_by": "1985-03-08"}, reason="birth_after_reference_date")
    add(cases, "assigned-by-birthday", "A number may be assigned on the day of birth.", number,
        {"rule": "by_date", "assigned_by": "1985-03-09"}, valid=True, sex="female")
    add(cases, "assigned-by-ignored", "assigned_by counts under the rule by_date alone.", number,
        {"rule": "both", "assigned_by": "1985-03-08"}, valid=True)
    future = some_day(39, 950)  # 2039
    add(cases, "reference-2031", "The series means 2039; on 31 December 2031 no number lies outside the series.", future,
        at("2031-12-31"), reason="birth_after_reference_date")
    add(cases, "reference-2032", "From 2032 the individual number says nothing, so the year is not known.", future,
        at("2032-01-01"), valid=True, birth_years=[], sex="unknown")
    add(cases, "reference-d-2024-01", "A D-number of 2005 by both series, before it may lie outside them.", "41010555009",
        at("2004-12-31"), reason="birth_after_reference_date")
    add(cases, "reference-d-2024-02", "From 1 February 2024 a D-number may lie outside the series: its year is not known.",
        some_day(35, 650, day_mark=40), at("2024-02-01"), valid=True, birth_years=[])
    add(cases, "reference-2032-number", "A number by the rule of 2032 has no year that could lie after a day.",
        near(BORN, 3, remainder=1), at("1980-01-01"), valid=True, birth_years=[])


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
    for part in (published, shape, lost_zero, dates, months, control_digits, kinds_and_policies, series, d_numbers,
                 reference_dates, other_numbers):
        part(cases)
