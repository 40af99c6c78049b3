"""Writes the seeds (corpus/<harness>/seed-*) and dictionaries of the fuzz harnesses from the pack's tokens.

Run it when the pack has new fields or kinds of rule: python3 tests/fuzz/make_seeds.py. Numbers are Tenor numbers (month + 80)
and stand for nobody.
"""
import copy
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACK = json.loads((ROOT / "packs/brukerplan-2024.json").read_text(encoding="utf-8"))
LISTS = {entry["name"]: entry for entry in PACK["code_lists"]}
FIELDS = {field["name"]: field for field in PACK["fields"]}


def tenor(day: int, month: int, year: int, individual: int) -> str:
    """A birth number with the month raised by 80, or a D-number where the day is raised by 40."""
    while True:
        first = f"{day:02}{month + 80:02}{year:02}{individual:03}"
        k1 = -sum(int(d) * w for d, w in zip(first, (3, 7, 6, 1, 8, 9, 4, 5, 2))) % 11
        k2 = -sum(int(d) * w for d, w in zip(first + str(k1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 11
        if k1 < 10 and k2 < 10:
            return f"{first}{k1}{k2}"
        individual += 2


NUMBERS = [tenor(15, 6, 87, 101), tenor(9, 3, 85, 200), tenor(49, 3, 85, 201), tenor(7, 5, 8, 700), tenor(29, 2, 0, 550)]


def write(harness: str, name: str, content: str | bytes) -> None:
    folder = HERE / "corpus" / harness
    folder.mkdir(parents=True, exist_ok=True)
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / f"seed-{name}").write_bytes(raw)


def write_dictionary(harness: str, words) -> None:
    def entry(word: str) -> str:
        raw = word.encode("utf-8") if isinstance(word, str) else word
        shown = "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02X}" for b in raw)
        return f'"{shown}"\n'

    folder = HERE / "dictionaries"
    folder.mkdir(exist_ok=True)
    (folder / f"{harness}.dict").write_text("".join(entry(word) for word in dict.fromkeys(words)), encoding="ascii")


def tokens_of(entry: dict) -> list[str]:
    return [code["token"] for code in entry["codes"] + entry.get("alone", [])]


def column_names() -> list[str]:
    return [name for field in PACK["fields"] for name in (field["name"], field["alias"])]


def all_tokens() -> list[str]:
    used = [field["list"] for field in PACK["fields"] if "list" in field]
    return [token for name in dict.fromkeys(used) for token in tokens_of(LISTS[name])]


VALUES = ["2024-10-07", "07.10.2024", "29.02.2023", "9001", "0301", "030101", "999999", "1987", "2008", "0", "-1", "1,0",
          "2147483647", "-2147483648", "99999999999", "Kanarifugl"]

# ---- Records

RECORD = {
    "row_ref": "A-17", "municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07", "unit": "Team A",
    "unit_kind": "health_and_care", "national_number": NUMBERS[0], "birth_year": 1987, "sex": "male", "informed": "yes",
    "objects": "no", "record_noted": "yes", "substance_problem": "yes", "mental_disorder": "less_serious",
    "housing": "red", "activity": "red", "economy": "yellow", "physical_health": "green", "mental_health": "yellow",
    "substance_use": "red", "social_functioning": "yellow", "network": "green", "substances": ["alcohol", "cannabis"],
    "housing_kind": "homeless", "services_received": ["follow_up_team"], "services_needed": ["housing_follow_up"],
}


def record_seeds() -> None:
    write("document_door", "clean", json.dumps(RECORD))
    write("document_door", "norwegian", json.dumps({FIELDS[k]["alias"]: v for k, v in RECORD.items()}))
    write("document_door", "bare", "{}")
    write("document_door", "no-record", "[1, {}]")
    write("document_door", "mark-and-unknown-key", b'\xef\xbb\xbf{"shoe_size": 43, "HOUSING ": "red"}')
    write("document_door", "twice", '{"housing":"red","bolig":"red","economy":1.5e3,"unit":7}')
    write("document_door", "nested", '{"housing":{"a":[1,{"b":null}]},"services_needed":["gp",["gp"],1],"sex":true}')
    write("document_door", "extremes", json.dumps({name: -2147483648 for name in FIELDS} | {"mapped_on": "9999-12-31"}))
    write("document_door", "escapes", '{"unit":"\\u00e6\\ud83d\\ude00\\n\\u0000","row_ref":"a\\u2028b"}')
    write("document_door", "number-everywhere",
          json.dumps({name: NUMBERS[1] for name in FIELDS} | {"row_ref": f"{NUMBERS[1][:6]} {NUMBERS[1][6:]}"}))
    wrong = {name: "99" for name in FIELDS}
    write("document_door", "wrong-everywhere", json.dumps(wrong))
    for i, kind in enumerate(("code", "codes")):
        last = {f["name"]: tokens_of(LISTS[f["list"]])[-1] for f in PACK["fields"] if f["type"] == kind}
        write("document_door", f"last-{kind}", json.dumps(RECORD | last | {"children_care": i, "children_contact": 40}))
    write_dictionary("document_door", [f'"{name}":' for name in column_names()] + [f'"{token}"' for token in all_tokens()] +
                     [f'"{value}"' for value in VALUES + NUMBERS] + ["null", "true", "[]", "{}", "\\u0000", "\\ud800",
                                                                     "\\u202f", "1e5", "-0"])


# ---- Files

def file_seeds() -> None:
    sample = (ROOT / "examples/data/sample-municipality.csv").read_bytes().splitlines(keepends=True)
    write("csv_reader", "sample", b"".join(sample[:4]))
    header = ["unit", "birth_year", "economy", "mapped_on", "services_needed", "national_number"]
    row = ["Team", "1987", "red", "07.10.2024", "gp|detox", NUMBERS[0]]
    for name, separator, end in (("semicolon", ";", "\r\n"), ("comma", ",", "\n"), ("tab", "\t", "\r")):
        write("csv_reader", name, separator.join(header) + end + separator.join(row) + end)
    aliases = [FIELDS[name]["alias"].replace("oe", "\u00f8").replace("aa", "\u00e5") for name in header]
    text = ";".join(aliases) + "\n" + ";".join(row) + ";;\nb\u00e5t;x;blue;31.02.2024;x;1\n"
    write("csv_reader", "utf8-mark", b"\xef\xbb\xbf" + text.encode("utf-8"))
    write("csv_reader", "windows-1252", text.encode("cp1252") + b"\x81;\x93;;;;\n")
    write("csv_reader", "named-separator", "sep=;\r\nunit;economy;\r\n\"to\r\nlinjer\";\"a;\"\"b\"\"\"\r\n")
    write("csv_reader", "open-quote", "unit;economy\n\"a;red\nb;red\nc\n;;;;\nd;e;f;g\n")
    numbers = [field["name"] for field in PACK["fields"] if field["type"] == "integer"]
    lows = ["-2147483648"] * len(numbers)
    write("csv_reader", "extremes", "\n".join(";".join(line) for line in (
        ["mapped_on"] + numbers, ["9999-12-31"] + lows, ["0001-01-01"] + ["2147483647"] * len(numbers))) + "\n")
    write("csv_reader", "twice", "unit;enhet\na;b\n")
    write("csv_reader", "utf16", "unit;economy\n".encode("utf-16"))
    write_dictionary("csv_reader", column_names() + all_tokens() + VALUES + NUMBERS +
                     [";", ",", "\t", '"', '""', "\n", "\r\n", "\r", "sep=;\n", "|", "\u00e5", "\u2013", b"\xe5", b"\x81",
                      b"\xef\xbb\xbf", b"\xff\xfe", b"\xcc\x8a", b"\xc2\xa0"])


def count_file_seeds(harness: str) -> None:
    """Of the files themselves, and of what is projected from them through the C interface: the same texts."""
    counts = "municipality;round;mapped_on;service;received_needed;received_only;needed_only;neither;recipients\n"
    write(harness, "counts", "0" + counts + "9001;2024;2024-10-07;gp;1;2;3;4;10\n9001;2024;;detox;0;0;0;10;\n")
    write(harness, "counts-wrong", "0" + counts.replace(";", ",") + "9001,x,31.02.2024,,-1,2.5,,4,11\n9001,1\n"
          f"9001,1,,{NUMBERS[0]},1,0,0,0,2\n")
    write(harness, "counts-merged", "0" + counts + "".join(f"{code};2019;1.11.2019;gp;0;1;0;1;2\n" for code in (1103, 1141, 1142)) +
          "1103;2021;1.11.2021;gp;0;1;0;1;2\n1507;2021;1.11.2021;gp;0;0;0;1;1\n1508;2024;1.11.2024;gp;0;0;0;1;1\n")
    write(harness, "profiles", "1municipality,round,profile,recipients\n9001,2024,red:substance_only,6\n9002,1,x,5\n")
    write(harness, "coverage", "2municipality;round;coverage;coverage_sd;basis\n9001;2024;0,85;0,05;declared\n"
          "9002;2024;1;0;register\n9003;2024;;;assumed\n")
    write(harness, "units", "2municipality,round,unit,expected,took_part\n9001,2024,A,30,yes\n9001,2024,B,10.5,no\n")
    write(harness, "population", "3year,municipality,sex,age_band,population\n2024,9001,female,0-15,100\n"
          "2024,9001,female,80+,7\n")
    write(harness, "areas", "4municipality;area\n9001;A\n")
    if harness == "count_files":
        write(harness, "capacities", "6municipality;service;capacity;cost_under;cost_over;person_years;cost\n9001;gp;2,5;3;1;0,2;100\n")
    document = {"format": "brukerplan/mapping-counts", "version": 1, "rounds": [
        {"municipality": "9001", "round": 2024, "recipients": 10, "mapped": ["2024-10-07", "2024-11-01"],
         "services": [["gp", 1, 2, 3, 4]], "profiles": [["red:substance_only", 10]]}]}
    write(harness, "state", "5" + json.dumps(document))
    columns = (counts.strip() + ";profile;coverage;coverage_sd;basis;unit;expected;took_part;year;sex;age_band;population;area"
               ";capacity;service_level;cost_under;cost_over;person_years;cost").split(";")
    write_dictionary(harness, columns + [f'"{key}":' for key in document["rounds"][0]] + VALUES + NUMBERS[:1] +
                     [";", ",", '"', "\n", "0.8", "0,08", "units", "declared", "two_lists", "register", "assumed", "yes", "no",
                      "female", "male", "16-17", "80+", "1103", "1141", "1507", "gp", "[", "]", "null"])


# ---- Packs

def short_texts(value):
    """The same with texts in one language, no longer than their placeholders."""
    if isinstance(value, dict):
        if "nb" in value:
            return {"nb": "t" + "".join(re.findall(r"\{[a-z_]*\}", value["nb"]))}
        return {key: short_texts(member) for key, member in value.items()}
    return [short_texts(member) for member in value] if isinstance(value, list) else value


def fields_in(rule: dict) -> set[str]:
    atoms = [atom for case in rule.get("cases", []) for atom in case] + rule.get("when", []) + rule.get("then", [])
    return {name for name in rule["fields"] + [atom["field"] for atom in atoms] if name in FIELDS}


def pack_with(rules: list[dict], names: set[str]) -> dict:
    pack = copy.deepcopy(PACK) | {"id": "small/1", "languages": ["nb"], "rules": copy.deepcopy(rules), "required_any": []}
    pack["fields"] = [field for field in pack["fields"] if field["name"] in names] or pack["fields"][:1]
    lists = {field.get("list") for field in pack["fields"]}
    sectors = any("sector" in code for entry in pack["code_lists"] if entry["name"] in lists for code in entry["codes"])
    wanted = lists | ({"sector"} if sectors else set()) | ({"number_cause"} if "national_number" in str(rules) else set())
    pack["code_lists"] = [entry for entry in pack["code_lists"] if entry["name"] in wanted]
    used = json.dumps(rules)
    for entry in pack["code_lists"]:
        if entry["name"] in lists and len(entry["codes"]) > 6:
            asked_for = [c for c in entry["codes"] if f'"{c["token"]}"' in used or f'"{c.get("sector")}"' in used]
            entry["codes"] = asked_for or entry["codes"][:3]
    pack["schemes"] = pack["schemes"][:1] if names & {"housing", "network"} else []
    return short_texts(pack)


def pack_seeds() -> None:
    by_kind: dict[str, list] = {}
    for rule in PACK["rules"]:
        by_kind.setdefault(rule["kind"] + rule.get("check", ""), []).append(rule)
    for kind, rules in sorted(by_kind.items()):
        rule = min(rules, key=lambda r: len(json.dumps(r)))
        names = fields_in(rule) | ({"national_number", "mapped_on"} if "number" in kind else set())
        if kind.startswith("assessed"):
            names = set(list(rule["fields"])[:2]) | {"housing"}
            rule = rule | {"fields": [name for name in rule["fields"] if name in names]}
        pack = pack_with([rule], names)
        tokens = {token for entry in pack["code_lists"] for token in tokens_of(entry)}
        for code in (code for entry in pack["code_lists"] for code in entry["codes"]):
            if code.get("sector") not in tokens:
                code.pop("sector", None)
        write("pack_parser", f"rule-{kind}", json.dumps(pack, ensure_ascii=False))
    small = pack_with([], {"housing", "network", "sex"})
    small["required_any"] = [["housing"], ["network", "sex"]]
    write("pack_parser", "scheme", json.dumps(small))
    write("pack_parser", "no-json", '{"format": ')
    keys = set()

    def collect(value) -> None:
        if isinstance(value, dict):
            keys.update(value)
        for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            collect(member)

    collect(PACK)
    words = {rule[key] for rule in PACK["rules"] for key in ("kind", "check", "severity", "fault", "ground") if key in rule}
    words |= {field[key] for field in PACK["fields"] for key in ("type", "role") if key in field}
    write_dictionary("pack_parser", [f'"{key}":' for key in sorted(keys)] + [f'"{word}"' for word in sorted(words)] +
                     ['"*"', '"missing"', '"absent"', '"unknown"', '"age"', '"age_basis"', '"children"', '"birth_date"',
                      "null", "true", "[]", "{}", "-2147483648", "2147483647", "{field}", "{related}", "{cause}", "{"])


# ---- Numbers and places

def number_seeds() -> None:
    spellings = [n for n in NUMBERS] + [f"{NUMBERS[0][:6]} {NUMBERS[0][6:]}", f" {NUMBERS[1][:6]}-{NUMBERS[1][6:]} ",
                                        f"{NUMBERS[2][:6]}\u00a0{NUMBERS[2][6:]}", NUMBERS[3][1:], NUMBERS[0][:-1] + "0",
                                        "15868700000", "00000000000", "x", ""]
    for name, policy in (("default", ""), ("test", "11201"), ("strict", "22111"), ("by-date", "2020022<<"),
                         ("placeholders", "110009:"), ("kinds", "11200//")):
        write("national_numbers", name, "\n".join([policy] + spellings))
    write_dictionary("national_numbers", NUMBERS + [" ", "-", "\u00a0", "\u202f", "00000", "\n", "81", "41", "65"])


def place_seeds() -> None:
    cases = {"same": "2024 1 1 0 0 0\n0301\n030101\nOslo\n",
             "split": '2023 12 31 2024 1 1\n1507\n1508\nHer\u00f8y\n[{"before":"1507","after":"1508","weight":3},'
                      '{"before":"1507","after":"1580","weight":1}]',
             "merged": "2019 12 31 2020 1 1\n1534\n1507\nHaram\n", "back": "2024 1 1 2006 1 1\n1580\n1534\nV\u00e5ler\n",
             "list": "2020 1 1 2020 1 1\n5001\n50\n\n", "lost-zero": "2024 2 29 2023 2 29\n301\n0301\nTrondheim\n",
             "fictional": "2024 1 1 2025 1 1\n9001\n9999\nH\u00e1bmer - Hamar\u00f8y\n",
             "before": "2005 12 31 1 1 1\n0101\n01\nHalden\n[]", "none": "0 0 0 0 0 0\n\n\nHer\u00f8y\n"}
    for name, text in cases.items():
        write("municipality", name, text)
    facts = (ROOT / "include/brukerplan/identity/detail/municipality_changes.hpp").read_text(encoding="utf-8")
    codes = sorted(set(re.findall(r'"?\b(\d{4})"?\b', facts)))
    write_dictionary("municipality", codes[::6] + ["0720", "0704", "0710", "1850", "1806", "1875", "5012", "5055", "1507",
                                                   "1508", "1580", "030116", "110301", "[{", "}]", '"before":', '"after":',
                                                   '"weight":', "1e308", "-1", "0.5", "2006 1 1", "2020 1 1", "9999 12 31"])


# ---- Schemes and tables

def scheme_seeds() -> None:
    texts = {"nb": "x", "nn": "x", "en": "x"}
    for name, scheme in zip(("sum", "rules"), PACK["schemes"]):
        write("scheme", name, json.dumps(scheme | {"label": texts}))
    own = copy.deepcopy(PACK["schemes"][0]) | {"id": "own/1", "label": texts, "minimum_assessed": 6, "below_minimum": "prorate",
                                               "prorate_from": 3}
    write("scheme", "prorated", json.dumps(own))
    write("scheme", "not-monotone", json.dumps(own | {"points": {"green": 2, "yellow": 1, "red": 0}, "monotone": False}))
    keys = sorted({key for scheme in PACK["schemes"] for key in scheme} | {"domain_points", "cap", "otherwise", "all", "any",
                                                                            "least", "of", "domain", "at_least", "when"})
    words = ["green", "yellow", "red", "blue_light", "weighted_sum", "rules", "rules_then_sum", *(f["name"] for f in PACK["fields"]
             if f.get("role", "").startswith("domain."))]
    write_dictionary("scheme", [f'"{key}":' for key in keys] + [f'"{word}"' for word in words] + ["-1", "1000", "8", "[]", "{}"])


def mapping_seeds() -> None:
    mapping = {"format": "brukerplan/mapping", "version": 1, "id": "v/1", "pack": "brukerplan/2024",
               "columns": {"kjonn": "sex", "Komm nr": "municipality"}, "codes": {"sex": {"K": "female", "-": ""}},
               "constants": {"mapping_year": "2024"}}
    profile = {"format": "brukerplan/profile", "version": 1, "id": "p/1",
               "changes": [{"rule": "BP-DAT-002", "severity": "info", "reason": "late"},
                           {"rule": "BP-INC-002", "off": True, "reason": "no"}],
               "areas": [{"area": "9001", "changes": [{"rule": "BP-DOM-003", "severity": "error"}]}],
               "thresholds": [{"rule": "BP-DOM-003", "share": 0.2, "severity": "error"}]}
    write("mapping", "mapping", json.dumps(mapping))
    write("mapping", "profile", json.dumps(profile))
    keys = [key for document in (mapping, profile) for key in document] + ["rule", "severity", "off", "reason", "area", "share"]
    write_dictionary("mapping", [f'"{key}":' for key in dict.fromkeys(keys)] + [f'"{name}"' for name in list(FIELDS)[:20]] +
                     [f'"{rule["code"]}"' for rule in PACK["rules"][::5]] + ["true", "0.5", "[]", "{}", '""'])


def setting_of_defaults() -> str:
    """What the context of the harness writes into states: 64 bits of FNV-1a over all that was asked for."""
    hash_of = 0xCBF29CE484222325
    for text in (PACK["id"], PACK["edition"], "", "", "", "0", "", "", ""):
        for byte in text.encode() + b"\0":
            hash_of = (hash_of ^ byte) * 0x100000001B3 % 2**64
    return f"{hash_of:016x}"


def state_seeds() -> None:
    rule = next(rule for rule in PACK["rules"] if rule["code"] == "BP-DOM-001")
    found = {"record": 1, "code": rule["code"], "severity": 3, "field": "housing", "row_ref": "A-17", "row_ref_hidden": False,
             "unit": "1", "unit_hidden": True, "params": {"value_number": 7, "words": ["red", "green"], "field": "x"}}
    state = {"format": "brukerplan/validation-state", "version": 1, "pack": PACK["id"], "edition": PACK["edition"],
             "mapping": None, "profile": None, "setting": setting_of_defaults(), "rows": [1, 0, 0, 1, 0], "findings": [0, 0, 0, 2, 0],
             "rules": [{"code": rule["code"], "findings": [0, 0, 0, 2, 0], "records": 1, "records_by_severity": [0, 0, 0, 1, 0]}],
             "fields": [{"name": "housing", "findings": [0, 0, 0, 2, 0]}],
             "units": [{"kind": 0, "name": "Team", "rows": [1, 0, 0, 0, 0], "findings": [0, 0, 0, 0, 0], "records": {}},
                       {"kind": 2, "name": None, "rows": [0, 0, 0, 1, 0], "findings": [0, 0, 0, 2, 0],
                        "records": {rule["code"]: 1}}],
             "unknown_columns": [3], "worst": "03", "most_details": 1, "truncated": True, "details": [found]}
    write("validation_state", "state", json.dumps(state))
    write("validation_state", "nothing", json.dumps(dict(state, rows=[0] * 5, findings=[0] * 5, rules=[], fields=[], units=[],
                                                         unknown_columns=[], worst=None, most_details=None, truncated=False,
                                                         details=[])))
    write_dictionary("validation_state", [f'"{key}":' for key in dict.fromkeys([*state, *found, *state["units"][0]])] +
                     [f'"{rule["code"]}"' for rule in PACK["rules"][::5]] + ["true", "null", "[]", "{}", '""', "-1"])


def table_seeds() -> None:
    for name, step in (("rising", 1), ("threes", 3), ("sevens", 7), ("primes", 131)):
        write("arrow_importer", name, bytes((i * step) % 251 for i in range(600)))
    write("arrow_importer", "zeros", bytes(64))
    write_dictionary("arrow_importer", [b"\xE7", b"\xE7\xE7", b"\x00\x00\x00\x00", b"\x18", b"\xFF\xFF"])


if __name__ == "__main__":
    record_seeds()
    file_seeds()
    count_file_seeds("count_files")
    count_file_seeds("projection")
    pack_seeds()
    number_seeds()
    place_seeds()
    scheme_seeds()
    mapping_seeds()
    state_seeds()
    table_seeds()
