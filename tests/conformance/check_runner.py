"""The runner reports every answer that is changed, and whatever it does not know.

usage: check_runner.py <library>
"""
import contextlib
import copy
import io
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import run

HERE = Path(__file__).resolve().parent
OF_EACH = 12  # cases of each kind in which every key is changed
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def changed(value):
    """Other answers than `value`."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1, str(value)]
    if isinstance(value, str):
        return [value + "x", ""] if value else ["x"]
    if isinstance(value, list):
        others = [value + ["x"], value[:-1]] if value else [["x"]]
        if len(value) > 1 and value != value[::-1]:
            others.append(value[::-1])
        if value and isinstance(value[0], dict):
            others += [[{**value[0], key: other}, *value[1:]] for key in value[0] for other in changed(value[0][key])]
        return others
    raise TypeError(value)


def mutants(cases):
    """Cases with one answer changed, and the key that was."""
    by_kind = defaultdict(list)
    for case in cases:
        by_kind[case["kind"], "error" in case["expected"]].append(case)
    for group in by_kind.values():
        for case in group[::max(1, len(group) // OF_EACH)]:
            for key, value in case["expected"].items():
                for i, other in enumerate(changed(value)):
                    mutant = copy.deepcopy(case)
                    mutant["expected"][key] = other
                    mutant["id"] = f"{case['id']}#{key}{i}"
                    yield mutant, key
    for case in (by_kind["score", True] + by_kind["record", True])[:4]:
        yield {**case, "id": f"{case['id']}#answer", "expected": {"class": "green"}}, "class"
    for case in (by_kind["score", False] + by_kind["record", False])[:4]:
        yield {**case, "id": f"{case['id']}#error", "expected": {"error": "unknown_pack"}}, "error"


def ran(library, cases):
    """Exit code and output of the runner over cases in a file."""
    with tempfile.TemporaryDirectory() as folder:
        lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
        Path(folder, "cases.ndjson").write_text(lines, encoding="utf-8")
        output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(output):
            code = run.main(["--library", library, folder])
        output.seek(0)
        return code, output.read()


def answers(library, cases):
    made = list(mutants(cases))
    code, output = ran(library, [mutant for mutant, _ in made])
    lines = output.splitlines()
    expect(code == 1, "changed answers end with success")
    for mutant, key in made:
        heading = f"{mutant['id']}: {mutant['reason']}"
        expect(heading in lines, f"{mutant['id']} is not reported")
        if heading in lines:
            told = lines[lines.index(heading) + 1]
            refused = told.startswith("  expected an answer")
            expect(told.startswith(f"  {key}: expected ") or refused, f"{mutant['id']}: {key} is not told, but: {told}")
    expect(lines[-1].startswith(f"conformance: {len(made)} cases, 0 passed ("), f"the summary says: {lines[-1]}")
    print(f"{len(made)} changed answers")


def misuse(library, cases):
    one = {kind: next(c for c in cases if c["kind"] == kind and "error" not in c["expected"]) for kind in run.KINDS}

    def refused(what, *changed_cases):
        code, output = ran(library, changed_cases)
        expect(code == 1, f"{what}: the runner succeeds")
        return output

    for kind, case in one.items():
        expect(ran(library, [case])[0] == 0, f"a case of kind {kind} by itself fails")
        output = refused(f"{kind}: an unknown key", {**case, "given": {**case["given"], "colour": "blue"}})
        expect("too old" in output, f"{kind}: an unknown key of `given` is not told")
        refused(f"{kind}: an unknown key of `expected`", {**case, "expected": {**case["expected"], "colour": "blue"}})
        refused(f"{kind}: nothing expected", {**case, "expected": {}})
        refused(f"{kind}: the same id twice", case, case)
    expect("too old" in refused("an unknown kind", {**one["number"], "kind": "colour"}), "an unknown kind is not told")
    record = one["record"]
    options = {**record["given"], "options": {**record["given"]["options"], "colour": "blue"}}
    expect("too old" in refused("an unknown option", {**record, "given": options}), "an unknown option is not told")
    policy = {"text": "1", "policy": {"colour": "blue"}}
    expect("too old" in refused("an unknown key of a policy", {**one["number"], "given": policy}),
           "an unknown key of a policy is not told")
    refused("no case at all")


def together(library, cases):
    """Scores of many are compared as well as those of one."""
    some = [case for case in cases if case["kind"] == "score" and "error" not in case["expected"]][:3]
    honest = run.score_together
    run.score_together = lambda lib, group: [{**answer, "points": answer["points"] + 1} for answer in honest(lib, group)]
    try:
        code, output = ran(library, some)
    finally:
        run.score_together = honest
    expect(code == 1 and output.count("among many") == len(some), "a wrong score among many is not reported")


def main(library):
    cases = run.read_cases([HERE])
    for part in (answers, misuse, together):
        part(library, cases)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
