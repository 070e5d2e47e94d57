"""What the bars of a road map stand on: heads of columns, lines of months, today, and what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.charts.roadmap import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.roadmap.calendar import Calendar
    from cxmap.output.charts.roadmap.rows import RoadmapRow, RoadmapTable

_TIER = 12.0  # the height of a line of months or years
_ELBOW = 7.0  # how far a line of what comes first runs before it ends
_LEAVES = 5.0  # from the end of a bar to where that line leaves it downwards


def head(table: RoadmapTable, words: ChartWords) -> Strip:
    """The names of the columns, the years and months, and which of them is today."""
    setter, theme = table.setter, table.theme
    names = [
        (setter.fit(table.own.action, look.SMALL_STRONG, width=table.action - look.GAP, lines=2), table.left),
        (setter.fit(table.own.status, look.SMALL_STRONG, width=table.status - look.GAP, lines=2), table.status_left),
    ]
    if table.measured:
        width = table.measured - look.GAP
        names.append((setter.fit(table.own.measured, look.SMALL_STRONG, width=width, lines=3), table.measured_left))
    calendar = table.calendar
    height = max(*(name.height for name, _ in names), 3 * _TIER if calendar else 0.0)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for name, left in names:
            items += block(name, left, top + height - name.height, theme.muted, name="column")
        if calendar is not None:
            items += _tiers(table, calendar, top + height - 3 * _TIER)
            items += _today_label(table, calendar, words, top + height - _TIER)
        return items

    return Strip(height + 2, draw)


def _tiers(table: RoadmapTable, calendar: Calendar, top: float) -> list[Item]:
    items: list[Item] = []
    tiers = ((calendar.years(), look.SMALL_STRONG), (calendar.parts(table.own), look.SMALL))
    for tier, (parts, style) in enumerate(tiers):
        for begin, end, name in parts:
            left, right = calendar.edge(begin), calendar.edge(end)
            text = table.setter.line(name, style)
            if text.width <= right - left - 2:  # the part of a year at an end may be too narrow for its name
                items += block(text, left + 2, top + tier * _TIER, table.theme.muted, name="calendar")
    return items


def _today_label(table: RoadmapTable, calendar: Calendar, words: ChartWords, top: float) -> list[Item]:
    today = table.view.today
    if not calendar.holds(today):
        return []
    label = table.own.today.format(words.date(today))
    text = table.setter.fit(label, look.SMALL_STRONG, width=calendar.right - calendar.left, lines=1)
    at = min(max(calendar.at(today) - text.width / 2, calendar.left), calendar.right - text.width)
    return list(block(text, at, top, table.theme.ink, name="today"))


def draw(table: RoadmapTable, placed: Sequence[tuple[float, RoadmapRow]], top: float, loose: float) -> list[Item]:
    """The months under the rows that are in the calendar, what comes first, and today's line."""
    calendar = table.calendar
    dated = [(at, row) for at, row in placed if row.dated]
    if calendar is None or not dated:
        return []
    bottom = dated[-1][0] + dated[-1][1].height + loose / 2
    items: list[Item] = []
    for i, (begin, end, _) in enumerate(calendar.parts(table.own)):
        box = Box(calendar.edge(begin), top, calendar.edge(end), bottom)
        if i % 2 == 0:
            items.append(rectangle(box, fill=table.theme.band))
    for begin, _, _ in calendar.years():
        x = calendar.edge(begin)
        for upper, lower in ((top - 2 * _TIER, top - _TIER), (top, bottom)):
            items.append(polyline([(x, upper), (x, lower)], table.theme.rule, look.HAIRLINE))
    if calendar.holds(table.view.today):
        items += symbols.today(calendar.at(table.view.today), top, bottom, table.theme, name="today-line")
    return items + _dependencies(table, calendar, placed)


def _way(
    x: float, to: float, start: tuple[float, RoadmapRow], end: tuple[float, RoadmapRow]
) -> list[tuple[float, float]]:
    """The line from the end of one bar, at ``x``, to the start of another, at ``to``.

    It leaves the bar downwards, so that it never runs along what is late; only to a bar above it leaves at the end.
    Where it must turn back, it does so in the white space above a row.
    """
    (first_top, first), (last_top, last) = start, end
    leaves, y, turn = first_top + first.bar, last_top + last.bar, to - _ELBOW
    if y < leaves:
        if turn >= x:
            return [(x, leaves), (turn, leaves), (turn, y), (to, y)]
        out = x + _LEAVES
        return [(x, leaves), (out, leaves), (out, first_top), (turn, first_top), (turn, y), (to, y)]
    x -= _LEAVES
    if turn >= x:
        return [(x, leaves), (x, y), (to, y)]
    return [(x, leaves), (x, last_top), (turn, last_top), (turn, y), (to, y)]


def _dependencies(table: RoadmapTable, calendar: Calendar, placed: Sequence[tuple[float, RoadmapRow]]) -> list[Item]:
    """Lines from the end of what comes first to the start of what follows, where both have a day."""
    bars = {row.action: (at, row) for at, row in placed if row.action is not None}
    items: list[Item] = []
    for place, action in enumerate(table.view.actions):
        for other in action.after:
            here = table.view.place(other)
            if here is None:  # on another page
                continue
            before = table.view.actions[here]
            ends, starts = before.end or before.start, action.start or action.end
            if ends is None or starts is None:
                continue
            x, to = calendar.at(ends, evening=True), calendar.at(starts)
            (top, row), (other_top, other_row) = bars[place], bars[here]
            points = _way(max(x, calendar.left + _LEAVES), to, (other_top, other_row), (top, row))
            items += symbols.depends(points, table.theme, name=f"after-{here}-{place}")
    return items
