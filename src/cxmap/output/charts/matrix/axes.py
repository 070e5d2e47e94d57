"""What a panel of the priority matrix stands on: frame, quadrants, crossing lines, the line without a gap, axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.choices import QUADRANTS
from cxmap.output.charts.matrix.plane import diagonal
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import spread
from cxmap.output.drawing.scene import Box, Item, Shape, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords, MatrixWords
    from cxmap.output.charts.matrix.plane import AxisRange, Plane
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.charts.views import Scale
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import Typesetter

Crossing = tuple[tuple[float, float], "Series"]
"""Importance and experience where one persona's quadrants meet, and how that persona is drawn."""

LEFT = 86.0
"""Room left of a panel for the words of the upward axis."""
BELOW = 33.0
"""Room below a panel for the words of the axis to the right."""
ROUND = 15.0
"""Room above a panel and twice as much right of it for the values of the crossing lines."""

DIAGONAL = (1.0, 3.2)
FIRST_DASH = (7.0, 2.0)
_LINE = 11.0  # the height of a line of an axis' words
_DOT = 2.6
_CORNER = 9.0  # from the frame to the middle of a quadrant's name


def ground(plane: Plane, crossings: Sequence[Crossing], theme: Theme) -> list[Item]:
    """The frame, and the tint of the quadrant to work on where there is one crossing."""
    box = plane.box
    items: list[Item] = []
    if len(crossings) == 1:
        (importance, experience), _ = crossings[0]
        corner = Box(box.left, box.top, plane.x(experience), plane.y(importance))
        items.append(rectangle(corner, fill=theme.band, name="concentrate-here-ground"))
    items.append(rectangle(box, stroke=theme.rule, width=look.HAIRLINE, name="frame"))
    return items


def across(plane: Plane, view: MatrixView, crossings: Sequence[Crossing], theme: Theme) -> list[Shape]:
    """The line without a gap, and those that part the quadrants."""
    box = plane.box
    items: list[Shape] = []
    ends = diagonal(plane) if view.comparable else None
    if ends:
        items.append(polyline(ends, theme.ink, 1.1, DIAGONAL, name="no-gap"))
    for i, ((importance, experience), series) in enumerate(crossings):
        x, y = plane.x(experience), plane.y(importance)
        dash = series.dash or FIRST_DASH
        items.append(polyline([(x, box.top), (x, box.bottom)], series.color, 0.9, dash, name=f"crosshair-{i}"))
        items.append(polyline([(box.left, y), (box.right, y)], series.color, 0.9, dash, name=f"crosshair-{i}"))
    return items


def corners(plane: Plane, setter: Typesetter, words: MatrixWords, theme: Theme) -> list[Item]:
    """The names of the quadrants, in the strips beyond the scales."""
    box = plane.box
    room = box.width / 2 - 2 * look.GAP
    names = setter.fit_all(
        [words.quadrants[name] for name in QUADRANTS],
        look.STRONG,
        width=room,
        lines=1,
    )
    items: list[Item] = []
    for i, name in enumerate(names):
        right, low = i % 2 == 1, i > 1
        x = box.right - look.GAP if right else box.left + look.GAP
        y = box.bottom - _CORNER if low else box.top + _CORNER
        color = theme.ink if i == 0 else theme.muted
        items += centred(name, x, y, color, align="right" if right else "left", name="quadrant")
    return items


def crossing_values(
    plane: Plane, view: MatrixView, crossings: Sequence[Crossing], setter: Typesetter, words: ChartWords, theme: Theme
) -> list[Item]:
    """The values at the ends of the crossing lines: experience above the panel, importance right of it."""
    items: list[Item] = []
    above = [setter.line(words.on_scale(cross[1], view.scale), look.STRONG) for cross, _ in crossings]
    wide = 3 * _DOT + 2
    wanted = [(plane.x(cross[1]), wide + value.width + 4) for value, (cross, _) in zip(above, crossings, strict=True)]
    middle = plane.box.top - 8
    ends = spread(wanted, plane.box.left, plane.box.right + 2 * ROUND)
    for value, (_, series), x in zip(above, crossings, ends, strict=True):
        left = x - (wide + value.width) / 2
        items += symbols.marker(series.marker, left + _DOT, middle, _DOT, series.color)
        items += centred(value, left + wide, middle, theme.ink, name="crosshair-experience")
    beside = [setter.line(words.on_scale(cross[0], view.importance_scale), look.STRONG) for cross, _ in crossings]
    wanted = [(plane.y(cross[0]), _LINE + 1) for cross, _ in crossings]
    for value, (_, series), y in zip(beside, crossings, spread(wanted, plane.box.top, plane.box.bottom), strict=True):
        left = plane.box.right + 5
        items += symbols.marker(series.marker, left + _DOT, y, _DOT, series.color)
        items += centred(value, left + wide, y, theme.ink, name="crosshair-importance")
    return items


def upward(
    plane: Plane, view: MatrixView, setter: Typesetter, words: ChartWords, own: MatrixWords, theme: Theme
) -> list[Item]:
    """Left of the panel: what importance goes from and to."""
    shown, scale = plane.importance, view.importance_scale
    poles = ["", "", ""] if view.importance_derived else [own.unimportant, own.medium, own.important]
    items: list[Item] = []
    middle = (shown.low + shown.high) / 2
    for value, word in zip((shown.low, middle, shown.high), _poles(shown.low, shown.high, scale, poles), strict=True):
        number = setter.line(words.on_scale(value, scale), look.STRONG)
        right = plane.box.left - 6
        y = plane.y(value)
        items.append(polyline([(plane.box.left - 3, y), (plane.box.left, y)], theme.rule, look.HAIRLINE, name="tick"))
        text = setter.fit(word, look.LABEL, width=LEFT - 14 - number.width, lines=2)
        beside = right - (text.width + 4 if text else 0.0)
        items += centred(number, beside, y, theme.ink, align="right", name="scale")
        items += centred(text, right, y, theme.muted, align="right", name="scale")
    title = words.importance_derived if view.importance_derived else words.importance
    label = setter.fit(_title(title, shown, scale, words, own), look.STRONG, width=LEFT - 10, lines=4)
    middle = plane.field.top + plane.field.height / 4
    items += centred(label, plane.box.left - 6, middle, theme.ink, align="right", name="importance-label")
    return items


def sideways(
    plane: Plane, view: MatrixView, setter: Typesetter, words: ChartWords, own: MatrixWords, theme: Theme
) -> list[Item]:
    """Below the panel: what experience goes from and to."""
    shown, scale = plane.experience, view.scale
    poles = _poles(shown.low, shown.high, scale, [words.very_poor, words.neutral, words.very_good])
    items: list[Item] = []
    for share, word in zip((0.0, 0.5, 1.0), poles, strict=True):
        value = shown.low + (shown.high - shown.low) * share
        number = setter.line(words.on_scale(value, scale), look.STRONG)
        text = setter.line(word, look.LABEL, plane.box.width / 3 - number.width - 8)
        wide = number.width + (4 + text.width if text else 0)
        x, y = plane.x(value), plane.box.bottom
        items.append(polyline([(x, y), (x, y + 3)], theme.rule, look.HAIRLINE, name="tick"))
        left = min(max(x - wide / 2, plane.box.left), plane.box.right - wide)
        items += centred(number, left, y + 10, theme.ink, name="scale")
        items += centred(text, left + number.width + 4, y + 10, theme.muted, name="scale")
    title = _title(words.experience, shown, scale, words, own)
    label = setter.fit(title, look.STRONG, width=plane.box.width, lines=1)
    items += centred(label, plane.box.middle, plane.box.bottom + 23, theme.ink, align="center", name="experience-label")
    return items


def _title(name: str, shown: AxisRange, scale: Scale, words: ChartWords, own: MatrixWords) -> str:
    """What an axis is called, and of which scale it shows a part, if it does."""
    if (shown.low, shown.high) == (scale.min, scale.max):
        return name
    return own.part.format(name, words.on_scale(scale.min, scale), words.on_scale(scale.max, scale))


def _poles(low: float, high: float, scale: Scale, names: Sequence[str]) -> list[str]:
    """The words for the ends and the middle of an axis; none where it ends inside the scale."""
    whole = (low, high) == (scale.min, scale.max)
    return [
        names[0] if low == scale.min else "",
        names[1] if whole else "",
        names[2] if high == scale.max else "",
    ]
