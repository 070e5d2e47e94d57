"""Bounds on figures of samples: honest figures never exceed them, however they are rounded."""

from __future__ import annotations

import math
import random

from cxmap.lint.rules.figures.possible import above, largest_sd, mean_of_whole_marks
from cxmap.model.types import Range

TEN = Range.model_construct(min=1.0, max=10.0)


def honest(seed: int, count: int) -> list[str]:
    """What the bounds find impossible in samples of whole marks near the top of a scale, rounded as reports do."""
    chance = random.Random(seed)
    wrong = []
    for _ in range(count):
        low, high = chance.choice([(1, 5), (1, 7), (0, 10), (1, 10)])
        n = chance.choice([2, 3, 5, 8, 12, 30, 57, 200])
        share = chance.uniform(0.7, 1.0)
        marks = [high if chance.random() < share else chance.randint(low, high) for _ in range(n)]
        others = [max(low, min(high, mark + chance.choice([-2, -1, 0, 0, 1]))) for mark in marks]
        scale = Range.model_construct(min=float(low), max=float(high))
        places = chance.choice([0, 1, 2])
        u = 0.5 * 10.0**-places
        mean, sd, other_sd = (round(x, places) for x in (sum(marks) / n, spread(marks), spread(others)))
        gap_sd = round(spread([one - other for one, other in zip(marks, others, strict=True)]), places)
        if above(sd - u, largest_sd(mean, n, scale, u)) or above(sd - u, largest_sd(mean, None, scale, u)):
            wrong.append(f"sd {sd} of {marks}")
        if n < 10**places and not mean_of_whole_marks(mean, n, u):
            wrong.append(f"mean {mean} of {marks}")
        if above(abs(sd - other_sd) - 3 * u, gap_sd) or above(gap_sd, sd + other_sd + 3 * u):
            wrong.append(f"gap_sd {gap_sd} of {marks} and {others}")
    return wrong


def spread(values: list[int]) -> float:
    """The sample standard deviation, computed here and not by cxmap."""
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def test_honest_figures_near_a_ceiling_are_never_called_impossible():
    assert honest(seed=20260314, count=2_000) == []


def test_without_the_rounding_honest_figures_would_be_flagged():
    """The benefit of the rounding is needed: a mean of 9.95 that is written 10 leaves no room for an sd."""
    assert above(0.2, largest_sd(10.0, 20, TEN))
    assert not above(0.2 - 0.05, largest_sd(10.0, 20, TEN, 0.5))
