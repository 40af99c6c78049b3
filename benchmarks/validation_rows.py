#!/usr/bin/env python3
"""Writes the records that validation is measured on: the same bytes for the same arguments.

    validation_rows.py clean  --command build/release/bin/brukerplan --recipients 100000 --seed 1 --out clean.csv
    validation_rows.py broken --clean clean.csv --seed 1 --out broken.csv

`clean`: simulated people about whom the validator has nothing to say. `broken`: the same with mistakes of every part of
the form in every record, each of which breaks a rule of its own, so that each record breaks ten rules or more.
"""
import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from peers import mistakes  # noqa: E402


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        return next(rows), list(rows)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def clean(options):
    simulated = pathlib.Path(f"{options.out}.simulated")
    subprocess.run([options.command, "simulate", "--recipients", str(options.recipients), "--seed", str(options.seed),
                    "--out", simulated], check=True, capture_output=True)
    done = subprocess.run([options.command, "validate", simulated, "--test-numbers", "--format", "ndjson"],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    named = {json.loads(line)["record"] for line in done.stdout.splitlines()}
    header, rows = read(simulated)
    write(options.out, header, [row for index, row in enumerate(rows) if index not in named])
    simulated.unlink()


def broken(options):
    header, rows = read(options.clean)
    chance = random.Random(options.seed)
    write(options.out, header, [list(mistakes.broken(dict(zip(header, row)), chance).values()) for row in rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sorts = parser.add_subparsers(required=True)
    for sort in (clean, broken):
        one = sorts.add_parser(sort.__name__)
        one.set_defaults(run=sort)
        one.add_argument("--seed", type=int, default=1)
        one.add_argument("--out", required=True)
        if sort is clean:
            one.add_argument("--command", required=True)
            one.add_argument("--recipients", type=int, default=100_000)
        else:
            one.add_argument("--clean", required=True)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
