"""Means and correlation of a few numbers: importing ``statistics`` takes longer than all sums of a ranking."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def mean(values: Collection[float]) -> float:
    """The arithmetic mean of numbers, of which there is at least one."""
    return math.fsum(values) / len(values)


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Pearson's correlation of as many numbers each, at least two, neither of them all the same."""
    x_mean, y_mean = mean(xs), mean(ys)
    products = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    squares = math.fsum((x - x_mean) ** 2 for x in xs) * math.fsum((y - y_mean) ** 2 for y in ys)
    return products / math.sqrt(squares)
