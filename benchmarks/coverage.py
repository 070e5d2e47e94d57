"""How often intervals and rank sets hold the truth, by simulation: 95 % is what they promise.

    python -m benchmarks.coverage [SAMPLES]

Beside each figure stands that of the formula which is often used instead: ``gap_sd/√n`` with the smaller n, and rank
sets with the quantile of normal draws. Answers are normal with an sd of 2 (not rounded, not cut); the tests of
``tests/analysis`` hold the same in small.
"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import numpy as np

from cxmap.analysis.intervals import Paired, error_of, gap_interval, mean_interval
from cxmap.analysis.ranking.draws import rank_sets
from cxmap.analysis.scores import Score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Answers = NDArray[np.float64]

SAMPLES = 4000
SETS = 500
SIZES = (5, 8, 12, 20, 50, 200)
ROWS = 20


def main(samples: int) -> None:
    """Print all tables."""
    print("gap, same people (r = 0.8)        cxmap   gap_sd/√n")
    for n_i, n_e in ((5, 5), (20, 20), (200, 200), (50, 8), (200, 40), (2000, 200)):
        print(f"n {n_i:>5} and {n_e:<5}               {_both(*gaps(n_i, n_e, samples))}")
    print("\nrank sets by gap, 20 equal rows   cxmap   normal quantile")
    for n in SIZES:
        print(f"n {n:>5}                         {_both(*sets(n, min(SETS, samples)))}")


def gaps(n_i: int, n_e: int, samples: int) -> tuple[float, float]:
    """How often the interval of a gap holds it, and the one of the mean of differences put round it."""
    random = np.random.RandomState(1)
    held = [0, 0]
    for _ in range(samples):
        i = random.standard_normal(n_i)
        e = 0.8 * i[:n_e] + 0.6 * random.standard_normal(n_e)
        gap_sd = float(np.std(2 * (i[:n_e] - e), ddof=1))
        found = gap_interval(_score(7 + 2 * i), _score(6 + 2 * e), Paired(gap_sd))
        if found is None:
            raise ValueError("there is no interval")
        for place, interval in enumerate((found, mean_interval(found.estimate, gap_sd, n_e))):
            held[place] += interval.low <= 1 <= interval.high
    return held[0] / samples, held[1] / samples


def sets(n: int, samples: int) -> tuple[float, float]:
    """How often all rank sets of equal rows hold every rank, and those made as if the errors were known."""
    random = np.random.RandomState(2)
    held = [0, 0]
    for _ in range(samples):
        estimates, errors = zip(*_rows(random, n), strict=True)
        for place, given in enumerate((errors, [(se, math.inf) for se, _ in errors])):
            held[place] += all(found == (1, ROWS) for found in rank_sets(estimates, given, 1))
    return held[0] / samples, held[1] / samples


def _rows(random: np.random.RandomState, n: int) -> Iterator[tuple[float, tuple[float, float]]]:
    for _ in range(ROWS):
        i, e = (_score(7 + 2 * random.standard_normal(n)) for _ in range(2))
        error = error_of((i, 1.0), (e, -1.0), None)
        if error is None:
            raise ValueError("there is no standard error")
        yield i.value10 - e.value10, error


def _score(answers: Answers) -> Score:
    mean = float(answers.mean())
    return Score(mean, mean, float(answers.std(ddof=1)), len(answers), guess=False)


def _both(ours: float, other: float) -> str:
    return f"{100 * ours:5.1f} % {100 * other:8.1f} %"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
