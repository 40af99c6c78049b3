"""Records as JSON: keys, types, text that is no record, the order of findings, languages and options."""
import json
from datetime import date

import own_schemes as own
from record_expectation import expect
from sample_records import BOTH_PROBLEMS, MENTAL_DISORDER_ONLY, MINIMAL, born, tenor
from score_definition import DOMAINS, RULE1

FILE = "records"
TEST = {"test_numbers": True}
NORWEGIAN = dict(zip(BOTH_PROBLEMS, (
    "radref kommune bydel kartleggingsaar dato enhet enhetstype kartlegger foedselsnummer foedselsaar kjoenn foedeland "
    "arbeidserfaring informert reservert journalfoert rusproblem psykisk_lidelse bolig aktivitet oekonomi fysisk_helse "
    "psykisk_helse rusmiddelbruk sosial_fungering nettverk rusmidler injiserer lar boform hovedaktivitet inntektskilde "
    "oekonomistyring vold selvmordsforsoek gravid barn_omsorg barn_samvaer andres_barn barn_barnevern individuell_plan "
    "koordinator tjenester_mottatt tjenester_behov").split()))


class Records:
    """`meant` is the record as the pack has it, where the keys or the text of the case are others."""

    def __init__(self, cases):
        self._cases = cases

    def add(self, name, why, record, *findings, meant=None, options=None, **more):
        self._cases.add(FILE, "record", name, why, {"options": {**TEST, **(options or {})}, "record": record},
                        expect(meant or record, findings, **more))

    def add_text(self, name, why, text, *findings, meant=None, **more):
        self._cases.add(FILE, "record", name, why, {"options": TEST, "text": text}, expect(meant, findings, **more))

    def refuse(self, name, why, error, options, record=None):
        self._cases.add("refusals", "record", f"refused-{name}", why, {"options": options, "record": record or MINIMAL},
                        {"error": error})


def plain(r):
    why = "nobody would want to be told anything about this record."
    r.add("plain", f"Both problems: {why}", BOTH_PROBLEMS)
    r.add("plain-mental-disorder", f"A mental disorder only: {why}", MENTAL_DISORDER_ONLY)
    r.add("plain-substance-problem", f"A substance problem only: {why}",
          {**BOTH_PROBLEMS, "mental_disorder": "none", "mental_health": "green"})
    r.add("plain-minimal", f"The columns that a file must have, and a birth year: {why}", MINIMAL)
    r.add("plain-homeless", f"Somebody homeless mapped by NAV: {why}", {
        **BOTH_PROBLEMS, "unit_kind": "nav", "housing": "red", "housing_kind": "homeless", "injects": "yes",
        "income_source": "social_assistance", "services_received": ["social_assistance", "temporary_housing", "detox"]})
    r.add("plain-parent", f"A parent of three with help from child welfare: {why}", {
        **BOTH_PROBLEMS, "children_care": 2, "children_contact": 1, "children_with_child_welfare": 1,
        "services_received": ["follow_up_team", "child_welfare_measure", "detox"]})
    r.add("plain-17", f"A man of 17 mapped by child welfare: {why}", {
        **MENTAL_DISORDER_ONLY, **born(date(2006, 8, 1), "male"), "unit_kind": "child_welfare", "main_activity": "education",
        "housing_kind": "with_family", "income_source": "supported_by_others", "pregnant": "",
        "services_received": ["child_welfare_measure"]})
    r.add("plain-96", f"A man of 96: {why}", {
        **BOTH_PROBLEMS, **born(date(1927, 12, 24), "male"), "mental_disorder": "none", "mental_health": "green",
        "main_activity": "retired", "income_source": "old_age_pension", "services_received": ["home_services", "gp"]})
    r.add("plain-unknown", f"Much is unknown, which is an answer: {why}", {
        **BOTH_PROBLEMS, **dict.fromkeys((
            "sex informed objects record_noted substances injects opioid_agonist_treatment housing_kind main_activity "
            "income_source managed_economy violence pregnant services_needed").split(), "unknown"),
        **dict.fromkeys("children_care children_contact others_children children_with_child_welfare".split(), "")})
    r.add("empty-object", "An empty form: what must be there is asked for, and nothing can be scored.", {},
          "BP-FLD-003 municipality", "BP-FLD-003 mapping_year", "BP-FLD-003 mapped_on", "BP-ID-008 national_number",
          "BP-INC-002 services_received", "BP-INC-003 substance_problem", "BP-DOM-002 housing")


def keys(r):
    norwegian = {NORWEGIAN[key]: value for key, value in BOTH_PROBLEMS.items()}
    r.add("norwegian-keys", "Every column has an English and a Norwegian name.", norwegian, meant=BOTH_PROBLEMS)
    r.add("norwegian-finding", "The field of a finding has its English name, whichever name the key had.",
          {**norwegian, "nettverk": ""}, "BP-DOM-003 network", meant={**BOTH_PROBLEMS, "network": ""})
    r.add("norwegian-letters", "ae, oe and aa match the letters that they stand for.",
          {key.replace("foedsel", "fødsel").replace("kjoenn", "kjønn").replace("oekonomi", "økonomi")
           .replace("aar", "år"): value for key, value in norwegian.items()}, meant=BOTH_PROBLEMS)
    for name, change in (("capitals", str.upper), ("no-underscores", lambda k: k.replace("_", "")),
                         ("blanks", lambda k: k.replace("_", " ")), ("hyphens", lambda k: k.replace("_", "-"))):
        r.add(f"keys-{name}", "Keys match without regard to case, blanks, underscores and hyphens.",
              {change(key): value for key, value in BOTH_PROBLEMS.items()}, meant=BOTH_PROBLEMS)
    r.add("unknown-key", "A key that the pack does not know is counted and not read.", {**BOTH_PROBLEMS, "hosing": "green"},
          unknown_keys=1)
    r.add("unknown-keys", "A finished integration has no unknown key; this form has three.",
          {**MINIMAL, "a": 1, "b": None, "c": {"d": []}}, unknown_keys=3)
    r.add("unknown-key-with-number", "What is not read is not looked into, not even for a person's number.",
          {**MINIMAL, "comment": tenor(date(1985, 3, 9))}, unknown_keys=1)
    r.add("twice-both-names", "A field that is there under both names cannot be read: nobody knows which is meant.",
          {**MINIMAL, "foedselsaar": 1985}, "BP-FLD-001 birth_year", meant={**MINIMAL, "birth_year": "?"})
    r.add("rating-twice", "A rating that is there twice cannot be read, so there is no class.",
          {**MINIMAL, "bolig": "yellow"}, "BP-DOM-001 housing", meant={**MINIMAL, "housing": "?"})
    text = json.dumps(MINIMAL)[:-1] + ', "birth_year": 1985}'
    r.add_text("twice-same-name", "The same key twice is no better than two names, even when the values agree.", text,
               "BP-FLD-001 birth_year", meant=MINIMAL)


def types(r):
    def change(**cells):
        return {**BOTH_PROBLEMS, **cells}

    r.add("numbers-as-text", "Whole numbers may be text.",
          change(mapping_year="2024", birth_year="1985", children_care="0", children_contact="0"))
    r.add("ratings-as-numbers", "1, 2, 3 rate a domain, as JSON numbers and as text.", {
        **BOTH_PROBLEMS, "housing": 2, "activity": "2", "physical_health": 1, "mental_health": 3})
    r.add("rating-zero", "0 is not assessed.", change(network=0), "BP-DOM-003 network")
    r.add("list-as-text", "Several codes in one text, separated by a vertical bar or a comma.",
          change(services_received="follow_up_team|gp,mental_outpatient"))
    r.add("list-of-one", "A list of one code, where several may stand.", change(substances=["alcohol"]))
    r.add("one-code-as-text", "One code as text, where several may stand.", change(substances="alcohol"))
    r.add("code-twice", "The same code twice is the code.", change(substances=["alcohol", "alcohol"]))
    r.add("null", "Null is a question that was there and not answered.",
          change(individual_plan=None, coordinator=None, violence=None, district=None))
    r.add("rating-null", "Null rates nothing.", change(network=None), "BP-DOM-003 network")
    r.add("number-with-fraction", "Half a year is no year.", change(birth_year=1985.5), "BP-FLD-001 birth_year")
    r.add("true", "True is no answer of a list.", change(coordinator=True), "BP-FLD-002 coordinator")
    r.add("true-as-rating", "True is no rating.", change(housing=True), "BP-DOM-001 housing")
    r.add("object-as-cell", "An object is no cell.", change(birth_year={"year": 1985}), "BP-FLD-001 birth_year")
    r.add("list-in-single", "A list where one answer stands cannot be read.", change(sex=["female"]), "BP-FLD-002 sex")
    r.add("list-of-numbers", "A list holds strings; a service has no number.", change(services_needed=[1, 2]),
          "BP-SRV-001 services_needed")
    r.add("number-as-number", "A national number as a JSON number would lose a leading zero: it must be text.",
          change(national_number=int(BOTH_PROBLEMS["national_number"])), "BP-FLD-001 national_number")
    r.add("municipality-as-number", "A municipality as a JSON number would lose a leading zero: it must be text.",
          change(municipality=9001), "BP-FLD-001 municipality")
    r.add("date-as-number", "A date is no number.", change(mapped_on=20240506), "BP-FLD-001 mapped_on")
    for name, day in (("one-digit", "2024-5-6"), ("two-digit-year", "06.05.24"), ("month-name", "6. mai 2024")):
        r.add(f"date-{name}", "A date is YYYY-MM-DD or DD.MM.YYYY.", change(mapped_on=day), "BP-FLD-001 mapped_on")
    r.add("date-with-time", "A day has no time of day.", change(mapped_on="2024-05-06T12:00:00Z"), "BP-FLD-001 mapped_on")
    r.add("empty-list-as-rating", "A list stands where several codes may stand; one rating is no list.", change(housing=[]),
          "BP-DOM-001 housing")
    r.add("list-with-null", "A list holds strings.", change(services_needed=["gp", None]), "BP-SRV-001 services_needed")
    r.add("list-with-comma", "An item of a list is one code.", change(services_needed=["gp,detox"]),
          "BP-SRV-001 services_needed")
    r.add("list-of-nothing", "An empty text in a list is no code, so nothing is filled in.", change(services_needed=[""]),
          "BP-SRV-002 services_needed")
    r.add("rating-of-blanks", "Blanks are an empty cell.", change(network="  "), "BP-DOM-003 network")
    r.add("letters-of-all-kinds", "Free text may hold any letter.", change(row_ref="\u00c6\u00f8\u00e5 \u010d\u014b \U0001f600 \u2028"))
    r.add("long-text", "Free text may be long.", change(row_ref="a" * 10000))
    r.add("trimmed-tokens", "Cells are trimmed, and tokens match without regard to case.",
          change(sex=" Female ", housing="Yellow ", substances=" Alcohol | STIMULANTS "))


def not_records(r):
    for name, text, why in (
            ("empty", "", "Nothing is no JSON."), ("half", '{"municipality": ', "An object that is not closed."),
            ("list", "[]", "A list is no object."), ("list-of-one", '[{"municipality": "9001"}]', "A list is no object."),
            ("string", '"municipality"', "A text is no object."), ("null", "null", "Null is no object."),
            ("number", "9001", "A number is no object."), ("two", "{} {}", "Two objects are not one."),
            ("trailing-comma", '{"municipality": "9001",}', "JSON has no trailing comma."),
            ("single-quotes", "{'municipality': '9001'}", "JSON has double quotation marks."),
            ("comment", '{"municipality": "9001"} // Oslo', "JSON has no comments."),
            ("nan", '{"birth_year": NaN}', "JSON has no NaN."),
            ("half-letter", '{"row_ref": "\\ud83d"}', "Half of a pair of escapes is no letter of UTF-8."),
            ("bare-line-end", '{"row_ref": "a\nb"}', "A line end inside a text is written as an escape."),
            ("deep", "[" * 1000, "However deep it is."),
            ("csv", "municipality;mapping_year\n9001;2024\n", "A file is no record: bplan_table_validate reads tables.")):
        r.add_text(f"not-json-{name}", f"{why} That is a finding about the whole record, never a failed call.", text,
                   "BP-ROW-004 ")
    r.add_text("byte-order-mark", "A byte order mark in front is allowed.", "\ufeff" + json.dumps(MINIMAL), meant=MINIMAL)
    r.add_text("white-space", "Blanks and line ends around and inside mean nothing.",
               f"\n  {json.dumps(MINIMAL, indent=2)}\r\n", meant=MINIMAL)
    r.add_text("escapes", "Letters may be written as escapes.",
               json.dumps(MINIMAL).replace('"yellow"', '"\\u0079ellow"'), meant=MINIMAL)


def several(r):
    base = BOTH_PROBLEMS
    r.add("two-findings", "Findings come in the order of the rules of the pack.",
          {**base, "record_noted": "no", "objects": "yes"}, "BP-RGT-001 objects", "BP-RGT-003 record_noted")
    r.add("same-rule-twice", "Findings of one rule come in the order of the fields, not of the keys.",
          {"network": "x", "housing": "x", **{k: v for k, v in base.items() if k not in ("network", "housing")}},
          "BP-DOM-001 housing", "BP-DOM-001 network", meant={**base, "network": "x", "housing": "x"})
    r.add("worst", "The worst severity is that of the worst finding.",
          {**base, "sex": "male", "network": "", "objects": "yes", "services_needed": ""}, "BP-ID-006 sex",
          "BP-RGT-001 objects", "BP-DOM-003 network", "BP-SRV-002 services_needed")
    r.add("info-alone", "Information leaves a record valid.", {**base, "services_needed": ""}, "BP-SRV-002 services_needed")
    r.add("warning-alone", "A warning leaves a record valid.", {**base, "record_noted": "no"}, "BP-RGT-003 record_noted")
    r.add("many", "A record that breaks many rules gets all their findings, in order.", {
        **base, "municipality": "1201", "mapped_on": "2022-05-06", "birth_year": "85", "sex": "kvinne", "objects": "yes",
        "informed": "no", "record_noted": "no", "housing": "gul", "network": "", "substances": ["none", "alcohol"],
        "children_care": -1, "services_needed": ["gp", "detoks"], "unit": "20036914700"},
        "BP-FLD-002 sex", "BP-FLD-004 birth_year", "BP-RGT-001 objects", "BP-RGT-002 informed", "BP-RGT-003 record_noted",
        "BP-DAT-001 mapped_on", "BP-GEO-001 municipality", "BP-DOM-001 housing", "BP-DOM-003 network",
        "BP-SUB-006 substances", "BP-CHI-001 children_care", "BP-SRV-001 services_needed", "BP-TXT-001 unit",
        "BP-ID-005 birth_year")
    r.add("real-policy", "Without the test policy, a test number and a fictional municipality are refused.", base,
          "BP-ID-003 national_number", "BP-GEO-001 municipality", options={"test_numbers": False})


LANGUAGES = {  # what is said of a record that is not noted and lacks the last domain, written from the pack's texts
    "nb": ["Kartleggingen er ikke notert i journalen.", "Områder som ikke er vurdert: Nettverk."],
    "nn": ["Kartlegginga er ikkje notert i journalen.", "Område som ikkje er vurderte: Nettverk."],
    "en": ["The mapping is not noted in the patient record.", "Domains not assessed: Network."],
}
OTHER_MESSAGES = (  # name, language, changed cells, finding, message
    ("field", "nb", {"sex": "kvinne"}, "BP-FLD-002 sex", "Verdien i «Kjønn» står ikke i kodelisten."),
    ("field-en", "en", {"sex": "kvinne"}, "BP-FLD-002 sex", "The value in “Sex” is not in the code list."),
    ("bounds", "nn", {"children_care": 21}, "BP-CHI-001 children_care",
     "Talet i «Eigne barn i dagleg omsorg» er ikkje eit heilt tal frå 0 til 20."),
    ("cause", "en", {"national_number": BOTH_PROBLEMS["national_number"][:10]
                     + str((int(BOTH_PROBLEMS["national_number"][10]) + 1) % 10)}, "BP-ID-001 national_number",
     "The number in “National identity number” is not valid: the second control digit is wrong."),
)


def languages(r):
    record = {**BOTH_PROBLEMS, "record_noted": "no", "network": ""}
    found = ("BP-RGT-003 record_noted", "BP-DOM-003 network")
    for language, messages in LANGUAGES.items():
        r.add(f"language-{language}", "Messages are in the language that was asked for; findings are the same in all.", record,
              *found, options={"language": language}, messages=messages)
    r.add("language-default", "Without a language messages are in bokmål.", record, *found, messages=LANGUAGES["nb"])
    for name, language, cells, finding, message in OTHER_MESSAGES:
        r.add(f"message-{name}", "A message names the field and its limits, and never what stands in the cell.",
              {**BOTH_PROBLEMS, **cells}, finding, options={"language": language}, messages=[message])


def schemes(r):
    worst = {**BOTH_PROBLEMS, "activity": "red", "social_functioning": "red"}
    r.add("scheme-rule-1", "Under rule/1 activity, mental health and social functioning in red make blue light.", worst,
          options={"scheme": "rule/1"}, scheme=RULE1)
    r.add("scheme-sum16", "Under sum16/1 the same record has 11 points.", worst, options={"scheme": "sum16/1"}, points=11)
    r.add("scheme-default", "Without a scheme the first of the pack is used: sum16/1.", worst, points=11)
    r.add("scheme-own", "A scheme of the caller's own: red mental health counts three times, network nothing.", worst,
          options={"scheme_json": own.WEIGHTED}, scheme=own.WEIGHTED)
    r.add("scheme-own-prorated", "A scheme of the caller's own that scales the points of seven domains; the finding stays.",
          {**worst, "network": ""}, "BP-DOM-003 network", options={"scheme_json": own.PRORATED}, scheme=own.PRORATED)
    r.add("scheme-own-rules", "A scheme of rules alone has a class and no points.", {**worst, "housing": "red"},
          options={"scheme_json": own.RULES}, scheme=own.RULES, points=0)
    r.add("scheme-own-none", "A scheme of the caller's own may leave a record without a class, for a reason.",
          {**worst, **dict.fromkeys(DOMAINS, "green")}, "BP-DOM-004 housing", "BP-PRB-001 substance_use",
          "BP-PRB-003 mental_health", options={"scheme_json": own.BELOW_NOTHING}, scheme=own.BELOW_NOTHING,
          no_class_reason="below_classes")
    r.add("scheme-own-unreadable", "A rating that cannot be read leaves no class under any scheme.",
          {**worst, "network": "?"}, "BP-DOM-001 network", options={"scheme_json": own.PRORATED}, scheme=own.PRORATED)
    r.add("scheme-own-2019", "A scheme of the caller's own goes with any pack that has the domains.",
          {**MINIMAL, "mapping_year": 2019, "mapped_on": "2019-05-06"},
          options={"pack": "brukerplan/2019", "scheme_json": own.RULES_THEN_SUM}, scheme=own.RULES_THEN_SUM)
    r.add("scored-though-refused", "A record with an error has a class as long as its ratings can be read.",
          {**worst, "objects": "yes"}, "BP-RGT-001 objects", points=11)
    all_green = {**MENTAL_DISORDER_ONLY, **dict.fromkeys(DOMAINS, "green"), "mental_disorder": "less_serious"}
    r.add("scored-all-green", "Eight green ratings have no points.", all_green, "BP-DOM-004 housing", points=0)


def options(r):
    r.refuse("unknown-pack", "No pack of this id ships.", "unknown_pack", {"pack": "brukerplan/1999"})
    r.refuse("pack-without-year", "The id of a pack has its year.", "unknown_pack", {"pack": "brukerplan"})
    r.refuse("unknown-scheme", "The pack has no such scheme.", "unknown_scheme", {"scheme": "sum17/1"})
    for name, scheme, why in (
            ("own-scheme-fault", own.REFUSED[0][1], own.REFUSED[0][2]),
            ("own-scheme-never-decides", dict((n, s) for n, s, _ in own.REFUSED)["never-reached"],
             "Nobody has 17 points, so the last class never decides."),
            ("own-scheme-of-known-id", {**own.WEIGHTED, "id": "sum16/1"}, "The pack has a scheme of this id already.")):
        r.refuse(name, why, "invalid_scheme", {"scheme_json": scheme})
    r.refuse("unknown-language", "The pack has no texts in German.", "unknown_language", {"language": "de"})
    r.refuse("northern-sami", "The pack has no texts in Northern Sami yet.", "unknown_language", {"language": "se"})
    r.refuse("turned-period", "The period ends before it begins.", "invalid_argument",
             {"period_first": "2024-05-07", "period_last": "2024-05-06"})
    r.refuse("no-such-day", "30 February is no day.", "invalid_argument", {"reference_date": "2024-02-30"})
    r.refuse("survey-check", "The municipality survey has no scheme, so its answers are not scored.", "unknown_scheme",
             {"pack": "municipality-survey/2019"}, {"municipality": "9001"})


def add_cases(cases):
    records = Records(cases)
    for part in (plain, keys, types, not_records, several, languages, schemes, options):
        part(records)
