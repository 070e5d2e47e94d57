"""What stands for an action and its steps. A status has a shape of its own, whatever its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Shape, polygon, polyline, rectangle

if TYPE_CHECKING:
    from cxmap.output.charts.roadmap.view import Status
    from cxmap.output.drawing.theme import Theme

_EDGE = 1.2
_IDEA_DASH = (1.6, 1.8)
_LEAST = 5.0  # the shortest bar, in points


def bar(status: Status, box: Box, theme: Theme, name: str = "", *, today: float) -> list[Item]:
    """A bar: dotted for an idea, empty for a plan, full up to today under way, full with a tick when done.

    ``today`` is where that day is across; it may lie outside the bar.
    """
    color = theme.series[0].color
    box = Box(box.left, box.top, max(box.right, box.left + _LEAST), box.bottom)
    if status == "idea":
        return [_dotted(box, theme, name)]
    if status == "done":
        items: list[Item] = [rectangle(box, fill=color, name=name)]
        if box.width >= 12:
            items.append(tick(box.right - 7, (box.top + box.bottom) / 2, 3.0, theme.paper))
        return items
    items = [rectangle(box, fill=theme.paper, stroke=color, width=_EDGE, name=name)]
    reached = min(today, box.right)
    if status == "in-progress" and reached > box.left:
        past = Box(box.left, box.top, reached, box.bottom)
        items.append(rectangle(past, fill=color, name=f"{name}-filled"))
    return items


def _dotted(box: Box, theme: Theme, name: str) -> Shape:
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return Shape(
        (*polyline(corners, theme.ink).segments, ("Z", ())),
        fill=theme.paper,
        stroke=theme.series[0].color,
        width=_EDGE,
        dash=_IDEA_DASH,
        name=name,
    )


def tick(x: float, y: float, size: float, color: str, name: str = "") -> Shape:
    """A tick: done."""
    return polyline(
        [(x - size, y), (x - size * 0.2, y + size * 0.8), (x + size, y - size * 0.8)], color, 1.4, name=name
    )


def step(x: float, y: float, theme: Theme, *, done: bool, name: str = "") -> list[Item]:
    """A step: a diamond, full when done."""
    hollow = None if done else theme.paper
    return symbols.marker("diamond", x, y, 3.4, theme.series[0].color, hollow=hollow, name=name)


def late(start: float, end: float, y: float, theme: Theme, name: str = "") -> list[Item]:
    """From the day that something was due to today: a dashed line that ends in a bar across."""
    return [
        polyline([(start, y), (end, y)], theme.short, 1.6, (3.0, 2.0), name=name),
        polyline([(end, y - 4), (end, y + 4)], theme.short, 1.6),
    ]


def today(x: float, top: float, bottom: float, theme: Theme, name: str = "") -> list[Item]:
    """The day that the picture is of: a line under a triangle."""
    return [
        polyline([(x, top), (x, bottom)], theme.ink, 1.3, name=name),
        polygon([(x - 4, top - 5), (x + 4, top - 5), (x, top + 1)], fill=theme.ink),
    ]


def depends(points: list[tuple[float, float]], theme: Theme, name: str = "") -> list[Item]:
    """From the end of what comes first to the start of what follows: a line that ends in an arrow head."""
    x, y = points[-1]
    return [
        polyline(points, theme.rule, 1.1, name=name),
        polygon([(x, y), (x - 4.5, y - 2.6), (x - 4.5, y + 2.6)], fill=theme.rule),
    ]


def open_end(x: float, to: float, y: float, theme: Theme, name: str = "") -> list[Item]:
    """A day at which something starts whose end nobody named, or ends whose start nobody named: dotted towards it."""
    color = theme.series[0].color
    return [
        polyline([(x, y - 5), (x, y + 5)], color, 1.8, name=name),
        polyline([(x, y), (to, y)], color, 1.4, look.DOTTED),
    ]
