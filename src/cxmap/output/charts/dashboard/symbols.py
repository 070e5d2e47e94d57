"""Marks of the dashboard: baseline, readings and target in a small chart, and a sign for how a metric fares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.drawing import symbols
from cxmap.output.drawing.scene import Item, polygon, polyline

if TYPE_CHECKING:
    from cxmap.output.charts.dashboard.view import Sign
    from cxmap.output.drawing.theme import Theme

TARGET_DASH = (4.0, 2.4)


def baseline(x: float, y: float, theme: Theme, name: str = "") -> list[Item]:
    """A square: hollow would be an assumption."""
    return symbols.marker("square", x, y, 3.4, theme.series[0].color, name=name)


def reading(x: float, y: float, theme: Theme, name: str = "") -> list[Item]:
    """A point."""
    return symbols.marker("circle", x, y, 3.2, theme.series[0].color, name=name)


FLAG = 11.0
"""The height of a flag, in points."""


def target(x: float, y: float, theme: Theme, name: str = "", *, hangs: bool = False) -> list[Item]:
    """A flag on its pole, which stands at the height of the target, or hangs from it."""
    up = -1 if hangs else 1
    return [
        polyline([(x, y), (x, y - up * FLAG)], theme.ink, 1.3, name=name),
        polygon([(x, y - up * FLAG), (x - 7, y - up * 8.5), (x, y - up * 6)], fill=theme.ink),
    ]


def target_line(start: float, end: float, y: float, theme: Theme, name: str = "") -> Item:
    """The height of the target, all along."""
    return polyline([(start, y), (end, y)], theme.rule, 1.0, TARGET_DASH, name)


def left(start: tuple[float, float], end: tuple[float, float], theme: Theme, name: str = "") -> Item:
    """From where it stands to the target, thin: what is still to go. Dotted would be an assumption."""
    return polyline([start, end], theme.short, 1.0, name=name)


def sign(what: Sign, x: float, y: float, theme: Theme, name: str = "") -> list[Item]:
    """A tick at the target, a triangle up or down for better or worse, a dash for not clearly, a ring for not known."""
    if what == "reached":
        return [
            symbols.circle(x, y, 6.0, fill=theme.good, name=name),
            polyline([(x - 2.8, y), (x - 0.6, y + 2.4), (x + 3, y - 2.4)], theme.paper, 1.5),
        ]
    if what == "better":
        return [polygon([(x, y - 5), (x + 5.5, y + 4.5), (x - 5.5, y + 4.5)], fill=theme.good, name=name)]
    if what == "worse":
        return [polygon([(x, y + 5), (x + 5.5, y - 4.5), (x - 5.5, y - 4.5)], fill=theme.short, name=name)]
    if what == "unclear":
        return [polyline([(x - 5, y), (x + 5, y)], theme.ink, 2.4, name=name)]
    return [symbols.circle(x, y, 4.6, stroke=theme.rule, width=1.3, name=name)]
