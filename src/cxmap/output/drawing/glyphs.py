"""Text as outlines: which glyphs show a line, where each stands, and the shape of each.

matplotlib's FreeType chooses fonts and glyphs, kerns, joins and orders them, as it does for its own pictures. What is
drawn are shapes, so that a chart looks the same on every machine, in PNG and in SVG.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.output.drawing import fonts

if TYPE_CHECKING:
    from cxmap.output.drawing.fonts import Face, Weight
    from cxmap.output.drawing.scene import Segment

EM = 1000
"""How many units of a glyph's shape, and of the places of glyphs in a line, the size of its type has."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a line of text.

    Attributes:
        name: The font and the number of the glyph in it, of letters, digits and ``_.~-/`` only.
        shape: Its outline; the origin is the pen's place on the baseline, y goes upwards.
        x: The pen's way from the start of the line, to the right.
        y: The pen's way from the baseline, upwards.
    """

    name: str
    shape: tuple[Segment, ...]
    x: float
    y: float


def glyphs(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[Glyph, ...]:
    """The glyphs of a line of text, from left to right; those without ink, such as blanks, are skipped."""
    # As it is measured: plain text is in the first font whatever other fonts the chart needs.
    return _glyphs(text, weight, faces[:1] if text.isascii() else faces)


@functools.lru_cache(maxsize=4_096)
def _glyphs(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[Glyph, ...]:
    from matplotlib.textpath import text_to_path

    font = fonts.opened(weight, faces)
    font.set_size(EM, 72)
    known = _shapes(weight, faces)
    with fonts.unwarned():
        placed, found, _ = text_to_path.get_glyphs_with_font(font, text, known, return_new_glyphs_only=True)
    for name, (points, codes) in found.items():
        known[name] = _segments(points.tolist(), codes.tolist())
    return tuple(Glyph(name.replace("%", "_"), known[name], x, y) for name, x, y, _ in placed if known[name])


@functools.cache
def _shapes(weight: Weight, faces: tuple[Face, ...]) -> dict[str, Any]:  # noqa: ARG001 - what it is kept under
    """The shapes of some fonts met so far, by the names that matplotlib gives to glyphs."""
    return {}


# matplotlib's codes of the points of an outline: the step that each begins, and how many points that takes.
_STEPS = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3), 79: ("Z", 0)}


def _segments(points: list[list[float]], codes: list[int]) -> tuple[Segment, ...]:
    steps: list[Segment] = []
    at = 0
    while at < len(codes):
        kind, count = _STEPS[codes[at]]
        steps.append((kind, tuple(number for point in points[at : at + count] for number in point)))
        at += max(count, 1)
    return tuple(steps)
