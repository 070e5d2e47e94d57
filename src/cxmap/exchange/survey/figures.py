"""Figures out of marks: means, standard deviations, and importance derived from how marks go together.

All of them are computed from how often each mark was given, so they are exact. With weights, ``n`` is an effective
number of answers, so that sd/√n is the standard error of the mean: the linearised one (Binder 1983; Särndal, Swensson
and Wretman 1992), which knows that the answers of those who weigh more may vary more. ``(Σw)²/Σw²`` (Kish 1965) does
not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.exchange.survey.marks import Given


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean among respondents.

    Attributes:
        mean: The (weighted) mean.
        sd: The sample standard deviation (n - 1); ``None`` for fewer than two answers.
        n: How many answered; with weights an effective number, rounded down, and never more than did.
        answered: How many answered, weights or not.
    """

    mean: float
    sd: float | None
    n: int
    answered: int


@dataclass(frozen=True, slots=True)
class Correlation:
    """Pearson's correlation of two questions among those who answered both.

    Attributes:
        r: The correlation.
        sd: The standard deviation of respondents' pseudo-values (the infinitesimal jackknife): sd/√n is the standard
            error of r, whatever the marks' distribution.
        n: How many answered both; with weights an effective number, rounded down, and never more than did.
        answered: How many answered both, weights or not.
    """

    r: float
    sd: float
    n: int
    answered: int


def figure(given: Sequence[Given]) -> Figure | None:
    """The mean of the marks of one question; ``None`` without an answer."""
    return _figure([(group.marks[0], group) for group in given])


def gap(given: Sequence[Given]) -> Figure | None:
    """The mean of the differences, first mark less second, among those who gave both; ``None`` without one."""
    return _figure([(group.marks[0] - group.marks[1], group) for group in given])


def counts(given: Sequence[Given]) -> dict[int, int]:
    """How many gave each mark, by mark; only of whole marks without weights."""
    found: dict[int, int] = {}
    for group in given:
        found[int(group.marks[0])] = found.get(int(group.marks[0]), 0) + group.n
    return dict(sorted(found.items()))


def correlation(given: Sequence[Given]) -> Correlation | None:
    """The correlation of two questions; ``None`` where fewer than three answered both, or one of them has no spread."""
    if _effective(given) < 3:
        return None
    weight = math.fsum(group.weight for group in given)
    means = [math.fsum(group.weight * group.marks[side] for group in given) / weight for side in (0, 1)]
    sds = [
        math.sqrt(math.fsum(group.weight * (group.marks[side] - means[side]) ** 2 for group in given) / weight)
        for side in (0, 1)
    ]
    if min(sds) < 1e-12:
        return None
    standardised = [
        ((group.marks[0] - means[0]) / sds[0], (group.marks[1] - means[1]) / sds[1], group) for group in given
    ]
    r = math.fsum(group.weight * x * y for x, y, group in standardised) / weight
    sd, n, answered = _spread([(x * y - r * (x * x + y * y) / 2, group) for x, y, group in standardised])
    return Correlation(r, sd or 0.0, n, answered)


def _figure(values: Sequence[tuple[float, Given]]) -> Figure | None:
    weight = math.fsum(group.weight for _, group in values)
    if weight <= 0:
        return None
    mean = math.fsum(group.weight * value for value, group in values) / weight
    return Figure(mean, *_spread([(value - mean, group) for value, group in values]))


def _spread(deviations: Sequence[tuple[float, Given]]) -> tuple[float | None, int, int]:
    """The sd of deviations from their mean, for how many answers they count, and how many there are.

    ``sd² = Σw·d²/Σw · n'/(n' - 1)`` with Kish's n'; ``SE² = Σw²·d²/(Σw)² · n/(n - 1)``; they count for ``sd²/SE²``.
    """
    given = [group for _, group in deviations]
    answered, effective = sum(group.n for group in given), _effective(given)
    if effective < 2:
        return None, _whole(effective), answered
    weight = math.fsum(group.weight for group in given)
    variance = math.fsum(group.weight * d * d for d, group in deviations) / weight * effective / (effective - 1)
    error = math.fsum(group.weight_squared * d * d for d, group in deviations) / weight**2 * answered / (answered - 1)
    n = min(answered, _whole(variance / error)) if error > 0 else _whole(effective)
    return math.sqrt(variance), max(1, n), answered


def _effective(given: Sequence[Given]) -> float:
    """``(Σw)²/Σw²``: how many answers without weights would tell as much; 0 without any."""
    squares = math.fsum(group.weight_squared for group in given)
    return math.fsum(group.weight for group in given) ** 2 / squares if squares > 0 else 0.0


def _whole(n: float) -> int:
    """Rounded down, though not for what rounding errors have left of it."""
    return int(n + 1e-6)
