"""Mistakes in registrations. A record takes one from each part of the form; the parts share no field, so that no mistake
hides another. Numbers are synthetic or nobody's."""
import dataclasses
from collections.abc import Callable

from . import number_facts
from .pack_facts import PackFacts

DOMAINS = PackFacts().by_code["BP-DOM-002"]["fields"]


def completed(nine, first_remainder=0):
    """Nine digits with their control digits; nothing where one would be 10."""
    digits = [int(digit) for digit in nine]
    for weights, remainder in ((number_facts.FIRST_WEIGHTS, first_remainder), (number_facts.SECOND_WEIGHTS, 0)):
        control = (remainder - sum(weight * digit for weight, digit in zip(weights, digits))) % 11
        if control == 10:
            return None
        digits.append(control)
    return "".join(map(str, digits))


def number(chance, year, month_offset=80, day_offset=0, individuals=(0, 499), first_remainder=0, day=None):
    """A synthetic number of somebody born in a year of two digits."""
    while True:
        born = (day or chance.randint(1, 28)) + day_offset
        nine = f"{born:02}{chance.randint(1, 12) + month_offset:02}{year:02}{chance.randint(*individuals):03}"
        if made := completed(nine, first_remainder):
            return made


def different(chance, options, value):
    return chance.choice([option for option in options if option != value])


def wrong_digit(record, chance):
    digits = record["national_number"] or number(chance, 70)
    place = chance.randrange(6, 11)
    return digits[:place] + different(chance, "0123456789", digits[place]) + digits[place + 1:]


def contrary_sex(record, chance):
    made = number(chance, chance.randint(50, 99))
    return {"national_number": made, "birth_year": "", "sex": "female" if int(made[8]) % 2 else "male"}


@dataclasses.dataclass(frozen=True)
class Mistake:
    """A change of some fields, and the rules that it is sure to break."""
    codes: tuple
    change: Callable
    dated: bool = False  # sure only where the mapping date can be read


def sure(codes, change):
    return Mistake(tuple(codes.split()), change)


def dated(codes, change):
    return Mistake(tuple(codes.split()), change, dated=True)


def chance_only(change):
    """What breaks a rule together with what other parts happen to hold."""
    return Mistake((), change)


PERSON = (
    sure("ID-001", lambda r, c: {"national_number": wrong_digit(r, c)}),
    sure("ID-001", lambda r, c: {"national_number": c.choice(["12345", "ukjent", "0" * 11, "1234567890123", "8011801 x"])}),
    sure("ID-002", lambda r, c: {"national_number": number(c, c.randint(50, 99), day=c.randint(1, 9))[1:]}),
    chance_only(lambda r, c: {"national_number": f"{c.randint(1990, 2022)}{c.randint(0, 999999):06}99"}),
    sure("ID-004", lambda r, c: {"national_number": number(c, c.randint(50, 99), day_offset=40), "sex": "unknown"}),
    dated("ID-005", lambda r, c: {"national_number": number(c, 70), "birth_year": str(c.randint(1971, 2000))}),
    dated("ID-006", contrary_sex),
    dated("ID-007", lambda r, c: {"national_number": number(c, 75, first_remainder=c.randint(1, 3))}),
    dated("ID-007", lambda r, c: {"national_number": number(c, 75, month_offset=40, first_remainder=2)}),
    sure("ID-008", lambda r, c: {"national_number": "", "birth_year": ""}),
    dated("PER-001", lambda r, c: {"national_number": "", "birth_year": str(c.randint(2026, 2040))}),
    dated("PER-001", lambda r, c: {"national_number": number(c, 15, individuals=(500, 999)), "birth_year": "2015"}),
    sure("FLD-004", lambda r, c: {"national_number": "", "birth_year": c.choice(["1700", "3000"])}),
    sure("FLD-001", lambda r, c: {"national_number": "", "birth_year": c.choice(["19x5", "1985,5", "+1985"])}),
    dated("PER-003", lambda r, c: {"national_number": number(c, 10), "birth_year": "1910"}),
    sure("PER-004", lambda r, c: {"pregnant": "yes", "sex": "male", "birth_year": "1985,0", "national_number": ""}),
    dated("PER-005", lambda r, c: {"pregnant": "yes", "sex": "female", "birth_year": "1955", "national_number": ""}),
    chance_only(lambda r, c: {"national_number": number(c, 60, month_offset=65)}),
    chance_only(lambda r, c: {"national_number": number(c, 60, month_offset=60)}),
    chance_only(lambda r, c: {"national_number": number(c, c.randint(0, 99), individuals=(0, 999))}),
    chance_only(lambda r, c: {"national_number": number(c, c.randint(0, 99), day_offset=40, individuals=(0, 999))}),
    chance_only(lambda r, c: {"national_number": " {}-{} ".format((made := number(c, 71))[:6], made[6:])}),
)
PLACE = (
    dated("GEO-001", lambda r, c: {"municipality": c.choice(["9999", "301", "0000", "Bergen", "1201"])}),
    sure("GEO-002", lambda r, c: {"municipality": "0301", "district": ""}),
    sure("FLD-003", lambda r, c: {"municipality": ""}),
    dated("GEO-003", lambda r, c: {"district": "030101"}),
)
ROUND = (
    sure("FLD-001", lambda r, c: {"mapped_on": c.choice(["2024-02-30", "10/12/2024", "24-10-07", "i dag"])}),
    sure("FLD-003", lambda r, c: {"mapped_on": ""}),
    sure("FLD-003", lambda r, c: {"mapping_year": ""}),
    sure("FLD-004 DAT-001", lambda r, c: {"mapping_year": c.choice(["1700", "2500"])}),
    sure("DAT-001", lambda r, c: {"mapping_year": c.choice(["2014", "2023", "2025"])}),
    sure("DAT-001", lambda r, c: {"mapping_year": "2024", "mapped_on": c.choice(["15.1.2025", "31.12.2023", "2023-06-01"])}),
)
RIGHTS = (
    sure("RGT-001", lambda r, c: {"objects": "yes"}),
    sure("RGT-003", lambda r, c: {"record_noted": "no"}),
    sure("FLD-002", lambda r, c: {"informed": c.choice(["JA", "ikke spurt", "1"])}),
    sure("RGT-001 RGT-003", lambda r, c: {"informed": "no", "record_noted": "No", "objects": "YES "}),
)
SUBSTANCES = (
    sure("PRB-001", lambda r, c: {"substance_problem": "yes", "opioid_agonist_treatment": "no", "substance_use": "green"}),
    sure("PRB-002", lambda r, c: {"substance_problem": "no", "substance_use": "red", "substances": "none", "injects": "no"}),
    sure("SUB-001", lambda r, c: {"substance_problem": "no", "substances": "alcohol, cannabis"}),
    sure("SUB-002", lambda r, c: {"substance_problem": "yes", "substances": c.choice(["none", ""])}),
    sure("SUB-003", lambda r, c: {"injects": "yes", "substances": "alcohol|ghb", "substance_problem": "yes"}),
    sure("SUB-001 SUB-004", lambda r, c: {"injects": "yes", "substance_problem": "no", "substances": "opioids"}),
    sure("SUB-006", lambda r, c: {"substances": c.choice(["none|alcohol", "none|unknown", "unknown , opioids"])}),
    sure("FLD-002", lambda r, c: {"substances": c.choice(["alkohol", "alcohol|heroin"])}),
    sure("FLD-002", lambda r, c: {"substance_problem": c.choice(["kanskje", "true"])}),
    chance_only(lambda r, c: {"substance_problem": c.choice(["unknown", ""])}),
    chance_only(lambda r, c: {"opioid_agonist_treatment": "yes", "substances": "cannabis|cannabis"}),
)
MENTAL = (
    sure("PRB-003", lambda r, c: {"mental_disorder": "serious", "mental_health": "green"}),
    sure("PRB-004", lambda r, c: {"mental_disorder": "none", "mental_health": "RED "}),
    sure("FLD-002", lambda r, c: {"mental_disorder": "alvorlig"}),
    sure("DOM-001", lambda r, c: {"mental_health": c.choice(["gul", "4", "blue_light"])}),
    chance_only(lambda r, c: {"mental_disorder": c.choice(["unknown", "none", "less_serious"])}),
)
HOME = (
    sure("HOU-001", lambda r, c: {"housing_kind": "homeless", "housing": "yellow"}),
    sure("HOU-002", lambda r, c: {"housing_kind": c.choice(["owned", "staffed_housing"]), "housing": "red"}),
    sure("NET-001", lambda r, c: {"housing_kind": "with_family", "network": "3"}),
    sure("DOM-001", lambda r, c: {"housing": c.choice(["rosa", "orange"]), "housing_kind": "Owned"}),
    sure("FLD-002", lambda r, c: {"housing_kind": "hytte"}),
    chance_only(lambda r, c: {"housing_kind": c.choice(["prison", "institution"])}),
)
DAY = (
    sure("ACT-001", lambda r, c: {"main_activity": "ordinary_work", "activity": "red"}),
    sure("ACT-002 DOM-003", lambda r, c: {"main_activity": "none", "activity": "green", "physical_health": "0"}),
    sure("ECO-001", lambda r, c: {"managed_economy": "compulsory", "economy": "green", "income_source": "social_assistance"}),
    sure("FLD-002", lambda r, c: {"income_source": "lotto"}),
    sure("DOM-003", lambda r, c: {"activity": "", "physical_health": " "}),
    chance_only(lambda r, c: {"activity": "red", "social_functioning": "red", "income_source": "social_assistance"}),
)
FAMILY = (
    sure("CHI-001", lambda r, c: {"children_care": c.choice(["-1", "21", "to", "1,5"])}),
    sure("CHI-002", lambda r, c: {"children_with_child_welfare": "9", "children_care": "1", "children_contact": "",
                                  "others_children": "2"}),
    sure("CHI-001", lambda r, c: {"others_children": c.choice(["-3", "100", "1e1"]), "children_care": "2,0"}),
    sure("CHI-001 CHI-002", lambda r, c: {"children_with_child_welfare": "3", "children_care": "0",
                                          "children_contact": "0", "others_children": "-1"}),
    chance_only(lambda r, c: {"children_care": "2", "children_with_child_welfare": c.choice(["", "0"]),
                              "violence": "both"}),
    chance_only(lambda r, c: {"children_care": "0", "children_contact": "", "others_children": "0",
                              "children_with_child_welfare": ""}),
)
CONDITION = (
    sure("FLD-002", lambda r, c: {"coordinator": "ukjent"}),
    sure("FLD-002", lambda r, c: {"suicide_attempt": "2"}),
    sure("FLD-002", lambda r, c: {"birth_country_group": "sverige"}),
    sure("FLD-002", lambda r, c: {"work_experience": "-"}),
    sure("FLD-002", lambda r, c: {"individual_plan": "under arbeid"}),
)
SERVICES = (
    sure("INC-002", lambda r, c: {"services_received": c.choice(["", " | ", "none", "detox|mental_inpatient", "other"])}),
    sure("SRV-001", lambda r, c: {"services_received": "gp|legevakt"}),
    sure("SRV-002", lambda r, c: {"services_received": "follow_up_team|low_threshold", "services_needed": ""}),
    sure("SRV-006", lambda r, c: {"services_received": c.choice(["none|gp", "unknown, gp"])}),
    sure("SRV-005", lambda r, c: {"services_received": "social_assistance", "unit_kind": "health_and_care"}),
    sure("SRV-005", lambda r, c: {"services_received": "GP", "unit_kind": "child_welfare"}),
    sure("SRV-006", lambda r, c: {"services_needed": "none|unknown"}),
    sure("FLD-002", lambda r, c: {"unit_kind": "barnevern"}),
    chance_only(lambda r, c: {"services_received": "child_welfare_measure", "services_needed": "unknown"}),
)
REFERENCES = (
    sure("TXT-001", lambda r, c: {"row_ref": "sak " + number(c, c.randint(50, 99))}),
    sure("TXT-001", lambda r, c: {"unit": "team 1, " + number(c, c.randint(50, 99))}),
    sure("TXT-001", lambda r, c: {"mapper": number(c, c.randint(50, 99), month_offset=65)}),
)
PARTS = (PERSON, PLACE, ROUND, RIGHTS, SUBSTANCES, MENTAL, HOME, DAY, FAMILY, CONDITION, SERVICES, REFERENCES)
UNDATED = ("FLD-001", "FLD-003")  # of the round, where the date is what is wrong
WHOLE_ASSESSMENTS = ((0.05, "DOM-002", ""), (0.1, "DOM-004", "red"))  # up to this draw, every domain is so


def whole_assessment(chance):
    draw = chance.random()
    return next(((code, dict.fromkeys(DOMAINS, rating)) for limit, code, rating in WHOLE_ASSESSMENTS if draw < limit), None)


def broken(record, chance, least=10):
    """The record with mistakes that are sure to break so many rules."""
    while True:
        drawn = [chance.choice(part) for part in PARTS]
        changes = [mistake.change(record, chance) for mistake in drawn]
        whole = whole_assessment(chance)
        has_date = not any("mapped_on" in change and mistake.codes[0] in UNDATED for mistake, change in zip(drawn, changes))
        codes = {code for mistake, change in zip(drawn, changes) for code in mistake.codes
                 if (has_date or not mistake.dated) and not (whole and change.keys() & set(DOMAINS))}
        if whole:
            changes.append(whole[1])
            codes.add(whole[0])
        if len(codes) >= least:
            return {**record, **{field: cell for change in changes for field, cell in change.items()}}
