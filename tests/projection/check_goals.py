"""Compares measured goals of projections with those that are known to be missed.

    check_goals.py RESULTS MISSED

RESULTS is what projection_goals writes with --json. MISSED has one goal a line: name of the world, form, goal, what was
measured, separated by tabs; # begins a comment and * stands for any world or form. Fails for a goal that is missed and not
listed. What is listed and was met is said, and no failure: chance decides at the edge.
"""
import fnmatch
import json
import pathlib
import sys


def main():
    results = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    listed = [line.split("\t") for line in pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")]

    def is_listed(result):
        keys = [result[key] for key in ("world", "form", "goal", "what")]
        return any(all(map(fnmatch.fnmatchcase, keys, line)) for line in listed)

    missed = [result for result in results if not result["met"]]
    unexpected = [result for result in missed if not is_listed(result)]
    print(f"{len(results) - len(missed)} of {len(results)} goals met, {len(missed) - len(unexpected)} missed as listed")
    for result in unexpected:
        print(f"missed: {result['world']} ({result['form']}): {result['goal']}, {result['what']}: {result['measured']}")
    return 1 if unexpected or not results else 0


if __name__ == "__main__":
    sys.exit(main())
