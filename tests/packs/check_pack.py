#!/usr/bin/env python3
"""Checks packs against docs/pack-format.md, and brukerplan/2024 against its frozen names too.

usage: check_pack.py [PACK]...

Without arguments, every pack under packs/. A pack that extends another one is checked on what it
changes, as it stands in the other. Prints one fault a line, each with the place it stands, and exits with 1 when there are any.
Standard library only.
"""

import json
import re
import sys
from pathlib import Path

import frozen_2024

PACKS = Path(__file__).resolve().parents[2] / "packs"
FROZEN = {"brukerplan/2024": frozen_2024.check}
LANGUAGES = ["nb", "nn", "en"]
GROUNDS = {"seed", "law", "public", "ours"}
SEVERITIES = {"fatal", "error", "warning", "info"}
NAME = re.compile(r"[a-z][a-z0-9_]*")
TOKEN = re.compile(r"[a-z0-9_]+")  # a code may be a number
CODE = re.compile(r"BP-[A-Z]+-\d{3}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

DOMAINS = "housing activity economy physical_health mental_health substance_use social_functioning network".split()

DOCUMENT_KEYS = ["format", "version", "id", "extends", "edition", "year", "title", "note", "languages", "more_languages",
                 "without", "fields", "required_any", "code_lists", "age_groups", "schemes", "rules"]
FIELD_KEYS = ["name", "alias", "type", "list", "role", "required", "unit", "since", "until", "ground", "label",
              "description"]
LIST_KEYS = ["name", "ground", "codes", "alone"]
COLOURS = ["green", "yellow", "red"]
SUM_KEYS = ["domain_points", "points", "weights", "classes", "cap"]

# Kind of rule: needed parameters, optional parameters, placeholders, types of its first fields.
NUMBERS = {"integer", "decimal"}
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
    "date_in_year": ("tolerance_days severity_within", "", "tolerance_days", [{"date"}, {"integer"}]),
    "date_in_period": ("", "", "", [{"date"}]),
    "not_after_reference": ("", "", "", [{"date"}]),
    "municipality_valid": ("", "on", "instead", [{"municipality"}, {"date"}]),
    "district_of": ("", "on", "", [{"district"}, {"municipality"}, {"date"}]),
    "district_expected": ("municipalities", "", "", [{"district"}, {"municipality"}]),
    "assessed": ("check", "", "domains", []),
    "sum_at_most": ("", "", "", [{"integer"}, {"integer"}]),
    "product_at_most": ("times", "", "times", [NUMBERS, NUMBERS]),
    "conflict": ("cases", "", "", []),
    "implies": ("when then", "", "", []),
    "not_asked": ("", "", "year", []),
    "person": ("check", "", "rows", []),
}
EACH = {"in_list", "alone", "range", "identity_in_text"}  # every field is of the first type
TAKES_ALL = ("readable", "in_list", "not_asked")
WITHOUT_EXAMPLE = ("row", "person")  # which no cell of one record can break
ONLY_OF_CHECK = {"cause": "valid", "domains": "some"}  # placeholders of one check of their kind
CHOICES = {
    ("row", "fault"): {"cells", "quote", "encoding", "json"},
    ("national_number", "check"): {"valid", "leading_zero", "test_policy", "local_kind", "new_rule"},
    ("assessed", "check"): {"none", "some", "uniform"},
    ("person", "check"): {"differs", "opposite", "category", "same_unit", "other_number"},
}
ROLES_OF_CHECK = {"category": ["problem.substance", "problem.mental_disorder"], "same_unit": ["source.unit"],
                  "other_number": ["identity.national_number"]}
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


def check_token(where, token, pattern=TOKEN):
    if not isinstance(token, str) or not pattern.fullmatch(token):
        fault(where, f"{token!r} is not a lower-case ASCII token")


def unique(where, names, what):
    for name in sorted({n for n in names if names.count(n) > 1}):
        fault(where, f"the {what} {name} stands twice")


def check_code(where, code, optional):
    check_keys(where, code, ["token", "label", "number", "sector", "municipal"], optional)
    check_token(where, code.get("token"))
    check_text(f"{where}/label", code.get("label"))


def check_list(entry):
    name = entry.get("name")
    where = f"code_lists/{name}"
    check_keys(where, entry, LIST_KEYS, ["alone"])
    check_ground(where, entry)
    check_token(where, name, NAME)
    codes, alone = entry.get("codes", []), entry.get("alone", [])
    for code in codes + alone:
        check_code(f"{where}/{code.get('token')}", code, ["number", "sector", "municipal"])
        if name == "number_cause":
            check_phrase(f"{where}/{code.get('token')}", code.get("label", {}))
    if not 1 <= len(codes) <= 64 or len(alone) > 8:
        fault(where, "a list has 1 to 64 codes, and at most 8 that stand alone")
    unique(where, [code.get("token") for code in codes + alone], "token")


def check_field(entry, lists):
    where = f"fields/{entry.get('name')}"
    check_keys(where, entry, FIELD_KEYS, ["list", "role", "required", "unit", "since", "until"])
    check_ground(where, entry)
    check_token(where, entry.get("name"), NAME)
    check_token(where, entry.get("alias"), NAME)
    check_text(f"{where}/label", entry.get("label"))
    check_text(f"{where}/description", entry.get("description"))
    check_sentence(f"{where}/description", entry.get("description", {}))
    if "list" in entry and entry["list"] not in lists:
        fault(where, f"there is no list {entry['list']}")
    if (entry.get("unit") == "children") != entry.get("role", "").startswith("children."):
        fault(where, "the counts of children, and they alone, have the unit children")


def check_age_groups(groups):
    check_keys("age_groups", groups, ["id", "ground", "lower_bounds"])
    check_ground("age_groups", groups)
    if groups.get("lower_bounds") != sorted(set(groups.get("lower_bounds", []))) or not groups.get("lower_bounds"):
        fault("age_groups", "the bounds must rise")


def check_condition(where, condition):
    """One colour or a worse one, all of, any of, or at least so many of others."""
    shape = tuple(condition)
    if shape == ("domain", "at_least"):
        if condition["domain"] not in DOMAINS or condition["at_least"] not in COLOURS:
            fault(where, "a condition is about a domain and a colour")
        return
    if shape not in (("all",), ("any",), ("least", "of")):
        return fault(where, "a condition has a domain and at_least, all, any, or least and of")
    parts = condition[shape[-1]]
    if not isinstance(parts, list) or not 1 <= len(parts) <= 64:
        return fault(where, "1 to 64 conditions stand in a condition")
    if "least" in condition and condition["least"] not in range(1, len(parts) + 1):
        fault(where, "least is from 1 to the number of conditions")
    for i, part in enumerate(parts):
        check_condition(f"{where}/{i}", part)


def check_points(where, points):
    if list(points) != COLOURS or any(type(n) is not int or not -1000 <= n <= 1000 for n in points.values()):
        fault(where, "points are whole numbers for green, yellow and red")


def check_sum(where, scheme, classes):
    if "domain_points" in scheme:
        if list(scheme["domain_points"]) != DOMAINS or scheme.keys() & {"points", "weights"}:
            fault(where, "domain_points are for the eight domains, in order, and stand alone")
        for domain, points in scheme["domain_points"].items():
            check_points(f"{where}/{domain}", points)
    else:
        check_points(f"{where}/points", scheme.get("points", {}))
        if list(scheme.get("weights", {})) != DOMAINS:
            fault(where, "weights are for the eight domains, in order")
    bounds = [entry.get("from") for entry in scheme.get("classes", [])]
    if bounds != sorted(set(bounds)) or not bounds or {entry.get("class") for entry in scheme["classes"]} - classes:
        fault(where, "classes are index classes with rising bounds")
    if scheme.get("cap", "red") not in classes:
        fault(where, "a cap is an index class")
    prorates = scheme.get("below_minimum", "no_class") == "prorate"
    if prorates != ("prorate_from" in scheme) or (prorates and scheme["prorate_from"] not in range(1, scheme["minimum_assessed"])):
        fault(where, "prorate_from is at least 1 and less than minimum_assessed, and stands beside prorate alone")


def check_scheme(scheme, classes):
    where, kind = f"schemes/{scheme.get('id')}", scheme.get("kind")
    optional = ["domain_points", "points", "weights", "cap", "otherwise", "below_minimum", "prorate_from", "monotone"]
    own = {"weighted_sum": SUM_KEYS, "rules": ["rules"], "rules_then_sum": ["rules", *SUM_KEYS]}.get(kind)
    if own is None:
        return fault(where, "the kind is weighted_sum, rules or rules_then_sum")
    tail = ["otherwise", "minimum_assessed", *(["below_minimum", "prorate_from"] if "classes" in own else []), "monotone"]
    check_keys(where, scheme, ["id", "kind", "ground", "label", *own, *tail], optional)
    check_ground(where, scheme)
    check_text(f"{where}/label", scheme.get("label"))
    if scheme.get("minimum_assessed") not in range(9):
        fault(where, "there are 0 to 8 assessed domains")
    if scheme.get("otherwise", "none") not in classes | {"none"} or scheme.get("monotone", False) is not False:
        fault(where, "otherwise is an index class or none, and monotone is false or not there")
    if "rules" in own:
        for i, rule in enumerate(scheme.get("rules", [])):
            check_keys(f"{where}/rules/{i}", rule, ["class", "when"])
            if rule.get("class") not in classes:
                fault(f"{where}/rules/{i}", "the class is an index class")
            check_condition(f"{where}/rules/{i}/when", rule["when"])
        if not scheme.get("rules"):
            fault(where, "a scheme with rules has at least one")
    if "classes" in own:
        check_sum(where, scheme, classes)


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


def rule_keys(parameters):
    return ["code", "kind", "severity", "ground", "since", "until", "fields", *parameters,
            "title", "reason", "message", "action", "example", "example_options"]


def check_rule(rule, fields, lists):
    where, kind = f"rules/{rule.get('code')}", rule.get("kind")
    if not CODE.fullmatch(rule.get("code", "")):
        fault(where, "the code is not of the form BP-AREA-000")
    if kind not in KINDS:
        return fault(where, f"there is no kind {kind}")
    needed, optional, placeholders, types = KINDS[kind]
    parameters = needed.split() + optional.split()
    check_keys(where, rule, rule_keys(parameters),
               ["since", "until", "example_options", *optional.split(), *(["example"] if kind in WITHOUT_EXAMPLE else [])])
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
    if "on" in rule:  # the rule names the day, so no field does
        wanted = wanted[:-1]
        if not DAY.fullmatch(rule["on"]):
            fault(where, "the day is not of the form YYYY-MM-DD")
    if named != ["*"] and (len(have) < len(wanted) or any(h not in w for h, w in zip(have, wanted))):
        fault(where, "the fields are not those that the kind needs")
    if (kind == "assessed" or rule.get("check") == "opposite") and named != DOMAINS:
        fault(where, "the fields are the eight domains, in order")
    roles = ROLES_OF_CHECK.get(rule.get("check"))
    if kind == "person" and roles and [fields[name].get("role") for name in named if name in fields] != roles:
        fault(where, f"the fields have the roles {' '.join(roles)}, in order")
    if rule.get("check") == "differs" and not set(have) <= {"code", "integer", "decimal", "date"}:
        fault(where, "only one answer from a list, a number or a date can differ")
    if kind in WITHOUT_EXAMPLE and rule.keys() & {"example", "example_options"}:
        fault(where, "no cell of one record can break the rule, so it has no example")
    for number in ("minimum", "maximum", "tolerance_days", "times"):
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


def changed(older, entry):
    """An entry of a pack that extends another one, as it stands there: texts gain languages."""
    result = dict(older)
    for key, value in entry.items():
        both = isinstance(value, dict) and isinstance(older.get(key), dict)
        result[key] = {**older[key], **value} if both else value
    return result


def entries(pack, base, name, key):
    """The entries that the pack has itself, whole, and all that there are, by their key."""
    older = {entry[key]: entry for entry in base.get(name, [])}
    own = pack.get(name, [])
    unique(name, [entry.get(key) for entry in own], key)
    whole = [changed(older.get(entry.get(key), {}), entry) for entry in own]
    return whole, {**older, **{entry[key]: entry for entry in whole}}


def check_header(pack):
    optional = ["required_any", "age_groups", "schemes"]
    if "extends" in pack:
        optional += ["note", "languages", "fields", "code_lists", "rules"]
    check_keys("document", pack, DOCUMENT_KEYS, ["extends", "more_languages", "without", *optional])
    for key, value in {"format": "brukerplan/pack", "version": 1, "languages": LANGUAGES}.items():
        if pack.get(key, value if key in optional else None) != value:
            fault(key, f"must be {value!r}")
    if type(pack.get("year")) is not int or not pack.get("id", "").endswith(f"/{pack.get('year')}"):
        fault("id", "ends with the year of the instrument")
    for name in ("title", "note"):
        if name in pack:
            check_text(name, pack[name])


def read_pack(path):
    content = path.read_bytes()
    if content.startswith(b"\xef\xbb\xbf"):
        fault("document", "there is a byte order mark")
    return json.loads(content.decode("utf-8-sig"), object_pairs_hook=without_twins)


def check_pack(path):
    pack = read_pack(path)
    if path.name != pack["id"].replace("/", "-") + ".json":
        fault("document", "the file is not named after the pack")
    check_header(pack)
    base = read_pack(PACKS / (pack["extends"].replace("/", "-") + ".json")) if "extends" in pack else {}
    own_lists, lists = entries(pack, base, "code_lists", "name")
    own_fields, fields = entries(pack, base, "fields", "name")
    own_schemes, _ = entries(pack, base, "schemes", "id")
    own_rules, rules = entries(pack, base, "rules", "code")
    for entry in own_lists:
        check_list(entry)
    for entry in own_fields:
        check_field(entry, lists)
    unique("fields", [entry["alias"] for entry in fields.values()], "alias")
    if "age_groups" in pack:
        check_age_groups(pack["age_groups"])
    for scheme in own_schemes:
        check_scheme(scheme, {code["token"] for code in lists["index_class"]["codes"]} - {"none"})
    for rule in own_rules:
        check_rule(rule, fields, lists)
    for language in LANGUAGES:
        unique(f"rules/title/{language}", [rule["title"].get(language) for rule in rules.values()], "title")
    if pack["id"] in FROZEN:
        FROZEN[pack["id"]](pack, fault)
    return pack


def main():
    faulty = False
    for path in [Path(argument) for argument in sys.argv[1:]] or sorted(PACKS.glob("*.json")):
        faults.clear()
        try:
            pack = check_pack(path)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            fault("document", f"cannot be read as a pack: {type(error).__name__}: {error}")
        for line in faults:
            print(f"{path.name}: {line}")
        if not faults:
            print(f"{path.name}: " + ", ".join(f"{len(pack.get(name, []))} {name.replace('_', ' ')}"
                                               for name in ("fields", "code_lists", "rules")) + ", no faults")
        faulty = faulty or bool(faults)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
