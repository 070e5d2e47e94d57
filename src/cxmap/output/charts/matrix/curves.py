"""Where touchpoints rank equally: curves through the plane, and the region of what ranks first.

Place and rank cannot contradict each other: the curves are the formulas of the ranking (docs/method.md), solved for
the experience ``e`` or the importance ``i``, both on 0-10.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import RankingKey
    from cxmap.output.charts.matrix.plane import AxisRange, Pair, Plane
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.charts.views import Scale

LEVELS = (1.0, 2.0, 3.0, 4.0)
"""The figures that have a curve."""

DRAWN: frozenset[RankingKey] = frozenset({"priority", "shortfall", "gap"})
"""The figures that follow from importance and experience alone, so that a curve can stand for them."""

_STEPS = 60


def curve(view: MatrixView, plane: Plane, figure: float) -> list[Pair]:
    """The places of this figure in the part of the plane that is shown, from the lower left up; or none."""
    if view.by not in DRAWN:
        return []
    low, high = _ends(plane.importance, view.importance_scale)
    least, most = _ends(plane.experience, view.scale)
    start, end = max(low, _importance(view.by, figure, least)), min(high, _importance(view.by, figure, most))
    if start >= end:
        return []
    points = []
    for step in range(_STEPS + 1):
        importance = start + (end - start) * step / _STEPS
        experience = min(max(_experience(view.by, figure, importance), least), most)
        points.append((plane.x(_on(experience, view.scale)), plane.y(_on(importance, view.importance_scale))))
    return points


def region(view: MatrixView, plane: Plane, figure: float) -> list[Pair]:
    """The corners of all places of at least this figure, up to the panel's frame; empty: there are none."""
    points = curve(view, plane, figure)
    if not points:
        return []
    box, (first, last) = plane.box, (points[0], points[-1])
    enters_below = first[0] > plane.field.left + 0.01
    leaves_right = last[1] > plane.field.top + 0.01
    start = [(box.left, box.bottom), (first[0], box.bottom)] if enters_below else [(box.left, first[1])]
    end = [(box.right, last[1]), (box.right, box.top)] if leaves_right else [(last[0], box.top)]
    return [*start, *points, *end, (box.left, box.top)]


def _experience(by: RankingKey, figure: float, importance: float) -> float:
    """``e`` where an importance has this figure."""
    if by == "gap":
        return importance - figure
    less = 10 * figure / importance if importance else math.inf
    return (importance if by == "priority" else 10) - less


def _importance(by: RankingKey, figure: float, experience: float) -> float:
    """``i`` where an experience has this figure."""
    if by == "gap":
        return experience + figure
    if by == "priority":
        return (experience + math.sqrt(experience * experience + 40 * figure)) / 2
    return 10 * figure / (10 - experience) if experience < 10 else math.inf


def _ends(shown: AxisRange, scale: Scale) -> tuple[float, float]:
    """What an axis shows, on 0-10."""
    return 10 * scale.share(shown.low), 10 * scale.share(shown.high)


def _on(value10: float, scale: Scale) -> float:
    return scale.min + value10 / 10 * (scale.max - scale.min)
