"""The line through the points: straight, or a monotone cubic (PCHIP), which never leaves the range of its data.

Slopes follow Fritsch and Butland (1984), as in SciPy's ``PchipInterpolator``: the weighted harmonic mean of the
neighbouring slopes, 0 at each local extreme, and a three-point formula at the ends.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bow:
    """A cubic Bézier curve whose ``x`` moves evenly: from ``start`` to ``end`` with two control points between."""

    start: Pair
    first: Pair
    second: Pair
    end: Pair

    @property
    def is_straight(self) -> bool:
        """Whether all four points lie on one line, in order."""
        rise = self.end[1] - self.start[1]
        return (
            abs(self.first[1] - self.start[1] - rise / 3) < 1e-9
            and abs(self.second[1] - self.start[1] - rise * 2 / 3) < 1e-9
        )

    def at(self, t: float) -> Pair:
        """The point at a part of the way, 0 to 1."""
        return _blossom((self.start, self.first, self.second, self.end), t, t, t)

    def between(self, left: float, right: float) -> Bow:
        """The part of the curve that lies over these places of ``x``."""
        span = self.end[0] - self.start[0]
        return self._part((left - self.start[0]) / span, (right - self.start[0]) / span)

    def _part(self, t0: float, t1: float) -> Bow:
        points = (self.start, self.first, self.second, self.end)
        return Bow(*(_blossom(points, *at) for at in ((t0, t0, t0), (t0, t0, t1), (t0, t1, t1), (t1, t1, t1))))


def _blossom(points: Sequence[Pair], *at: float) -> Pair:
    """De Casteljau's construction with a parameter of its own for each step."""
    for t in at:
        points = [((1 - t) * x0 + t * x1, (1 - t) * y0 + t * y1) for (x0, y0), (x1, y1) in itertools.pairwise(points)]
    return points[0]


def straight(points: Sequence[Pair]) -> list[Bow]:
    """One straight segment from each point to the next."""
    slopes = _secants(points)
    return [
        _bow(start, end, slope, slope) for (start, end), slope in zip(itertools.pairwise(points), slopes, strict=True)
    ]


def smooth(points: Sequence[Pair]) -> list[Bow]:
    """One monotone cubic from each point to the next."""
    slopes = _pchip_slopes(points)
    return [_bow(start, end, slopes[i], slopes[i + 1]) for i, (start, end) in enumerate(itertools.pairwise(points))]


def _bow(start: Pair, end: Pair, slope0: float, slope1: float) -> Bow:
    third = (end[0] - start[0]) / 3
    return Bow(start, (start[0] + third, start[1] + third * slope0), (end[0] - third, end[1] - third * slope1), end)


def _secants(points: Sequence[Pair]) -> list[float]:
    return [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in itertools.pairwise(points)]


def _pchip_slopes(points: Sequence[Pair]) -> list[float]:
    secants = _secants(points)
    if len(secants) < 2:
        return secants * 2
    steps = [after[0] - before[0] for before, after in itertools.pairwise(points)]
    inner = []
    for h0, h1, d0, d1 in zip(steps[:-1], steps[1:], secants[:-1], secants[1:], strict=True):
        if d0 * d1 <= 0:
            inner.append(0.0)
        else:
            w0, w1 = 2 * h1 + h0, h1 + 2 * h0
            inner.append((w0 + w1) / (w0 / d0 + w1 / d1))
    first = _end_slope(steps[0], steps[1], secants[0], secants[1])
    last = _end_slope(steps[-1], steps[-2], secants[-1], secants[-2])
    return [first, *inner, last]


def _end_slope(h0: float, h1: float, d0: float, d1: float) -> float:
    slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
    if slope * d0 <= 0:
        return 0.0
    return 3 * d0 if d0 * d1 <= 0 and abs(slope) > abs(3 * d0) else slope
