#!/usr/bin/env python3
"""The rules of the pack brukerplan/2024 as others would write them: Polars, pydantic and pandera, on one thread.

    validation_peers.py check --command build/release/bin/brukerplan [--least N] FILE...
    validation_peers.py measure --clean clean.csv --broken broken.csv [--json]

`check` compares the records that each rule finds with those of `brukerplan validate --test-numbers`, and ends with 1
when they differ, or when a record breaks fewer than N rules. `measure` gives records a second of processor time, the median of several runs (Google Benchmark counts
so too); `validation_rows.py` writes the files.

The columns come in three shapes. `text`: as a CSV reader gives them. `dictionary`: cells that repeat are places in a
dictionary. `integers`: every cell is read before the clock starts, which leaves the rules alone. A record costs pydantic
and pandera so much that they get fewer records.
"""
import os

os.environ["POLARS_MAX_THREADS"] = "1"  # before Polars is imported

import argparse  # noqa: E402
import collections  # noqa: E402
import json  # noqa: E402
import pathlib  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

import pandera  # noqa: E402
import polars  # noqa: E402
import pydantic  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from peers import cells_polars, frames, validation_pandera, validation_polars, validation_pydantic  # noqa: E402
from peers.pack_facts import LEFT_OUT, PackFacts  # noqa: E402

FACTS = PackFacts()
REPETITIONS = 7
SAMPLES = {"pydantic": 5_000, "pandera": 20_000}


def say(*words):
    print(*words, file=sys.stderr)


def records_by_rule(command, path):
    done = subprocess.run([command, "validate", path, "--test-numbers", "--format", "ndjson"], capture_output=True,
                          text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    found = {}
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found.setdefault(finding["code"], set()).add(finding["record"])
    return found


def by_polars(frame, records):
    found = validation_polars.findings(frame, FACTS)
    return {code: {records[row] for row in found[code].arg_true()} for code in found.columns}


def by_pydantic(frame, records):
    found = {rule["code"]: set() for rule in FACTS.rules}
    for index, record in zip(records, frame.iter_rows(named=True)):
        for code in validation_pydantic.validate(record):
            found[code].add(index)
    return found


def differences(name, ours, theirs, records):
    """Lines about the rules for which the records differ: numbers of records alone, no cell of one."""
    records = set(records)
    for code, found in theirs.items():
        expected = ours.get(code, set()) & records
        if expected != found:
            yield (f"{name}: {code}: {len(expected)} records here, {len(found)} there; "
                   f"only here {sorted(expected - found)[:5]}, only there {sorted(found - expected)[:5]}")


def too_good(ours, records, least):
    broken = collections.Counter(record for found in ours.values() for record in found)
    few = [record for record in records if broken[record] < least]
    if few:
        yield f"{len(few)} records break fewer than {least} rules: {few[:5]}"


def compared(command, path, least):
    ours = records_by_rule(command, path)
    frame, records = frames.well_formed(path)
    yield from too_good(ours, records, least)
    yield from differences("polars, text", ours, by_polars(frame, records), records)
    yield from differences("polars, dictionary", ours, by_polars(frames.dictionaries(frame, FACTS), records), records)
    sample = frame.head(SAMPLES["pydantic"])
    few = records[:sample.height]
    theirs = by_polars(sample, few)
    yield from differences("pydantic", ours, by_pydantic(sample, few), few)
    counts = validation_pandera.findings(sample, FACTS)
    for code, found in theirs.items():
        if len(found) != counts.get(code, 0):
            yield f"pandera: {code}: {len(found)} records by Polars alone, {counts.get(code, 0)} there"
    strangers = set(ours) - set(theirs) - set(FACTS.left_out)
    yield from (f"{code}: no peer has this rule" for code in sorted(strangers))


def check(options):
    failed = False
    for path in options.files:
        for line in compared(options.command, path, options.least):
            failed = True
            print(f"{pathlib.Path(path).name}: {line}")
    if failed:
        sys.exit(1)
    print(f"{len(FACTS.rules)} rules find the same records in {len(options.files)} files")


def median_rate(records, run):
    run()
    seconds = []
    for _ in range(REPETITIONS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return round(records / statistics.median(seconds))


def counted(found):
    return found.sum()


def measured(quality, path):
    text = frames.texts(path)
    dictionary = frames.dictionaries(text, FACTS)
    values = cells_polars.read_cells(text, FACTS)
    runs = [
        ("polars", polars, "integers", values, lambda: counted(validation_polars.findings_of_values(values, FACTS))),
        ("polars", polars, "dictionary", dictionary, lambda: counted(validation_polars.findings(dictionary, FACTS))),
        ("polars", polars, "text", text, lambda: counted(validation_polars.findings(text, FACTS))),
    ]
    few = dictionary.head(SAMPLES["pandera"])
    runs.append(("pandera", pandera, "dictionary", few, lambda: validation_pandera.findings(few, FACTS)))
    records = text.head(SAMPLES["pydantic"]).to_dicts()
    runs.append(("pydantic", pydantic, "text", records, lambda: [validation_pydantic.validate(one) for one in records]))
    for peer, module, shape, data, run in runs:
        yield {"peer": peer, "version": module.__version__, "rules": len(FACTS.rules), "shape": shape,
               "quality": quality, "records": len(data), "records_per_second": median_rate(len(data), run)}


def measure(options):
    for quality in ("clean", "broken"):
        for row in measured(quality, getattr(options, quality)):
            if options.json:
                print(json.dumps(row), flush=True)
            else:
                print(f"{row['peer']:<9} {row['shape']:<11} {row['quality']:<7} {row['records']:>8} records "
                      f"{row['records_per_second']:>11,} records/s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sorts = parser.add_subparsers(required=True)
    one = sorts.add_parser("check")
    one.set_defaults(run=check)
    one.add_argument("--command", required=True)
    one.add_argument("--least", type=int, default=0)
    one.add_argument("files", nargs="+")
    one = sorts.add_parser("measure")
    one.set_defaults(run=measure)
    one.add_argument("--clean", required=True)
    one.add_argument("--broken", required=True)
    one.add_argument("--json", action="store_true")
    options = parser.parse_args()
    say("Rules that the peers leave out: " + ", ".join(FACTS.left_out) + " (" + "; ".join(LEFT_OUT.values()) + ")")
    options.run(options)


if __name__ == "__main__":
    main()
