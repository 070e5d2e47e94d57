"""What a panel of the priority matrix stands on: frame, where quadrants meet, curves of equal rank, axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.choices import QUADRANTS
from cxmap.output.charts.matrix import curves
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, Shape, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.matrix import MatrixWords
    from cxmap.output.charts.matrix.plane import AxisRange, Pair, Plane
    from cxmap.output.charts.matrix.view import MatrixPersona, MatrixView
    from cxmap.output.charts.views import Scale
    from cxmap.output.drawing.labels import Labels
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

LEFT = 78.0
"""Room left of a panel for the words of the upward axis."""
BELOW = 33.0
"""Room below a panel for the words of the axis to the right."""
ROUND = 14.0
"""Room above a panel and twice as much right of it for where the quadrants meet."""

CURVE = 0.9  # the width of a curve
_TICK = 8.0
_CORNER = 9.0  # from the frame to the middle of a quadrant's name


def frame(plane: Plane, theme: Theme) -> Shape:
    """The panel's frame."""
    return rectangle(plane.box, stroke=theme.rule, width=look.HAIRLINE, name="frame")


def crosshair(
    plane: Plane, view: MatrixView, persona: MatrixPersona, setter: Typesetter, words: ChartWords, theme: Theme
) -> list[Item]:
    """Where the quadrants meet: a tick with its value at the upper edge, one at the right edge."""
    if persona.crosshair is None:
        return []
    box, (importance, experience) = plane.box, persona.crosshair
    x, y = plane.x(experience), plane.y(importance)
    above = setter.line(words.in_full(experience, view.scale), look.SMALL)
    beside = setter.line(words.in_full(importance, view.importance_scale), look.SMALL)
    return [
        polyline([(x, box.top), (x, box.top + _TICK)], theme.ink, 1.2, name="crosshair"),
        polyline([(box.right - _TICK, y), (box.right, y)], theme.ink, 1.2, name="crosshair"),
        *centred(above, x, box.top - 7, theme.muted, align="center", name="crosshair-experience"),
        *centred(beside, box.right + 4, y, theme.muted, name="crosshair-importance"),
    ]


def corners(plane: Plane, setter: Typesetter, words: MatrixWords, theme: Theme) -> list[Item]:
    """The names of the quadrants, small, in the strips beyond the scales."""
    box = plane.box
    names = setter.fit_all(
        [words.quadrants[name] for name in QUADRANTS], look.SMALL, width=box.width / 2 - 2 * look.GAP, lines=1
    )
    items: list[Item] = []
    for i, name in enumerate(names):
        right, low = i % 2 == 1, i > 1
        x = box.right - look.GAP if right else box.left + look.GAP
        y = box.bottom - _CORNER if low else box.top + _CORNER
        items += centred(name, x, y, theme.muted, align="right" if right else "left", name="quadrant")
    return items


def levels(
    plane: Plane, view: MatrixView, setter: Typesetter, words: ChartWords, theme: Theme, labels: Labels
) -> tuple[list[list[Pair]], list[Item]]:
    """The curves of equal rank, and the figure at the upper end of each that finds room there."""
    found: list[list[Pair]] = []
    items: list[Item] = []
    for level in curves.LEVELS:
        points = curves.curve(view, plane, level)
        if not points:
            continue
        found.append(points)
        text = setter.line(words.number(level), look.SMALL)
        x, y = points[-1]
        spots = [(x, y - text.height / 2 - 1), *((px - text.width, py) for px, py in points[::-6])]
        box = labels.place(text.width, text.height, spots)
        if box:
            items += centred(text, box.left, (box.top + box.bottom) / 2, theme.muted, name="level")
    return found, items


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
