"""The key of the priority matrix: only what is on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxmap.output.charts.matrix.axes import DIAGONAL, FIRST_DASH
from cxmap.output.charts.matrix.points import badge, is_first
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import Item, polyline

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.i18n.charts import ChartWords, MatrixWords
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import Typesetter

_SMALL = 2.6  # the radius of a point that only stands for one


def entries(
    view: MatrixView, setter: Typesetter, theme: Theme, words: ChartWords, own: MatrixWords, *, markers: bool
) -> list[Entry]:
    """What the marks mean.

    Args:
        view: What the matrix shows.
        setter: For the number in the mark of a rank.
        theme: Its colours.
        words: The words that charts share.
        own: The words of the matrix.
        markers: Whether personas differ by their markers.
    """
    personas = [
        Entry(partial(_marker, series), persona.name)
        for persona, series in zip(view.personas, theme.series, strict=False)
        if markers
    ]
    scores = [score for point in view.points for score in (point.importance, point.experience)]
    first = [point for point in view.points if is_first(point)]
    possible: list[tuple[bool, Callable[[Theme, float, float], list[Item]], str]] = [
        (any(persona.crosshair for persona in view.personas), _crosshair, own.crosshairs[view.crosshair_kind]),
        (view.comparable, _diagonal, own.no_gap),
        (bool(first), partial(_rank, setter), own.rank),
        (any(point.moment_of_truth for point in view.points), _moment_of_truth, words.moment_of_truth),
        (any(point.importance.interval or point.experience.interval for point in first), _interval, words.interval),
        (any(score.assumed for score in scores), _assumption, words.assumption),
    ]
    return [*personas, *(Entry(partial(draw, theme), text) for is_on_it, draw, text in possible if is_on_it)]


def _marker(series: Series, x: float, y: float) -> list[Item]:
    return symbols.marker(series.marker, x, y, look.MARK, series.color)


def _crosshair(theme: Theme, x: float, y: float) -> list[Item]:
    color = theme.series[0].color
    return [
        polyline([(x - 9, y), (x + 9, y)], color, 0.9, FIRST_DASH),
        polyline([(x, y - 6), (x, y + 6)], color, 0.9, FIRST_DASH),
    ]


def _diagonal(theme: Theme, x: float, y: float) -> list[Item]:
    return [polyline([(x - 9, y + 5), (x + 9, y - 5)], theme.ink, 1.1, DIAGONAL)]


def _rank(setter: Typesetter, theme: Theme, x: float, y: float) -> list[Item]:
    return badge(x, y, 1, setter, theme)


def _moment_of_truth(theme: Theme, x: float, y: float) -> list[Item]:
    dot = symbols.marker("circle", x, y, look.MARK * 0.75, theme.series[0].color)
    return [symbols.moment_of_truth(x, y, look.MARK * 0.75, theme.ink), *dot]


def _interval(theme: Theme, x: float, y: float) -> list[Item]:
    color = theme.series[0].color
    arms = [polyline([(x - 8, y), (x + 8, y)], color, 0.8), polyline([(x, y - 6), (x, y + 6)], color, 0.8)]
    return [*arms, *symbols.marker("circle", x, y, _SMALL, color)]


def _assumption(theme: Theme, x: float, y: float) -> list[Item]:
    return symbols.marker("circle", x, y, look.MARK, theme.series[0].color, hollow=theme.paper)
