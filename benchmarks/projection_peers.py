#!/usr/bin/env python3
"""Seven quantiles of negative binomial laws, by SciPy, for the table of tools/bench (goal P8).

    projection_benchmark --print-laws | projection_peers.py

Reads one law a line: its mean, its dispersion, and this library's quantiles at 5, 10, 25, 50, 75, 90 and 95 %. Writes one JSON
object: peer, laws, laws_per_second (the best of several rounds, one thread), agreeing (the share of equal quantiles). Without
SciPy it has "missing": true and the exit code is 2.
"""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
LEVELS = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
ROUNDS = 3


def main():
    try:
        import numpy as np
        import scipy
        from scipy.stats import nbinom
    except ImportError:
        print(json.dumps({"peer": "scipy", "missing": True}))
        return 2
    laws = np.loadtxt(sys.stdin, ndmin=2)
    mean, dispersion = laws[:, :1], np.maximum(laws[:, 1:2], 1e-9)
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        quantiles = nbinom.ppf(np.array(LEVELS), 1 / dispersion, 1 / (1 + dispersion * mean))
        best = min(best, time.process_time() - start)
    print(json.dumps({"peer": f"scipy {scipy.__version__}, nbinom.ppf", "laws": len(laws),
                      "laws_per_second": len(laws) / best, "agreeing": float((quantiles == laws[:, 2:]).mean())}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
