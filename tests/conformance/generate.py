#!/usr/bin/env python3
"""Writes the cases of the conformance kit.

usage: generate.py [--check]

Every answer comes from the descriptions in generator/ or is written there by hand: nothing here calls the library. With
--check nothing is written, and the program fails when a file is not what it would write. Standard library only.
"""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "generator"))

from cases import Cases  # noqa: E402
import municipality_cases  # noqa: E402
import normalise_cases  # noqa: E402
import number_cases  # noqa: E402
import number_policy_cases  # noqa: E402
import pseudonym_cases  # noqa: E402
import record_cases  # noqa: E402
import record_cases_packs  # noqa: E402
import record_cases_people  # noqa: E402
import record_cases_round  # noqa: E402
import record_cases_situation  # noqa: E402
import score_cases  # noqa: E402

MODULES = (number_cases, number_policy_cases, normalise_cases, municipality_cases, pseudonym_cases, record_cases,
           record_cases_packs, record_cases_people, record_cases_round, record_cases_situation, score_cases)


def main(check):
    cases = Cases()
    for module in MODULES:
        module.add_cases(cases)
    files = cases.files()
    stale = {file.name for file in HERE.glob("*.ndjson")} - set(files)
    for name, text in files.items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            stale.add(name)
            if not check:
                path.write_bytes(text.encode("utf-8"))
    if check:
        for name in sorted(stale):
            print(f"{name} is not what generate.py writes")
        return 1 if stale else 0
    print(f"{len(cases)} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
