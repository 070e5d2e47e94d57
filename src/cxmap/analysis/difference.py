"""A difference between two waves or two readings: its interval, its p-value, and whether it is more than chance.

Pure statistics, of figures that are given; what is compared with what is in :mod:`cxmap.analysis.changes` (scores) and
:mod:`cxmap.analysis.metrics`. Formulas and sources: docs/method.md, "Changes". Nothing here says what caused a change.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from cxmap.analysis import student
from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.intervals import added, holm, wilson

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from cxmap.choices import Better

Verdict = Literal["better", "worse", "higher", "lower", "no-clear-change", "not-tested"]
"""More than chance for the better or the worse (of what is neither, such as importance: higher or lower); or not."""
Reason = Literal[
    "team", "same-wave", "not-comparable", "no-spread", "too-few", "all-alike", "everybody", "needs-answers"
]
"""Why a difference is not tested: one of the two is the organisation's own guess; both are of one source and date, so
that the same answers have other figures now; the two are of different series, kinds or scales; n or sd is not given;
fewer than five answers; all answers alike; everybody there is was asked; or the covariances of the answers are not
known."""
Groups: TypeAlias = "tuple[int, int, int]"
"""Promoters, passives and detractors."""

LEVEL = 0.05
"""A change is more than chance below this p, after Holm."""


class Change(NamedTuple):
    """A difference between two figures, the later less the earlier, in their own unit.

    Attributes:
        difference: The later figure less the earlier.
        verdict: What can be said of it.
        reason: Why it is not tested; ``None`` where it is.
        interval: The ends of the 95 % interval around the difference; ``None`` where it is not tested.
        p: Two-sided, of no difference; ``None`` where it is not tested.
        p_holm: The same, adjusted for the family.
        family: How many distinct comparisons of the project were tested together; 0 where it is not tested.
        conservative: Whether the same people answered twice (a panel), so that the interval may be too wide.
        at_most: Whether the error is at most so large, as it is not known how scores vary together.
    """

    difference: float
    verdict: Verdict = "no-clear-change"
    reason: Reason | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    p_holm: float | None = None
    family: int = 0
    conservative: bool = False
    at_most: bool = False

    @property
    def clear(self) -> bool:
        """Whether it is more than chance: the only changes that get an arrow."""
        return self.verdict not in {"no-clear-change", "not-tested"}

    @property
    def clear_alone(self) -> bool:
        """Whether its interval leaves out 0, though it is not clear among the several that were compared."""
        if self.clear or self.interval is None or self.family < 2:
            return False
        low, high = self.interval
        return not low <= 0 <= high

    def times(self, factor: float) -> Change:
        """The same change in another unit: 0.9 on a scale of 1 to 10 is 1.0 on 0-10."""
        interval = (self.interval[0] * factor, self.interval[1] * factor) if self.interval else None
        return self._replace(difference=self.difference * factor, interval=interval)


class Comparison(NamedTuple):
    """A comparison before the correction for all that are compared.

    Attributes:
        what: What makes it this comparison: equal ones count once in the family.
        change: The change, with its p where it can be tested.
        better: Which direction is an improvement; ``None``: neither is.
    """

    what: Hashable
    change: Change
    better: Better | None = "higher"


def untested(difference: float, reason: Reason) -> Change:
    """A difference that is shown, and not tested."""
    return Change(rounded(difference), "not-tested", reason)


def of_means(
    difference: float, before: tuple[float, float], after: tuple[float, float], *, conservative: bool = False
) -> Change:
    """A difference of two means of separate samples: Welch's interval and test.

    ``SE = √(SE_a² + SE_b²)``, degrees of freedom by Welch and Satterthwaite.

    Args:
        difference: The later mean less the earlier.
        before: The standard error of the earlier mean, above 0, and its degrees of freedom.
        after: Those of the later.
        conservative: Whether the same people answered twice.
    """
    return of_error(difference, *added(after, before))._replace(conservative=conservative)


def of_error(difference: float, se: float, df: float) -> Change:
    """A difference with a standard error: Student's interval and test.

    Args:
        difference: The later figure less the earlier.
        se: Its standard error, above 0.
        df: The error's degrees of freedom.
    """
    half = student.quantile(df) * se
    ends = difference - half, difference + half
    return Change(rounded(difference), interval=ends, p=_two_sided(difference / se, df))


def of_shares(before: float, n_before: int, after: float, n_after: int) -> Change:
    """A difference of two shares of separate samples, 0-1: Newcombe's interval, p by z with the pooled share."""
    z = _pooled_z(after, n_after, before, n_before)
    ends = newcombe(after, n_after, before, n_before)
    return Change(rounded(after - before), interval=ends, p=_two_sided(z, math.inf))


def of_nps(before: Groups, after: Groups) -> Change:
    """A difference of two Net Promoter Scores, in points from -200 to 200: the adjusted Wald interval (Rocks 2016).

    Three answers are added for a difference, shared out between both as ⅜ promoter, ¾ passive and ⅜ detractor each. The
    difference is the plain one; interval and z are those of the adjusted scores.
    """
    (old, old_se), (new, new_se) = _adjusted_nps(before, 0.5), _adjusted_nps(after, 0.5)
    se = math.hypot(old_se, new_se)
    middle, half = new - old, student.Z * se
    plain = rounded(nps(after) - nps(before))
    return Change(plain, interval=(middle - half, middle + half), p=_two_sided(middle / se, math.inf))


def nps(groups: Groups) -> float:
    """The share of promoters less that of detractors, in points from -100 to 100 (Reichheld 2003)."""
    promoters, passives, detractors = groups
    return 100 * (promoters - detractors) / (promoters + passives + detractors)


def nps_interval(groups: Groups) -> tuple[float, float]:
    """The 95 % interval around a Net Promoter Score: adjusted Wald with three answers added (Rocks 2016).

    ``var = (p + d - (p - d)²)/n`` with ¾ promoter, 1½ passives and ¾ detractor added; held within -100 and 100.
    """
    middle, se = _adjusted_nps(groups, 1.0)
    return max(-100.0, middle - student.Z * se), min(100.0, middle + student.Z * se)


def _adjusted_nps(groups: Groups, part: float) -> tuple[float, float]:
    """A Net Promoter Score in points with this part of three answers added, and its standard error."""
    promoters, passives, detractors = groups
    n = promoters + passives + detractors + 3 * part
    p, d = (promoters + 0.75 * part) / n, (detractors + 0.75 * part) / n
    return 100 * (p - d), 100 * math.sqrt((p + d - (p - d) ** 2) / n)


def judged(comparisons: Iterable[Comparison]) -> list[Change]:
    """The changes in the order given, each with its verdict after Holm's correction over the distinct ones.

    Args:
        comparisons: All of one family; those without a p take no part in the correction.
    """
    given = list(comparisons)
    family = {each.what: each.change.p for each in given if each.change.p is not None}
    adjusted = dict(zip(family, holm(list(family.values())), strict=True))
    return [_judged(each, adjusted.get(each.what), len(family)) for each in given]


def _judged(given: Comparison, p_holm: float | None, family: int) -> Change:
    change = given.change
    if change.p is None or p_holm is None:
        return change
    verdict: Verdict = "no-clear-change"
    if p_holm < LEVEL:
        rose = change.difference > 0
        if given.better is None:
            verdict = "higher" if rose else "lower"
        else:
            verdict = "better" if rose == (given.better == "higher") else "worse"
    return change._replace(verdict=verdict, p_holm=p_holm, family=family)


def newcombe(p1: float, n1: int, p2: float, n2: int) -> tuple[float, float]:
    """The 95 % interval around a difference ``p1 - p2`` of shares of separate samples (Newcombe 1998, method 10).

    ``d - √((p1 - l1)² + (u2 - p2)²)`` to ``d + √((u1 - p1)² + (p2 - l2)²)``, with l and u the ends of Wilson's.
    """
    (low1, high1), (low2, high2) = wilson(p1, n1), wilson(p2, n2)
    difference = p1 - p2
    return difference - math.hypot(p1 - low1, high2 - p2), difference + math.hypot(high1 - p1, p2 - low2)


def _pooled_z(p1: float, n1: int, p2: float, n2: int) -> float:
    """The difference of two shares in standard errors of equal ones; 0 where all or none of both say yes."""
    pooled = (p1 * n1 + p2 * n2) / (n1 + n2)
    se = math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return (p1 - p2) / se if se > 0 else 0.0


def _two_sided(z: float, df: float) -> float:
    return min(1.0, 2 * student.cdf(-abs(z), df))
