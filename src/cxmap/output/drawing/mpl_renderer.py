"""A scene drawn by one of matplotlib's renderers, without figures and artists: what PNG and PDF share.

Importing matplotlib's figures takes a tenth of a second, and an artist for each shape as long as drawing it. What is
drawn so depends on none of matplotlib's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cxmap.output.drawing.scene import Box, Shape, Words, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

    from cxmap.output.drawing.scene import Photo, Scene, Segment


class TextPainter(Protocol):
    """How one kind of file shows what is not a shape."""

    def words(self, item: Words) -> None:
        """Draw a line of text."""

    def photo(self, item: Photo, context: GraphicsContextBase) -> None:
        """Draw a picture; the context cuts it to its circle."""


# Whatever has a fill is drawn in full, and cut to the picture after that; of this one nothing is seen.
_UNSEEN = (0.0, 0.0, 0.0, 0.001)


def paint(scene: Scene, renderer: Any, page: Transform, hand: TextPainter, *, part: bool = False) -> None:
    """Draw a scene.

    Args:
        scene: What to draw.
        renderer: The one of matplotlib that draws the shapes.
        page: From the scene's points to the renderer's, whose origin is at the bottom left.
        hand: Draws the rest.
        part: Whether the renderer holds only a part of the page: a line that was cut to it would begin its dashes anew.
    """
    unfilled = _UNSEEN if part else None
    _outline(rectangle(Box(0, 0, scene.width, scene.height), fill=scene.paper), renderer, page, unfilled)
    for item in scene.items:
        if isinstance(item, Shape):
            _outline(item, renderer, page, unfilled)
        elif isinstance(item, Words):
            hand.words(item)
        else:
            context = renderer.new_gc()
            if item.round:
                _cut_to_circle(context, item.box, page)
            hand.photo(item, context)


def path_of(segments: Iterable[Segment]) -> Path:
    """An outline as matplotlib has it."""
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for kind, numbers in segments:
        points += zip(numbers[::2], numbers[1::2], strict=True) if numbers else [(0.0, 0.0)]
        codes += _CODES[kind]
    path = Path(points, codes)
    path.should_simplify = False
    return path


# matplotlib's codes of the points of a step: move, straight, two curves, close.
_CODES = {"M": [1], "L": [2], "Q": [3] * 2, "C": [4] * 3, "Z": [79]}


def _outline(item: Shape, renderer: Any, page: Transform, unfilled: tuple[float, ...] | None) -> None:
    from matplotlib.colors import to_rgba

    context = renderer.new_gc()
    context.set_linewidth(item.width if item.stroke else 0.0)
    context.set_foreground(item.stroke or "none")
    context.set_joinstyle("round")
    context.set_capstyle("butt" if item.dash else "round")
    if item.dash:
        context.set_dashes(0, item.dash)
    renderer.draw_path(context, path_of(item.segments), page, to_rgba(item.fill) if item.fill else unfilled)


def _cut_to_circle(context: GraphicsContextBase, box: Box, page: Transform) -> None:
    from matplotlib.path import Path
    from matplotlib.transforms import TransformedPath

    circle = Path.circle((box.middle, (box.top + box.bottom) / 2), box.width / 2)
    context.set_clip_path(TransformedPath(circle, page))
