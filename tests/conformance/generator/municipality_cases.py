"""Municipality codes through time. The facts are those of Statistics Norway (KLASS 131, NLOD 2.0 / CC BY 4.0), written by
hand: which codes began and ended on which 1 January."""
from datetime import date, timedelta

# code, name, first year, year from which it is no longer valid (None: still valid), what became of it
FACTS = (
    ("1201", "Bergen", None, 2020, "became 4601 when the counties were reformed"),
    ("1507", "Ålesund", 2020, 2024, "was merged in 2020 and split into 1508 and 1580 in 2024"),
    ("1580", "Haram", 2024, None, "became a municipality again in 2024"),
    ("1534", "Haram", None, 2020, "was merged into 1507"),
)


def add(cases, name, why, code, day, validity):
    cases.add("municipalities", "municipality", name, why, {"code": code, "date": str(day)}, {"validity": validity})


def through_time(cases):
    for code, label, first, end, what in FACTS:
        why = f"{label} ({code}) {what}"
        if first:
            begins = date(first, 1, 1)
            add(cases, f"{code}-before", f"{why}: the day before, the code was not valid yet.", code,
                begins - timedelta(1), "not_yet_valid")
            add(cases, f"{code}-first-day", f"{why}: valid from its first day on.", code, begins, "valid")
        if end:
            ends = date(end, 1, 1)
            add(cases, f"{code}-last-day", f"{why}: valid until the day before.", code, ends - timedelta(1), "valid")
            add(cases, f"{code}-after", f"{why}: from that 1 January on the code is no longer valid.", code, ends,
                "no_longer_valid")


def add_cases(cases):
    through_time(cases)
    add(cases, "no-digits", "A code is four digits; a name is none.", "Oslo", "2024-05-06", "malformed_code")
    add(cases, "lost-zero", "Three digits are no code: 0301 has lost its zero.", "301", "2024-05-06", "malformed_code")
    add(cases, "fictional-first", "9001 to 9998 are fictional municipalities for tests.", "9001", "2024-05-06",
        "fictional_code")
    add(cases, "before-facts", "The facts begin on 1 January 2006; before that nothing is said of a known code.", "0301",
        "2005-12-31", "before_facts")
    add(cases, "never", "Four digits that no municipality had since 2006.", "0000", "2024-05-06", "unknown_code")
