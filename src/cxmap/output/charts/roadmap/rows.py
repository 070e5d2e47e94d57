"""The rows of a road map: owners, their actions, the steps of these; each with its part of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.plan import is_late, is_overdue
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.roadmap import describe, symbols
from cxmap.output.charts.roadmap.badge import RADIUS, badge
from cxmap.output.drawing import symbols as marks
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, polyline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.i18n.roadmap import RoadmapWords
    from cxmap.output.charts.roadmap.calendar import Calendar
    from cxmap.output.charts.roadmap.view import Action, RoadmapView, ToDo
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_BADGE = 22.0  # the width kept for an action's letter
_DIAMOND = 14.0  # the width kept for a step's mark
_BAR = 11.0  # the height of a bar
_OPEN = 14.0  # how far the dots run where a start or an end is not known
_AROUND = 3.5  # white space above and below the text of an action
_AROUND_STEP = 0.8
_BETWEEN = 4.0  # two metrics
_SPARK = 26.0  # the width of the way of a metric
_LINES = 12  # of a title, at most; nobody has written one so long


@dataclass(frozen=True, slots=True)
class RoadmapTable:
    """Where the columns are: actions, status, calendar; and what rows are made with.

    ``calendar`` is ``None`` where no action has a day, and ``measured`` 0 where that column is not drawn.
    """

    view: RoadmapView
    setter: Typesetter
    theme: Theme
    own: RoadmapWords
    left: float
    action: float
    status: float
    measured: float
    right: float
    calendar: Calendar | None

    @property
    def status_left(self) -> float:
        """Where the column of the status begins."""
        return self.left + self.action

    @property
    def measured_left(self) -> float:
        """Where the column of what is expected and measured begins."""
        return self.status_left + self.status


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A row, fitted but not yet at its place.

    Attributes:
        height: In points.
        draw: Its items, for the height of its upper edge.
        action: The place of the action whose bar it holds.
        dated: Whether it belongs to the calendar.
        bar: From its upper edge to the middle of the bar.
    """

    height: float
    draw: Callable[[float], Sequence[Item]]
    action: int | None = None
    dated: bool = True
    bar: float = 0.0


def rows(table: RoadmapTable) -> Iterator[RoadmapRow]:
    """All rows: each owner's actions with their steps, and at the end the actions without dates."""
    numbered = list(enumerate(table.view.actions))
    owner: str | None = None
    for place, action in numbered:
        if action.days:
            if action.owner != owner:
                owner = action.owner
                yield _head(table, owner or table.own.nobody, dated=True)
            yield from _action(table, place, action)
    undated = [(place, action) for place, action in numbered if not action.days]
    if undated:
        yield _head(table, table.own.undated, dated=False)
        for place, action in undated:
            yield from _action(table, place, action)


def _head(table: RoadmapTable, text: str, *, dated: bool) -> RoadmapRow:
    """An owner's name, under a line."""
    name = table.setter.fit(text, look.STAGE, width=table.right - table.left, lines=1, smallest=8.0, whole=True)
    if dated:
        name = table.setter.fit(text, look.STAGE, width=table.action + table.status - look.GAP, lines=2, whole=True)

    def draw(top: float) -> Sequence[Item]:
        return [
            polyline([(table.left, top + 3), (table.right, top + 3)], table.theme.ink, 1.2),
            *block(name, table.left, top + 6, table.theme.ink, name="owner"),
        ]

    return RoadmapRow(name.height + 8, draw, dated=dated)


def _action(table: RoadmapTable, place: int, action: Action) -> Iterator[RoadmapRow]:
    setter, theme, own, today = table.setter, table.theme, table.own, table.view.today
    width = table.action - _BADGE - 2 * look.GAP
    title = setter.fit(action.title, look.STRONG, width=width, lines=_LINES, whole=True)
    below = describe.improves(action, own)
    if action.owner and not action.days:
        below = f"{action.owner}; {below}" if below else action.owner
    meta = setter.fit(below, look.SMALL, width=width, lines=_LINES, whole=True)
    status = setter.fit(own.statuses[action.status], look.STRONG, width=table.status - look.GAP, lines=2)
    late = is_late(action, today)
    due = setter.fit(
        describe.when(action, today, own),
        look.SMALL_STRONG if late else look.SMALL,
        width=table.status - look.GAP,
        lines=4,
    )
    measured = _measured(table, place, action)
    height = max(title.height + meta.height, status.height + due.height, measured.height, 2 * RADIUS)
    middle = _AROUND + max(title.eye, RADIUS)
    letter = describe.letter(table.view.first + place)

    def draw(top: float) -> Sequence[Item]:
        text = top + middle - title.eye
        items: list[Item] = [
            *badge(
                setter,
                letter,
                action.status,
                table.left + RADIUS,
                top + middle,
                theme,
            ),
            *block(title, table.left + _BADGE, text, theme.ink, name=f"action-{place}", room=width),
            *block(meta, table.left + _BADGE, text + title.height, theme.muted, name=f"improves-{place}"),
            *block(status, table.status_left, text, theme.ink, name=f"status-{place}"),
            *block(due, table.status_left, text + status.height, theme.ink if late else theme.muted, name="when"),
        ]
        return [*items, *measured.draw(text), *_in_calendar(table, place, action, top + middle)]

    yield RoadmapRow(middle - title.eye + height + _AROUND, draw, place, bool(action.days), middle)
    for step in describe.listed_steps(table.view, action):
        yield _step(table, step, action, dated=bool(action.days))


def _measured(table: RoadmapTable, place: int, action: Action) -> Strip:
    """What it is to bring, and the way of each metric that shows whether it does."""
    if not table.measured:
        return Strip(0.0, lambda _: [])
    setter, theme, own = table.setter, table.theme, table.own
    width = table.measured - look.GAP
    expected = setter.fit(describe.expected(action, own), look.STRONG, width=width, lines=2)
    metrics = [
        (
            metric,
            setter.fit(metric.title, look.SMALL, width=width, lines=_LINES, whole=True),
            setter.fit(describe.way(metric, own), look.SMALL, width=width - _SPARK - look.GAP, lines=_LINES),
        )
        for metric in action.metrics
    ]
    height = expected.height + sum(title.height + way.height + _BETWEEN for _, title, way in metrics)

    def draw(top: float) -> Sequence[Item]:
        left = table.measured_left
        items: list[Item] = [*block(expected, left, top, theme.ink, name=f"expects-{place}")]
        top += expected.height
        for i, (metric, title, way) in enumerate(metrics):
            items += block(title, left, top, theme.muted, name=f"metric-{place}-{i}")
            top += title.height
            box = Box(left, top + 1.5, left + _SPARK, top + 9)
            target = metric.target
            items += marks.spark(box, metric.values, theme.ink, target=target, name=f"spark-{place}-{i}")
            items += block(way, left + _SPARK + look.GAP, top, theme.ink, name=f"way-{place}-{i}")
            top += way.height + _BETWEEN
        return items

    return Strip(height, draw)


def _in_calendar(table: RoadmapTable, place: int, action: Action, y: float) -> list[Item]:
    """The bar of an action, or what can be drawn of it."""
    calendar, theme = table.calendar, table.theme
    if calendar is None:
        return []
    start, end, name = action.start, action.end, f"bar-{place}"
    items: list[Item] = []
    if is_late(action, table.view.today) and action.due and calendar.holds(table.view.today):
        overdue = calendar.at(action.due, evening=True), calendar.at(table.view.today)
        items += symbols.late(*overdue, y, theme, name=f"late-{place}")
    if start and end:
        first, last = min(start, end), max(start, end)
        left, right = calendar.at(first), calendar.at(last, evening=True)
        box = Box(left, y - _BAR / 2, right, y + _BAR / 2)
        items += symbols.bar(action.status, box, theme, name, today=calendar.at(table.view.today))
    elif start:
        x = calendar.at(start)
        items += symbols.open_end(x, min(x + _OPEN, calendar.right), y, theme, name)
    elif end:
        x = calendar.at(end, evening=True)
        items += symbols.open_end(x, max(x - _OPEN, calendar.left), y, theme, name)
    return items


def _step(table: RoadmapTable, step: ToDo, action: Action, *, dated: bool) -> RoadmapRow:
    setter, theme, own, today = table.setter, table.theme, table.own, table.view.today
    said = f"{step.title} ({step.owner})" if step.owner else step.title
    text = setter.fit(said, look.SMALL, width=table.action - _BADGE - _DIAMOND - 2 * look.GAP, lines=2, whole=True)
    late = is_overdue(step, action, today)
    style = look.SMALL_STRONG if late else look.SMALL
    due = setter.fit(describe.step_when(step, action, today, own), style, width=table.status - look.GAP, lines=4)
    height = max(text.height, due.height)

    def draw(top: float) -> Sequence[Item]:
        y = top + _AROUND_STEP + text.eye
        items: list[Item] = [
            *symbols.step(table.left + _BADGE + 4, y, theme, done=step.done),
            *block(text, table.left + _BADGE + _DIAMOND, top + _AROUND_STEP, theme.ink, name="step"),
            *block(due, table.status_left, top + _AROUND_STEP, theme.ink if late else theme.muted, name="when"),
        ]
        if table.calendar and step.due:
            items += symbols.step(table.calendar.at(step.due, evening=True), y, theme, done=step.done, name="step")
        return items

    return RoadmapRow(height + 2 * _AROUND_STEP, draw, dated=dated)
