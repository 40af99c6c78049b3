"""Municipality codes through time. The facts are those of Statistics Norway (KLASS 131, NLOD 2.0 / CC BY 4.0), written by
hand: in which year a code began and ended, each on 1 January."""
from datetime import date, timedelta

# code, name, first year (None: before 2006), first year in which it is no longer valid (None: still valid), what happened
FACTS = (
    ("0101", "Halden", None, 2020, "got another code in 2020, and one more in 2024"),
    ("3001", "Halden", 2020, 2024, "had this code as long as Viken was a county"),
    ("3101", "Halden", 2024, None, "has this code since Viken was divided"),
    ("1201", "Bergen", None, 2020, "became 4601 when Hordaland went into Vestland"),
    ("4601", "Bergen", 2020, None, "was 1201 until then"),
    ("1601", "Trondheim", None, 2018, "became 5001 when the two Trøndelag became one county"),
    ("5001", "Trondheim", 2018, None, "was 1601 until then; its merger of 2020 left the code as it was"),
    ("1567", "Rindal", None, 2019, "moved from Møre og Romsdal to Trøndelag"),
    ("5061", "Rindal", 2019, None, "moved to Trøndelag, in a year of its own"),
    ("0720", "Stokke", None, 2017, "was split between Tønsberg and Sandefjord"),
    ("0710", "Sandefjord", 2017, 2020, "was made of three in 2017 and got another code in 2020"),
    ("1850", "Tysfjord", None, 2020, "was split between Narvik and Hamarøy"),
    ("5012", "Snillfjord", 2018, 2020, "was split between Heim, Hitra and Orkland"),
    ("1534", "Haram", None, 2020, "was merged into Ålesund"),
    ("1507", "Ålesund", 2020, 2024, "was merged in 2020 and split in 2024"),
    ("1508", "Ålesund", 2024, None, "is what was left when Haram went out again"),
    ("1580", "Haram", 2024, None, "is a municipality again, under another code than before"),
    ("0213", "Ski", None, 2020, "was merged into Nordre Follo"),
    ("3020", "Nordre Follo", 2020, 2024, "was made of Ski and Oppegård, and got another code in 2024"),
    ("1723", "Mosvik", None, 2012, "was merged into Inderøy"),
    ("1901", "Harstad", None, 2013, "was merged with Bjarkøy under a new code"),
    ("1902", "Tromsø", None, 2020, "became 5401"),
    ("5401", "Tromsø", 2020, 2024, "became 5501 when Troms and Finnmark were divided"),
)
STANDING = (("0301", "Oslo"), ("1103", "Stavanger"), ("1151", "Utsira"), ("1515", "Herøy (Møre og Romsdal)"),
            ("1818", "Herøy (Nordland)"))

# name, code, day, validity, why
OTHERS = (
    ("name", "Oslo", "2024-05-06", "malformed_code", "A code is four digits; a name is none."),
    ("empty", "", "2024-05-06", "malformed_code", "A code is four digits."),
    ("lost-zero", "301", "2024-05-06", "malformed_code", "Three digits are no code: 0301 has lost its zero."),
    ("five-digits", "03010", "2024-05-06", "malformed_code", "Five digits are no code."),
    ("district", "030101", "2024-05-06", "malformed_code", "Six digits are a district, not a municipality."),
    ("blank", " 301", "2024-05-06", "malformed_code", "A blank is no digit."),
    ("letter", "03O1", "2024-05-06", "malformed_code", "The letter O is no zero."),
    ("full-width", "\uff10\uff13\uff10\uff11", "2024-05-06", "malformed_code", "Only the digits 0 to 9 are digits of a code."),
    ("malformed-before-facts", "301", "1999-05-06", "malformed_code", "What is no code is none on any date."),
    ("zeros", "0000", "2024-05-06", "unknown_code", "Four digits that no municipality has had since 2006."),
    ("county", "0300", "2024-05-06", "unknown_code", "Four digits that no municipality has had since 2006."),
    ("svalbard", "2111", "2024-05-06", "unknown_code", "Svalbard has no municipality."),
    ("not-stated", "9999", "2024-05-06", "unknown_code", "9999 means that the municipality is not stated."),
    ("9000", "9000", "2024-05-06", "unknown_code", "The fictional municipalities begin at 9001."),
    ("unknown-before-facts", "0000", "1999-05-06", "unknown_code", "A code that nobody has had is unknown on any date."),
    ("fictional-first", "9001", "2024-05-06", "fictional_code", "9001 to 9998 are fictional municipalities, for tests."),
    ("fictional-last", "9998", "2024-05-06", "fictional_code", "9001 to 9998 are fictional municipalities, for tests."),
    ("fictional-before-facts", "9001", "1999-05-06", "fictional_code", "A fictional code is one on any date."),
    ("oslo-2005", "0301", "2005-12-31", "before_facts", "The facts begin on 1 January 2006: earlier nothing is said."),
    ("oslo-2006", "0301", "2006-01-01", "valid", "The facts begin on 1 January 2006."),
    ("later-code-2005", "4601", "2005-12-31", "before_facts", "A known code on a day before the facts: nothing is said."),
    ("ended-2005", "1154", "2006-01-01", "no_longer_valid",
     "Vindafjord got another code on 1 January 2006, a change that the facts still hold."),
    ("far-future", "0301", "2099-12-31", "valid", "A later day is answered as if nothing had changed since."),
    ("leap-day", "0301", "2024-02-29", "valid", "A day of a leap year is a day."),
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
    for code, label in STANDING:
        add(cases, f"{code}-2006", f"{label} has had this code all the time.", code, "2006-06-30", "valid")
        add(cases, f"{code}-2024", f"{label} has had this code all the time.", code, "2024-05-06", "valid")


def add_cases(cases):
    through_time(cases)
    for name, code, day, validity, why in OTHERS:
        add(cases, name, why, code, day, validity)
