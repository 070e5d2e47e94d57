"""Marks and icons that cxmap draws itself, so that no font need hold them. Each has a shape of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.output.drawing.scene import Box, Item, Segment, Shape, polygon, polyline, rectangle
from cxmap.output.drawing.theme import tint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxmap.choices import ChannelKind
    from cxmap.output.charts.views import Score
    from cxmap.output.drawing.theme import MarkerName

_ARC = 0.5522847498  # the length of a Bézier's handles for a quarter of a circle, in radii


def circle(
    x: float,
    y: float,
    radius: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    width: float = 1.0,
    name: str = "",
) -> Shape:
    """A circle round a point."""
    return Shape(_circle(x, y, radius), fill=fill, stroke=stroke, width=width, name=name)


def _circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    k = _ARC * r
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def marker(
    shape: MarkerName,
    x: float,
    y: float,
    radius: float,
    color: str,
    *,
    hollow: str | None = None,
    halo: str | None = None,
    name: str = "",
) -> list[Item]:
    """A point of a line: filled, or hollow with the ground's colour inside; ``halo`` keeps it off what it crosses."""
    items: list[Item] = []
    if halo:
        items.append(_marker(shape, x, y, radius + 1.5, fill=halo))
    if hollow:
        items.append(_marker(shape, x, y, radius - 0.5, fill=hollow, stroke=color, width=1.7, name=name))
    else:
        items.append(_marker(shape, x, y, radius, fill=color, name=name))
    return items


def _marker(
    shape: MarkerName,
    x: float,
    y: float,
    r: float,
    *,
    fill: str,
    stroke: str | None = None,
    width: float = 1.0,
    name: str = "",
) -> Shape:
    if shape == "circle":
        return Shape(_circle(x, y, r), fill=fill, stroke=stroke, width=width, name=name)
    corners = {
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "triangle": [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
        "diamond": [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
    }[shape]
    return polygon([(x + r * dx, y + r * dy) for dx, dy in corners], fill=fill, stroke=stroke, width=width, name=name)


def moment_of_truth(x: float, y: float, radius: float, color: str, name: str = "") -> Shape:
    """A diamond round a point."""
    r = radius * 2.1
    return polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], stroke=color, width=1.3, name=name)


def wow(x: float, y: float, radius: float, color: str, edge: str, name: str = "") -> Shape:
    """A five-pointed star."""
    corners = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.45
        angle = math.pi * i / 5
        corners.append((x + r * math.sin(angle), y - r * math.cos(angle)))
    return polygon(corners, fill=color, stroke=edge, width=0.8, name=name)


def weakest_link(x: float, y: float, radius: float, color: str, name: str = "") -> list[Item]:
    """Two links of a chain, apart."""
    r = radius * 0.62
    left = Shape(_arc(x - radius * 0.75, y, r, 50, 310), stroke=color, width=1.6, name=name)
    right = Shape(_arc(x + radius * 0.75, y, r, -130, 130), stroke=color, width=1.6)
    return [left, right]


def _arc(x: float, y: float, r: float, start: float, end: float) -> tuple[Segment, ...]:
    """Part of a circle, angles in degrees from the right, downwards."""
    pieces = max(1, math.ceil((end - start) / 90))
    step = math.radians((end - start) / pieces)
    handle = 4 / 3 * math.tan(step / 4) * r
    angle = math.radians(start)
    segments: list[Segment] = [("M", (x + r * math.cos(angle), y + r * math.sin(angle)))]
    for _ in range(pieces):
        after = angle + step
        x0, y0 = x + r * math.cos(angle), y + r * math.sin(angle)
        x1, y1 = x + r * math.cos(after), y + r * math.sin(after)
        segments.append(
            (
                "C",
                (
                    x0 - handle * math.sin(angle),
                    y0 + handle * math.cos(angle),
                    x1 + handle * math.sin(after),
                    y1 - handle * math.cos(after),
                    x1,
                    y1,
                ),
            )
        )
        angle = after
    return tuple(segments)


def importance(
    x: float, y: float, half: float, color: str, ground: str, name: str, score: Score | None = None
) -> Shape:
    """A short bar at the importance; hollow, with the ground's colour inside, where that is assumed."""
    if score and score.assumed:
        return rectangle(Box(x - half, y - 1.9, x + half, y + 1.9), fill=ground, stroke=color, width=1.0, name=name)
    return rectangle(Box(x - half, y - 1.0, x + half, y + 1.0), fill=color, name=name)


def no_score(x: float, bottom: float, color: str, name: str = "") -> Shape:
    """A tick that stands on the lower end of the scale where a score is missing."""
    return polyline([(x, bottom), (x, bottom - 7)], color, 1.6, name=name)


def channel_change(x: float, y: float, color: str, name: str = "") -> list[Item]:
    """Two arrow heads: a step from one channel to another."""
    return [
        polyline(
            [(x - 3.4 + dx, y - 3.4), (x + dx, y), (x - 3.4 + dx, y + 3.4)], color, 1.3, name=name if not dx else ""
        )
        for dx in (0.0, 3.6)
    ]


def loss(x: float, y: float, color: str, name: str = "") -> list[Item]:
    """A cross: something does not come along."""
    r = 2.6
    return [
        polyline([(x - r, y - r), (x + r, y + r)], color, 1.5, name=name),
        polyline([(x - r, y + r), (x + r, y - r)], color, 1.5),
    ]


def drop(x: float, y: float, color: str, name: str = "") -> list[Item]:
    """An arrow that falls."""
    tip = (x + 4, y + 4)
    return [
        polyline([(x - 4, y - 4), tip], color, 1.4, name=name),
        polyline([(tip[0] - 5, tip[1]), tip, (tip[0], tip[1] - 5)], color, 1.4),
    ]


def small(x: float, y: float, color: str, hollow: str | None, name: str = "") -> Shape:
    """A small point of a line beside the one that a chart is about; ``hollow``: what it has inside, if it is."""
    if hollow:
        return circle(x, y, 2.2, fill=hollow, stroke=color, width=1.1, name=name)
    return circle(x, y, 2.2, fill=color, name=name)


def pill(box: Box, *, stroke: str, width: float, dash: tuple[float, ...] = (), name: str = "") -> Shape:
    """An outline with round ends, as wide and high as a box."""
    r = box.height / 2
    k = _ARC * r
    left, right, middle = box.left + r, box.right - r, box.top + r
    segments: tuple[Segment, ...] = (
        ("M", (left, box.top)),
        ("L", (right, box.top)),
        ("C", (right + k, box.top, box.right, middle - k, box.right, middle)),
        ("C", (box.right, middle + k, right + k, box.bottom, right, box.bottom)),
        ("L", (left, box.bottom)),
        ("C", (left - k, box.bottom, box.left, middle + k, box.left, middle)),
        ("C", (box.left, middle - k, left - k, box.top, left, box.top)),
        ("Z", ()),
    )
    return Shape(segments, stroke=stroke, width=width, dash=dash, name=name)


def interval(x: float, top: float, bottom: float, color: str, ground: str, name: str = "") -> Shape:
    """A confidence interval: a bar of 5 points in a paler colour, so that it is neither a line nor a mark."""
    return rectangle(Box(x - 2.5, top, x + 2.5, bottom), fill=tint(color, ground, 0.35), name=name)


def spark(box: Box, values: Sequence[float], color: str, *, target: float | None = None, name: str = "") -> list[Item]:
    """Values in little, the first at the left, with a dot at the last; a target is a dashed line."""
    every = [*values, *([] if target is None else [target])]
    low, high = min(every, default=0.0), max(every, default=0.0)

    def up(value: float) -> float:
        return box.bottom - box.height * ((value - low) / (high - low) if high > low else 0.5)

    step = box.width / max(len(values) - 1, 1)
    points = [(box.left + i * step, up(value)) for i, value in enumerate(values)]
    items: list[Item] = []
    if target is not None:
        items.append(polyline([(box.left, up(target)), (box.right, up(target))], color, 0.7, (2.0, 1.6)))
    if len(points) > 1:
        items.append(polyline(points, color, 1.0, name=name))
    return [*items, *(circle(*point, 1.5, fill=color) for point in points[-1:])]


def face(mood: int, x: float, y: float, radius: float, color: str) -> list[Item]:
    """A face: pleased (1), neither (0) or not (-1)."""
    r = radius
    items: list[Item] = [circle(x, y, r, stroke=color, width=1.0)]
    items += [circle(x + side * r * 0.36, y - r * 0.22, r * 0.12, fill=color) for side in (-1, 1)]
    bend = r * 0.34 * mood
    mouth_y = y + r * (0.42 if mood == 0 else 0.34 if mood > 0 else 0.56)
    items.append(
        Shape(
            (
                ("M", (x - r * 0.45, mouth_y)),
                ("C", (x - r * 0.25, mouth_y + bend, x + r * 0.25, mouth_y + bend, x + r * 0.45, mouth_y)),
            ),
            stroke=color,
            width=1.0,
        )
    )
    return items


def channel_icon(kind: ChannelKind | None, x: float, y: float, size: float, color: str, name: str = "") -> list[Item]:
    """The icon of a kind of channel, or a dot where the customer meets nobody, round a point."""
    return _ICONS[kind](x, y, size / 2, color, name)


def _digital(x: float, y: float, h: float, color: str, name: str) -> list[Item]:
    """A screen on its foot."""
    return [
        polygon(
            [(x - h, y - h * 0.8), (x + h, y - h * 0.8), (x + h, y + h * 0.45), (x - h, y + h * 0.45)],
            stroke=color,
            width=1.2,
            name=name,
        ),
        polyline([(x, y + h * 0.45), (x, y + h * 0.9)], color, 1.2),
        polyline([(x - h * 0.5, y + h * 0.9), (x + h * 0.5, y + h * 0.9)], color, 1.2),
    ]


def _physical(x: float, y: float, h: float, color: str, name: str) -> list[Item]:
    """A shop front: a roof, walls and a door."""
    return [
        polygon(
            [(x - h * 0.7, y - h * 0.9), (x + h * 0.7, y - h * 0.9), (x + h, y - h * 0.2), (x - h, y - h * 0.2)],
            fill=color,
            name=name,
        ),
        polyline(
            [
                (x - h * 0.8, y - h * 0.2),
                (x - h * 0.8, y + h * 0.9),
                (x + h * 0.8, y + h * 0.9),
                (x + h * 0.8, y - h * 0.2),
            ],
            color,
            1.2,
        ),
        polyline(
            [
                (x + h * 0.05, y + h * 0.9),
                (x + h * 0.05, y + h * 0.25),
                (x + h * 0.45, y + h * 0.25),
                (x + h * 0.45, y + h * 0.9),
            ],
            color,
            1.1,
        ),
    ]


def _human(x: float, y: float, h: float, color: str, name: str) -> list[Item]:
    """Head and shoulders."""
    shoulders = (
        ("M", (x - h * 0.85, y + h * 0.9)),
        ("C", (x - h * 0.85, y + h * 0.1, x - h * 0.4, y + h * 0.02, x, y + h * 0.02)),
        ("C", (x + h * 0.4, y + h * 0.02, x + h * 0.85, y + h * 0.1, x + h * 0.85, y + h * 0.9)),
        ("Z", ()),
    )
    return [circle(x, y - h * 0.5, h * 0.4, fill=color, name=name), Shape(shoulders, fill=color)]


def _post(x: float, y: float, h: float, color: str, name: str) -> list[Item]:
    """An envelope."""
    left, right, top, bottom = x - h, x + h, y - h * 0.65, y + h * 0.65
    return [
        polygon([(left, top), (right, top), (right, bottom), (left, bottom)], stroke=color, width=1.2, name=name),
        polyline([(left, top), (x, y + h * 0.15), (right, top)], color, 1.2),
    ]


def _nobody(x: float, y: float, h: float, color: str, name: str) -> list[Item]:
    return [circle(x, y, h * 0.28, stroke=color, width=1.1, name=name)]


_ICONS: dict[ChannelKind | None, Callable[[float, float, float, str, str], list[Item]]] = {
    "digital": _digital,
    "physical": _physical,
    "human": _human,
    "post": _post,
    None: _nobody,
}
