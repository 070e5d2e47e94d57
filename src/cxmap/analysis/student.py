"""Student's t distribution: its distribution function and quantiles, to at least eight digits.

The distribution function is a regularised incomplete beta function (DLMF 8.17), summed as a continued fraction; a
quantile is found from it by Newton's method. So no statistics library is loaded for a few numbers.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist

_TINY = 1e-300
_PRECISION = 1e-15
_MAX_STEPS = 10_000


def cdf(t: float, df: float) -> float:
    """The probability that a t-distributed value is at most ``t``.

    Args:
        t: Any value, infinities included.
        df: Degrees of freedom, above 0; need not be whole.
    """
    if math.isinf(t):
        return 1.0 if t > 0 else 0.0
    tail = _incomplete_beta(df / (df + t * t), df / 2, 0.5) / 2
    return 1 - tail if t > 0 else tail


@cache
def quantile(p: float, df: float) -> float:
    """The value that a t-distributed value stays at or below with probability ``p``.

    Args:
        p: From 0.5 up to, not including, 1.
        df: Degrees of freedom, above 0; need not be whole.
    """
    # Left of the answer, as the normal quantile always is, Newton's method climbs without overshooting: the
    # distribution function bends down there.
    t = NormalDist().inv_cdf(p)
    for _ in range(_MAX_STEPS):
        step = (p - cdf(t, df)) / _density(t, df)
        t += step
        if abs(step) <= 1e-13 * max(1.0, t):
            break
    return t


def _density(t: float, df: float) -> float:
    log = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - math.log(df * math.pi) / 2
    return math.exp(log - (df + 1) / 2 * math.log1p(t * t / df))


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function ``I_x(a, b)``."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # beyond this the fraction converges better from the other end
        return 1 - _incomplete_beta(1 - x, b, a)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) / a * _beta_fraction(x, a, b)


def _beta_fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, by Lentz's method."""
    numerator, denominator = 1.0, 1 / _nonzero(1 - (a + b) * x / (a + 1))
    value = denominator
    for m in range(1, _MAX_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        factor = 1.0
        for term in (even, odd):
            denominator = 1 / _nonzero(1 + term * denominator)
            numerator = _nonzero(1 + term / numerator)
            factor = numerator * denominator
            value *= factor
        if abs(factor - 1) < _PRECISION:
            break
    return value


def _nonzero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
