"""Records: the national number and what agrees with it, age, the recipient's rights, and the target group."""
from datetime import date

import numbers_of_people as numbers
from record_expectation import Table
from sample_records import BOTH_PROBLEMS, IN_REAL_FIGURES, MENTAL_DISORDER_ONLY, MINIMAL, born, tenor

BORN = date(1985, 3, 9)
HERS = BOTH_PROBLEMS["national_number"]


def only_born_in(year):
    return {"national_number": "", "birth_year": year}


def valid_number(t):
    wrong = HERS[:10] + str((int(HERS[10]) + 1) % 10)
    t.about("ID-001", "national_number")
    t.silent("blank", "A blank before the last five digits is how people write it.",
             national_number=f"{HERS[:6]} {HERS[6:]}")
    t.silent("hyphen", "A hyphen before the last five digits is how people write it.",
             national_number=f"{HERS[:6]}-{HERS[6:]}")
    t.silent("no-number", "A record without a number has the birth year.", national_number="")
    t.found("wrong-digit", "The control digits are wrong: a typing error would make two people of one.", national_number=wrong)
    t.found("other-groups", "Blanks elsewhere are no way to write a number.", national_number=f"{HERS[:4]} {HERS[4:]}")
    t.found("ten-digits", "Ten digits, and no zero in front makes a number of them.", national_number=f"1{HERS[2:]}")
    t.found("spreadsheet", "A spreadsheet made it short; its digits are gone.", national_number="9,8385E+09")
    t.found("twelve-digits", "Twelve digits that begin with 1949 are no DUF number either.", national_number="194912345678")
    t.found("born-after-mapping", "Nobody is mapped before birth, so the number is another's.",
            national_number=tenor(date(2025, 3, 9)))
    t.found("name", "A name is no number.", national_number="Kari Nordmann")
    t.under(test_numbers=False).on(IN_REAL_FIGURES)
    t.found("npid", "An identifier inside NAV (published test data) is nobody's number here.",
            national_number="01215010100", birth_year=1950)
    t.about("ID-002", "national_number")
    t.silent("with-zero", "A number that begins with a zero, as text, keeps it.")
    t.found("lost-zero", "Ten digits that a zero completes: say so instead of \"wrong\".", national_number=HERS[1:])
    t.found("lost-zero-in-groups", "The same, in groups.", national_number=f"{HERS[1:6]} {HERS[6:]}")


def real_and_test(t):
    t.about("ID-003", "national_number")
    t.found("real-among-tests", "A number of a real kind (published by Skatteetaten) has no place among test people.",
            national_number="20036914700", birth_year=1969, sex="male")
    t.found("real-d-among-tests", "A D-number of a real kind (published): refused, and of a temporary kind.",
            "BP-ID-004 national_number", national_number="41010555009", birth_year=2005, sex="")
    t.under(test_numbers=False).on(IN_REAL_FIGURES)
    t.silent("real-among-real", "A number of a real kind among real people.", national_number="20036914700",
             birth_year=1969, sex="male")
    t.silent("h-number", "A month + 40 may be an H-number, which people carry.", "BP-ID-004 national_number",
             national_number=tenor(BORN, month_mark=40))
    t.found("tenor-among-real", "Test people would come into real figures.", national_number=HERS)
    t.found("nhn-among-real", "Norsk helsenett's test numbers are test numbers too.",
            national_number=tenor(BORN, month_mark=65))
    t.about("ID-004", "national_number")
    t.silent("nav-among-tests", "A month + 40 is NAV's test number among test people.",
             national_number=tenor(BORN, month_mark=40))
    t.found("d-number", "Somebody with a D-number may get a birth number later.", national_number=tenor(BORN, day_mark=40))
    t.under(test_numbers=False).on(IN_REAL_FIGURES)
    t.found("h-number", "An H-number is local: the same person may stand under another number.",
            national_number=tenor(BORN, month_mark=40))
    t.found("fh-number", "An FH-number is for those who have no other yet.",
            national_number=next(d for d in (numbers.complete(f"89992345{i}") for i in range(10)) if d))
    t.found("duf", "A DUF number is the immigration authorities'; its control digits are not laid down anywhere.",
            national_number="201258697561")
    t.found("duf-control-digits", "A DUF number whose control digits fit.", national_number="201258697506")


def agreement(t):
    by_2032 = tenor(BORN, remainder=1)
    t.about("ID-005", "birth_year")
    t.silent("d-number", "The century of a D-number is a convention, so it contradicts nothing.", "BP-ID-004 national_number",
             national_number=tenor(BORN, day_mark=40), birth_year=1986)
    t.silent("2032", "In 2032 the individual number no longer tells the century for certain.", mapping_year=2032,
             mapped_on="2032-02-01", birth_year=1986)
    t.silent("no-year", "No birth year contradicts nothing.", birth_year="")
    t.found("other-year", "One of the two is another person's.", birth_year=1958)
    t.found("other-century", "The number says 1985.", birth_year=1885)
    t.about("ID-006", "sex")
    t.silent("unknown", "An unknown sex contradicts nothing.", sex="unknown")
    t.silent("2032-rule", "A number by the rule of 2032 tells no sex.", "BP-ID-007 national_number info",
             national_number=by_2032, sex="male")
    t.found("man", "The number says a woman. Legal sex can change, so it is a warning.", sex="male")
    t.about("ID-007", "national_number")
    t.silent("mapped-2032", "From 2032 on such numbers are given out.", national_number=by_2032, mapping_year=2032,
             mapped_on="2032-01-01")
    t.found("test-number", "Test numbers by the rule of 2032 exist already, so it is worth knowing and no more.",
            severity="info", national_number=by_2032)
    t.found("last-day-of-2031", "On 31 December 2031 there are none yet.", severity="info", national_number=by_2032,
            mapping_year=2031, mapped_on="2031-12-31")
    t.under(test_numbers=False).on(IN_REAL_FIGURES)
    t.found("real", "Among real people it is a typing error that the laxer rule lets through (published number).",
            national_number="30108299939", birth_year=1982)
    t.about("ID-008", "national_number")
    t.silent("number-alone", "The number tells the year.", birth_year="")
    t.silent("year-that-cannot-be-read", "A year that cannot be read is that fault and not a missing one.",
             "BP-FLD-001 birth_year", national_number="", birth_year="?")
    t.found("neither", "Age cannot be known.", national_number="", birth_year="")
    t.on(MINIMAL).found("neither-in-form", "Age cannot be known, in a form that does not ask for the number either.",
                        birth_year="")


def age(t):
    def girl(year, month, day):
        return born(date(year, month, day), "female")

    t.about("PER-001", "birth_year")
    t.silent("16-today", "16 on the mapping date.", **girl(2008, 5, 6))
    t.silent("16-by-year", "16 by the birth year: may be 15, which is said as such.", "BP-PER-002 birth_year",
             **only_born_in(2008))
    t.found("16-tomorrow", "16 on the day after the mapping date: outside the law.", **girl(2008, 5, 7))
    t.found("15-by-year", "15 at most, by the birth year.", **only_born_in(2009))
    t.found("not-born", "Born in the year after.", **only_born_in(2025))
    t.about("PER-002", "birth_year")
    t.silent("17-by-year", "16 at least.", **only_born_in(2007))
    t.found("16-by-year", "May be 15 on the date.", **only_born_in(2008))
    t.about("PER-003", "birth_year")
    t.silent("100", "100 years old.", **only_born_in(1924))
    t.silent("1849", "A year that nobody living has is that fault, and no age.", "BP-FLD-004 birth_year", **only_born_in(1849))
    t.found("101", "101 years old: usually a century mistake, but such people exist.", **only_born_in(1923))
    t.found("1850", "The first year that is taken as a birth year.", **only_born_in(1850))
    t.found("101-by-number", "101 by the number.", **girl(1923, 5, 6))
    t.about("PER-004", "pregnant")
    t.silent("woman", "A pregnant woman.", pregnant="yes")
    t.silent("man-not-pregnant", "A man who is not pregnant.", **born(BORN, "male"))
    t.silent("man-unknown", "Not known is no contradiction.", national_number="", sex="male", pregnant="unknown")
    t.found("man", "Usually one of the two is wrong; legal sex can change.", national_number="", sex="male", pregnant="yes")
    t.about("PER-005", "pregnant")
    t.silent("16", "Pregnant at 16.", **girl(2008, 5, 6), pregnant="yes")
    t.silent("55", "Pregnant at 55.", **only_born_in(1969), pregnant="yes")
    t.silent("56-not-pregnant", "56 and not pregnant.", **only_born_in(1968))
    t.found("56", "Pregnant at 56: likely wrong.", **only_born_in(1968), pregnant="yes")
    t.found("15", "Pregnant at 15, which is outside the law besides.", "BP-PER-001 birth_year", **only_born_in(2009),
            pregnant="yes")


def rights(t):
    t.about("RGT-001", "objects")
    t.silent("unknown", "Not known is not yes.", objects="unknown")
    t.silent("empty", "Not answered is not yes.", objects="")
    t.found("yes", "Who objects may not be collected or merged.", objects="yes")
    t.about("RGT-002", "informed")
    t.silent("2023", "The regulation holds from 2024.", informed="no", mapping_year=2023, mapped_on="2023-05-06")
    t.silent("unknown", "Not known is not no.", informed="unknown")
    t.found("no", "Without having been informed the record cannot be transferred.", informed="no")
    t.about("RGT-003", "record_noted")
    t.silent("empty", "Not answered is not no.", record_noted="")
    t.found("no", "The mapping must be noted in the patient record.", record_noted="no")


def target_group(t):
    colourless = {**BOTH_PROBLEMS, "mental_health": "yellow", "substance_use": "green",
                  "opioid_agonist_treatment": "unknown", "substances": "unknown"}

    def problems(substance, mental):
        return {"substance_problem": substance, "mental_disorder": mental}

    unsure = "BP-INC-007 substance_problem"
    t.about("INC-001", "substance_problem").on(colourless)
    t.silent("substance-problem", "A substance problem is enough.", **problems("yes", "none"))
    t.silent("mental-disorder", "A mental disorder is enough.", **problems("no", "less_serious"))
    t.found("neither", "Neither problem: outside the target group.", **problems("no", "none"))
    t.about("INC-003", "substance_problem").on(colourless)
    t.silent("one-known", "One problem is known, so the person belongs to the target group.", unsure,
             **problems("yes", "unknown"))
    for name, pair in (("both-unknown", ("unknown", "unknown")), ("both-empty", ("", "")),
                       ("problem-unknown", ("unknown", "none")), ("disorder-unknown", ("no", "unknown")),
                       ("disorder-empty", ("no", ""))):
        t.found(name, "No problem is established.", **problems(*pair))
    t.found("problem-not-asked", "A form that does not ask establishes nothing.", without=["substance_problem"],
            mental_disorder="none")
    t.about("INC-007", "substance_problem").on(colourless)
    t.silent("none-established", "Where no problem is established that is said instead.", "BP-INC-003 substance_problem",
             **problems("unknown", ""))
    for name, pair in (("disorder-unknown", ("yes", "unknown")), ("problem-unknown", ("unknown", "less_serious")),
                       ("problem-empty", ("", "serious")), ("disorder-empty", ("yes", ""))):
        t.found(name, "The category is unknown where one of the two is.", **problems(*pair))
    t.found("disorder-not-asked", "The category is unknown where the form does not ask.", without=["mental_disorder"])

    t.about("INC-002", "services_received").on(BOTH_PROBLEMS, unit_kind="other")
    t.silent("one-municipal", "One municipal service is enough.", services_received=["detox", "gp"])
    t.silent("nav", "A service of NAV is municipal here.", services_received=["detox", "nav_guidance"])
    t.silent("unknown", "Not known is no contradiction.", services_received="unknown")
    t.silent("not-in-catalogue", "A service that is not known decides nothing.", "BP-SRV-001 services_received",
             services_received=["detoks"])
    t.found("none", "No service: outside the target group.", "BP-SRV-004 services_needed", services_received="none")
    t.found("empty", "Nothing filled in: outside the target group.", services_received=[])
    t.found("null", "Null is an empty cell.", services_received=None)
    t.found("not-asked", "A form that does not ask cannot place anybody in the target group.", without=["services_received"])
    t.found("specialist-alone", "Treatment in hospital, a dentist and probation are no municipal services.",
            services_received=["detox", "dental", "probation"])

    in_2014, in_2015 = ({"mapping_year": y, "mapped_on": f"{y}-05-06"} for y in (2014, 2015))
    t.about("INC-004", "mapping_year").on(MENTAL_DISORDER_ONLY)
    t.silent("2015", "From 2015 people with a mental disorder only are mapped.", **in_2015)
    t.found("2014", "Before 2015 people with a mental disorder only were not mapped.", **in_2014)
    t.found("2014-serious", "The same with a serious disorder.", **in_2014, mental_disorder="serious")
    t.silent("2014-both", "With a substance problem they were.", **in_2014, substance_problem="yes", substances="ghb",
             substance_use="red")
    t.about("INC-005", "mapping_year").on(BOTH_PROBLEMS, **in_2014)
    t.silent("18", "18 in 2014.", **born(date(1996, 5, 6), "female"))
    t.silent("15", "15 is outside the law in any year.", "BP-PER-001 birth_year", **born(date(1998, 5, 7), "female"))
    t.found("17", "17 in 2014: not mapped then.", **born(date(1996, 5, 7), "female"))
    t.found("16", "16 in 2014: not mapped then.", **born(date(1998, 5, 6), "female"))
    t.on(BOTH_PROBLEMS, **in_2015).silent("17-in-2015", "From 2015 they are.", **born(date(1997, 5, 7), "female"))


def child_welfare(t):
    """The unit or a service is child welfare's, and the recipient is a grown-up without children."""
    woman = {**BOTH_PROBLEMS, **born(date(1998, 5, 6), "female"), "unit_kind": "child_welfare",
             "services_received": ["child_welfare_measure", "detox"]}
    man = born(date(1998, 5, 6), "male")
    why = "Child welfare maps the youngest and parents; its measures end at 25."
    both = "BP-SRV-003 services_received"
    for code, field, base, other in (("INC-006", "unit_kind", woman, [both]),
                                     ("SRV-003", "services_received", {**woman, "unit_kind": "gp"}, [])):
        t.about(code, field).on(base)
        t.silent("25", f"{why} 25 on the mapping date.", **born(date(1998, 5, 7), "female"))
        t.silent("own-child", f"{why} A parent is meant.", children_care=1)
        t.silent("child-in-contact", f"{why} A parent is meant.", children_contact=1)
        t.silent("others-child", f"{why} Others' children count.", others_children=1)
        t.silent("child-with-child-welfare", f"{why} A child with child welfare is a child.", children_care="",
                 children_contact="", others_children="", children_with_child_welfare=1)
        t.silent("pregnant", f"{why} Somebody pregnant becomes a parent.", pregnant="yes")
        t.silent("woman-unknown", f"{why} She may be pregnant.", pregnant="unknown")
        t.silent("man-of-25", f"{why} 25 on the mapping date.", **born(date(1998, 5, 7), "male"), pregnant="")
        t.silent("children-unreadable", f"{why} How many children is not known.", "BP-CHI-001 children_care",
                 children_care="to")
        t.found("woman-of-26", why, *other)
        t.found("man-of-26", why, *other, **man)
        t.found("man-not-asked", f"{why} Nobody asks a man whether he is pregnant.", *other, **man, pregnant="")
        t.found("man-form-does-not-ask", f"{why} The form does not ask about pregnancy.", *other, **man,
                without=["pregnant"])
        t.silent("woman-form-does-not-ask", f"{why} She may be pregnant: the form does not ask.",
                 without=["pregnant"])
    t.about("SRV-003", "services_received").on(woman, unit_kind="gp")
    t.silent("no-such-service", "No service of child welfare.", services_received=["gp", "detox"])
    t.about("INC-006", "unit_kind").on(woman)
    t.silent("other-unit", "Another unit; the service of child welfare speaks for itself.", both, unit_kind="other")


def add_cases(cases):
    table = Table(cases, "records-people")
    for part in (valid_number, real_and_test, agreement, age, rights, target_group, child_welfare):
        part(table)
