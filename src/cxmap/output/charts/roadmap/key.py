"""The key of the road map: only the marks that are on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxmap.analysis.plan import is_late
from cxmap.output.charts.roadmap import describe, symbols
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import Box, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.roadmap.rows import RoadmapTable
    from cxmap.output.charts.roadmap.view import RoadmapView, Status
    from cxmap.output.drawing.theme import Theme

_STATUSES: tuple[Status, ...] = ("idea", "planned", "in-progress", "done")


def entries(view: RoadmapView, table: RoadmapTable) -> list[Entry]:
    """What the marks mean."""
    theme, own = table.theme, table.own
    used = {action.status for action in view.actions}
    steps = [step for action in view.actions for step in describe.listed_steps(view, action)]
    late = any(is_late(action, view.today) for action in view.actions)
    possible = [
        (any(not step.done for step in steps), partial(_step, theme, done=False), own.step),
        (any(step.done for step in steps), partial(_step, theme, done=True), own.step_done),
        (_has_arrow(view), partial(_depends, theme), own.depends),
        (late, partial(_late, theme), own.overdue),
    ]
    return [Entry(partial(_bar, theme, status), own.statuses[status]) for status in _STATUSES if status in used] + [
        Entry(draw, text) for is_on_it, draw, text in possible if is_on_it and view.calendar
    ]


def _has_arrow(view: RoadmapView) -> bool:
    """Whether what comes first and what follows are both on the page."""
    return any(view.place(other) is not None for action in view.actions for other in action.after)


def _bar(theme: Theme, status: Status, x: float, y: float) -> Sequence[Item]:
    return symbols.bar(status, Box(x - 9, y - 4, x + 9, y + 4), theme, today=x + 2)


def _step(theme: Theme, x: float, y: float, *, done: bool) -> Sequence[Item]:
    return symbols.step(x, y, theme, done=done)


def _depends(theme: Theme, x: float, y: float) -> Sequence[Item]:
    return symbols.depends([(x - 9, y - 4), (x - 2, y - 4), (x - 2, y + 3), (x + 8, y + 3)], theme)


def _late(theme: Theme, x: float, y: float) -> Sequence[Item]:
    return symbols.late(x - 8, x + 8, y, theme)
