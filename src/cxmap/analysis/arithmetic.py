"""Comparing figures: to nine decimals, so that the noise of arithmetic breaks no tie and crosses no line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

DECIMALS = 9
SURELY_APART = 2e-9
"""Figures that differ by this much are never rounded to the same."""


def rounded(value: float) -> float:
    """A figure as it is compared: 0.3 - 0.1 and 0.2 - 0.0 are one and the same."""
    return round(value, DECIMALS)


def mean(values: Collection[float]) -> float:
    """The arithmetic mean of numbers, of which there is at least one."""
    return math.fsum(values) / len(values)


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Pearson's correlation of as many numbers each, at least two, neither of them all the same."""
    x_mean, y_mean = mean(xs), mean(ys)
    products = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    squares = math.fsum((x - x_mean) ** 2 for x in xs) * math.fsum((y - y_mean) ** 2 for y in ys)
    return products / math.sqrt(squares)
