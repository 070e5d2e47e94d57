"""Intervals of 95 % around means, shares and gaps, and the test of a gap against zero.

An interval rests on given numbers of answers and standard deviations only. It is about who happened to answer, not
about whether the right question was asked. Sources of the formulas: docs/method.md, "Uncertainty".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis import student
from cxmap.analysis.rounding import SURELY_APART, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.scores import Score

TOO_FEW = 5
SMALL = 30

Sample = Literal["none", "too-few", "small", "ok"]


class Interval(NamedTuple):
    """A 95 % interval around an estimate.

    Attributes:
        estimate: What it is around.
        low: Its lower end.
        high: Its upper end.
        se: The standard error of the estimate.
        df: Degrees of freedom of the t distribution; infinite where there is no spread at all.
        conservative: Whether it is too wide in case the same people gave both marks.
    """

    estimate: float
    low: float
    high: float
    se: float
    df: float
    conservative: bool = False

    def contains(self, value: float) -> bool:
        """Whether a value lies inside, ends included (compared to 9 decimals)."""
        return rounded(self.low) <= rounded(value) <= rounded(self.high)


def sample(n: int | None) -> Sample:
    """What a number of answers is good for: under 5 no interval, under 30 one that is marked as a small sample."""
    if n is None:
        return "none"
    if n < TOO_FEW:
        return "too-few"
    return "small" if n < SMALL else "ok"


def mean_interval(mean: float, sd: float, n: int) -> Interval:
    """``x̄ ± t(n - 1)·s/√n``: Student's interval around a mean.

    Args:
        mean: The mean.
        sd: The sample standard deviation (n - 1) of the answers.
        n: How many answers; at least 2.
    """
    return _around(mean, sd / math.sqrt(n), n - 1)


def wilson(share: float, n: int) -> tuple[float, float]:
    """Wilson's interval around a share: ``(p + z²/2n ± z·√(p(1 - p)/n + z²/4n²)) / (1 + z²/n)``.

    Args:
        share: The share that was found, 0-1.
        n: How many answers; at least 1.
    """
    z = student.Z
    centre = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def welch(difference: float, sd_a: float, n_a: int, sd_b: float, n_b: int, *, conservative: bool = False) -> Interval:
    """Welch's interval around a difference of two means of separate samples.

    ``SE = √(s_a²/n_a + s_b²/n_b)``, with the degrees of freedom of Welch and Satterthwaite.
    """
    se_a, se_b = sd_a / math.sqrt(n_a), sd_b / math.sqrt(n_b)
    se = math.hypot(se_a, se_b)
    if se == 0:
        return _around(difference, 0.0, math.inf, conservative=conservative)
    share = (se_a / se) ** 2  # of a in the variance: so no square is too large or too small a number
    df = 1 / (share**2 / (n_a - 1) + (1 - share) ** 2 / (n_b - 1))
    return _around(difference, se, df, conservative=conservative)


def _around(estimate: float, se: float, df: float, *, conservative: bool = False) -> Interval:
    if se == 0:
        return Interval(estimate, estimate, estimate, 0.0, math.inf, conservative)
    half = student.quantile(df) * se
    return Interval(estimate, estimate - half, estimate + half, se, df, conservative)


def standard_error(score: Score) -> float | None:
    """``s/√n`` of a score on 0-10; ``None`` where it is no measurement of enough people, or a guess."""
    if score.guess or score.n is None or score.sd10 is None or score.n < TOO_FEW:
        return None
    return score.sd10 / math.sqrt(score.n)


def score_interval(score: Score) -> Interval | None:
    """The interval around a score on 0-10; ``None`` where it has no standard error."""
    se = standard_error(score)
    return None if se is None or score.n is None else _around(score.value10, se, score.n - 1)


def may_be(score: Score, value10: float) -> bool:
    """Whether a value on 0-10 lies inside the interval around a score; it does not where there is no interval."""
    se = standard_error(score)
    if se is None:
        return False
    widest = student.quantile(TOO_FEW - 1) * se  # that of the fewest answers: further off no interval need be computed
    if abs(value10 - score.value10) > widest + SURELY_APART:
        return False
    interval = score_interval(score)
    return interval is not None and interval.contains(value10)


def gap_interval(importance: Score, experience: Score, gap_sd10: float | None) -> Interval | None:
    """The interval around ``i10 - e10``; ``None`` unless both scores are measured among enough people.

    Args:
        importance: On any scale; a derived importance has no gap.
        experience: On any scale.
        gap_sd10: Where the same people answered both: the sd of their differences, on 0-10.
    """
    if importance.derived or importance.guess or experience.guess:
        return None
    if importance.n is None or experience.n is None or min(importance.n, experience.n) < TOO_FEW:
        return None
    gap = importance.value10 - experience.value10
    if gap_sd10 is not None:
        return mean_interval(gap, gap_sd10, min(importance.n, experience.n))
    if importance.sd10 is None or experience.sd10 is None:
        return None
    same_people = importance.source == experience.source
    return welch(gap, importance.sd10, importance.n, experience.sd10, experience.n, conservative=same_people)


def p_above_zero(interval: Interval) -> float:
    """The one-sided p-value of "the estimate is above zero": ``1 - T(estimate/SE)``."""
    if interval.se == 0:
        return 0.0 if interval.estimate > 0 else 1.0
    return student.cdf(-interval.estimate / interval.se, interval.df)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p-values, in the order given: the chance of any false finding among all stays below the level.

    ``max over j ≤ i of min(1, (m - j + 1)·p_(j))``, with the p-values in ascending order.
    """
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        highest = max(highest, min(1.0, (len(p_values) - place) * p_values[index]))
        adjusted[index] = highest
    return adjusted
