"""Published facts about national numbers that every peer needs; the sources are in docs/national-numbers.md."""
import datetime

FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)

# Months of a mark, by what is added to them: plain, NPID, H-number or NAV's test number, NPID in test, Tenor; and the
# test numbers of Norsk helsenett, of which some look like the last but one.
MONTH_STEP = 20
NHN_MONTHS = 65

NEUTRAL_FROM = datetime.date(2032, 1, 1)
NEW_D_SERIES_FROM = datetime.date(2021, 11, 16)
D_WITHOUT_SERIES_FROM = datetime.date(2024, 2, 1)

# first and last individual number, first and last year of two digits, century
BIRTH_SERIES = ((500, 749, 54, 99, 1800), (0, 499, 0, 99, 1900), (900, 999, 40, 99, 1900), (500, 999, 0, 39, 2000))
D_SERIES = ((500, 599, 58, 99, 1800), (0, 199, 0, 39, 1900), (0, 499, 40, 99, 1900), (600, 999, 40, 99, 1900),
            (200, 999, 0, 39, 2000))
