"""Where scores are on the paper: the part of the scales that is shown, and the panel that shows it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.charts.scene import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.charts.matrix.view import MatrixView
    from cxmap.charts.views import Scale

Pair = tuple[float, float]

STRIP = 24.0
"""Above and below the scales in a panel: the names of the quadrants, and room for marks at the ends."""
SIDE = 14.0
"""The same left and right."""

_PADDING = 0.18  # of the range of the scores, beyond each end of a cut axis
_MOST_CUT = 0.6  # an axis that would show more of its scale than this shows all of it


@dataclass(frozen=True, slots=True)
class Range:
    """The part of a scale that an axis shows."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """How far along it a value is, 0 to 1; beyond an end counts as the end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def shown(scale: Scale, values: Sequence[float], *, whole: bool) -> Range:
    """The part of a scale to show: all of it, or where that would put all points in a heap, the part with scores."""
    low, high = min(values), max(values)
    extent = scale.max - scale.min
    padding = max((high - low) * _PADDING, extent * 0.01)
    low, high = low - padding, high + padding
    if whole or high - low > _MOST_CUT * extent:
        return Range(scale.min, scale.max)
    step = 10.0 ** math.floor(math.log10((high - low) / 2))
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    return Range(max(round(low, 9), scale.min), min(round(high, 9), scale.max))


@dataclass(frozen=True, slots=True)
class Plane:
    """One panel.

    Attributes:
        box: Its frame.
        importance: What its upward axis shows.
        experience: What its axis to the right shows.
    """

    box: Box
    importance: Range
    experience: Range

    @property
    def field(self) -> Box:
        """Where scores can be."""
        return Box(self.box.left + SIDE, self.box.top + STRIP, self.box.right - SIDE, self.box.bottom - STRIP)

    def x(self, experience: float) -> float:
        """Where an experience is."""
        return self.field.left + self.field.width * self.experience.share(experience)

    def y(self, importance: float) -> float:
        """Where an importance is."""
        return self.field.bottom - self.field.height * self.importance.share(importance)


def ranges(view: MatrixView) -> tuple[Range, Range]:
    """What the axes show of importance and experience.

    A stated importance is a mark with two ends, as experience is: both scales are shown whole. A derived one is a
    weight that hardly differs between touchpoints; its matrix shows where the scores are, and says so.
    """
    whole = not view.importance_derived
    crosshairs = [persona.crosshair for persona in view.personas if persona.crosshair]
    importances = [point.importance.value for point in view.points] + [cross[0] for cross in crosshairs]
    experiences = [point.experience.value for point in view.points] + [cross[1] for cross in crosshairs]
    return shown(view.importance_scale, importances, whole=whole), shown(view.scale, experiences, whole=whole)


def diagonal(plane: Plane) -> tuple[Pair, Pair] | None:
    """The ends of the line on which importance and experience are equal, where it crosses the field."""
    low = max(plane.importance.low, plane.experience.low)
    high = min(plane.importance.high, plane.experience.high)
    return ((plane.x(low), plane.y(low)), (plane.x(high), plane.y(high))) if low < high else None


def apart(plane: Plane, places: Sequence[Pair], step: float) -> list[Pair]:
    """Points on the paper for these pairs of experience and importance; such as would hide each other side by side."""
    spots = [(plane.x(experience), plane.y(importance)) for experience, importance in places]
    heaps: list[list[int]] = []
    within: list[list[int]] = []  # those that a point so far to the right, or further, can be near
    for i in sorted(range(len(spots)), key=lambda i: (spots[i], i)):
        x, y = spots[i]
        within = [heap for heap in within if x - spots[heap[-1]][0] < step / 2]
        heap = next((heap for heap in within if abs(y - spots[heap[-1]][1]) < step / 3), None)
        if heap is None:
            heaps.append([i])
            within.append(heaps[-1])
        else:
            heap.append(i)
    for heap in heaps:
        middle = sum(spots[i][0] for i in heap) / len(heap)
        for k, i in enumerate(heap):
            spots[i] = middle + (k - (len(heap) - 1) / 2) * step if len(heap) > 1 else spots[i][0], spots[i][1]
    return spots
