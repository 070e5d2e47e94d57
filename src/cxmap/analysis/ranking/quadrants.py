"""Quadrants of importance-performance analysis (Martilla and James 1977): labels beside the ranking, never the rank.

Where the lines cross decides the label, so the crossing is printed and the label is doubted aloud where it deserves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis import arithmetic
from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.intervals import may_be
from cxmap.errors import UsageError
from cxmap.model.crosshair import parse_crosshair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.scores import Score
    from cxmap.choices import Quadrant
    from cxmap.model.crosshair import CrosshairChoice, CrosshairKind, Point

FEWEST = 4
"""With fewer scored touchpoints there is no quadrant: the crossing would be made of the points it judges."""
NARROW = 1.0
"""Importance that spreads over less than this (on 0-10) hardly tells touchpoints apart."""
REDUNDANT = 0.95
"""Where gap and experience correlate above this in size, a ranking by the gap is a ranking by experience."""


class Crosshair(NamedTuple):
    """Where the lines cross for one persona in one journey, on 0-10."""

    journey: str
    persona: str
    kind: CrosshairKind
    importance10: float
    experience10: float


def choice_of(text: str) -> CrosshairChoice:
    """The crosshair as it is written in the configuration.

    Raises:
        UsageError: It is none.
    """
    try:
        return parse_crosshair(text)
    except ValueError as error:
        raise UsageError(str(error)) from None


def crossing(choice: CrosshairChoice, points: Sequence[Point]) -> Point:
    """Where the lines cross.

    Args:
        choice: The rule, or the values.
        points: The scored touchpoints of one persona in one journey; at least one.
    """
    if choice.point is not None:
        return choice.point
    if choice.kind == "scale":
        return 5.0, 5.0
    importance10, experience10 = zip(*points, strict=True)
    if choice.kind == "median":
        from statistics import median

        return median(importance10), median(experience10)
    return arithmetic.mean(importance10), arithmetic.mean(experience10)


def quadrant(i10: float, e10: float, cross: Point, *, wow: bool = False, basic: bool = False) -> Quadrant | None:
    """The quadrant of a touchpoint; on the line counts as high (compared to 9 decimals).

    What is meant to surprise (``wow``) need not have been asked for, and what costs more where it fails than it adds
    (a basic) must not be economised on: neither is ever a possible overkill, and then in none.
    """
    important = rounded(i10) >= rounded(cross[0])
    good = rounded(e10) >= rounded(cross[1])
    if important:
        return "keep-up" if good else "concentrate-here"
    if good:
        return None if wow or basic else "possible-overkill"
    return "low-priority"


def borderline(importance: Score, experience: Score, cross: Point) -> bool:
    """Whether the interval around a touchpoint's importance or experience crosses a line."""
    return may_be(importance, cross[0]) or may_be(experience, cross[1])


def spread(values: Sequence[float]) -> float:
    """From the lowest to the highest."""
    return max(values) - min(values)


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's correlation; ``None`` with fewer than three points, or where one of the two never varies."""
    if len(xs) < 3 or rounded(spread(xs)) == 0 or rounded(spread(ys)) == 0:
        return None
    return arithmetic.correlation(xs, ys)
