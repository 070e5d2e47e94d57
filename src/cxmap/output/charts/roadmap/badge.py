"""The letter of an action in a circle, by which the calendar and the panel speak of the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.drawing import symbols
from cxmap.output.drawing.scene import Item, Shape, centred
from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from cxmap.output.charts.roadmap.view import Status
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

RADIUS = 8.0
_LETTER = TextStyle(7.5, "bold")
_WIDTHS: dict[Status, float] = {"idea": 1.1, "planned": 1.1, "in-progress": 2.4, "done": 1.1}
_IDEA_DASH = (1.6, 1.8)


def badge(setter: Typesetter, letter: str, status: Status, x: float, y: float, theme: Theme) -> list[Item]:
    """A circle round a point: dotted for an idea, thin for a plan, thick under way, full when done."""
    color = theme.series[0].color
    done = status == "done"
    ring = symbols.circle(x, y, RADIUS - 0.6)
    shape = Shape(
        ring.segments,
        fill=color if done else theme.paper,
        stroke=color,
        width=_WIDTHS[status],
        dash=_IDEA_DASH if status == "idea" else (),
        name="badge",
    )
    text = setter.line(letter, _LETTER)
    return [shape, *centred(text, x, y, theme.paper if done else theme.ink, align="center", name="letter")]
