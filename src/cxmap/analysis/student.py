"""Student's t distribution: its distribution function and quantiles, to at least eight digits.

The distribution function is a regularised incomplete beta function (DLMF 8.17), summed as a continued fraction; the
quantile is found from it by Newton's method. So no statistics library is loaded for a few numbers.
"""

from __future__ import annotations

import math
from functools import cache

CONFIDENCE = 0.95
"""Of all intervals: how often such an interval holds the true value."""
Z = 1.9599639845400536
"""How many standard errors it is to either side by the normal distribution: its quantile of ``(1 + CONFIDENCE)/2``."""
_LARGE = 1e6
"""From so many degrees of freedom on, the normal approximation is closer than the fraction with its rounding errors."""
_SOME = 3
_LAST_STEP = 1e-7
"""A step of Newton's method this small leaves an error of the order of its square."""
_PRECISION = 1e-15
_MAX_TERMS = 10_000


def cdf(t: float, df: float) -> float:
    """The probability that a t-distributed value is at most ``t``.

    Args:
        t: Any value, infinities included.
        df: Degrees of freedom, above 0; need not be whole, and may be infinite.
    """
    if df >= _LARGE:  # Abramowitz and Stegun 26.7.8
        spread = math.hypot(math.sqrt(2), t / math.sqrt(df))
        return math.erfc(-t * (1 - 1 / (4 * df)) / spread) / 2 if math.isfinite(spread) else float(t > 0)
    tail = _incomplete_beta(df / (t * t) if t * t else math.inf, df / 2, 0.5) / 2
    return 1 - tail if t > 0 else tail


@cache
def quantile(df: float) -> float:
    """How many standard errors an interval of 95 % reaches to either side: the quantile of ``(1 + CONFIDENCE)/2``.

    Args:
        df: Degrees of freedom, above 0; need not be whole, and may be infinite.
    """
    if df >= _LARGE:  # what ``cdf`` computes, the other way round
        return Z / math.sqrt((1 - 1 / (4 * df)) ** 2 - Z * Z / (2 * df))
    p, t, step = (1 + CONFIDENCE) / 2, _about(Z, df), math.inf
    while abs(step) > _LAST_STEP * max(t, 1.0):
        step = (p - cdf(t, df)) / _density(t, df)
        t += step
    return t


def _about(z: float, df: float) -> float:
    """Where Newton's method starts, by the quantile of the normal distribution.

    With some degrees of freedom that is the expansion of Abramowitz and Stegun 26.7.5, right to a few digits. With
    fewer it is the normal quantile: left of the answer, from where the method climbs without overshooting, because the
    distribution function bends down there.
    """
    if df < _SOME:
        return z
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / df + second / df**2 + third / df**3


def _density(t: float, df: float) -> float:
    log = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - math.log(df * math.pi) / 2
    return math.exp(log - (df + 1) / 2 * math.log1p(t * t / df))


def _incomplete_beta(odds: float, a: float, b: float) -> float:
    """The regularised incomplete beta function ``I_x(a, b)`` at ``x = odds/(1 + odds)``.

    From odds both x and 1 - x are had without a loss of digits, however close to 1 one of them is.
    """
    if odds == 0:
        return 0.0
    x = 1 / (1 + 1 / odds)
    if x > (a + 1) / (a + b + 2):  # beyond this the fraction converges better from the other end
        return 1 - _incomplete_beta(1 / odds, b, a)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) - a * math.log1p(1 / odds) - b * math.log1p(odds)
    return math.exp(log) / a * _beta_fraction(x, a, b)


def _beta_fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, by Lentz's method; on this side of the mean no divisor comes near 0."""
    numerator, denominator = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = denominator
    for m in range(1, _MAX_TERMS):
        before = value
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            denominator = 1 / (1 + term * denominator)
            numerator = 1 + term / numerator
            value *= numerator * denominator
        if abs(value - before) <= _PRECISION * value:
            break
    return value
