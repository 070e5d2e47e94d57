"""More than two points in time: is there a slope, and which single values stand out?

Formulas and sources: docs/method.md, "Changes".
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.student import Z

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_POINTS = 3
"""With fewer there is a difference, and no course."""
FEWEST_VALUES = 9
"""With fewer single values the limits of an XmR chart mean little."""


class Slope(NamedTuple):
    """How a figure moves with time.

    Attributes:
        value: Per unit of time.
        low: The lower end of its 95 % interval.
        high: The upper end.
        p: Two-sided, of no slope; not corrected for what else is looked at.
    """

    value: float
    low: float
    high: float
    p: float


def two_sided(z: float) -> float:
    """The p-value of a standard normal value, in both directions."""
    return math.erfc(abs(z) / math.sqrt(2))


def slope(points: Iterable[tuple[float, float, float]]) -> Slope:
    """Weighted least squares of means on time, with known errors.

    ``b = Σw(t - t̄)(y - ȳ)/Σw(t - t̄)²`` with ``w = 1/SE²`` and ``SE(b) = 1/√Σw(t - t̄)²``; z.

    Args:
        points: Time, mean and standard error above 0 of each wave; at least two different times.
    """
    given = [(t, y, 1 / se**2) for t, y, se in points]
    total = math.fsum(w for *_, w in given)
    t_mean = math.fsum(w * t for t, _, w in given) / total
    y_mean = math.fsum(w * y for _, y, w in given) / total
    squares = math.fsum(w * (t - t_mean) ** 2 for t, _, w in given)
    b = math.fsum(w * (t - t_mean) * (y - y_mean) for t, y, w in given) / squares
    se = 1 / math.sqrt(squares)
    return Slope(b, b - Z * se, b + Z * se, two_sided(b / se))


def share_slope(points: Iterable[tuple[float, float, int]]) -> Slope:
    """The trend of shares in time: p of the test of Cochran (1954) and Armitage (1955).

    ``b = Σn(t - t̄)(p - p̄)/Σn(t - t̄)²`` with the pooled share p̄ and its ``SE(b) = √(p̄(1 - p̄)/Σn(t - t̄)²)``; z is
    theirs. Where all or none say yes there is no slope.

    Args:
        points: Time, share (0-1) and of how many; at least two different times.
    """
    given = list(points)
    n = sum(size for *_, size in given)
    share = math.fsum(p * size for _, p, size in given) / n
    t_mean = math.fsum(t * size for t, _, size in given) / n
    squares = math.fsum(size * (t - t_mean) ** 2 for t, _, size in given)
    b = math.fsum(size * (t - t_mean) * (p - share) for t, p, size in given) / squares
    se = math.sqrt(max(share * (1 - share), 0.0) / squares)
    return Slope(b, b - Z * se, b + Z * se, two_sided(b / se)) if se else Slope(0.0, 0.0, 0.0, 1.0)


def xmr(values: Iterable[float]) -> tuple[float, float]:
    """The limits of an XmR chart of single values: mean ± 2.66 · mean moving range (Wheeler 1993).

    Args:
        values: In order of time; nine or more, for limits that mean something.
    """
    given = list(values)
    centre = math.fsum(given) / len(given)
    ranges = [abs(b - a) for a, b in itertools.pairwise(given)]
    half = 2.66 * math.fsum(ranges) / len(ranges)
    return centre - half, centre + half
