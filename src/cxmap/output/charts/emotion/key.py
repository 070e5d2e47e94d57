"""The key of the emotional journey: only the marks that are on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import course, rows
from cxmap.output.charts.emotion.lines import GHOST
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import Item, polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.theme import Series, Theme

_SMALL = 2.6  # the radius of a point that only stands for one


def entries(view: EmotionView, theme: Theme, words: ChartWords, *, alone: bool, at_points: bool) -> list[Entry]:
    """What the marks mean, in the order of their weight.

    Args:
        view: The journey.
        theme: Its colours.
        words: The tool's own words.
        alone: Whether each line has a panel of its own, where some marks are named beside the point.
        at_points: Whether importance is marked in the plot.
    """
    draw = _Symbols(theme)
    points = [point for line in view.lines for point in line.points if point is not None]
    scores = [point.experience for point in points if point.experience is not None]
    steps = [point.handover for point in points if point.handover is not None]
    short = any(
        point.importance is not None
        and point.experience is not None
        and point.importance.value > point.experience.value
        for point in points
    )
    told = not alone and view.state == "current"
    at_gap = draw.gap if at_points else draw.gap_in_row
    possible = [
        (alone and bool(scores), draw.experience, words.experience.lower()),
        (alone and len(view.lines) > 1 and bool(scores), draw.others, words.other_personas),
        (
            at_points and any(point.importance is not None for point in points),
            draw.importance,
            words.importance.lower(),
        ),
        (short and view.comparable, at_gap, words.gap),
        (any(point.desired is not None for point in points), draw.desired, words.desired),
        (any(point.earlier for point in points), draw.earlier, words.as_it_was if view.is_state else words.earlier),
        (any(point.moment_of_truth for point in points), draw.moment_of_truth, words.moment_of_truth),
        (any(point.wow for point in points), draw.wow, words.wow),
        (told and any(point.weakest_link for point in points), draw.weakest_link, words.weakest_link),
        (told and any(line.largest_drop for line in view.lines), draw.largest_drop, words.largest_drop),
        (any(score.interval for score in scores), draw.interval, words.interval),
        (_breaks(view), draw.another_source, words.another_source),
        (any(score.assumed for score in view.scores), draw.assumption, words.assumption),
        (not alone and len(scores) < len(points), draw.no_score, words.no_score),
        (any(stop.returns_to is not None for stop in view.touchpoints), draw.detour, words.detour),
        (any(step.experience for step in steps), draw.handover, words.handover),
        (bool(rows.channel_changes(view)), draw.channel_change, words.channel_changes),
        (any(step.loses for step in steps), draw.loss, words.loses),
    ]
    # An interval that is no longer than its point is not drawn.
    return [
        Entry(symbol, text, only_with="interval-" if symbol == draw.interval else "")
        for is_on_it, symbol, text in possible
        if is_on_it
    ]


def _breaks(view: EmotionView) -> bool:
    return any(leg.breaks for line in view.lines for leg in course.experienced(view, line, "straight"))


class _Symbols:
    """Each mark as it stands in the key, round a point."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._series: Series = theme.series[0]

    def _dot(self, x: float, y: float, radius: float = _SMALL) -> list[Item]:
        return symbols.marker("circle", x, y, radius, self._series.color)

    def experience(self, x: float, y: float) -> Sequence[Item]:
        return [polyline([(x - 9, y), (x + 9, y)], self._series.color, look.LINE), *self._dot(x, y, look.MARK)]

    def others(self, x: float, y: float) -> Sequence[Item]:
        return [polyline([(x - 9, y), (x + 9, y)], look.tint(self._theme.rule, self._theme.paper, GHOST), 1.0)]

    def importance(self, x: float, y: float) -> Sequence[Item]:
        return [symbols.importance(x, y, 6.5, self._theme.ink, self._theme.paper, "")]

    def gap(self, x: float, y: float) -> Sequence[Item]:
        stem = polyline([(x, y - 5), (x, y + 5)], self._theme.short, 1.5)
        return [stem, *self.importance(x, y - 5), *self._dot(x, y + 4)]

    def gap_in_row(self, x: float, y: float) -> Sequence[Item]:
        return [
            polyline([(x, y - 5), (x, y + 6)], self._theme.ink, 1.1),
            polyline([(x, y - 5), (x, y + 1)], self._theme.ink, 3.4),
            *symbols.marker("circle", x, y - 5, 2.8, self._theme.ink),
        ]

    def desired(self, x: float, y: float) -> Sequence[Item]:
        return [self._compared(x, y), symbols.small(x, y, self._series.color, self._theme.paper)]

    def earlier(self, x: float, y: float) -> Sequence[Item]:
        return [self._compared(x, y), symbols.small(x, y, self._series.color, None)]

    def _compared(self, x: float, y: float) -> Item:
        return polyline([(x - 10, y), (x + 10, y)], self._series.color, 1.3, look.DESIRED_DASH)

    def moment_of_truth(self, x: float, y: float) -> Sequence[Item]:
        radius = look.MARK * 0.75
        return [symbols.moment_of_truth(x, y, radius, self._theme.ink), *self._dot(x, y, radius)]

    def wow(self, x: float, y: float) -> Sequence[Item]:
        return [symbols.wow(x, y, 6.0, self._theme.good, self._theme.ink)]

    def weakest_link(self, x: float, y: float) -> Sequence[Item]:
        return symbols.weakest_link(x, y, 5.0, self._theme.short)

    def largest_drop(self, x: float, y: float) -> Sequence[Item]:
        return symbols.drop(x, y, self._theme.short)

    def interval(self, x: float, y: float) -> Sequence[Item]:
        return [symbols.interval(x, y - 6, y + 6, self._series.color, self._theme.paper), *self._dot(x, y)]

    def assumption(self, x: float, y: float) -> Sequence[Item]:
        color = self._series.color
        dotted = polyline([(x - 10, y), (x + 10, y)], color, 2.0, look.ASSUMED_DASH)
        return [dotted, *symbols.marker("circle", x, y, look.MARK, color, hollow=self._theme.paper)]

    def another_source(self, x: float, y: float) -> Sequence[Item]:
        apart = 1 + look.LINE / 2
        sides = ((x - 10, x - apart), (x + apart, x + 10))
        return [polyline([(left, y), (right, y)], self._series.color, look.LINE) for left, right in sides]

    def no_score(self, x: float, y: float) -> Sequence[Item]:
        return [symbols.no_score(x, y + 4, self._theme.ink)]

    def detour(self, x: float, y: float) -> Sequence[Item]:
        return [polyline([(x - 10, y), (x + 7, y)], self._theme.muted, 1.0), *self._dot(x + 7, y)]

    def handover(self, x: float, y: float) -> Sequence[Item]:
        return symbols.marker("square", x, y, 3.6, self._series.color)

    def channel_change(self, x: float, y: float) -> Sequence[Item]:
        return symbols.channel_change(x, y, self._theme.ink)

    def loss(self, x: float, y: float) -> Sequence[Item]:
        return symbols.loss(x, y, self._theme.short)
