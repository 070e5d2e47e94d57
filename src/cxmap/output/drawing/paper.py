"""Paper: a scene of any size, made as large as a sheet of paper lets it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError
from cxmap.output.drawing.scene import Box, Item, Photo, Scene, Words
from cxmap.output.drawing.typesetting import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import PaperName

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, landscape.

    Attributes:
        width: In points.
        height: In points.
        body: The size of type, in points, that is read with ease from where one stands: two metres before a wall, or
            at a table.
        largest: The size of type above which larger would only be coarser.
    """

    width: float
    height: float
    body: float
    largest: float


PAPERS: Mapping[PaperName, Paper] = {
    "a0": Paper(1189 * _POINTS_PER_MM, 841 * _POINTS_PER_MM, body=20, largest=26),
    "a3": Paper(420 * _POINTS_PER_MM, 297 * _POINTS_PER_MM, body=8.5, largest=12),
}


def on_paper(scene: Scene, name: PaperName) -> Scene:
    """The same scene on paper, in the middle, as large as fits.

    Raises:
        ChartError: Its smallest text would be too small to read.
    """
    paper = PAPERS[name]
    factor = min(paper.width / scene.width, paper.height / scene.height)
    if factor * min((words.size for words in scene.words), default=SMALLEST) < SMALLEST - 1e-6:
        raise ChartError(f"on {name} its text would be smaller than {SMALLEST:g} points: {remedy(name)}")
    left, top = (paper.width - factor * scene.width) / 2, (paper.height - factor * scene.height) / 2
    return scaled(scene, factor, left, top, width=paper.width, height=paper.height)


def scaled(scene: Scene, factor: float, left: float, top: float, *, width: float, height: float) -> Scene:
    """The same scene larger or smaller, moved, on a page of another size; all lengths in points."""
    items = tuple(_scaled(item, factor, left, top) for item in scene.items)
    return replace(scene, width=width, height=height, items=items)


SMALLEST_ON_A_SLIDE = 9.0
"""No text on a slide is smaller than this, in points."""

ON_A_SLIDE = 11.0
"""Most text on a slide is at least this large, in points."""


def on_slide(scene: Scene, larger: float) -> Scene:
    """A scene that was laid out for so much less room, on a slide."""
    return scaled(scene, larger, 0, 0, width=scene.width * larger, height=scene.height * larger)


def fitted_to_slide(scene: Scene) -> Scene:
    """The same scene on a 16:9 slide, in the middle, made smaller where it is larger; a remark says how small."""
    factor = min(SLIDE_WIDTH / scene.width, SLIDE_HEIGHT / scene.height, 1.0)
    left, top = (SLIDE_WIDTH - factor * scene.width) / 2, (SLIDE_HEIGHT - factor * scene.height) / 2
    made = scaled(scene, factor, left, top, width=SLIDE_WIDTH, height=SLIDE_HEIGHT)
    smallest = min((words.size for words in made.words), default=SMALLEST)
    if smallest > SMALLEST - 1e-6:
        return made
    small = (
        f"{scene.title}: text of {smallest:.1f} points on a slide; in a file of its own a chart has a slide of its size"
    )
    return replace(made, remarks=(*made.remarks, small))


def remedy(name: PaperName) -> str:
    """What to ask for where paper is too small."""
    larger = "--paper a0, " if name != "a0" else ""
    return f"ask for {larger}fewer --rows or one --persona, or leave --paper out"


def _scaled(item: Item, factor: float, left: float, top: float) -> Item:
    if isinstance(item, Words):
        line = replace(
            item.line,
            width=item.line.width * factor,
            ascent=item.line.ascent * factor,
            descent=item.line.descent * factor,
        )
        return replace(item, line=line, x=left + item.x * factor, y=top + item.y * factor, size=item.size * factor)
    if isinstance(item, Photo):
        box = item.box
        sides = (left + box.left * factor, top + box.top * factor, left + box.right * factor, top + box.bottom * factor)
        return replace(item, box=Box(*sides))
    return replace(
        item,
        segments=tuple(
            (kind, tuple((top if i % 2 else left) + number * factor for i, number in enumerate(numbers)))
            for kind, numbers in item.segments
        ),
        width=item.width * factor,
        dash=tuple(length * factor for length in item.dash),
    )
