"""Records: cells that cannot be read, free text, when and where the mapping was, and the eight ratings."""
from datetime import date

from record_expectation import Table
from sample_records import MENTAL_DISORDER_ONLY, MINIMAL, tenor
from score_definition import DOMAINS

NUMBER = tenor(date(1985, 3, 9))


def reading(t):
    t.about("FLD-001", "birth_year")
    t.silent("decimals-of-zero", "A spreadsheet may write a year so.", birth_year="1985,0")
    t.silent("norwegian-date", "A date may be written DD.MM.YYYY.", mapped_on="06.05.2024")
    t.silent("blanks", "Cells are trimmed.", mapped_on=" 2024-05-06 ", birth_year=" 1985 ")
    t.found("words", "A year in words would be dropped silently.", birth_year="85 (?)")
    t.at("mapping_year").found("half", "Half a year is no year.", mapping_year="2024,5")
    t.at("mapped_on").found("february-30", "The day does not exist.", mapped_on="2024-02-30")
    t.found("slashes", "Whether the day or the month stands first is not known.", mapped_on="05/06/2024")
    t.found("february-29-2023", "2023 is no leap year.", mapped_on="2023-02-29")
    t.about("FLD-002", "sex")
    t.silent("capitals", "Tokens match without regard to case.", sex="Female")
    t.found("word", "A word is no token; the nearest tokens are offered.", sex="woman")
    t.found("norwegian", "Tokens are English whatever the language of messages is.", sex="kvinne")
    t.at("substances").found("one-of-several", "One of several is misspelt.", substances=["alcohol", "stimulant"])
    t.at("substance_problem").found("ja", "An answer in Norwegian is no token. The problem is not established by it.",
                                    substance_problem="ja")
    t.at("housing_kind").found("rating", "A colour is no kind of housing.", housing_kind="red")
    t.about("FLD-003", "municipality")
    t.silent("elsewhere", "Other cells may be empty.", mapper="", unit="", row_ref="", individual_plan="", coordinator="")
    t.found("municipality", "The record belongs nowhere.", municipality="")
    t.found("municipality-null", "Null is an empty cell.", municipality=None)
    t.at("mapping_year").found("year", "Blanks are an empty cell.", mapping_year=" ")
    t.at("mapped_on").found("date", "The record belongs to no time.", mapped_on="")
    t.about("FLD-004", "birth_year").on(MINIMAL)
    t.silent("2099", "2099 is the last year that is taken.", "BP-PER-001 birth_year", birth_year=2099)
    t.silent("1850", "1850 is the first year that is taken.", "BP-PER-003 birth_year", birth_year=1850)
    t.found("1849", "Nobody living was born then; no age is made of it.", birth_year=1849)
    t.found("two-digits", "Two digits of a year.", birth_year=85)
    t.found("five-digits", "A digit too many.", birth_year=19855)
    t.at("mapping_year").found("round-two-digits", "Two digits of the round's year; the date lies outside it as well.",
                               "BP-DAT-001 mapped_on", mapping_year=24)
    t.found("round-2100", "A year beyond all; the date lies outside it as well.", "BP-DAT-001 mapped_on", mapping_year=2100)


def free_text(t):
    t.about("TXT-001", "row_ref")
    t.silent("running-number", "Eleven digits that are no number of a person.", row_ref="20240506001")
    t.silent("date-and-number", "A date and a running number are no number of a person.", row_ref="2024-05-06-001")
    t.silent("longer", "Digits of a longer number are not looked into.", row_ref=f"1{NUMBER}")
    t.found("number", "A number of any kind stands in a free field: identity would leave with it.", row_ref=NUMBER)
    t.found("among-words", "A number among words.", row_ref=f"bruker {NUMBER}, hjemme")
    t.found("in-groups", "A number in groups.", row_ref=f"{NUMBER[:6]} {NUMBER[6:]}")
    t.at("unit").found("unit", "A number of a real kind (published), under any policy.", unit="20036914700")
    t.at("mapper").found("mapper", "A number by the rule of 2032 (published).", mapper="30108299939")
    t.at("row_ref").found("json-number", "Free text may be a JSON number; this one has eleven digits.",
                          row_ref=20036914700)


def round_and_place(t):
    t.about("DAT-001", "mapped_on")
    t.silent("first-day", "The first day of the year.", mapped_on="2024-01-01")
    t.silent("last-day", "The last day of the year.", mapped_on="2024-12-31")
    t.silent("no-year", "Without a year there is nothing to lie outside of.", "BP-FLD-003 mapping_year", mapping_year="")
    t.found("day-before", "A round may cross New Year: within 31 days it is a warning.", severity="warning",
            mapped_on="2023-12-31")
    t.found("31-days-before", "31 days are still within.", severity="warning", mapped_on="2023-12-01")
    t.found("31-days-after", "31 days are still within.", severity="warning", mapping_year=2023, mapped_on="2024-01-31")
    t.found("32-days-before", "32 days before is the wrong round.", mapped_on="2023-11-30")
    t.found("32-days-after", "32 days after is the wrong round.", mapping_year=2023, mapped_on="2024-02-01")
    t.about("DAT-002", "mapped_on").under(period_first="2024-05-06", period_last="2024-05-06")
    t.silent("only-day", "The only day of the period is in it.")
    t.silent("no-date", "No date lies outside nothing.", "BP-FLD-003 mapped_on", mapped_on="")
    t.found("day-before", "A day too early for the period.", mapped_on="2024-05-05")
    t.found("day-after", "A day too late for the period.", mapped_on="2024-05-07")
    t.under(period_first="2024-05-07").found("open-end", "Each end is checked where it is given: too early.")
    t.under(period_last="2024-05-05").found("open-beginning", "Each end is checked where it is given: too late.")
    t.about("DAT-003", "mapped_on").under(reference_date="2024-05-06")
    t.silent("today", "Today is not in the future.")
    t.found("tomorrow", "A date in the future.", mapped_on="2024-05-07")
    t.under().silent("no-reference", "Without a reference date no day is too late: the library reads no clock.",
                     mapping_year=2098, mapped_on="2098-05-06", national_number="", birth_year=2050)

    t.about("GEO-001", "municipality")
    t.silent("real-among-tests", "Real municipalities are taken under the test policy as well.", municipality="4601")
    t.silent("code-of-its-time", "1201 was Bergen until the end of 2019.", municipality="1201", mapping_year=2019,
             mapped_on="2019-12-31")
    t.found("gone", "1201 has been 4601 since 2020.", municipality="1201")
    t.found("split", "1507 was split in 2024; which part is meant nobody knows.", municipality="1507")
    t.found("before-its-time", "4601 did not exist on 31 December 2019.", municipality="4601", mapping_year=2019,
            mapped_on="2019-12-31")
    t.found("lost-zero", "301 has lost its zero.", municipality="301")
    t.found("name", "A name is no code.", municipality="Oslo")
    t.under(test_numbers=False).found("fictional-among-real", "A fictional municipality has no place in real figures.",
                                      national_number="")
    t.about("GEO-002", "district")
    t.silent("district", "Oslo with its district.", municipality="0301", district="030101")
    t.silent("district-unknown", "030199: the district is not known.", municipality="0301", district="030199")
    t.silent("bergen", "Only Oslo maps by district.", municipality="4601")
    t.found("oslo", "Oslo maps by district.", municipality="0301")
    t.on(MINIMAL).found("oslo-form", "A form in Oslo that does not ask for the district.", municipality="0301")
    t.about("GEO-003", "district")
    t.silent("bergen", "A district of Bergen.", municipality="4601", district="460101")
    t.silent("fictional", "A fictional municipality has the districts that begin with its code.", municipality="9001",
             district="900102")
    t.found("other-fictional", "The district of another fictional municipality.", municipality="9001", district="900202")
    t.found("short", "Five digits are no district.", municipality="9001", district="90012")
    t.found("other-city", "A district of Oslo in Bergen.", municipality="4601", district="030101")
    t.found("old-code", "Bergen's districts have other codes since 2020.", municipality="4601", district="120101")
    t.silent("old-code-then", "120101 was a district of Bergen in 2019.", municipality="1201", district="120101",
             mapping_year=2019, mapped_on="2019-05-06")


def all_rated(rating, **others):
    return {**{domain: rating for domain in DOMAINS}, **others}


def ratings(t):
    t.about("DOM-001", "housing")
    t.silent("capitals", "Colours match without regard to case.", housing="YELLOW")
    t.silent("number", "1, 2, 3 are green, yellow, red, as JSON numbers too.", housing=2)
    t.silent("number-as-text", "1, 2, 3 are green, yellow, red.", housing="2")
    t.found("misspelt", "No colour is made of it, and no class.", housing="grenn")
    t.found("four", "4 is no rating.", housing=4)
    t.found("norwegian", "Colours are English tokens.", housing="gul")
    t.at("network").found("blue-light", "Blue light is a class of the index, never a colour of a domain.",
                          network="blue_light")
    t.about("DOM-002", "housing")
    t.silent("one", "One assessed domain is not none.", "BP-DOM-003 housing", **all_rated("", network="green"))
    t.silent("one-unreadable", "A rating that cannot be read is neither assessed nor left out.", "BP-DOM-001 network",
             **all_rated("", network="gren"))
    t.found("empty", "Nothing can be scored.", **all_rated(""))
    t.found("null", "Null is an empty cell: nothing can be scored.", **all_rated(None))
    t.found("zero", "0 is the number for not assessed.", **all_rated(0))
    t.found("not-asked", "A form without ratings assesses nothing.", without=DOMAINS)
    t.about("DOM-003", "network")
    t.silent("unreadable", "A rating that cannot be read is not left out.", "BP-DOM-001 network", network="gren")
    t.found("last", "The index needs all eight under this scheme.", network="")
    t.found("last-null", "Null is an empty cell.", network=None)
    t.found("not-asked", "A form that does not ask leaves it out.", without=["network"])
    t.at("housing").found("seven", "The finding stands at the first domain that is missing.", **all_rated("", network="green"))
    t.found("first-and-last", "The finding stands at the first domain that is missing.", housing="", network="")
    t.found("and-unreadable", "One left out, and one that cannot be read.", "BP-DOM-001 network", housing="0", network="gren")
    t.about("DOM-004", "housing")
    t.silent("two-colours", "Seven red and one yellow.", **all_rated("red", network="yellow"))
    t.silent("seven", "Seven red and one left out.", "BP-DOM-003 network", **all_rated("red", network=""))
    t.found("red", "Sometimes true, often haste.", **all_rated("red"))
    t.found("yellow", "Sometimes true, often haste.", **all_rated("yellow"))


def ratings_and_problems(t):
    t.about("PRB-001", "substance_use")
    t.silent("yellow", "Yellow.", substance_use="yellow")
    t.silent("treatment", "Green in opioid agonist treatment: the treatment may be why.", substance_use="green",
             opioid_agonist_treatment="yes", substances="opioids")
    t.silent("treatment-unknown", "Whether there is treatment is not known.", substance_use="green",
             opioid_agonist_treatment="unknown")
    t.found("green", "A problem that harms functioning is not green.", substance_use="green")
    t.about("PRB-002", "substance_use").on(MENTAL_DISORDER_ONLY)
    t.silent("green", "No problem, and green.")
    t.found("yellow", "No problem, and yellow.", substance_use="yellow")
    t.found("red", "No problem, and red.", substance_use="red")
    t.about("PRB-003", "mental_health")
    t.silent("yellow", "Serious, and yellow.", mental_health="yellow")
    t.silent("less-serious", "Less serious, and green.", mental_disorder="less_serious", mental_health="green")
    t.found("green", "Serious, and green: may be well treated.", mental_health="green")
    t.about("PRB-004", "mental_health")
    t.silent("yellow", "No disorder, and yellow.", mental_disorder="none", mental_health="yellow")
    t.silent("disorder", "A disorder, and red.", mental_disorder="less_serious")
    t.found("red", "No disorder, and red.", mental_disorder="none")


def add_cases(cases):
    table = Table(cases, "records-round")
    for part in (reading, free_text, round_and_place, ratings, ratings_and_problems):
        part(table)
