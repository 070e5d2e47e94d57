"""Comparing figures: to nine decimals, so that the noise of arithmetic breaks no tie and crosses no line."""

from __future__ import annotations

DECIMALS = 9
SURELY_APART = 2e-9
"""Figures that differ by this much are never rounded to the same."""


def rounded(value: float) -> float:
    """A figure as it is compared: 0.3 - 0.1 and 0.2 - 0.0 are one and the same."""
    return round(value, DECIMALS)
