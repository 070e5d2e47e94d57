"""The key of the priority matrix: only what is on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxmap.output.charts.matrix.axes import CURVE
from cxmap.output.charts.matrix.curves import DRAWN, LEVELS, curve
from cxmap.output.charts.matrix.plane import Plane
from cxmap.output.charts.matrix.points import TINT
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import Box, Item, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.matrix import MatrixWords
    from cxmap.output.charts.matrix.plane import AxisRange
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.drawing.theme import Theme

_SMALL = 2.6  # the radius of a point that only stands for one


def entries(
    view: MatrixView, shown: tuple[AxisRange, AxisRange], theme: Theme, words: ChartWords, own: MatrixWords
) -> list[Entry]:
    """What the marks mean."""
    scores = [score for point in view.points for score in (point.importance, point.experience)]
    first = [point for point in view.points if point.is_first]
    by = words.ranking[view.by] if view.by else ""
    plane = Plane(Box(0.0, 0.0, 100.0, 100.0), *shown)
    levels = [level for level in LEVELS if curve(view, plane, level)]
    possible: list[tuple[bool, Callable[[Theme, float, float], list[Item]], str]] = [
        (view.by in DRAWN and bool(first), _region, own.region.format(by)),
        (bool(levels), _curve, own.levels.format(by, ", ".join(map(words.number, levels)))),
        (
            any(persona.crosshair for persona in view.personas),
            _crosshair,
            own.meet.format(own.crosshairs[view.crosshair_kind]),
        ),
        (any(point.moment_of_truth for point in view.points), _moment_of_truth, words.moment_of_truth),
        (any(point.importance.interval or point.experience.interval for point in first), _interval, words.interval),
        (any(score.assumed for score in scores), _assumption, words.assumption),
    ]
    return [Entry(partial(draw, theme), text) for is_on_it, draw, text in possible if is_on_it]


def _region(theme: Theme, x: float, y: float) -> list[Item]:
    return [rectangle(Box(x - 9, y - 5, x + 9, y + 5), fill=look.tint(theme.short, theme.paper))]


def _curve(theme: Theme, x: float, y: float) -> list[Item]:
    return [polyline([(x - 9, y + 4), (x, y + 1), (x + 9, y - 5)], theme.rule, CURVE)]


def _crosshair(theme: Theme, x: float, y: float) -> list[Item]:
    return [polyline([(x, y - 5), (x, y + 5)], theme.ink, 1.2)]


def _moment_of_truth(theme: Theme, x: float, y: float) -> list[Item]:
    dot = symbols.marker("circle", x, y, look.MARK * 0.75, theme.series[0].color)
    return [symbols.moment_of_truth(x, y, look.MARK * 0.75, theme.ink), *dot]


def _interval(theme: Theme, x: float, y: float) -> list[Item]:
    color = theme.series[0].color
    bar = rectangle(Box(x - 9, y - 2.5, x + 9, y + 2.5), fill=look.tint(color, theme.paper, TINT))
    return [bar, *symbols.marker("circle", x, y, _SMALL, color)]


def _assumption(theme: Theme, x: float, y: float) -> list[Item]:
    return symbols.marker("circle", x, y, look.MARK, theme.series[0].color, hollow=theme.paper)
