"""Intervals of 95 % around means, shares and gaps, and the test of a gap against zero.

An interval rests on given numbers of answers and standard deviations only. It covers sampling error alone, as if the
answers were a simple random sample: not who declined to answer, how the question was worded, or when it was asked.
Sources of the formulas: docs/method.md, "Uncertainty".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis import student
from cxmap.analysis.arithmetic import SURELY_APART, rounded

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


class Paired(NamedTuple):
    """What is known where the same people gave both marks.

    Attributes:
        sd10: The standard deviation of their differences, on 0-10.
        n: How many gave both; ``None``: the smaller of the two numbers of answers.
    """

    sd10: float
    n: int | None = None


def sample(scores: Sequence[Score]) -> Sample:
    """What the answers behind some scores are good for.

    Under 5 there is no interval, under 30 one that is marked as a small sample. Answers that are all alike (sd 0) count
    like too few: they do not say how far the next one would be off.

    Args:
        scores: Importance and experience, as far as they are there; the one with fewer answers decides.
    """
    n = fewest(scores)
    if n is None:
        return "none"
    if n < TOO_FEW or any(score.sd10 == 0 for score in scores):
        return "too-few"
    return "small" if n < SMALL else "ok"


def fewest(scores: Sequence[Score]) -> int | None:
    """How many people answered, the smaller number where they differ; ``None``: not given."""
    return min((score.people for score in scores if score.people is not None), default=None)


def mean_interval(mean: float, sd: float, n: int) -> Interval:
    """``x̄ ± t(n - 1)·s/√n``: Student's interval around a mean.

    Args:
        mean: The mean.
        sd: The sample standard deviation (n - 1) of the answers.
        n: How many answers; at least 2.
    """
    return around(mean, sd / math.sqrt(n), n - 1)


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


def added(*errors: tuple[float, float]) -> tuple[float, float]:
    """The standard error of a sum of independent estimates, ``√(Σ SE²)``, and its degrees of freedom.

    ``df = (Σ SE²)² / Σ (SE⁴/df)`` (Satterthwaite 1946); infinite where nothing varies.

    Args:
        errors: Of each estimate the standard error and its degrees of freedom.
    """
    se = math.hypot(*(component for component, _ in errors))
    if se == 0:
        return 0.0, math.inf
    shares = [((error / se) ** 2, df) for error, df in errors]  # so that no square is too large or too small a number
    return se, 1 / math.fsum(share * share / df for share, df in shares)


def around(estimate: float, se: float, df: float, *, conservative: bool = False) -> Interval:
    """Student's interval around an estimate, with its standard error and the degrees of freedom of that."""
    if se == 0:
        return Interval(estimate, estimate, estimate, 0.0, math.inf, conservative)
    half = student.quantile(df) * se
    return Interval(estimate, estimate - half, estimate + half, se, df, conservative)


def standard_error(score: Score) -> float | None:
    """``s/√n·√(1 - n/N)`` of a score on 0-10, N being how many there are in all, where that is known.

    ``None`` where it is no measurement of enough people, a guess, or where all N answered:
    then there is nothing to generalise to. 0 where all answers are alike (sd 0): no interval, p or rank set is made of
    that, as it does not say how far the next answer would be off.
    """
    if score.guess or score.n is None or score.people is None or score.sd10 is None:
        return None
    if score.people < TOO_FEW or score.n < 2 or not score.unseen:
        return None
    return score.sd10 * math.sqrt(score.unseen / score.n)


def correlation(importance: Score, experience: Score, paired: Paired | None) -> float:
    """The correlation of the two *means*: ``c·n_both/√(n_i·n_e)/(s_i·s_e)``; 0 where nothing is said of pairs.

    ``2c = s_i² + s_e² - s_gap²`` is twice the covariance of two answers of one person, held to what it can be, within
    ±2·s_i·s_e. With a population the covariance is reduced as the variance of the mean of more answers is.
    """
    i, e = importance, experience
    if paired is None or not i.sd10 or not e.sd10 or not i.n or not e.n:
        return 0.0
    ratio = i.sd10 / e.sd10  # so that no square is too large or too small a number
    r = (ratio + 1 / ratio - (paired.sd10 / i.sd10) * (paired.sd10 / e.sd10)) / 2
    both = min(paired.n or i.n, i.n, e.n)
    unseen = min(i.unseen, e.unseen) / math.sqrt(i.unseen * e.unseen) if i.unseen and e.unseen else 0.0
    return max(-1.0, min(1.0, r)) * both / math.sqrt(i.n * e.n) * unseen


def score_interval(score: Score) -> Interval | None:
    """The interval around a score on 0-10; ``None`` where it has no standard error, or one of 0."""
    se = standard_error(score)
    return around(score.value10, se, score.n - 1) if se and score.n is not None else None


def may_be(score: Score, value10: float) -> bool:
    """Whether a value on 0-10 lies inside the interval around a score; it does not where there is no interval."""
    se = standard_error(score)
    if not se:
        return False
    widest = student.quantile(TOO_FEW - 1) * se  # that of the fewest answers: further off no interval need be computed
    if abs(value10 - score.value10) > widest + SURELY_APART:
        return False
    interval = score_interval(score)
    return interval is not None and interval.contains(value10)


def gap_interval(importance: Score, experience: Score, paired: Paired | None) -> Interval | None:
    """The interval around ``i10 - e10``; ``None`` unless both scores have a standard error, and the gap has one.

    Args:
        importance: On any scale; a derived importance has no gap.
        experience: On any scale.
        paired: Where the same people answered both.
    """
    if importance.derived:
        return None
    se, df = error_of((importance, 1.0), (experience, -1.0), paired) or (0.0, 0.0)
    if not se:
        return None
    conservative = paired is None and importance.source == experience.source
    return around(importance.value10 - experience.value10, se, df, conservative=conservative)


def error_of(
    importance: tuple[Score, float], experience: tuple[Score, float], paired: Paired | None
) -> tuple[float, float] | None:
    """Standard error and degrees of freedom of ``a·i10 + b·e10``.

    ``None`` unless both scores have a standard error above 0.

    ``SE² = a²·SE_i² + b²·SE_e² + 2ab·ρ·SE_i·SE_e`` with the :func:`correlation` ρ of the means. Where the same people
    gave both, df is the smaller n - 1; else it is Welch and Satterthwaite's.

    Args:
        importance: The importance, and its coefficient a.
        experience: The experience, and its coefficient b.
        paired: Where the same people answered both.
    """
    (i, a), (e, b) = importance, experience
    of_i, of_e = standard_error(i), standard_error(e)
    if not of_i or not of_e or i.n is None or e.n is None:
        return None
    part_i, part_e = a * of_i, b * of_e
    if paired is None:
        return added((part_i, i.n - 1), (part_e, e.n - 1))
    r = correlation(i, e, paired)
    return math.hypot(part_i + r * part_e, math.sqrt(1 - r * r) * part_e), min(i.n, e.n) - 1


def p_above_zero(interval: Interval) -> float:
    """The one-sided p-value of "the estimate is above zero": ``1 - T(estimate/SE)``."""
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
