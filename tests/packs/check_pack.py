#!/usr/bin/env python3
"""Checks packs/brukerplan-2024.json against docs/pack-format.md and the frozen names.

usage: check_pack.py [PACK]

Prints one fault a line, each with the place it stands, and exits with 1 when there are any.
Standard library only.
"""

import json
import re
import sys
from pathlib import Path

PACK = Path(__file__).resolve().parents[2] / "packs" / "brukerplan-2024.json"
LANGUAGES = ["nb", "nn", "en"]
GROUNDS = {"seed", "law", "public", "ours"}
SEVERITIES = {"fatal", "error", "warning", "info"}
TOKEN = re.compile(r"[a-z][a-z0-9_]*")
CODE = re.compile(r"BP-[A-Z]+-\d{3}")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

# Frozen: added to, never changed. Columns in file order: name, alias, type or code list, role.
FIELDS = """
row_ref radref text source.row_ref
municipality kommune municipality place.municipality
district bydel district place.district
mapping_year kartleggingsaar integer round.mapping_year
mapped_on dato date round.mapped_on
unit enhet text source.unit
unit_kind enhetstype code:unit_kind source.unit_kind
mapper kartlegger text source.mapper
national_number foedselsnummer national_number identity.national_number
birth_year foedselsaar integer person.birth_year
sex kjoenn code:sex person.sex
birth_country_group foedeland code:birth_country_group person.birth_country_group
work_experience arbeidserfaring code:yes_no_unknown person.work_experience
informed informert code:yes_no_unknown rights.informed
objects reservert code:yes_no_unknown rights.objects
record_noted journalfoert code:yes_no_unknown rights.record_noted
substance_problem rusproblem code:yes_no_unknown problem.substance
mental_disorder psykisk_lidelse code:mental_disorder problem.mental_disorder
housing bolig code:rating domain.housing
activity aktivitet code:rating domain.activity
economy oekonomi code:rating domain.economy
physical_health fysisk_helse code:rating domain.physical_health
mental_health psykisk_helse code:rating domain.mental_health
substance_use rusmiddelbruk code:rating domain.substance_use
social_functioning sosial_fungering code:rating domain.social_functioning
network nettverk code:rating domain.network
substances rusmidler codes:substances situation.substances
injects injiserer code:yes_no_unknown situation.injects
opioid_agonist_treatment lar code:yes_no_unknown situation.opioid_agonist_treatment
housing_kind boform code:housing_kind situation.housing_kind
main_activity hovedaktivitet code:main_activity situation.main_activity
income_source inntektskilde code:income_source situation.income_source
managed_economy oekonomistyring code:managed_economy situation.managed_economy
violence vold code:violence situation.violence
suicide_attempt selvmordsforsoek code:yes_no_unknown situation.suicide_attempt
pregnant gravid code:yes_no_unknown situation.pregnant
children_care barn_omsorg integer children.care
children_contact barn_samvaer integer children.contact
others_children andres_barn integer children.others
children_with_child_welfare barn_barnevern integer children.with_child_welfare
individual_plan individuell_plan code:individual_plan plan.individual_plan
coordinator koordinator code:yes_no_unknown plan.coordinator
services_received tjenester_mottatt codes:service services.received
services_needed tjenester_behov codes:service services.needed
"""
DOMAINS = "housing activity economy physical_health mental_health substance_use social_functioning network".split()
REQUIRED = {"municipality", "mapping_year", "mapped_on", "substance_problem", "mental_disorder", "services_received", *DOMAINS}

# Frozen tokens by list, in the order that gives each its bit; after "|" those that stand alone.
CODE_LISTS = {
    "rating": "green yellow red",
    "index_class": "green yellow red blue_light none",
    "category": "substance_only substance_and_less_serious_mental substance_and_serious_mental"
                " mental_only_less_serious mental_only_serious none unknown",
    "sector": "health_and_care nav child_welfare specialist other",
    "yes_no_unknown": "yes no unknown",
    "unit_kind": "health_and_care nav child_welfare gp other",
    "sex": "female male unknown",
    "birth_country_group": "norway nordic eu_eea other unknown",
    "mental_disorder": "none less_serious serious unknown",
    "substances": "alcohol cannabis opioids stimulants medicines ghb doping other_illegal | none unknown",
    "housing_kind": "owned rented_private rented_municipal staffed_housing with_family institution temporary"
                    " homeless prison other unknown",
    "main_activity": "ordinary_work supported_work employment_measure education day_activity voluntary_work"
                     " caring none retired other unknown",
    "income_source": "work sickness_benefit work_assessment_allowance disability_benefit unemployment_benefit"
                     " social_assistance old_age_pension student_support supported_by_others none other unknown",
    "managed_economy": "none voluntary compulsory unknown",
    "violence": "none exposed exposes both unknown",
    "individual_plan": "yes no declined unknown",
    "service": "follow_up_team home_services housing_follow_up staffed_housing day_activity low_threshold"
               " outreach_team counselling crisis_response medication_support harm_reduction support_contact"
               " respite family_support responsibility_group gp dental social_assistance financial_guidance"
               " money_management employment_measure individual_placement qualification_programme"
               " temporary_housing child_welfare_measure substance_outpatient substance_inpatient detox"
               " oat_clinic mental_outpatient mental_inpatient somatic_hospital user_organisation probation"
               " nav_guidance other | none unknown",
    "number_cause": "length not_a_digit impossible_date reserved_month both_control_digits first_control_digit"
                    " second_control_digit kind_not_allowed individual_number_without_century"
                    " birth_after_reference_date ambiguous empty unexpected_character misplaced_separator too_long",
}
MUNICIPAL_SECTORS = {"health_and_care", "nav", "child_welfare"}
SERVICES_BY_SECTOR = {
    "health_and_care": "follow_up_team home_services housing_follow_up staffed_housing day_activity low_threshold"
                       " outreach_team counselling crisis_response medication_support harm_reduction"
                       " support_contact respite family_support responsibility_group gp",
    "nav": "social_assistance financial_guidance money_management employment_measure individual_placement"
           " qualification_programme temporary_housing nav_guidance",
    "child_welfare": "child_welfare_measure",
    "specialist": "substance_outpatient substance_inpatient detox oat_clinic mental_outpatient mental_inpatient"
                  " somatic_hospital",
    "other": "dental user_organisation probation other",
}
SECTOR_OF = {service: sector for sector, services in SERVICES_BY_SECTOR.items() for service in services.split()}

# Frozen finding codes: area and numbers.
RULES = {"ROW": 4, "FLD": 4, "ID": 8, "PER": 5, "INC": 7, "RGT": 3, "DAT": 3, "GEO": 3, "DOM": 4, "PRB": 4, "SUB": 6,
         "HOU": 3, "ACT": 2, "ECO": 2, "NET": 1, "CHI": 4, "SRV": 6, "VIO": 1, "TXT": 1, "YEAR": 1}

# Kind of rule: needed parameters, optional parameters, placeholders, types of its first fields.
NUMBERS = {"integer"}
KINDS = {
    "row": ("fault", "", "line cells columns", []),
    "readable": ("", "", "", []),
    "in_list": ("", "", "nearest", [{"code", "codes"}]),
    "alone": ("", "", "", [{"codes"}]),
    "required": ("", "", "", []),
    "required_any": ("", "", "", []),
    "required_when": ("when", "", "", []),
    "range": ("minimum maximum", "unreadable", "minimum maximum", [NUMBERS]),
    "national_number": ("check", "", "cause", [{"national_number"}]),
    "agrees_with_number": ("", "", "", [{"integer", "code"}, {"national_number"}]),
    "identity_in_text": ("", "", "", [{"text"}]),
    "date_in_year": ("tolerance_days severity_within", "", "tolerance_days", [{"date"}, NUMBERS]),
    "date_in_period": ("", "", "", [{"date"}]),
    "not_after_reference": ("", "", "", [{"date"}]),
    "municipality_valid": ("", "", "instead", [{"municipality"}, {"date"}]),
    "district_of": ("", "", "", [{"district"}, {"municipality"}, {"date"}]),
    "district_expected": ("municipalities", "", "", [{"district"}, {"municipality"}]),
    "assessed": ("check", "", "domains", []),
    "sum_at_most": ("", "", "", [NUMBERS, NUMBERS]),
    "conflict": ("cases", "", "", []),
    "implies": ("when then", "", "", []),
    "not_asked": ("", "", "year", []),
}
EACH = {"in_list", "alone", "range", "identity_in_text"}  # every field is of the first type
TAKES_ALL = ("readable", "in_list", "not_asked")
ONLY_OF_CHECK = {"cause": "valid", "domains": "some"}  # placeholders of one check of their kind
CHOICES = {
    ("row", "fault"): {"cells", "quote", "encoding", "json"},
    ("national_number", "check"): {"valid", "leading_zero", "test_policy", "local_kind", "new_rule"},
    ("assessed", "check"): {"none", "some", "uniform"},
}
DERIVED = {"age": "bounds", "children": "bounds", "age_basis": {"birth_date", "birth_year"}}

# Words that give away a text standing under the wrong language.
FOREIGN = {
    "nb": "ikkje ein eit eg dei frå kva kvar korleis berre noko nokon sjå gjer vere blei vart brukaren",
    "nn": "ikke en et jeg de fra hva hvor hvordan hvis bare noe noen også være ble brukeren tjeneste tjenester",
    "en": "ikke ikkje og brukeren brukaren",
}
FOREIGN = {language: set(words.split()) for language, words in FOREIGN.items()}

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def without_twins(pairs):
    keys = [key for key, _ in pairs]
    for key in sorted({k for k in keys if keys.count(k) > 1}):
        fault("document", f'the key "{key}" stands twice in one object')
    return dict(pairs)


def check_keys(where, entry, order, optional=()):
    """Keys known, none missing, and in the order of the format page."""
    for key in entry:
        if key not in order:
            fault(where, f'the key "{key}" is not known')
    for key in order:
        if key not in entry and key not in optional:
            fault(where, f'the key "{key}" is missing')
    known = [key for key in entry if key in order]
    if known != sorted(known, key=order.index):
        fault(where, f"the keys do not stand in the order {' '.join(order)}")


def check_text(where, text, placeholders=()):
    if not isinstance(text, dict):
        return fault(where, "a text is an object of strings by language")
    check_keys(where, text, LANGUAGES)
    used = {}
    for language, words in text.items():
        at = f"{where}/{language}"
        if not isinstance(words, str) or not words.strip():
            fault(at, "the text is empty")
            continue
        if words != words.strip() or "  " in words or not words.isprintable():
            fault(at, "the text is not one tidy line")
        if re.search(r"[{}]", PLACEHOLDER.sub("", words)):
            fault(at, "a brace stands outside a placeholder")
        used[language] = set(PLACEHOLDER.findall(words))
        for name in sorted(used[language] - set(placeholders)):
            fault(at, f"the placeholder {{{name}}} is not one of the kind")
        strangers = set(re.findall(r"\w+", words.lower())) & FOREIGN.get(language, set())
        if strangers:
            fault(at, f"words of another language: {' '.join(sorted(strangers))}")
    if len({frozenset(names) for names in used.values()}) > 1:
        fault(where, "the languages use different placeholders")


def check_sentence(where, text):
    for language, words in text.items():
        if isinstance(words, str) and not words.endswith("."):
            fault(f"{where}/{language}", "a sentence ends with a full stop")


def check_title(where, text):
    """A heading: 2 to 7 words that begin like a sentence and end like none."""
    check_text(where, text)
    for language, words in text.items():
        if not isinstance(words, str) or not words.strip():
            continue
        if not 2 <= len(words.split()) <= 7:
            fault(f"{where}/{language}", "a title has 2 to 7 words")
        if words[-1] in ".:;,!?" or words.lstrip("«“")[:1].islower():
            fault(f"{where}/{language}", "a title begins with a capital and has no full stop")


def check_phrase(where, text):
    """A part of a sentence, as it stands after a colon."""
    for language, words in text.items():
        if isinstance(words, str) and (words[:1].isupper() or words[-1:] in (".", ":", "")):
            fault(f"{where}/{language}", "a phrase begins with a small letter and has no full stop")


def check_ground(where, entry):
    if entry.get("ground") not in GROUNDS:
        fault(where, "the ground is not seed, law, public or ours")


def check_token(where, token):
    if not isinstance(token, str) or not TOKEN.fullmatch(token):
        fault(where, f"{token!r} is not a lower-case ASCII token")


def unique(where, names, what):
    for name in sorted({n for n in names if names.count(n) > 1}):
        fault(where, f"the {what} {name} stands twice")


def check_code(where, code, optional):
    check_keys(where, code, ["token", "label", "number", "sector", "municipal"], optional)
    check_token(where, code.get("token"))
    check_text(f"{where}/label", code.get("label"))


def check_lists(pack):
    names = [entry.get("name") for entry in pack["code_lists"]]
    unique("code_lists", names, "list")
    for name in CODE_LISTS.keys() - set(names):
        fault("code_lists", f"the list {name} is missing")
    for entry in pack["code_lists"]:
        name = entry.get("name")
        where = f"code_lists/{name}"
        check_keys(where, entry, ["name", "ground", "codes", "alone"], ["alone"])
        check_ground(where, entry)
        check_token(where, name)
        codes, alone = entry.get("codes", []), entry.get("alone", [])
        for code in codes:
            check_code(f"{where}/{code.get('token')}", code, ["number", "sector", "municipal"])
        for code in alone:
            check_code(f"{where}/{code.get('token')}", code, ["number", "sector", "municipal"])
        if not 1 <= len(codes) <= 64 or len(alone) > 8:
            fault(where, "a list has 1 to 64 codes, and at most 8 that stand alone")
        unique(where, [code.get("token") for code in codes + alone], "token")
        frozen = [part.split() for part in CODE_LISTS.get(name, "").split("|")]
        for want, have in zip(frozen, (codes, alone)):
            if [code.get("token") for code in have][: len(want)] != want:
                fault(where, f"the frozen tokens must come first and in order: {' '.join(want)}")
    by_name = {entry.get("name"): entry for entry in pack["code_lists"]}
    if [code.get("number") for code in by_name["rating"]["codes"]] != [1, 2, 3]:
        fault("code_lists/rating", "the ratings are numbered 1, 2, 3")
    if {code["token"] for code in by_name["sector"]["codes"] if code.get("municipal")} != MUNICIPAL_SECTORS:
        fault("code_lists/sector", f"municipal are {' '.join(sorted(MUNICIPAL_SECTORS))}")
    if len(by_name["service"]["codes"]) != 36:
        fault("code_lists/service", "the catalogue has 36 services")
    for code in by_name["number_cause"]["codes"]:
        check_phrase(f"code_lists/number_cause/{code['token']}", code["label"])
    for code in by_name["service"]["codes"]:
        if code.get("sector") != SECTOR_OF.get(code["token"]):
            fault(f"code_lists/service/{code['token']}", f"the sector is {SECTOR_OF.get(code['token'])}")
    return by_name


def check_fields(pack, lists):
    order = ["name", "alias", "type", "list", "role", "required", "unit", "since", "until", "ground",
             "label", "description"]
    for entry in pack["fields"]:
        where = f"fields/{entry.get('name')}"
        check_keys(where, entry, order, ["list", "role", "required", "unit", "since", "until"])
        check_ground(where, entry)
        check_token(where, entry.get("name"))
        check_token(where, entry.get("alias"))
        check_text(f"{where}/label", entry.get("label"))
        check_text(f"{where}/description", entry.get("description"))
        check_sentence(f"{where}/description", entry.get("description", {}))
        if "list" in entry and entry["list"] not in lists:
            fault(where, f"there is no list {entry['list']}")
        if entry.get("required", False) != (entry.get("name") in REQUIRED):
            fault(where, "whether the column is required differs from the frozen names")
        if (entry.get("unit") == "children") != entry.get("role", "").startswith("children."):
            fault(where, "the counts of children, and they alone, have the unit children")
    unique("fields", [entry.get("name") for entry in pack["fields"]], "name")
    unique("fields", [entry.get("alias") for entry in pack["fields"]], "alias")
    have = [(f.get("name"), f.get("alias"), ":".join(filter(None, [f.get("type"), f.get("list")])), f.get("role"))
            for f in pack["fields"]]
    want = [tuple(line.split()) for line in FIELDS.strip().splitlines()]
    for position, (there, frozen) in enumerate(zip(have, want)):
        if there != frozen:
            fault(f"fields/{position}", f"{there} must be {frozen}")
    if len(have) < len(want):
        fault("fields", f"there must be {len(want)} of them")
    if pack["required_any"] != [["national_number", "birth_year"]]:
        fault("required_any", "must be national_number or birth_year")


def check_age_groups_and_schemes(pack, lists):
    groups = pack["age_groups"]
    check_keys("age_groups", groups, ["id", "ground", "lower_bounds"])
    check_ground("age_groups", groups)
    if groups.get("lower_bounds") != sorted(set(groups.get("lower_bounds", []))) or not groups.get("lower_bounds"):
        fault("age_groups", "the bounds must rise")
    unique("schemes", [scheme.get("id") for scheme in pack["schemes"]], "id")
    classes = {code["token"] for code in lists["index_class"]["codes"]} - {"none"}
    for scheme in pack["schemes"]:
        where = f"schemes/{scheme.get('id')}"
        check_keys(where, scheme, ["id", "kind", "ground", "label", "points", "weights", "classes", "minimum_assessed"])
        check_ground(where, scheme)
        check_text(f"{where}/label", scheme.get("label"))
        if scheme.get("kind") != "weighted_sum":
            fault(where, "the kind is weighted_sum")
        if list(scheme.get("points", {})) != ["green", "yellow", "red"]:
            fault(where, "points are for green, yellow and red")
        if list(scheme.get("weights", {})) != DOMAINS:
            fault(where, "weights are for the eight domains, in order")
        bounds = [entry.get("from") for entry in scheme.get("classes", [])]
        if bounds != sorted(set(bounds)) or {entry.get("class") for entry in scheme.get("classes", [])} - classes:
            fault(where, "classes are index classes with rising bounds")
        if scheme.get("minimum_assessed") not in range(9):
            fault(where, "there are 0 to 8 assessed domains")


def check_atom(where, atom, fields, lists, named):
    name = atom.get("field")
    tests = [key for key in atom if key != "field"]
    bounds = [key for key in tests if key in ("at_least", "at_most")]
    if list(atom)[:1] != ["field"] or not tests or (len(tests) > 1 and tests != ["at_least", "at_most"]):
        return fault(where, "an atom has a field and one test")
    if name in DERIVED:
        if bounds and DERIVED[name] != "bounds" or not bounds and (
                tests != ["is"] or DERIVED[name] == "bounds" or not set(atom["is"]) <= DERIVED[name]):
            fault(where, f"{name} cannot be tested so")
    elif name not in fields:
        return fault(where, f"there is no field {name}")
    elif name not in named:
        fault(where, f"{name} must be named in the rule's fields")
    if bounds:
        if name in fields and fields[name]["type"] != "integer":
            fault(where, f"{name} is not a number")
        if any(type(atom[key]) is not int for key in bounds) or atom.get("at_least", 0) > atom.get("at_most", 10**6):
            fault(where, "the bounds are not whole numbers in order")
        return
    test, values = tests[0], atom[tests[0]]
    if not isinstance(values, list) or not values:
        return fault(where, "a test names what it looks for in a list")
    unique(where, values, "value")
    if name in DERIVED:
        return
    entry = lists.get(fields[name].get("list"), {"codes": []})
    if test in ("is", "is_not"):
        known = {code["token"] for code in entry["codes"] + entry.get("alone", [])} | {"missing", "absent"}
    elif test in ("has_any", "has_none"):
        known = {code["token"] for code in entry["codes"]}
    elif test in ("has_sector", "lacks_sector"):
        known = {code.get("sector") for code in entry["codes"]}
    else:
        return fault(where, f'the test "{test}" is not known')
    if test.startswith(("has", "lacks")) and fields[name]["type"] != "codes":
        fault(where, f"{name} does not hold several codes")
    for value in values:
        if value not in known:
            fault(where, f"{name} knows no {value}")


def check_rule(rule, fields, lists):
    where, kind = f"rules/{rule.get('code')}", rule.get("kind")
    if not CODE.fullmatch(rule.get("code", "")):
        fault(where, "the code is not of the form BP-AREA-000")
    if kind not in KINDS:
        return fault(where, f"there is no kind {kind}")
    needed, optional, placeholders, types = KINDS[kind]
    parameters = needed.split() + optional.split()
    check_keys(where, rule, ["code", "kind", "severity", "ground", "since", "until", "fields", *parameters,
                              "title", "reason", "message", "action", "example", "example_options"],
               ["since", "until", "example_options", *optional.split(), *(["example"] if kind == "row" else [])])
    check_ground(where, rule)
    if rule.get("severity") not in SEVERITIES or rule.get("severity_within", "info") not in SEVERITIES:
        fault(where, "the severity is not known")
    if (rule.get("severity") == "fatal") != (kind == "row"):
        fault(where, "fatal is for rows that cannot be read, and for them alone")
    for (of_kind, key), choices in CHOICES.items():
        if of_kind == kind and rule.get(key) not in choices:
            fault(where, f"{key} must be one of {' '.join(sorted(choices))}")
    named = rule.get("fields", [])
    unique(where, named, "field")
    if (named == []) != (kind == "row") or ("*" in named and (named != ["*"] or kind not in TAKES_ALL)):
        fault(where, f'the fields are empty for rows alone, and "*" is for {" ".join(TAKES_ALL)}')
    for name in named:
        if name != "*" and name not in fields:
            fault(where, f"there is no field {name}")
    have = [fields[name]["type"] for name in named if name in fields]
    wanted = types * len(have) if kind in EACH else types
    if named != ["*"] and (len(have) < len(wanted) or any(h not in w for h, w in zip(have, wanted))):
        fault(where, "the fields are not those that the kind needs")
    if kind == "assessed" and named != DOMAINS:
        fault(where, "the fields are the eight domains, in order")
    for number in ("minimum", "maximum", "tolerance_days"):
        if number in rule and type(rule[number]) is not int:
            fault(where, f"{number} is not a whole number")
    for municipality in rule.get("municipalities", []):
        if not re.fullmatch(r"\d{4}", municipality):
            fault(where, "a municipality has four digits")
    cases = rule.get("cases", []) + [rule[key] for key in ("when", "then") if key in rule]
    if any(not case for case in cases) or rule.get("cases") == []:
        fault(where, "a case has at least one atom")
    for i, case in enumerate(cases):
        for j, atom in enumerate(case):
            check_atom(f"{where}/{i}/{j}", atom, fields, lists, named)
    for name, content in rule.get("example", {}).items():
        if name not in fields or not isinstance(content, str):
            fault(where, f"the example of {name} is not a text of a field")
    check_title(f"{where}/title", rule.get("title", {}))
    own = [name for name in placeholders.split() if rule.get("check") == ONLY_OF_CHECK.get(name, rule.get("check"))]
    for part in ("reason", "message", "action"):
        check_text(f"{where}/{part}", rule.get(part), ["field", "related", *own])
        check_sentence(f"{where}/{part}", rule.get(part, {}))


def check_rules(pack, lists):
    fields = {entry["name"]: entry for entry in pack["fields"]}
    codes = [rule.get("code") for rule in pack["rules"]]
    unique("rules", codes, "code")
    for area, count in RULES.items():
        for number in range(1, count + 1):
            if f"BP-{area}-{number:03}" not in codes:
                fault("rules", f"BP-{area}-{number:03} is missing")
    for rule in pack["rules"]:
        check_rule(rule, fields, lists)
    for language in LANGUAGES:
        unique(f"rules/title/{language}", [rule.get("title", {}).get(language) for rule in pack["rules"]], "title")


def check_pack(content):
    if content.startswith(b"\xef\xbb\xbf"):
        fault("document", "there is a byte order mark")
    pack = json.loads(content.decode("utf-8-sig"), object_pairs_hook=without_twins)
    order = ["format", "version", "id", "edition", "year", "title", "note", "languages", "fields", "required_any", "code_lists",
             "age_groups", "schemes", "rules"]
    check_keys("document", pack, order)
    header = {"format": "brukerplan/pack", "version": 1, "id": "brukerplan/2024", "year": 2024, "languages": LANGUAGES}
    for key, value in header.items():
        if pack.get(key) != value:
            fault(key, f"must be {value!r}")
    check_text("title", pack["title"])
    check_text("note", pack["note"])
    lists = check_lists(pack)
    check_fields(pack, lists)
    check_age_groups_and_schemes(pack, lists)
    check_rules(pack, lists)
    return pack


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PACK
    try:
        pack = check_pack(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        fault(path.name, f"cannot be read as a pack: {type(error).__name__}: {error}")
    for line in faults:
        print(line)
    if not faults:
        print(f"{path.name}: {len(pack['fields'])} fields, {len(pack['code_lists'])} code lists, "
              f"{len(pack['rules'])} rules, no faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
