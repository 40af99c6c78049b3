"""The kit covers what it is to cover, and holds nobody's number.

usage: check_kit.py <folder of packs>

At least 600 cases of every kind; for every rule of the shipped packs that a record can break, one that breaks it and one that
is about it and does not; every reason of a number and every municipality validity; and of the numbers that a living person could carry
only published ones.
"""
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "generator"))
sys.path.insert(0, str(HERE))

import numbers_of_people as numbers  # noqa: E402
import run  # noqa: E402

LEAST = 600
NO_RECORD_AS_JSON = {"BP-ROW-001", "BP-ROW-002", "BP-ROW-003"}  # faults of lines of a file
# Examples of Skatteetaten, and two built for the edges of D-numbers; all in docs/national-numbers.md or its sources.
PUBLISHED = {"20036914700", "29020073150", "30108299920", "30108299939", "55102499947", "41010555009", "41125055093"}
MAY_LIVE = range(1911, date(2031, 12, 31).year + 1)


def counts(cases):
    kinds = Counter(case["kind"] for case in cases)
    if len(cases) < LEAST:
        yield f"there are {len(cases)} cases, and should be {LEAST} or more"
    for kind in run.KINDS:
        if kinds[kind] < 20:
            yield f"there are {kinds[kind]} cases of kind {kind}"
    for case in cases:
        if not case["expected"]:
            yield f"{case['id']} expects nothing"


def told(cases):
    """The README shows what the runner says."""
    kinds = Counter(case["kind"] for case in cases)
    summary = run.summary(len(cases), 0, kinds)
    if summary not in (HERE / "README.md").read_text(encoding="utf-8"):
        yield f"README.md does not say: {summary}"


def rules_of(pack):
    """Rules that one record can break; a rule over a person needs several."""
    rules = json.loads(pack.read_text(encoding="utf-8")).get("rules", [])
    return [rule["code"] for rule in rules if rule.get("kind") != "person"]


def rules(cases, packs):
    found, silent = set(), set()
    for case in cases:
        if case["kind"] == "record" and "findings" in case["expected"]:
            codes = {finding["code"] for finding in case["expected"]["findings"]}
            found |= codes
            about = re.match(r"record/([a-z]+-\d{3})-", case["id"])
            if about and f"BP-{about[1].upper()}" not in codes:
                silent.add(f"BP-{about[1].upper()}")
    silent.add("BP-ROW-004")  # every record that is one
    for pack in sorted(packs.glob("*.json")):
        for code in rules_of(pack):
            if code not in NO_RECORD_AS_JSON:
                if code not in found:
                    yield f"no record breaks {code} of {pack.name}"
                if code not in silent:
                    yield f"no record is about {code} of {pack.name} and does not break it"


def answers(cases):
    def values(kind, key):
        return {case["expected"].get(key) for case in cases if case["kind"] == kind}

    reasons = ("none length lost_leading_zero not_a_digit impossible_date reserved_month both_control_digits "
               "first_control_digit second_control_digit kind_not_allowed synthetic_not_allowed "
               "individual_number_without_century birth_after_reference_date ambiguous")
    validities = "valid not_yet_valid no_longer_valid unknown_code malformed_code fictional_code before_facts"
    for kind, key, wanted in (("number", "reason", reasons), ("municipality", "validity", validities),
                              ("score", "class", "none green yellow red blue_light"),
                              ("record", "worst", "none info warning error fatal"),
                              ("score", "no_class_reason", "none nothing_assessed too_few_assessed below_classes "
                                                           "unreadable no_rule_holds")):
        for value in set(wanted.split()) - values(kind, key):
            yield f"no case of kind {kind} expects {value} as its {key}"


def nobody(cases):
    for case in cases:
        text = json.dumps(case["given"])
        for digits in set(re.findall(r"(?<!\d)\d{11}(?!\d)", text)) - PUBLISHED:
            answer = numbers.check(digits)
            carried = answer["valid"] and answer["kinds"] in (["birth_number"], ["d_number"])
            if carried and set(answer["birth_years"]) & set(MAY_LIVE):
                yield f"{case['id']} holds a number that somebody may carry"


def main(packs):
    cases = run.read_cases([HERE])
    faults = [*counts(cases), *told(cases), *rules(cases, Path(packs)), *answers(cases), *nobody(cases)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
