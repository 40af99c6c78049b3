"""National numbers under policies: control digits and rules, kinds, series that tell the century, reference dates."""
import numbers_of_people as numbers
from number_cases import BORN, EVERY_KIND, MAN, STRICT, TEST, WOMAN, add, other_digit
from numbers_of_people import near


def some_day(yy, individual, **parts):
    """A number with an individual number, of the first day of a year that has one."""
    for month in range(1, 13):
        for day in range(1, 29):
            try:
                return numbers.build((day, month, yy), individual, **parts)
            except ValueError:
                continue
    raise ValueError(f"no day of {yy} has the individual number {individual}")


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
        number = near(BORN, WOMAN, remainder=remainder)
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
    add(cases, "remainder-10", "The first control sum leaves 10, which no rule allows.", near(BORN, WOMAN, remainder=10),
        reason="first_control_digit", position=9)
    add(cases, "second-wrong", "Only the second control digit is wrong.", other_digit(digits, 10),
        reason="second_control_digit", position=10)
    add(cases, "both-wrong", "Both control sums are wrong under the rule of 1964.", "20036914712", STRICT,
        reason="both_control_digits", position=9)
    add(cases, "swap-4-10", "The one exchange that no control digit finds: the fourth and the tenth digit.",
        swap_of_fourth_and_tenth(), valid=True)


def swap_of_fourth_and_tenth():
    """Weights 1 and 1 in the first sum, 2 and 2 in the second. The month must stay one."""
    for individual in range(500, 750):
        nine = f"090390{individual:03}"
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
    return near((9, month, 90), WOMAN, **parts)


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


D_TENOR = dict(day_mark=40, month_mark=80)


def series(cases):
    """With test numbers, which imitate birth and D-numbers in everything but the month."""
    for individual, yy, year in BIRTH_YEARS:
        name, number = f"series-{individual:03}-{yy:02}", some_day(yy, individual, month_mark=80)
        means = f"The individual number {individual:03} with the year {yy:02}"
        if year:
            add(cases, name, f"{means} means {year} (folkeregisterforskriften section 2-2-1).", number, {**TEST, **STRICT},
                birth_years=[year])
            continue
        for policy, more, why, known in (
                ("1964", STRICT, "lies outside every series of numbers from before 2032",
                 dict(reason="individual_number_without_century", position=6)),
                ("both", {}, "lies outside every series, so it can only be a number from 2032",
                 dict(valid=True, birth_years=[], sex="unknown")),
                ("lenient", {**STRICT, "dates": "lenient"}, "lies outside every series, and a lenient policy does not ask",
                 dict(valid=True, birth_years=[])),
                ("strict", {"dates": "strict"}, "lies outside every series, and a strict policy always asks",
                 dict(reason="individual_number_without_century"))):
            add(cases, f"{name}-{policy}", f"{means} {why}.", number, {**TEST, **more}, **known)
    for individual, yy, old, new in D_YEARS:
        number = some_day(yy, individual, **D_TENOR)
        means = f"A D-number with the individual number {individual:03} and the year {yy:02}"
        for table, years in (("old", {old}), ("new", {new}), ("both", {old, new})):
            years = sorted(years - {None})
            says = " or ".join(map(str, years)) or "no year"
            add(cases, f"d-series-{individual:03}-{yy:02}-{table}",
                f"{means} means {says} by the {'two series together' if table == 'both' else f'{table} series'}.", number,
                {**TEST, "d_table": table}, valid=True, birth_years=years)


def d_numbers(cases):
    outside, two_years = some_day(50, 550, **D_TENOR), some_day(5, 300, **D_TENOR)
    collected = {**TEST, "rule": "by_date"}
    one = {**TEST, "refuse_ambiguous": True}
    add(cases, "d-outside-1964", "Since February 2024 D-numbers are given from the whole range: no year, and not refused.",
        outside, {**TEST, **STRICT}, valid=True, birth_years=[])
    add(cases, "d-outside-published", "The same, of a number of the kind that people carry.", "41125055093", STRICT, valid=True,
        birth_years=[])
    add(cases, "d-outside-2024-01", "Collected before 1 February 2024 a D-number outside the series is refused.", outside,
        {**collected, "assigned_by": "2024-01-31"}, reason="individual_number_without_century", position=6)
    add(cases, "d-outside-2024-02", "On 1 February 2024 it may come from the whole range.", outside,
        {**collected, "assigned_by": "2024-02-01"}, valid=True, birth_years=[])
    add(cases, "d-outside-old-table", "By the old series alone, and before 2032, it is refused.", outside,
        {**TEST, **STRICT, "d_table": "old"}, reason="individual_number_without_century")
    add(cases, "d-before-2021", "Collected before 16 November 2021 the old series alone holds.", two_years,
        {**collected, "assigned_by": "2021-11-15"}, birth_years=[1905])
    add(cases, "d-from-2021", "From 16 November 2021 on either series may have been used.", two_years,
        {**collected, "assigned_by": "2021-11-16"}, birth_years=[1905, 2005])
    add(cases, "d-two-years-refused", "Two years are possible, and the policy wants one.", two_years, one, reason="ambiguous",
        position=4)
    add(cases, "d-one-year-taken", "One year is possible: nothing is ambiguous.", some_day(5, 100, **D_TENOR), one, valid=True,
        birth_years=[1905])
    add(cases, "d-reference-leaves-one", "Nobody is born after the reference date: one of the two years is left.", two_years,
        {**one, "reference_date": "2004-12-31"}, valid=True, birth_years=[1905])
    add(cases, "d-published-2005", "Both series give 2005.", "41010555009", valid=True, birth_years=[2005])
    add(cases, "d-sex", "The sex of a D-number is in its third individual digit as well.", some_day(85, 101, **D_TENOR), TEST,
        sex="male")
    add(cases, "d-2032", "A D-number by the rule of 2032 tells neither sex nor year.",
        some_day(85, 101, **D_TENOR, remainder=2), TEST, sex="unknown", birth_years=[], rules=["2032"])


def reference_dates(cases):
    number = near(BORN, WOMAN)

    def at(day, **more):
        return {"reference_date": day, **more}

    add(cases, "reference-birthday", "Born on the reference date is not after it.", number, at("1890-03-09"), valid=True,
        birth_years=[1890])
    add(cases, "reference-day-before", "Born after the reference date.", number, at("1890-03-08"),
        reason="birth_after_reference_date", position=4)
    add(cases, "reference-2015", "The series means 2015, a year after the reference date.", "03851598730",
        at("2014-12-31", **TEST), reason="birth_after_reference_date")
    add(cases, "reference-1964", "The same under the rule of 1964.", number, at("1890-03-08", **STRICT),
        reason="birth_after_reference_date")
    add(cases, "assigned-by-is-reference", "Nobody is born after the day by which all numbers were assigned.", number,
        {"rule": "by_date", "assigned_by": "1890-03-08"}, reason="birth_after_reference_date")
    add(cases, "assigned-by-birthday", "A number may be assigned on the day of birth.", number,
        {"rule": "by_date", "assigned_by": "1890-03-09"}, valid=True, sex="female")
    add(cases, "assigned-by-ignored", "assigned_by counts under the rule by_date alone.", number,
        {"rule": "both", "assigned_by": "1890-03-08"}, valid=True)
    future = some_day(39, 950)  # 2039
    add(cases, "reference-2031", "The series means 2039; on 31 December 2031 no number lies outside the series.", future,
        at("2031-12-31"), reason="birth_after_reference_date")
    add(cases, "reference-2032", "From 2032 the individual number says nothing, so the year is not known.", future,
        at("2032-01-01"), valid=True, birth_years=[], sex="unknown")
    add(cases, "reference-2032-1964", "By the rule of 1964 every number is from before 2032, when the series were sure.", future,
        {**STRICT, "reference_date": "2035-01-01"}, reason="birth_after_reference_date")
    add(cases, "reference-2032-strict", "A strict policy always wants the year, and the year is too late.", future,
        {"dates": "strict", "reference_date": "2035-01-01"}, reason="birth_after_reference_date")
    add(cases, "reference-h-number", "H-numbers are given out locally, from no series for sure: the year is not known.",
        marked(month_mark=40), {"reference_date": "1880-01-01"}, valid=True, birth_years=[])
    add(cases, "reference-h-number-strict", "A strict policy wants a year of an H-number as well.", marked(month_mark=40),
        {"dates": "strict", "reference_date": "1880-01-01"}, reason="birth_after_reference_date")
    add(cases, "reference-d-2024-01", "A D-number of 2005 by both series, before it may lie outside them.", "41010555009",
        at("2004-12-31"), reason="birth_after_reference_date")
    add(cases, "reference-d-2024-02", "From 1 February 2024 a D-number may lie outside the series: its year is not known.",
        some_day(35, 650, day_mark=40), at("2024-02-01"), valid=True, birth_years=[])
    add(cases, "reference-2032-number", "A number by the rule of 2032 has no year that could lie after a day.",
        near(BORN, WOMAN, remainder=1), at("1880-01-01"), valid=True, birth_years=[])


def add_cases(cases):
    for part in (control_digits, kinds_and_policies, series, d_numbers, reference_dates):
        part(cases)
