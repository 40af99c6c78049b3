#!/usr/bin/env python3
"""Numbers a second of python-stdnum and @navikt/fnrvalidator, for the table of tools/bench.

    national_id_benchmark --print-numbers valid | national_id_peers.py [--node-modules DIR]

Reads one number a line and writes one JSON object a line: peer, numbers, accepted,
numbers_per_second (the best of several rounds). A peer that is not installed has "missing": true
and makes the exit code 2.
"""

import argparse
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def time_stdnum(numbers: list[str], rounds: int) -> dict:
    try:
        from stdnum.no.fodselsnummer import is_valid
    except ImportError:
        return {"peer": "python-stdnum", "missing": True}
    best = float("inf")
    accepted = 0
    for _ in range(rounds):
        start = time.perf_counter()
        accepted = sum(map(is_valid, numbers))
        best = min(best, time.perf_counter() - start)
    return {
        "peer": "python-stdnum",
        "numbers": len(numbers),
        "accepted": accepted,
        "numbers_per_second": round(len(numbers) / best),
    }


def time_fnrvalidator(numbers: list[str], rounds: int, node_modules: str) -> dict:
    try:
        done = subprocess.run(
            ["node", os.path.join(HERE, "national_id_peers.mjs"), node_modules, str(rounds)],
            input="\n".join(numbers) + "\n",
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return {"peer": "@navikt/fnrvalidator", "missing": True}
    return json.loads(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--node-modules", default="node_modules")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    numbers = sys.stdin.read().split()
    if not numbers:
        print("national_id_peers: no numbers on standard input", file=sys.stderr)
        return 2
    results = [
        time_stdnum(numbers, options.rounds),
        time_fnrvalidator(numbers, options.rounds, options.node_modules),
    ]
    for result in results:
        print(json.dumps(result))
    return 2 if any("missing" in result for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
