"""The small chart of a metric: time across, its whole scale up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.dashboard import describe, symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Labels
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.analysis.metrics import Measured
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.output.charts.dashboard.view import Metric
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

DAYS = 12.0
"""The height of the line of days below a plot."""

_ENDS = 34.0  # the least width kept for the ends of the scale
_INSIDE = 12.0  # from the sides of the plot to its first and last day
_AROUND = 0.3  # of the way from the lowest value to the highest, drawn above and below them
_RULER = 9.0  # from the whole scale to the plot
_STRUCK = 40.0  # what a value costs that a line would strike: it is never paid
_ROOM = 1.1  # the room above the highest value, where its kind of scale has no end
_NICE = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class _Plane:
    """From days and values to places on the page."""

    box: Box
    low: float
    high: float
    first: int
    last: int

    def at(self, point: Measured) -> tuple[float, float]:
        return self.across(point.day), self.up(point.value)

    def across(self, day: dt.date) -> float:
        if self.first == self.last:
            return self.box.middle
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return self.box.left + _INSIDE + share * (self.box.width - 2 * _INSIDE)

    def up(self, value: float) -> float:
        return self.box.bottom - (value - self.low) / (self.high - self.low) * self.box.height


def scale(metric: Metric) -> tuple[float, float]:
    """The ends of a metric's scale: those of its kind, else from 0 to a round number; wider where values ask for it."""
    values = [point.value for point in _points(metric)]
    low, high = metric.ends or (0.0, 0.0)
    low = low if min(values, default=low) >= low else -_round_up(-min(values))
    high = high if max(values, default=high) <= high else _round_up(max(values) * _ROOM)
    return (low, high) if low < high else (low, low + 1)


def window(metric: Metric) -> tuple[float, float]:
    """The part of the scale that is drawn: the way from baseline to target, and ``_AROUND`` of it more at both ends.

    Readings beyond it make it longer. Never more than the scale; all of it where no way is known, as a change that is
    large beside nothing but itself would look large.
    """
    low, high = scale(metric)
    if metric.baseline is None or metric.target is None or metric.baseline.value == metric.target.value:
        return low, high
    values = [point.value for point in _points(metric)]
    around = _AROUND * (max(values) - min(values))
    return max(min(values) - around, low), min(max(values) + around, high)


def _round_up(value: float) -> float:
    """The next round number above, or the value itself."""
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _NICE if step * power >= value * (1 - 1e-12))


def _points(metric: Metric) -> list[Measured]:
    return [point for point in (metric.baseline, *metric.readings, metric.target) if point is not None]


def draw(
    metric: Metric, box: Box, setter: Typesetter, theme: Theme, words: ChartWords, own: DashboardWords, name: str
) -> list[Item]:
    """The chart in a box, the line of days included; nothing but the ends of the scale where nothing is known."""
    low, high = window(metric)
    whole = scale(metric)
    ends = [
        setter.line(describe.amount(value, _short(metric), words), look.SMALL, box.width / 2) for value in whole[::-1]
    ]
    gutter = max(_ENDS, *(text.width + 6 + _RULER for text in ends))
    body = Box(box.left + gutter, box.top, box.right, box.bottom - DAYS)
    days = [point.day.toordinal() for point in _points(metric)] or [0]
    plane = _Plane(body, low, high, min(days), max(days))
    items: list[Item] = [rectangle(body, fill=theme.band)]
    for text, y in zip(ends, (body.top + 4, body.bottom - 4), strict=True):
        items += centred(text, body.left - 4 - _RULER, y, theme.muted, align="right", name="scale")
    if (low, high) != whole:
        items += _ruler(whole, (low, high), body, theme)
    items.append(polyline([(body.left, body.bottom), (body.right, body.bottom)], theme.rule, look.HAIRLINE))
    items += _days(metric, plane, setter, theme, own)
    items += _course(metric, plane, theme, name)
    items += _labels(metric, plane, setter, theme, words)
    return items


def _ruler(whole: tuple[float, float], part: tuple[float, float], body: Box, theme: Theme) -> list[Item]:
    """The whole scale as a thin line, and on it a bar for the part that the plot shows, joined to its corners."""
    x = body.left - _RULER
    low, high = (body.bottom - (end - whole[0]) / (whole[1] - whole[0]) * body.height for end in part)
    return [
        polyline([(x, body.top), (x, body.bottom)], theme.rule, look.HAIRLINE, name="ruler"),
        *(polyline([(x - 2, y), (x + 2, y)], theme.rule, look.HAIRLINE) for y in (body.top, body.bottom)),
        rectangle(Box(x - 1.2, high, x + 1.2, low), fill=theme.ink, name="ruler-window"),
        polyline([(x, high), (body.left, body.top)], theme.rule, 0.3),
        polyline([(x, low), (body.left, body.bottom)], theme.rule, 0.3),
    ]


def is_zoomed(metric: Metric) -> bool:
    """Whether a part of the scale is drawn."""
    return window(metric) != scale(metric)


def _short(metric: Metric) -> str:
    """The unit where it is a sign, such as % or €; longer ones stand below the plot."""
    return metric.unit if len(metric.unit) == 1 else ""


def _days(metric: Metric, plane: _Plane, setter: Typesetter, theme: Theme, own: DashboardWords) -> list[Item]:
    """The first and the last day below the plot; one alone in the middle."""
    points = sorted(_points(metric), key=lambda point: point.day)
    if not points:
        return []
    width = plane.box.width / 2 - 4
    ends = [setter.line(describe.day(point.day, own), look.SMALL, width) for point in (points[0], points[-1])]
    if plane.first == plane.last:
        return list(block(ends[0], plane.box.middle, plane.box.bottom + 1, theme.muted, align="center", name="day"))
    return [
        *block(ends[0], plane.box.left, plane.box.bottom + 1, theme.muted, name="day"),
        *block(ends[1], plane.box.right, plane.box.bottom + 1, theme.muted, align="right", name="day"),
    ]


def _course(metric: Metric, plane: _Plane, theme: Theme, name: str) -> list[Item]:
    """The target's height, what is left, the line of readings, and a mark for each point."""
    items: list[Item] = []
    if metric.target is not None:
        y = plane.up(metric.target.value)
        items.append(symbols.target_line(plane.box.left, plane.box.right, y, theme, f"{name}-target-line"))
        if metric.latest is not None and metric.left:
            x, _ = plane.at(metric.latest)
            ahead = max(x, plane.across(metric.target.day)), y  # never back in time
            items.append(symbols.left(plane.at(metric.latest), ahead, theme, f"{name}-left"))
    read = [point for point in (metric.baseline, *metric.readings) if point is not None]
    read.sort(key=lambda point: point.day)
    if len(read) > 1:
        items.append(polyline([plane.at(point) for point in read], theme.series[0].color, look.LINE, name=name))
    for point in metric.readings:
        items += symbols.reading(*plane.at(point), theme, f"{name}-reading")
    if metric.baseline is not None:
        items += symbols.baseline(*plane.at(metric.baseline), theme, f"{name}-baseline")
    if metric.target is not None:
        x, y = plane.at(metric.target)
        hangs = y - symbols.FLAG < plane.box.top
        items += symbols.target(x, y, theme, f"{name}-target", hangs=hangs)
    return items


def _labels(metric: Metric, plane: _Plane, setter: Typesetter, theme: Theme, words: ChartWords) -> list[Item]:
    """The values of baseline, last reading and target, where there is room; they stand below in words as well."""
    labels = Labels(plane.box)
    points = sorted((point for point in _points(metric)), key=lambda point: point.day)
    for point in points:
        x, y = plane.at(point)
        labels.mark(Box(x - 4, y - 4, x + 4, y + 4), 50)
        if point is metric.target:
            hangs = y - symbols.FLAG < plane.box.top
            labels.mark(Box(x - 8, y - (0 if hangs else symbols.FLAG), x + 1, y + (symbols.FLAG if hangs else 0)), 50)
            labels.line([(plane.box.left, y), (plane.box.right, y)], _STRUCK)
    labels.line([plane.at(point) for point in points], _STRUCK)
    items: list[Item] = []
    wanted = [metric.since, metric.baseline, metric.target]
    for point in (point for point in wanted if point is not None):
        short = describe.amount(point.value, _short(metric), words)
        text = setter.line(short, look.VALUE if point is metric.since else look.SMALL)
        if text.width > plane.box.width / 2:
            continue
        x, y = plane.at(point)
        beside, above = text.width / 2 + 6, text.style.size
        spots = [(x, y - above), (x, y + above), (x - beside, y - 5), (x + beside, y - 5), (x - beside, y + above)]
        spots += [(x + beside, y + above), (x - beside, y - above), (x + beside, y - above)]
        spots += [(x, y + rise) for rise in (-2 * above, 2 * above)]
        placed = labels.place(text.width, text.style.size, spots, at_most=_STRUCK / 2)
        if placed:
            middle = (placed.top + placed.bottom) / 2
            items += centred(text, placed.middle, middle, theme.ink, align="center", name="value")
    return items
