"""Where the lines of a priority matrix are to cross, as it is written."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

CrosshairKind = Literal["mean", "median", "scale", "given"]

Point = tuple[float, float]
"""Importance and experience on 0-10."""


class CrosshairChoice(NamedTuple):
    """Where the lines are to cross: a rule, or (``given``) two values on 0-10."""

    kind: CrosshairKind
    point: Point | None = None


def parse_crosshair(text: str) -> CrosshairChoice:
    """What ``mean``, ``median``, ``scale`` or ``IMPORTANCE,EXPERIENCE`` (on 0-10) stands for.

    Raises:
        ValueError: It is none of them.
    """
    match text.strip():
        case "mean":
            return CrosshairChoice("mean")
        case "median":
            return CrosshairChoice("median")
        case "scale":
            return CrosshairChoice("scale")
    try:
        importance10, experience10 = (float(part) for part in text.split(","))
    except ValueError:
        importance10 = experience10 = math.nan
    if not (0 <= importance10 <= 10 and 0 <= experience10 <= 10):
        raise ValueError(
            f"a crosshair is mean, median, scale, or IMPORTANCE,EXPERIENCE on 0 to 10 such as 7.5,6, not '{text}'"
        )
    return CrosshairChoice("given", (importance10, experience10))
