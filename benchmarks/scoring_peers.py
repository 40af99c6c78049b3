#!/usr/bin/env python3
"""Records a second of NumPy and Polars for class and points of eight one-byte ratings (goal P1).

    scoring_peers.py [--records N] [--rounds N]

Writes one JSON object a line: peer, records, checksum, records_per_second (the best of several rounds, one thread). Each
does what sum16/1 says: every number is checked, the points of the colours are added, and the sum gives the class. A peer
that is not installed has "missing": true and makes the exit code 2.
"""

import argparse
import functools
import json
import operator
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"
CUT_OFFS = (5, 9, 13)
NONE = 0


def best_of(rounds, work):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        answer = work()
        best = min(best, time.perf_counter() - start)
    return answer, best


def by_numpy(np, columns):
    """Class and points, one byte each; a row with a number that is no rating or with 0 has neither."""
    points = np.zeros(len(columns[0]), dtype=np.int8)
    good = np.ones(len(columns[0]), dtype=bool)
    for column in columns:
        points += column.view(np.int8) - 1
        good &= (column >= 1) & (column <= 3)
    classes = np.ones(len(points), dtype=np.int8)
    for bound in CUT_OFFS:
        classes += points >= bound
    classes[~good] = NONE
    points[~good] = 0
    return classes, points


def by_numpy_table(np, columns, table):
    """The trick of one table: eight columns into a number of 16 bits, which is looked up."""
    code = np.zeros(len(columns[0]), dtype=np.uint16)
    high = np.zeros(len(columns[0]), dtype=np.uint8)
    for place, column in enumerate(columns):
        code |= column.astype(np.uint16) << np.uint16(2 * place)
        high |= column
    found = table[code]
    found[high > 3] = 0
    return found & 0xFF, found >> 8


def by_polars(pl, frame):
    """Points and goodness first, so that each is worked out once; then what follows from them."""
    names = frame.columns
    points = functools.reduce(operator.add, (pl.col(name).cast(pl.Int8) - 1 for name in names))
    good = functools.reduce(operator.and_, ((pl.col(name) >= 1) & (pl.col(name) <= 3) for name in names))
    index = functools.reduce(operator.add, ((pl.col("points") >= bound).cast(pl.Int8) for bound in CUT_OFFS)) + 1
    return frame.select(points.alias("points"), good.alias("good")).select(
        pl.when(pl.col("good")).then(index).otherwise(NONE).cast(pl.Int8).alias("class"),
        pl.when(pl.col("good")).then(pl.col("points")).otherwise(0).cast(pl.Int8).alias("points"))


def told(peer, records, answer, seconds):
    classes, points = answer
    checksum = int((classes.astype("int64") * 31 + points).sum())
    print(json.dumps({"peer": peer, "records": records, "checksum": checksum,
                      "records_per_second": round(records / seconds)}))
    return checksum


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=1 << 23)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    try:
        import numpy as np
        import polars as pl
    except ImportError:
        for peer in ("numpy", "polars"):
            print(json.dumps({"peer": peer, "missing": True}))
        return 2
    columns = list(np.random.default_rng(16).integers(0, 4, (8, options.records), dtype=np.uint8))
    every = [np.array([code >> 2 * place & 3 for code in range(65536)], dtype=np.uint8) for place in range(8)]
    classes, points = by_numpy(np, every)
    table = classes.astype(np.uint16) | points.astype(np.uint16) << 8
    checksums = {
        told("numpy, column by column", options.records, *best_of(options.rounds, lambda: by_numpy(np, columns))),
        told("numpy, one table", options.records, *best_of(options.rounds, lambda: by_numpy_table(np, columns, table))),
    }
    frame = pl.DataFrame({f"d{place}": column for place, column in enumerate(columns)})
    scored, seconds = best_of(options.rounds, lambda: by_polars(pl, frame))
    answer = scored["class"].to_numpy(), scored["points"].to_numpy()
    checksums.add(told("polars", options.records, answer, seconds))
    if len(checksums) != 1:
        print("scoring_peers: the peers do not agree", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
