#!/usr/bin/env python3
"""Validation and scoring from Python: this package beside Polars, pandera, pydantic and pandas, on one thread.

    python_peers.py --clean clean.csv --broken broken.csv [--rows N] [--json]

`validation_rows.py` writes the files; their records are repeated until there are N rows (a million). Records a second of
processor time, the median of several runs, from the table as a program holds it to what was found in it. Ours is the call that
anybody makes, `bp.validate(frame)` and `bp.score(frame)` with their defaults, which keep 100 000 findings with their messages; and
with exact counts alone, from pyarrow, as the goal and the benchmark in C++ have it. Columns are dictionaries but for references and
national numbers; or besides small integers, days, and lists of places in a dictionary; or all text. The goal stands beside what has
one, and at the end how many times as fast ours is. The rules of the peers are those of `validation_peers.py`, which has them
checked; what costs them much is measured with fewer records. Scores are of the eight columns alone, since the peers look at no
other, and for us of the whole table too. Before the clock starts the scores of clean records are compared. pandas has no rules
here: it scores.
"""
import os

os.environ["POLARS_MAX_THREADS"] = "1"  # before Polars is imported

import argparse  # noqa: E402
import collections  # noqa: E402
import functools  # noqa: E402
import json  # noqa: E402
import operator  # noqa: E402
import pathlib  # noqa: E402
import statistics  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

import pandas as pd  # noqa: E402
import polars as pl  # noqa: E402

import brukerplan as bp  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from peers import frames, validation_pandera, validation_polars, validation_pydantic  # noqa: E402
from peers.pack_facts import PackFacts  # noqa: E402

FACTS = PackFacts()
REPETITIONS = 5
FEW = {"pydantic": 5_000, "pandera": 20_000}
POINTS = {"green": 0, "yellow": 1, "red": 2}
CUT_OFFS = (5, 9, 13)
# Goal P3: records a second of ours where columns are dictionaries or small integers, and how many times as fast as a peer.
LEAST_RATES = {"clean": 10_000_000, "broken": 3_000_000}
LEAST_TIMES = {"polars": 10, "pandera": 100, "pydantic": 100}


def median_rate(records, run):
    run()
    seconds = []
    for _ in range(REPETITIONS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return round(records / statistics.median(seconds))


def repeated(frame, rows):
    return pl.concat([frame] * (rows // frame.height + 1)).head(rows).rechunk()


def polars_scores(frame):
    """Points, and class as a number from 1; null where a domain is not assessed."""
    points = functools.reduce(operator.add, (pl.col(d).replace_strict(POINTS, default=None, return_dtype=pl.Int8) for d in bp.DOMAINS))
    index = functools.reduce(operator.add, ((pl.col("points") >= bound).cast(pl.Int8) for bound in CUT_OFFS)) + 1
    return frame.select(points=points).with_columns(index=index)


def pandas_scores(frame):
    points = functools.reduce(operator.add, (frame[domain].map(POINTS).astype("float") for domain in bp.DOMAINS))
    return pd.DataFrame({"points": points, "index": sum((points >= bound).astype("int8") for bound in CUT_OFFS).where(points.notna()) + 1})


def validation_runs(text, dictionary):
    for shape, frame in (("dictionary", dictionary), ("integers", frames.numbers(text, FACTS)), ("text", text)):
        arrow = frame.to_arrow()
        yield "brukerplan from Polars", shape, frame.height, lambda frame=frame: bp.validate(frame, test_numbers=True)
        yield "brukerplan from pyarrow", shape, frame.height, lambda arrow=arrow: bp.validate(arrow, test_numbers=True)
        if shape != "text":
            yield "brukerplan, counts alone", shape, frame.height, lambda arrow=arrow: bp.validate(
                arrow, test_numbers=True, max_findings=0, keep_rows=False)
        if shape == "integers":
            continue  # the cells of the peers are read from text, or from a dictionary of it
        yield "polars", shape, frame.height, lambda frame=frame: validation_polars.findings(frame, FACTS).sum()
    few = dictionary.head(FEW["pandera"])
    yield "pandera", "dictionary", few.height, lambda: validation_pandera.findings(few, FACTS)
    records = text.head(FEW["pydantic"]).to_dicts()
    yield "pydantic", "text", len(records), lambda: [validation_pydantic.validate(one) for one in records]


def scoring_runs(text, dictionary):
    domains = text.select(bp.DOMAINS).to_pandas()
    categories = dictionary.select(bp.DOMAINS).to_pandas()
    for shape, frame, theirs in (("dictionary", dictionary, categories), ("text", text, domains)):
        plain = frame.select(bp.DOMAINS)
        yield "brukerplan, whole table", shape, frame.height, lambda frame=frame: bp.score(frame, "sum16/1")
        yield "brukerplan from Polars", shape, frame.height, lambda plain=plain: bp.score(plain, "sum16/1")
        yield "polars", shape, frame.height, lambda plain=plain: polars_scores(plain)
        yield "pandas", shape, frame.height, lambda theirs=theirs: pandas_scores(theirs)


def goal_of(row):
    """Records a second that ours is to reach; None where nothing is said."""
    ours = row["what"] == "validation" and row["peer"].startswith("brukerplan") and row["shape"] != "text"
    return LEAST_RATES[row["quality"]] if ours else None


def times_as_fast(rows):
    """How many times as fast as each peer ours is at least, from either library, where columns are dictionaries."""
    ours = {}
    for row in rows:
        if row["what"] != "validation":
            continue
        if row["peer"].startswith("brukerplan from") and row["shape"] == "dictionary":
            ours[row["quality"]] = min(row["records_per_second"], ours.get(row["quality"], float("inf")))
    for row in rows:
        if row["what"] == "validation" and row["peer"] in LEAST_TIMES and (row["peer"], row["shape"]) != ("polars", "text"):
            yield {"what": "times as fast", "peer": row["peer"], "quality": row["quality"],
                   "times": round(ours[row["quality"]] / row["records_per_second"], 1), "goal": LEAST_TIMES[row["peer"]]}


def shown(row):
    goal = f" (goal: at least {row['goal']:,})" if row["goal"] else ""
    if "times" in row:
        return f"{row['what']} as {row['peer']:<18} dictionary {row['quality']:<6} {row['times']:,}{goal}"
    return (f"{row['what']:<10} {row['peer']:<24} {row['shape']:<10} {row['quality']:<6} {row['records']:>9,} records "
            f"{row['records_per_second']:>12,} records/s{goal}")


def agree(text, dictionary):
    """Whether everybody has the same classes."""
    ours = collections.Counter(bp.score(text, "sum16/1").to_polars()["class"].cast(str))
    expected = [ours[name] for name in bp.CLASSES]
    for frame in (text, dictionary):
        for scored in (polars_scores(frame.select(bp.DOMAINS))["index"].to_list(), pandas_scores(frame.select(bp.DOMAINS).to_pandas())["index"]):
            theirs = collections.Counter(0 if index is None or index != index else int(index) for index in scored)
            if [theirs[index] for index in range(5)] != expected:
                return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clean", required=True)
    parser.add_argument("--broken", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    tell = json.dumps if options.json else shown
    rows = []
    for quality in ("clean", "broken"):
        text = repeated(frames.texts(getattr(options, quality)), options.rows)
        dictionary = frames.dictionaries(text, FACTS)
        if quality == "clean" and not agree(text.head(50_000), dictionary.head(50_000)):
            sys.exit("python_peers: the peers do not agree on the scores")
        runs = [("validation", run) for run in validation_runs(text, dictionary)]
        runs += [("scoring", run) for run in scoring_runs(text, dictionary)] if quality == "clean" else []
        for what, (peer, shape, records, run) in runs:
            row = {"what": what, "peer": peer, "shape": shape, "quality": quality, "records": records,
                   "records_per_second": median_rate(records, run)}
            rows.append(row | {"goal": goal_of(row)})
            print(tell(rows[-1]), flush=True)
    for row in times_as_fast(rows):
        print(tell(row), flush=True)


if __name__ == "__main__":
    main()
