"""The key of the dashboard: only the marks that are on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxmap.output.charts.dashboard import symbols
from cxmap.output.drawing.page import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.drawing.scene import Item
    from cxmap.output.drawing.theme import Theme


def entries(view: DashboardView, theme: Theme, own: DashboardWords) -> list[Entry]:
    """What the marks mean."""
    possible = [
        (any(metric.baseline for metric in view.metrics), symbols.baseline, own.baseline),
        (any(metric.readings for metric in view.metrics), symbols.reading, own.reading),
        (any(metric.target for metric in view.metrics), _flag, own.target),
        (any(metric.left for metric in view.metrics), _left, own.distance),
    ]
    return [Entry(partial(_drawn, draw, theme), text) for is_on_it, draw, text in possible if is_on_it]


def _drawn(draw: Callable[[float, float, Theme], Sequence[Item]], theme: Theme, x: float, y: float) -> Sequence[Item]:
    return draw(x, y, theme)


def _flag(x: float, y: float, theme: Theme) -> list[Item]:
    return [symbols.target_line(x - 10, x + 10, y + 5, theme), *symbols.target(x + 4, y + 5, theme)]


def _left(x: float, y: float, theme: Theme) -> list[Item]:
    return [symbols.left((x - 9, y + 3), (x + 9, y - 3), theme)]
