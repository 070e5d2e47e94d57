"""How often intervals and rank sets hold the truth, by simulation: 95 % is what they promise.

    python -m benchmarks.coverage [SAMPLES]

Beside each figure stands that of the formula which is often used instead: ``gap_sd/√n`` with the smaller n, rank
sets with the quantile of normal draws, and rows of one survey taken as independent. There answers are normal with an sd
of 2 (not rounded, not cut); of drivers they are marks of 1 to 5, most of them at the good end, which share a halo. The
tests of ``tests/analysis`` hold the same in small.
"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import numpy as np

from cxmap.analysis import student
from cxmap.analysis.drivers.drivers import Answered, drivers
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
DRIVERS = 100
ROWS = 20
TOGETHER = 14


def main(samples: int) -> None:
    """Print all tables."""
    print("gap, same people (r = 0.8)        cxmap   gap_sd/√n")
    for n_i, n_e in ((5, 5), (20, 20), (200, 200), (50, 8), (200, 40), (2000, 200)):
        print(f"n {n_i:>5} and {n_e:<5}               {_both(*gaps(n_i, n_e, samples))}")
    print("\nrank sets by gap, 20 equal rows   cxmap   normal quantile")
    for n in SIZES:
        print(f"n {n:>5}                         {_both(*sets(n, min(SETS, samples)))}")
    print("\none survey, 14 rows, r = 0.4       cxmap   independent")
    for n in SIZES:
        print(f"index, n {n:>5}                  {_both(*indexes(n, samples))}")
    for n in SIZES:
        print(f"rank sets, n {n:>5}              {_both(*dependent_sets(n, min(SETS, samples)))}")
    print("\ndrivers, 6 questions              weight       slope")
    for n in (50, 100, 200):
        print(f"n {n:>5}                         {_both(*driver_intervals(n, min(DRIVERS, samples)))}")
    print("\nsix random questions, 150 answers: a driver among them in", end=" ")
    print(f"{100 * false_drivers(150, min(DRIVERS, samples)):.1f} % of samples")


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


def indexes(n: int, samples: int) -> tuple[float, float]:
    """How often the interval of an index with fixed weights holds it, with covariances and without."""
    random = np.random.RandomState(3)
    weights = np.linspace(5, 9, TOGETHER) / np.linspace(5, 9, TOGETHER).sum()
    held = [0, 0]
    for _ in range(samples):
        marks = 7 + 2 * _halo(random, n, TOGETHER, 0.4)
        found = float(marks.mean(axis=0) @ weights)
        together = np.cov(marks.T) / n
        for place, variance in enumerate((weights @ together @ weights, weights**2 @ np.diagonal(together))):
            held[place] += abs(found - 7) <= student.quantile(n - 1) * math.sqrt(variance)
    return held[0] / samples, held[1] / samples


def dependent_sets(n: int, samples: int) -> tuple[float, float]:
    """How often all rank sets of equal rows of one survey hold every rank, with covariances and without."""
    random = np.random.RandomState(4)
    held = [0, 0]
    for _ in range(samples):
        marks = 7 + 2 * _halo(random, n, TOGETHER, 0.4)
        together = np.cov(marks.T) / n
        errors = [(float(math.sqrt(variance)), n - 1.0) for variance in np.diagonal(together)]
        for place, known in enumerate((together, None)):
            found = rank_sets(marks.mean(axis=0).tolist(), errors, 1, known)
            held[place] += all(ranks == (1, TOGETHER) for ranks in found)
    return held[0] / samples, held[1] / samples


SLOPES = np.array([0.5, 0.3, 0.15, 0.05, 0.0, 0.0])


def driver_intervals(n: int, samples: int) -> tuple[float, float]:
    """How often the intervals of relative weights and of slopes hold them."""
    random = np.random.RandomState(5)
    truth = {row.touchpoint: row.weight for row in drivers(_survey(random, 200_000), 1, 1).rows}
    weights = slopes = 0
    for _ in range(samples):
        for row in drivers(_survey(random, n), 1).rows:
            weights += row.weight_low <= truth[row.touchpoint] <= row.weight_high
            slope = SLOPES[int(row.touchpoint)]
            slopes += (
                row.slope_low is not None and row.slope_high is not None and row.slope_low <= slope <= row.slope_high
            )
    return weights / samples / len(SLOPES), slopes / samples / len(SLOPES)


def false_drivers(n: int, samples: int) -> float:
    """How often one of six questions that say nothing is called a driver."""
    random = np.random.RandomState(6)
    called = 0
    for _ in range(samples):
        given = _survey(random, n)
        called += any(row.driver for row in drivers(given._replace(overall=random.standard_normal(n)), 1).rows)
    return called / samples


def _survey(random: np.random.RandomState, n: int) -> Answered:
    opinions = _halo(random, n, len(SLOPES), 0.6)
    marks = 1.0 + (opinions[:, :, None] > np.array([-1.9, -1.2, -0.4, 0.6])).sum(axis=2)
    overall = marks @ SLOPES + random.standard_normal(n)
    return Answered(tuple(map(str, range(len(SLOPES)))), marks, overall, np.ones(n), (1, 5))


def _halo(random: np.random.RandomState, n: int, questions: int, r: float) -> Answers:
    """Standard normals of which any two columns correlate so."""
    common = random.standard_normal((n, 1))
    return math.sqrt(r) * common + math.sqrt(1 - r) * random.standard_normal((n, questions))


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
