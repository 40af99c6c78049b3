"""Runs the cases of the conformance kit through the package: python conformance.py [FILE or FOLDER]..."""

import collections
import json
import pathlib
import sys

import brukerplan as bp
from brukerplan import _core, municipality, national_id
from brukerplan._names import NO_CLASS_REASONS, SEVERITIES

KIT = pathlib.Path(__file__).resolve().parents[1] / "conformance"


class TooOld(Exception):
    """A case asks for what this runner does not know."""


def only(given, *known):
    if unknown := sorted(set(given) - set(known)):
        raise TooOld(f"the runner is too old: it does not know {', '.join(unknown)}")
    return given


def policy_of(given):
    policy = dict(only(given.get("policy", {}), *national_id.Policy.__dataclass_fields__))
    if "kinds" in policy:
        policy["kinds"] = tuple(policy["kinds"])
    return national_id.Policy(**policy)


def number(given):
    only(given, "text", "policy")
    found = national_id.check(given["text"], policy_of(given))
    return {
        "valid": found.valid,
        "reason": found.reason or "none",
        "position": -1 if found.position is None else found.position,
        "kinds": list(found.kinds),
        "rules": list(found.rules),
        "sex": found.sex,
        "birth_years": list(found.birth_years),
    }


def normalise(given):
    only(given, "text")
    found = national_id.normalise(given["text"])
    return {"digits": found.digits, "changes": list(found.changes)}


def validity(given):
    only(given, "code", "date")
    return {"validity": municipality.validity(given["code"], given["date"])}


def pseudonym(given):
    only(given, "key", "purpose", "text", "policy")
    with bp.linking_pseudonymiser(bytes.fromhex(given["key"]), given["purpose"]) as maker:
        return {"pseudonym": maker.make(given["text"], policy_of(given)).hex()}


def words(score):
    return {
        "class": score.index_class,
        "points": score.points or 0,
        "answered": score.answered,
        "no_class_reason": score.reason or "none",
    }


OPTIONS = {
    "pack": "pack",
    "pack_json": "pack",
    "mapping": "mapping",
    "profile": "profile",
    "scheme": "scheme",
    "scheme_json": "scheme",
    "language": "lang",
    "test_numbers": "test_numbers",
    "reference_date": "reference_date",
}


def record(given):
    only(given, "options", "record", "text")
    options = only(given.get("options", {}), *OPTIONS, "period_first", "period_last")
    arguments = {OPTIONS[key]: value for key, value in options.items() if key in OPTIONS}
    arguments["period"] = (options.get("period_first"), options.get("period_last"))
    found = bp.check(given["text"] if "text" in given else given["record"], **arguments)
    worst = max((SEVERITIES.index(finding.severity) for finding in found.findings), default=0)
    return {
        "valid": found.valid,
        "worst": SEVERITIES[worst],
        "findings": [{"code": f.code, "severity": f.severity, "field": f.field or ""} for f in found.findings],
        "messages": [f.message for f in found.findings],
        "unknown_keys": found.unknown_keys,
        **words(found.score),
    }


def scheme_of(given):
    only(given, "scheme", "scheme_json", "pack", "ratings")
    return bp.Scheme(given["scheme_json"]) if "scheme_json" in given else bp.Scheme(given["scheme"], pack=given.get("pack"))


def score(given):
    return words(scheme_of(given).score(given["ratings"]))


def score_together(cases):
    columns = [bytes(case["given"]["ratings"][domain] for case in cases) for domain in range(8)]
    found = scheme_of(cases[0]["given"]).score_columns(columns)
    return [
        {"class": bp.CLASSES[index_class], "points": points, "answered": answered, "no_class_reason": NO_CLASS_REASONS[reason]}
        for index_class, points, answered, reason in zip(*found)
    ]


KINDS = {
    "number": number,
    "normalise": normalise,
    "municipality": validity,
    "pseudonym": pseudonym,
    "record": record,
    "score": score,
}


def answer_to(case):
    only(case, "id", "kind", "reason", "given", "expected")
    if case["kind"] not in KINDS:
        raise TooOld(f"the runner is too old: it does not know the kind {case['kind']}")
    try:
        return KINDS[case["kind"]](case["given"])
    except bp.BrukerplanError as error:
        return {"error": _core.code_name(error.code)}


def differences(expected, answer):
    return [
        f"  {key}: expected {value!r}, got {answer.get(key, 'nothing')!r}"
        for key, value in expected.items()
        if key not in answer or answer[key] != value
    ]


def failures_of(cases):
    failed, together = {}, {}
    for case in cases:
        try:
            found = differences(case["expected"], answer_to(case))
        except TooOld as fault:
            found = [f"  {fault}"]
        if found:
            failed[case["id"]] = found
        elif case["kind"] == "score" and "error" not in case["expected"]:
            scheme = {key: value for key, value in case["given"].items() if key != "ratings"}
            together.setdefault(json.dumps(scheme, sort_keys=True), []).append(case)
    for group in together.values():
        for case, answer in zip(group, score_together(group)):
            if found := differences(case["expected"], answer):
                failed[case["id"]] = ["  among many:", *found]
    return failed


def read_cases(places):
    for place in map(pathlib.Path, places):
        for file in sorted(place.glob("*.ndjson")) if place.is_dir() else [place]:
            with open(file, encoding="utf-8") as lines:
                yield from (json.loads(line) for line in lines if line.strip())


def main(places):
    cases = list(read_cases(places))
    failed = failures_of(cases)
    for case in cases:
        if case["id"] in failed:
            print(f"{case['id']}: {case['reason']}", *failed[case["id"]], sep="\n")
    kinds = collections.Counter(case["kind"] for case in cases)
    print(
        f"conformance: {len(cases)} cases, {len(cases) - len(failed)} passed ({', '.join(f'{k} {kinds[k]}' for k in sorted(kinds))})"
    )
    return 0 if cases and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [KIT]))
