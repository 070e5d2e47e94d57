"""Where scores are on the paper: the part of the scales that is shown, and the panel that shows it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.charts.views import Scale
    from cxmap.output.drawing.scene import Box

Pair = tuple[float, float]

INSET = 24.0
"""Between the ends of the scales and the frame: the names of the quadrants, and room for marks at the ends."""

_PADDING = 0.18  # of the range of the scores, beyond each end of a cut axis
_MOST_CUT = 0.6  # an axis that would show more of its scale than this shows all of it


@dataclass(frozen=True, slots=True)
class AxisRange:
    """The part of a scale that an axis shows."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """How far along it a value is, 0 to 1; beyond an end counts as the end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def shown(scale: Scale, values: Sequence[float], *, whole: bool) -> AxisRange:
    """The part of a scale to show: all of it, or where that would put all points in a heap, the part with scores."""
    low, high = min(values), max(values)
    extent = scale.max - scale.min
    padding = max((high - low) * _PADDING, extent * 0.01)
    low, high = low - padding, high + padding
    if whole or high - low > _MOST_CUT * extent:
        return AxisRange(scale.min, scale.max)
    step = 10.0 ** math.floor(math.log10((high - low) / 2))
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    return AxisRange(max(round(low, 9), scale.min), min(round(high, 9), scale.max))


@dataclass(frozen=True, slots=True)
class Plane:
    """One panel.

    Attributes:
        box: Its frame.
        importance: What its upward axis shows.
        experience: What its axis to the right shows.
    """

    box: Box
    importance: AxisRange
    experience: AxisRange

    @property
    def field(self) -> Box:
        """Where scores can be."""
        return self.box.grown(-INSET)

    def x(self, experience: float) -> float:
        """Where an experience is."""
        return self.field.left + self.field.width * self.experience.share(experience)

    def y(self, importance: float) -> float:
        """Where an importance is."""
        return self.field.bottom - self.field.height * self.importance.share(importance)


def ranges(view: MatrixView) -> tuple[AxisRange, AxisRange]:
    """What the axes show of importance and experience.

    A stated importance is a mark with two ends, as experience is: both scales are shown whole. A derived one is a
    weight that hardly differs between touchpoints; its matrix shows where the scores are, and says so.
    """
    whole = not view.importance_derived
    crosshairs = [persona.crosshair for persona in view.personas if persona.crosshair]
    importances = [point.importance.value for point in view.points] + [cross[0] for cross in crosshairs]
    experiences = [point.experience.value for point in view.points] + [cross[1] for cross in crosshairs]
    return shown(view.importance_scale, importances, whole=whole), shown(view.scale, experiences, whole=whole)
