"""What is promised of the C interface is held by tests that exist.

usage: promises.py <capi/abi/promises.md> <build folder> <source folder> <ctest> <prefix>=<program of cases>...
"""
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

PROMISES = 29


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tests_of(ctest: str, build: str) -> set[str]:
    return {test["name"] for test in json.loads(output(ctest, "--test-dir", build, "--show-only=json-v1"))["tests"]}


def cases_of(prefix: str, program: str) -> set[str]:
    """The cases of a program that the build runs in parts, by their names."""
    return {f"{prefix}:{line}" for line in output(program, "--list-test-cases").splitlines()}


def main(page: str, build: str, source: str, ctest: str, *programs: str) -> int:
    text = pathlib.Path(page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    problems = []
    if [int(number) for number, _, _ in rows] != list(range(1, PROMISES + 1)):
        problems.append(f"the promises are not numbered from 1 to {PROMISES}")
    names = tests_of(ctest, build).union(*(cases_of(*program.split("=", 1)) for program in programs))
    for number, _, held in rows:
        holders = re.findall(r"`([^`]+)`", held)
        if not any(not holder.startswith("tests/all/") for holder in holders):
            problems.append(f"promise {number} is held by no test of the build")
        for holder in holders:
            if holder.startswith("tests/all/"):
                there = pathlib.Path(source, holder).is_file()
            else:
                # Names may have brackets; only the asterisk stands for anything.
                there = any(fnmatch.fnmatchcase(name, holder.replace("[", "[[]")) for name in names)
            if not there:
                problems.append(f"promise {number}: there is no test {holder}")
    print("\n".join(problems) or f"{len(rows)} promises, {len(names)} tests in the build")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
