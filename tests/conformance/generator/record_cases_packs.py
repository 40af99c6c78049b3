"""Records of other packs: BrukerPlan 2019, the municipality survey, packs of one's own; mappings and profiles."""
from datetime import date

from record_expectation import Table, expect
from sample_records import BOTH_PROBLEMS, MINIMAL, SURVEY_ANSWER, born, tenor
from score_definition import RULE1, SUM16

FILE = "records-packs"
NOT_ASKED_IN_2019 = ("birth_country_group", "work_experience", "suicide_attempt", "pregnant")
IN_2019 = {**{key: value for key, value in BOTH_PROBLEMS.items() if key not in NOT_ASKED_IN_2019},
           "mapping_year": 2019, "mapped_on": "2019-05-06"}
WOMAN_OF_24 = {**IN_2019, **born(date(1995, 5, 6), "female"), "unit_kind": "child_welfare",
               "services_received": ["child_welfare_measure", "detox"]}


def bare(scheme):
    """A scheme as it stands in a pack."""
    return {**{key: value for key, value in scheme.items() if key not in ("format", "version")},
            "label": {"nb": "Sum", "nn": "Sum", "en": "Sum"}}


def brukerplan_2019(t):
    pack = {"pack": "brukerplan/2019"}
    t.about("YEAR-001", "pregnant").on(IN_2019).under(**pack)
    t.silent("not-filled-in", "What the year did not ask is not filled in.")
    t.silent("empty", "An empty cell is not filled in.", pregnant="", work_experience=None)
    t.found("pregnant", "2019 did not ask about pregnancy: kept, and not counted.", pregnant="no")
    t.at("work_experience").found("work-experience", "2019 did not ask about work experience.", work_experience="yes")
    t.at("suicide_attempt").found("suicide-attempt", "2019 did not ask about suicide attempts.", suicide_attempt="unknown")
    t.at("birth_country_group").found("two", "Each field that was not asked is a finding.", "BP-YEAR-001 pregnant",
                                      birth_country_group="norway", pregnant="yes")
    t.at("pregnant").found("pregnant-man", "Rules see a field that was not asked as a column that is not there.",
                           national_number="", sex="male", pregnant="yes")
    t.about("RGT-002", "informed").on(IN_2019).under(**pack)
    t.silent("2019", "The regulation that asks for information holds from 2024.", informed="no")
    t.silent("2019-pack-in-2024", "The rule came with the pack of 2024.", informed="no", mapping_year=2024,
             mapped_on="2024-05-06")
    why = "Until aftercare was prolonged in 2021, child welfare's measures ended at 23."
    both = "BP-SRV-003 services_received"
    t.about("INC-006", "unit_kind").on(WOMAN_OF_24).under(**pack)
    t.silent("2019-woman-of-24", f"{why} She may be pregnant, which 2019 did not ask.")
    t.found("2019-man-of-24", why, both, **born(date(1995, 5, 6), "male"))
    t.silent("2019-man-of-23", why, **born(date(1995, 5, 7), "male"))
    t.silent("2019-father-of-24", f"{why} A father is meant.", **born(date(1995, 5, 6), "male"), children_contact=1)
    t.under(pack="brukerplan/2024").silent("2024-man-of-24", "In the pack of 2024 the limit is 25.",
                                           **born(date(1995, 5, 6), "male"))
    t.about("FLD-002", "manual_group").on(IN_2019).under(**pack)
    for group in (1, 5, "3"):
        t.silent(f"manual-group-{group}", "The group of the manual of 2019 is 1 to 5.", manual_group=group)
    t.found("manual-group-6", "The manual of 2019 has five groups.", manual_group=6)
    t.found("manual-group-red", "A group of the manual is a number, not a colour.", manual_group="red")


def survey(t):
    """The survey has no scheme; here it is given one, so that its answers can go through the same call."""
    scored = {"pack": "municipality-survey/2019", "scheme_json": SUM16}

    def about(code, field):
        return t.about(code, field).on(SURVEY_ANSWER).under(**scored)

    about("SVY-001", "mappings").silent("plain", "A complete answer.")
    t.silent("optional", "No plan, no comment, no reference.", plans="", plans_other="", comment="", row_ref="")
    for field in ("mappings", "professionals", "service_kinds", "days", "person_days", "political_anchoring", "supervision"):
        t.at(field).found(field.replace("_", "-"), "A question without an answer.", **{field: ""})
    t.at("mappings").found("zero", "0 is no answer.", mappings=0)
    t.found("not-asked", "A form that does not ask has no answer.", without=["mappings"])
    about("SVY-002", "professionals").on({**SURVEY_ANSWER, "service_kinds": ["nav"]})
    t.silent("one", "One professional.", professionals=1)
    t.silent("1000", "A thousand professionals.", professionals=1000)
    t.found("1001", "The largest municipalities had 55 on average.", professionals=1001)
    t.found("none", "Nobody cannot have worked.", "BP-SVY-005 person_days", professionals=0)
    about("SVY-003", "days")
    t.silent("half", "Half a day.", days="0,5")
    t.silent("leap-year", "One mapping may last a year.", days=366)
    t.found("longer", "One mapping does not last longer than a year.", days="366,001")
    t.found("negative", "Less than no day.", days="-0,001")
    about("SVY-004", "person_days").on({**SURVEY_ANSWER, "professionals": 1000})
    t.silent("5000", "Five thousand person-days.", person_days=5000)
    t.found("more", "About 20 years' work is the most.", person_days="5000,001")
    about("SVY-005", "person_days")
    t.silent("twice", "16 professionals in 9.5 days: 152 person-days, and twice that is taken.", person_days="304")
    t.found("more", "More than twice what all of them can have worked.", person_days="304,001")
    t.silent("days-unknown", "How many days is not known.", "BP-SVY-001 days", person_days=305, days="")
    about("SVY-006", "professionals").on({**SURVEY_ANSWER, "person_days": 1})
    t.silent("three", "Three professionals from three kinds of service.", professionals=3)
    t.found("two", "Two professionals cannot come from three kinds of service.", professionals=2)
    about("SVY-007", "plans_other")
    t.silent("none", "No other plan.", plans=["substance_use_plan"], plans_other="")
    t.found("not-named", "Another plan, and not which.", plans=["other"], plans_other="")
    about("SVY-008", "plans")
    t.silent("ticked", "Another plan, with its name.", plans=["other"])
    t.found("not-ticked", "A plan is named, but not ticked, and so not counted.", plans=["mental_health_plan"])
    about("SVY-009", "mappings")
    t.silent("six", "Six mappings.", mappings=6)
    t.silent("eight", "Eight mappings.", mappings="8")
    t.found("seven", "The printed form had no seven.", mappings=7)
    unknown = dict.fromkeys(("quality_targets", "recipient_cooperation", "specialist_cooperation", "supervision",
                             "other_reporting"), "unknown")
    about("SVY-010", "quality_targets").on({**SURVEY_ANSWER, **unknown})
    t.silent("one-known", "One of the five is known.", supervision="no")
    t.found("all", "\"Don't know\" to all five.")
    about("GEO-001", "municipality").under(**scored, test_numbers=False)
    t.silent("survey-2019", "Stavanger as it was on 1 January 2019.", municipality="1103")
    t.found("survey-later", "Orkland did not exist on 1 January 2019.", municipality="5059")
    about("TXT-001", "comment").found("survey-comment", "A person's number among words.",
                                      comment=f"Gjelder {tenor(date(1985, 3, 9))}.")


class Tuned:
    def __init__(self, cases):
        self._cases = cases

    def add(self, name, why, options, record, *findings, **more):
        self._cases.add(FILE, "record", name, why, {"options": {"test_numbers": True, **options}, "record": record},
                        expect(more.pop("meant", record), findings, **more))

    def refuse(self, name, why, error, **options):
        self._cases.add("refusals", "record", f"refused-{name}", why, {"options": options, "record": MINIMAL},
                        {"error": error})


def profiles(r):
    record = {**BOTH_PROBLEMS, "record_noted": "no", "network": ""}
    noted, domain = "BP-RGT-003 record_noted", "BP-DOM-003 network"

    def profile(**parts):
        return {"profile": {"format": "brukerplan/profile", "version": 1, "id": "own/1", **parts}}

    def change(rule, severity):
        return {"rule": rule, "severity": severity}

    def off(rule):
        return {"rule": rule, "off": True, "reason": "not of use here"}

    r.add("profile-empty", "A profile that changes nothing changes nothing.", profile(), record, noted, domain)
    r.add("profile-severity", "A rule is given another severity; the record is no longer valid.",
          profile(changes=[change("BP-RGT-003", "error")]), record, f"{noted} error", domain)
    r.add("profile-milder", "An error is made a warning: the record is valid.",
          profile(changes=[change("BP-RGT-001", "warning")]), {**BOTH_PROBLEMS, "objects": "yes"},
          "BP-RGT-001 objects warning")
    r.add("profile-off", "A rule that is switched off finds nothing.", profile(changes=[off("BP-DOM-003")]), record, noted)
    r.add("profile-two-severities", "A rule with two severities has one after a change.",
          profile(changes=[change("BP-DAT-001", "info")]), {**BOTH_PROBLEMS, "mapped_on": "2022-05-06"},
          "BP-DAT-001 mapped_on info")
    areas = profile(changes=[change("BP-RGT-003", "error"), change("BP-DOM-003", "error")], areas=[
        {"area": "9001", "changes": [off("BP-RGT-003"), change("BP-DOM-003", "info")]},
        {"area": "900101", "changes": [change("BP-RGT-003", "info")]}])
    r.add("profile-all", "Outside the areas the changes for all hold.", areas, {**record, "municipality": "9002"},
          f"{noted} error", f"{domain} error")
    r.add("profile-municipality", "The change of the municipality wins over that for all.", areas, record, f"{domain} info")
    r.add("profile-district", "The change of the district wins over that of the municipality.", areas,
          {**record, "district": "900101"}, f"{noted} info", f"{domain} info")
    r.add("profile-other-district", "Another district has the changes of its municipality.", areas,
          {**record, "district": "900102"}, f"{domain} info")
    r.add("profile-threshold", "A threshold is about shares of a table and changes no finding.",
          profile(thresholds=[{"rule": "BP-DOM-003", "share": 0, "severity": "error"}]), record, noted, domain)
    for name, why, parts in (
            ("unknown-rule", "There is no such rule.", {"changes": [change("BP-RGT-999", "info")]}),
            ("off-without-reason", "Switching a rule off needs a reason.", {"changes": [{"rule": "BP-RGT-003", "off": True}]}),
            ("fatal", "`fatal` cannot be given.", {"changes": [change("BP-RGT-003", "fatal")]}),
            ("rows", "A rule about rows that cannot be read stays as it is.", {"changes": [change("BP-ROW-004", "info")]}),
            ("twice", "A rule stands in a list once.", {"changes": [change("BP-RGT-003", "info"), off("BP-RGT-003")]}),
            ("unknown-key", "A misspelt key must not pass unnoticed.", {"change": []}),
            ("other-version", "A version that is not known cannot be read.", {"version": 2})):
        r.refuse(f"profile-{name}", why, "invalid_profile", **profile(**parts))


def mappings(r):
    def mapping(**parts):
        return {"mapping": {"format": "brukerplan/mapping", "version": 1, "id": "example-system/3",
                            "pack": "brukerplan/2024", **parts}}

    own = mapping(columns={"KommuneNr": "municipality", "Kartlagt": "mapped_on", "Bolig kode": "housing"},
                  codes={"sex": {"K": "female", "M": "male", "-": ""}, "housing": {"A": "green", "B": "yellow", "C": "red"},
                         "services_received": {"T01": "follow_up_team", "T16": "gp"}},
                  constants={"mapping_year": "2024"})
    export = {key: value for key, value in MINIMAL.items()
              if key not in ("municipality", "mapped_on", "housing", "mapping_year", "services_received")}
    export = {**export, "KommuneNr": "9001", "Kartlagt": "06.05.2024", "Bolig kode": "B", "services_received": "T01|T16"}
    meant = MINIMAL
    r.add("mapping", "Columns, codes and a constant of an export are read as those of the pack.", own, export, meant=meant)
    r.add("mapping-column-spelling", "Columns are compared without regard to case, blanks, underscores and hyphens.", own,
          {**{k: v for k, v in export.items() if k != "Bolig kode"}, "bolig-KODE": "b"}, meant=meant)
    r.add("mapping-own-token", "Tokens of the pack go on being understood.", own,
          {**export, "services_received": ["T01", "detox"], "Bolig kode": "red"}, meant={**meant, "housing": "red"})
    r.add("mapping-empty-token", "A word that is mapped to nothing is an empty cell.", own, {**export, "sex": "-"}, meant=meant)
    r.add("mapping-column-there", "A constant stands where the export lacks the column, and only there.", own,
          {**export, "mapping_year": 2022}, "BP-DAT-001 mapped_on", meant=meant)
    r.add("mapping-unknown-code", "What fits neither the mapping nor the list is a finding: nothing is guessed.", own,
          {**export, "Bolig kode": "D", "services_received": "T99"}, "BP-DOM-001 housing", "BP-SRV-001 services_received",
          meant={**meant, "housing": "D"})
    r.add("mapping-english-name", "The field of a finding has its name in the pack.", own, {**export, "Bolig kode": ""},
          "BP-DOM-003 housing", meant={**meant, "housing": ""})
    r.add("mapping-unknown-key", "Columns that neither the mapping nor the pack knows are counted.", own,
          {**export, "Merknad": "x"}, meant=meant, unknown_keys=1)
    for name, why, parts in (
            ("unknown-field", "The pack has no such field.", {"columns": {"Hund": "dog"}}),
            ("unknown-token", "The list has no such token.", {"codes": {"sex": {"K": "woman"}}}),
            ("other-pack", "The mapping is of another pack.", {"pack": "municipality-survey/2019"}),
            ("unknown-key", "A misspelt key must not pass unnoticed.", {"colums": {}}),
            ("other-version", "A version that is not known cannot be read.", {"version": 2})):
        r.refuse(f"mapping-{name}", why, "invalid_mapping", **mapping(**parts))


def own_packs(r):
    def pack(**parts):
        return {"pack_json": {"format": "brukerplan/pack", "version": 1, "id": "own/2024", "extends": "brukerplan/2024", **parts}}

    def texts(word):
        return {"nb": word, "nn": word, "en": word}

    uniform = {**BOTH_PROBLEMS, **{d: "red" for d in (
        "housing activity economy physical_health mental_health substance_use social_functioning network").split()}}
    r.add("own-pack", "A pack that changes nothing but its id is the pack that it extends.", pack(), BOTH_PROBLEMS)
    r.add("own-pack-severity", "A pack of one's own gives a rule another severity.",
          pack(rules=[{"code": "BP-DOM-004", "severity": "warning"}]), uniform, "BP-DOM-004 housing warning")
    r.add("own-pack-without-rule", "A pack of one's own leaves a rule out.", pack(without={"rules": ["BP-DOM-004"]}), uniform)
    r.add("own-pack-field", "A pack of one's own asks one more question.",
          pack(fields=[{"name": "dog", "alias": "hund", "type": "code", "list": "yes_no_unknown", "ground": "ours",
                        "label": texts("Hund"), "description": texts("Har hund.")}]),
          {**BOTH_PROBLEMS, "hund": "yes"})
    r.add("own-pack-service", "A pack of one's own has one more service.",
          pack(code_lists=[{"name": "service", "codes": [
              {"token": "night_watch", "label": texts("Nattevakt"), "sector": "health_and_care"}]}]),
          {**BOTH_PROBLEMS, "services_received": ["night_watch", "detox"]})
    r.add("own-pack-scheme", "A pack of one's own brings a scheme, which is asked for by its id.",
          {**pack(schemes=[{**bare(SUM16), "id": "hard/1", "classes": [
              {"class": "green", "from": 0}, {"class": "red", "from": 1}]}]), "scheme": "hard/1"},
          BOTH_PROBLEMS, scheme={**SUM16, "classes": [{"class": "green", "from": 0}, {"class": "red", "from": 1}]})
    r.add("own-pack-shipped-scheme", "The schemes of the pack that it extends are there as well.",
          {**pack(), "scheme": "rule/1"}, BOTH_PROBLEMS, scheme=RULE1)
    for name, why, parts in (
            ("unknown-base", "The pack that is extended must ship.", {"extends": "brukerplan/1999"}),
            ("unknown-key", "A misspelt key must not pass unnoticed.", {"rulse": []}),
            ("unknown-rule-left-out", "There is no such rule to leave out.", {"without": {"rules": ["BP-RGT-999"]}}),
            ("field-in-use", "A rule needs the field that is left out.", {"without": {"fields": ["pregnant"]}}),
            ("unknown-severity", "There is no such severity.", {"rules": [{"code": "BP-DOM-004", "severity": "grave"}]}),
            ("other-version", "A version that is not known cannot be read.", {"version": 2})):
        r.refuse(f"pack-{name}", why, "invalid_pack", **pack(**parts))
    r.refuse("pack-not-whole", "A pack that extends none must be whole.", "invalid_pack",
             pack_json={"format": "brukerplan/pack", "version": 1, "id": "own/2024"})


def add_cases(cases):
    table, tuned = Table(cases, FILE), Tuned(cases)
    brukerplan_2019(table)
    survey(table)
    for part in (profiles, mappings, own_packs):
        part(tuned)
