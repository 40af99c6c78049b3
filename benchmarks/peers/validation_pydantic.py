"""The rules as a pydantic model, written from the catalogue of rules and not from the pack's cases: a second opinion.

Lists, sectors and limits come from the pack. A cell that cannot be read becomes UNREADABLE, so that the rules about
several cells are asked about every record; all that is wrong with a record stands in one ValidationError.
"""
import datetime
import enum
import re
from typing import Annotated, Any, Optional

from pydantic import BeforeValidator, ValidationError, WrapValidator, create_model, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from .cells_polars import BLANKS
from .national_number_python import Number, read_number
from .pack_facts import PackFacts

FACTS = PackFacts()
UNREADABLE = object()
WHOLE_NUMBER = re.compile("(-?[0-9]+)(?:[.,]0+)?")
DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})")

DOMAINS = FACTS.by_code["BP-DOM-002"]["fields"]
CHILDREN = ("children_care", "children_contact", "others_children")
COUNTS = FACTS.by_code["BP-CHI-001"]
YEARS = FACTS.by_code["BP-FLD-004"]
YOUNGEST = 16
OLDEST_FOR_CHILD_WELFARE = FACTS.by_code["BP-INC-006"]["cases"][0][1]["at_least"]
MUNICIPAL = set(FACTS.municipal_sectors())
SECTOR = {code["token"]: code.get("sector") for code in FACTS.lists["service"]["codes"]}
ALONE = {field: set(FACTS.alone(field)) for field in FACTS.of_type("codes")}
SELDOM_INJECTED = {"alcohol", "cannabis", "ghb"}


def bare(text):
    return (text.strip(BLANKS) or None) if isinstance(text, str) else text


def or_unreadable(value, handler):
    try:
        return handler(value)
    except ValidationError:
        return UNREADABLE


def whole_number(text):
    if text is None:
        return None
    match = WHOLE_NUMBER.fullmatch(text)
    value = int(match[1]) if match else None
    return value if value is not None and -(2**31) <= value < 2**31 else UNREADABLE


def calendar_date(text):
    if text is None:
        return None
    match = DATE.fullmatch(text)
    try:
        parts = match.groups()
        return datetime.date(*map(int, parts[:3] if parts[0] else parts[:2:-1]))
    except (AttributeError, ValueError):
        return UNREADABLE


def enum_of(field):
    return enum.StrEnum(f"{field}_code", {token: token for token in FACTS.tokens(field) + FACTS.alone(field)})


def type_of(field):
    kind = FACTS.fields[field]["type"]
    if kind == "integer":
        return Annotated[Any, BeforeValidator(lambda text: whole_number(bare(text)))]
    if kind == "date":
        return Annotated[Any, BeforeValidator(lambda text: calendar_date(bare(text)))]
    if kind == "code":
        codes = FACTS.list_of(field)["codes"]
        numbered = {str(code["number"]): code["token"] for code in codes if "number" in code}
        numbered |= {"0": None} if numbered else {}

        def one(text):
            word = bare(text)
            return numbered.get(word.lower(), word.lower()) if word else None

        return Annotated[Optional[enum_of(field)], BeforeValidator(one), WrapValidator(or_unreadable)]
    if kind == "codes":
        def several(text):
            words = {bare(word.lower()) for word in re.split("[|,]", text or "")} - {None}
            return words or None

        return Annotated[Optional[set[enum_of(field)]], BeforeValidator(several), WrapValidator(or_unreadable)]
    return Annotated[Optional[str], BeforeValidator(bare)]


Cells = create_model("Cells", **{name: (type_of(name), None) for name in FACTS.fields})


def whole_years(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class Registration(Cells):
    """One professional's form about one recipient."""

    def known(self, field):
        value = getattr(self, field)
        return None if value is UNREADABLE else value

    def members(self, field):
        value = self.known(field)
        return value and value - ALONE[field]

    def answered(self, field):
        """The set without what stands alone; nothing where it cannot be known what it holds."""
        value = self.known(field)
        return None if not value or "unknown" in value else value - ALONE[field]

    def lacks(self, field, *sectors):
        held = self.answered(field)
        return held is not None and not any(SECTOR[service] in sectors for service in held)

    def receives(self, *sectors):
        return any(SECTOR[service] in sectors for service in self.members("services_received") or ())

    def counted_children(self):
        counts = [getattr(self, field) for field in CHILDREN]
        if UNREADABLE in counts:
            return None
        return max(sum(max(count or 0, 0) for count in counts), self.known("children_with_child_welfare") or 0)

    def age_and_basis(self, number):
        day, year = self.known("mapped_on"), self.known("birth_year")
        if not day:
            return None, None
        if number.born:
            return whole_years(number.born, day), "birth_date"
        possible = year is not None and 1850 <= year <= 2099
        return (day.year - year, "birth_year") if possible else (None, None)

    @model_validator(mode="after")
    def rules_of_the_catalogue(self):
        broken = broken_rules(self)
        if broken:
            raise ValidationError.from_exception_data(
                "Registration",
                [InitErrorDetails(type=PydanticCustomError(code, "rule broken"), input=None) for code in broken])
        return self


def cell_rules(r):
    for field in FACTS.of_type("code", "codes"):
        if getattr(r, field) is UNREADABLE:
            yield ("BP-DOM-001" if field in DOMAINS else
                   "BP-SRV-001" if field in ("services_received", "services_needed") else "BP-FLD-002")
    for field in ("mapping_year", "birth_year", "mapped_on"):
        if getattr(r, field) is UNREADABLE:
            yield "BP-FLD-001"
    for field in ("municipality", "mapping_year", "mapped_on"):
        if getattr(r, field) is None:
            yield "BP-FLD-003"
    for field in YEARS["fields"]:
        value = r.known(field)
        if value is not None and not YEARS["minimum"] <= value <= YEARS["maximum"]:
            yield "BP-FLD-004"
    for field in COUNTS["fields"]:
        value = getattr(r, field)
        if value is UNREADABLE or (value is not None and not COUNTS["minimum"] <= value <= COUNTS["maximum"]):
            yield "BP-CHI-001"
    for code, fields in (("BP-SUB-006", ["substances"]), ("BP-SRV-006", ["services_received", "services_needed"])):
        for field in fields:
            value = r.known(field)
            if value and value & ALONE[field] and len(value) > 1:
                yield code


def person_rules(r, number, age, basis):
    if r.national_number:
        if not (number.valid or number.lost_zero) or number.npid:
            yield "BP-ID-001"
        if number.lost_zero:
            yield "BP-ID-002"
        if number.valid and not number.synthetic:
            yield "BP-ID-003"
        if number.local:
            yield "BP-ID-004"
        year, sex = r.known("birth_year"), r.known("sex")
        if number.year and year is not None and year != number.year:
            yield "BP-ID-005"
        if number.male is not None and sex in ("male", "female") and (sex == "male") != number.male:
            yield "BP-ID-006"
        day = r.known("mapped_on")
        if number.only_2032 and day and day.year < 2032:
            yield "BP-ID-007"
    elif r.birth_year is None:
        yield "BP-ID-008"
    pregnant = r.pregnant == "yes"
    if pregnant and r.sex == "male":
        yield "BP-PER-004"
    if age is None:
        return
    if age < YOUNGEST:
        yield "BP-PER-001"
    if age == YOUNGEST and basis == "birth_year":
        yield "BP-PER-002"
    if age > 100:
        yield "BP-PER-003"
    if pregnant and (age > 55 or age < YOUNGEST):
        yield "BP-PER-005"
    mapping_year = r.known("mapping_year")
    if age in (16, 17) and mapping_year is not None and mapping_year < 2015:
        yield "BP-INC-005"
    no_children_expected = r.counted_children() == 0 and (
        r.pregnant == "no" or (r.sex == "male" and r.pregnant in (None, "unknown")))
    if age >= OLDEST_FOR_CHILD_WELFARE and no_children_expected:
        if r.unit_kind == "child_welfare":
            yield "BP-INC-006"
        if r.receives("child_welfare"):
            yield "BP-SRV-003"


def problem_rules(r):
    substance, mental = r.substance_problem, r.mental_disorder
    open_substance, open_mental = substance in (None, "unknown"), mental in (None, "unknown")
    year = r.known("mapping_year")
    if substance == "no" and mental == "none":
        yield "BP-INC-001"
    if (open_substance and (open_mental or mental == "none")) or (substance == "no" and open_mental):
        yield "BP-INC-003"
    if (substance == "yes" and open_mental) or (open_substance and mental in ("less_serious", "serious")):
        yield "BP-INC-007"
    if year is not None and year < 2015 and substance == "no" and mental in ("less_serious", "serious"):
        yield "BP-INC-004"
    if substance == "yes" and r.opioid_agonist_treatment == "no" and r.substance_use == "green":
        yield "BP-PRB-001"
    if substance == "no" and r.substance_use in ("yellow", "red"):
        yield "BP-PRB-002"
    if mental == "serious" and r.mental_health == "green":
        yield "BP-PRB-003"
    if mental == "none" and r.mental_health == "red":
        yield "BP-PRB-004"
    named, received = r.answered("substances"), r.answered("services_received")
    if substance == "no" and r.members("substances"):
        yield "BP-SUB-001"
    only_none = "none" in (r.known("substances") or ()) and len(r.substances) == 1
    if substance == "yes" and (r.substances is None or only_none):
        yield "BP-SUB-002"
    if r.injects == "yes" and named is not None and named <= SELDOM_INJECTED:
        yield "BP-SUB-003"
    if r.injects == "yes" and substance == "no":
        yield "BP-SUB-004"
    if (r.opioid_agonist_treatment == "yes" and named is not None and "opioids" not in named
            and received is not None and "oat_clinic" not in received):
        yield "BP-SUB-005"
    if substance == "yes" and mental == "serious" and r.lacks("services_received", "specialist") and r.lacks(
            "services_needed", "specialist"):
        yield "BP-SRV-004"


def round_rules(r):
    if r.objects == "yes":
        yield "BP-RGT-001"
    year, day = r.known("mapping_year"), r.known("mapped_on")
    if r.informed == "no" and year is not None and year >= 2024:
        yield "BP-RGT-002"
    if r.record_noted == "no":
        yield "BP-RGT-003"
    if year is not None and day is not None and day.year != min(max(year, 1), 9999):
        yield "BP-DAT-001"
    if r.district is None and r.municipality in FACTS.by_code["BP-GEO-002"]["municipalities"]:
        yield "BP-GEO-002"


def domain_rules(r):
    ratings = [getattr(r, field) for field in DOMAINS]
    missing = ratings.count(None)
    if missing == len(DOMAINS):
        yield "BP-DOM-002"
    if missing and any(rating not in (None, UNREADABLE) for rating in ratings):
        yield "BP-DOM-003"
    if len(set(ratings)) == 1 and ratings[0] not in (None, UNREADABLE):
        yield "BP-DOM-004"
    if r.housing_kind == "homeless" and r.housing in ("green", "yellow"):
        yield "BP-HOU-001"
    if r.housing == "red" and r.housing_kind in ("owned", "staffed_housing"):
        yield "BP-HOU-002"
    if r.main_activity == "ordinary_work" and r.activity == "red":
        yield "BP-ACT-001"
    if r.main_activity == "none" and r.activity == "green":
        yield "BP-ACT-002"
    if r.managed_economy == "compulsory" and r.economy == "green":
        yield "BP-ECO-001"
    if r.housing_kind == "with_family" and r.network == "red":
        yield "BP-NET-001"


def children_rules(r):
    counts = [getattr(r, field) for field in CHILDREN]
    in_child_welfare = r.known("children_with_child_welfare")
    if in_child_welfare is not None and UNREADABLE not in counts and any(count is not None for count in counts):
        if in_child_welfare > sum(max(count or 0, 0) for count in counts):
            yield "BP-CHI-002"
    care = r.known("children_care")
    if care is None or care < 1:
        return
    if r.housing_kind in ("prison", "institution"):
        yield "BP-CHI-003"
    unsupported = r.lacks("services_received", "child_welfare") and (
        r.children_with_child_welfare is None or (in_child_welfare is not None and in_child_welfare <= 0))
    if unsupported and r.activity == r.social_functioning == "red" and "red" in (r.mental_health, r.substance_use):
        yield "BP-CHI-004"
    if unsupported and r.violence in ("exposes", "both"):
        yield "BP-VIO-001"


def service_rules(r):
    received = r.answered("services_received")
    if r.services_received is None or r.lacks("services_received", *MUNICIPAL):
        yield "BP-INC-002"
    if r.services_needed is None and r.members("services_received"):
        yield "BP-SRV-002"
    if r.unit_kind in ("health_and_care", "nav", "child_welfare") and r.lacks("services_received", r.unit_kind):
        yield "BP-SRV-005"
    if received is not None:
        if r.housing_kind == "staffed_housing" and "staffed_housing" not in received:
            yield "BP-HOU-003"
        if r.income_source == "social_assistance" and "social_assistance" not in received:
            yield "BP-ECO-002"


def broken_rules(r):
    number = read_number(r.national_number, r.known("mapped_on")) if r.national_number else Number()
    age, basis = r.age_and_basis(number)
    found = dict.fromkeys(cell_rules(r))
    found.update(dict.fromkeys(person_rules(r, number, age, basis)))
    for rules in (problem_rules, round_rules, domain_rules, children_rules, service_rules):
        found.update(dict.fromkeys(rules(r)))
    return list(found)


def validate(record):
    """The codes of the rules that a record of texts breaks."""
    try:
        Registration.model_validate(record)
    except ValidationError as error:
        return [line["type"] for line in error.errors(include_url=False, include_context=False, include_input=False)]
    return []
