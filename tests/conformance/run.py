#!/usr/bin/env python3
"""Runs the cases of the conformance kit through a library, by ctypes.

usage: run.py --library PATH [CASES]...

CASES are files or folders; without any, the folder of this program. Prints each difference, and exits with 0 only if at
least one case ran and none differs. Standard library only.
"""
import argparse
import ctypes
import json
import sys
from collections import Counter
from ctypes import POINTER, byref, c_int32, c_int64, c_int8, c_uint8
from pathlib import Path

import library as ffi

JSON_OPTIONS = ("pack_json", "mapping", "profile", "scheme_json")
KEY_OF_SETTER = {"mapping": "mapping_json", "profile": "profile_json"}


class TooOld(Exception):
    """A case asks for what this runner does not know."""


def only(given, *known):
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise TooOld(f"the runner is too old: it does not know {', '.join(unknown)}")
    return given


# ---- One case of each kind: what it gives, as the keys of `expected`


def bits(value, names):
    return [names(1 << bit) for bit in range(value.bit_length()) if value >> bit & 1]


def policy_of(lib, given):
    """The policy of a case; null where it has none."""
    policy = given.get("policy")
    return lib.policy(policy if policy is None else only(policy, *ffi.POLICY))


def check_number(lib, given):
    only(given, "text", "policy")
    with policy_of(lib, given) as policy, \
            lib.made("number", "number_check", policy, *ffi.text(given["text"])) as number:
        def get(what):
            return lib.number_from(f"number_get_{what}", number)
        years = lib.count_from("number_count_birth_years", number)
        return {
            "valid": bool(get("valid")),
            "reason": lib.name_of("number_reason", get("reason")),
            "position": get("position"),
            "kinds": bits(get("kinds"), lambda kind: lib.name_of("number_kind", kind)),
            "rules": bits(get("rules"), ffi.RULES.get),
            "sex": lib.name_of("sex", get("sex")),
            "birth_years": [lib.number_from("number_get_birth_year", number, i) for i in range(years)],
        }


def normalise(lib, given):
    only(given, "text")
    digits, changes = c_int64(), c_int32()
    buffer = ctypes.create_string_buffer(ffi.MOST_DIGITS)
    lib.call("number_normalise", *ffi.text(given["text"]), buffer, len(buffer), byref(digits), byref(changes))
    return {"digits": buffer.raw[:digits.value].decode("ascii"), "changes": bits(changes.value, ffi.CHANGES.get)}


def municipality(lib, given):
    only(given, "code", "date")
    validity = lib.number_from("municipality_get_validity", *ffi.text(given["code"]), *ffi.day(given["date"]))
    return {"validity": lib.name_of("municipality_validity", validity)}


def pseudonym(lib, given):
    only(given, "key", "purpose", "text", "policy")
    key = bytes.fromhex(given["key"])
    made = (c_uint8 * ffi.PSEUDONYM_SIZE)()
    with policy_of(lib, given) as policy, \
            lib.made("pseudonymiser", "pseudonymiser_create_linking", key, len(key), *ffi.text(given["purpose"])) as maker:
        lib.call("pseudonymiser_make", maker, policy, *ffi.text(given["text"]), made)
    return {"pseudonym": bytes(made).hex()}


def options_of(given):
    """The options of a case as texts, days and the test policy."""
    texts, days = {}, {}
    for key, value in given.items():
        if key in JSON_OPTIONS:
            texts[KEY_OF_SETTER.get(key, key)] = json.dumps(value, ensure_ascii=False)
        elif key in ("pack", "scheme", "language"):
            texts[key] = value
        elif key in ("reference_date", "period_first", "period_last"):
            days[key] = value
        elif key != "test_numbers":
            raise TooOld(f"the runner is too old: it does not know the option {key}")
    return texts, days, given.get("test_numbers", False)


def finding(lib, document, i):
    return {
        "code": lib.text_from("document_get_finding_text", document, i, ffi.CODE),
        "severity": lib.name_of("severity", lib.number_from("document_get_finding_severity", document, i)),
        "field": lib.text_from("document_get_finding_text", document, i, ffi.FIELD),
    }


def check_record(lib, given):
    only(given, "options", "record", "text")
    record = given["text"] if "text" in given else json.dumps(given["record"], ensure_ascii=False)
    with lib.context(*options_of(given.get("options", {}))) as context, \
            lib.made("document", "record_check", context, *ffi.text(record)) as document:
        def get(what):
            return lib.number_from(f"document_get_{what}", document)
        findings = range(lib.count_from("document_count_findings", document))
        return {
            "valid": bool(get("valid")),
            "worst": lib.name_of("severity", get("worst_severity")),
            "findings": [finding(lib, document, i) for i in findings],
            "messages": [lib.text_from("document_get_finding_text", document, i, ffi.MESSAGE) for i in findings],
            "unknown_keys": lib.count_from("document_count_unknown_keys", document),
            **score_words(lib, *(get(what) for what in ("class", "points", "answered", "no_class_reason"))),
        }


def score_words(lib, index_class, points, answered, reason):
    return {"class": lib.name_of("class", index_class), "points": points, "answered": answered,
            "no_class_reason": lib.name_of("no_class", reason)}


def scheme_of(lib, given):
    if "scheme_json" in given:
        only(given, "scheme_json", "ratings")
        return lib.made("scheme", "scheme_create_from_json", *ffi.text(json.dumps(given["scheme_json"])))
    only(given, "scheme", "pack", "ratings")
    return lib.made("scheme", "scheme_create", *ffi.text(given.get("pack", "")), *ffi.text(given["scheme"]))


def score(lib, given):
    with scheme_of(lib, given) as scheme:
        answers = [c_int32() for _ in range(4)]
        ratings = (c_uint8 * ffi.DOMAINS)(*given["ratings"])
        lib.call("scheme_score_ratings", scheme, ratings, *map(byref, answers))
        return score_words(lib, *(a.value for a in answers))


def score_together(lib, cases):
    """The answers of cases of one scheme, as columns through the function for many."""
    count = len(cases)
    columns = [(c_uint8 * count)(*(case["given"]["ratings"][d] for case in cases)) for d in range(ffi.DOMAINS)]
    ratings = (POINTER(c_uint8) * ffi.DOMAINS)(*(ctypes.cast(c, POINTER(c_uint8)) for c in columns))
    classes, answered, reasons = ((c_int8 * count)() for _ in range(3))
    points, unreadable = (c_int32 * count)(), c_int64()
    scores = ffi.ScoreColumns(struct_size=ctypes.sizeof(ffi.ScoreColumns), classes=classes, points=points,
                              answered=answered, reasons=reasons)
    with scheme_of(lib, cases[0]["given"]) as scheme:
        lib.call("scheme_score_columns", scheme, ratings, count, byref(scores), byref(unreadable))
    return [score_words(lib, *row) for row in zip(classes, points, answered, reasons)]


KINDS = {"number": check_number, "normalise": normalise, "municipality": municipality, "pseudonym": pseudonym,
         "record": check_record, "score": score}


# ---- Comparing


def answer_to(lib, case):
    only(case, "id", "kind", "reason", "given", "expected")
    if case["kind"] not in KINDS:
        raise TooOld(f"the runner is too old: it does not know the kind {case['kind']}")
    try:
        return KINDS[case["kind"]](lib, case["given"])
    except ffi.Refused as refused:
        return {"error": refused.code, "words": str(refused)}


def differences(expected, answer):
    """Key by key what was expected and what came instead."""
    if "error" in answer and "error" not in expected:
        return [f"  expected an answer, and the call was refused: {answer['words']}"]
    return [f"  {key}: expected {json.dumps(value, ensure_ascii=False)}, got "
            + (json.dumps(answer[key], ensure_ascii=False) if key in answer else "nothing")
            for key, value in expected.items() if key not in answer or answer[key] != value]


def failures_of(lib, cases):
    """What differs, by case."""
    failed = {}
    together = {}
    for case in cases:
        try:
            found = differences(case["expected"], answer_to(lib, case))
        except (TooOld, KeyError, TypeError, ValueError) as fault:
            found = [f"  {fault if isinstance(fault, TooOld) else f'the case cannot be read: {fault!r}'}"]
        if not case["expected"]:
            found.append("  the case expects nothing")
        if found:
            failed[case["id"]] = found
        elif case["kind"] == "score" and "error" not in case["expected"]:
            scheme = {key: value for key, value in case["given"].items() if key != "ratings"}
            together.setdefault(json.dumps(scheme, sort_keys=True), []).append(case)
    for group in together.values():
        for case, answer in zip(group, score_together(lib, group)):
            found = differences(case["expected"], answer)
            if found:
                failed[case["id"]] = ["  among many:", *found]
    return failed


def read_cases(places):
    cases = []
    for place in places:
        for file in sorted(place.glob("*.ndjson")) if place.is_dir() else [place]:
            with open(file, encoding="utf-8") as lines:
                cases += [json.loads(line) for line in lines if line.strip()]
    return cases


def summary(cases, failed, kinds):
    by_kind = ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds))
    return f"conformance: {cases} cases, {cases - failed} passed ({by_kind})"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--library", required=True, help="the shared library, libbrukerplan.so.1")
    parser.add_argument("cases", nargs="*", type=Path, default=[Path(__file__).resolve().parent])
    chosen = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")

    cases = read_cases(chosen.cases)
    twice = [name for name, times in Counter(case["id"] for case in cases).items() if times > 1]
    failed = failures_of(ffi.Library(chosen.library), cases)
    for case in cases:
        if case["id"] in failed:
            print(f"{case['id']}: {case['reason']}", *failed[case["id"]], sep="\n")
    for name in twice:
        print(f"{name}: there is more than one case of this id")
    kinds = Counter(case["kind"] for case in cases)
    print(summary(len(cases), len(failed), kinds))
    return 0 if cases and not failed and not twice else 1


if __name__ == "__main__":
    sys.exit(main())
