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


def cochran_armitage(groups: Iterable[tuple[float, int, int]]) -> float:
    """The trend of shares in time: z of Cochran (1954) and Armitage (1955).

    ``z = Σt(x - n·p̄)/√(p̄(1 - p̄)(Σnt² - (Σnt)²/N))`` with the pooled share p̄; 0 where all or none say yes.

    Args:
        groups: Time, how many said yes, and of how many.
    """
    given = list(groups)
    n = sum(size for *_, size in given)
    share = sum(yes for _, yes, _ in given) / n
    first = given[0][0]  # times from the first on, so that no digits are lost
    moved = [(t - first, yes, size) for t, yes, size in given]
    squares = math.fsum(size * t * t for t, _, size in moved) - math.fsum(size * t for t, _, size in moved) ** 2 / n
    variance = share * (1 - share) * squares
    return math.fsum(t * (yes - size * share) for t, yes, size in moved) / math.sqrt(variance) if variance > 0 else 0.0


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
