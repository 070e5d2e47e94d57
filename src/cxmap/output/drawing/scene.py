"""What a layout makes: shapes and fitted lines of text, in points, the origin at the top left.

A scene is plain data. Tests read it, and ``save`` turns it into a picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict, Unpack

from cxmap.output.drawing.characters import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.choices import Lang
    from cxmap.output.drawing.fonts import Face, Weight
    from cxmap.output.drawing.typesetting import TextBlock, TextLine, Typesetter

Align = Literal["left", "center", "right"]
Segment = tuple[str, tuple[float, ...]]
"""One step of an outline, as SVG has them: ``("M", (x, y))`` moves, ``("L", (x, y))`` goes straight, ``("Q", (x1, y1,
x, y))`` and ``("C", (x1, y1, x2, y2, x, y))`` are curves, ``("Z", ())`` closes."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape or a line. ``dash`` is in points; ``name`` says what it stands for, in the SVG as well.

    ``title`` says so to people, and what is known of it: where a pointer rests on it in an SVG. ``link`` is the anchor
    of what it stands for on a page about the project, from ``cxmap.output.anchors``.
    """

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    name: str = ""
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. ``y`` is its baseline, ``x`` its left end, middle or right end.

    ``group`` is the same for all lines of one block of text, and for those of no other block in its scene. ``title``
    and ``link`` are those of a :class:`Shape`.
    """

    line: TextLine
    x: float
    y: float
    size: float
    weight: Weight
    color: str
    align: Align = "left"
    name: str = ""
    title: str = ""
    link: str = ""
    group: int = 0

    @property
    def box(self) -> Box:
        """What the line can cover."""
        left = self.x - self.line.width * {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]
        return Box(left, self.y - self.line.ascent, left + self.line.width, self.y + self.line.descent)


@dataclass(frozen=True, slots=True)
class Photo:
    """A square picture. ``pixels`` are rows of RGBA bytes from the top left.

    ``round`` says whether it is cut to the circle that fits its box, and ``title`` what it shows.
    """

    pixels: bytes
    side: int
    box: Box
    name: str = ""
    round: bool = True
    title: str = ""


Item = Shape | Words | Photo


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides parallel to the page's."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way from left to right."""
        return (self.left + self.right) / 2

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def grown(self, by: float) -> Box:
        """The same rectangle with a margin round it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Page(TypedDict):
    """The fields of a scene that are not its text's; see there."""

    width: float
    height: float
    paper: str
    title: str
    alt: str
    lang: Lang
    remarks: NotRequired[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole chart, ready to be drawn.

    Attributes:
        width: In points.
        height: In points.
        paper: The colour of the ground.
        items: In the order of drawing.
        title: What it shows, in a few words: the title of the SVG and the PDF.
        alt: What it shows, for whoever cannot see it: in the first line the finding, and below it all of it in words.
        lang: The language of the tool's own words in it.
        faces: The fonts that its text is set in.
        missing: Characters that no installed font has.
        shortened: Texts that did not fit and end in an ellipsis.
        remarks: What else whoever asked for the chart should know.
    """

    width: float
    height: float
    paper: str
    items: tuple[Item, ...]
    title: str
    alt: str
    lang: Lang
    faces: tuple[Face, ...]
    missing: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @classmethod
    def set_by(cls, setter: Typesetter, items: Iterable[Item], **fields: Unpack[Page]) -> Scene:
        """The scene whose text a typesetter has set: it knows the fonts, and what could not be shown in full.

        Call it last: setting more text may change what it knows.
        """
        done = tuple(items)  # first, as items may still be set while they are listed
        return cls(items=done, faces=setter.faces, missing=setter.missing, shortened=setter.shortened, **fields)

    @property
    def finding(self) -> str:
        """What there is to see first, in at most 250 characters."""
        return self.alt.partition("\n")[0]

    @property
    def in_words(self) -> list[str]:
        """All that there is to see, a line for each thing that it is about."""
        return self.alt.split("\n")[1:]

    @property
    def words(self) -> Iterator[Words]:
        """All lines of text."""
        return (item for item in self.items if isinstance(item, Words))

    @property
    def outlines(self) -> Iterator[Shape]:
        """All shapes and lines."""
        return (item for item in self.items if isinstance(item, Shape))


def block(
    fitted: TextBlock,
    x: float,
    top: float,
    color: str,
    *,
    align: Align = "left",
    name: str = "",
    room: float | None = None,
) -> list[Words]:
    """Fitted text with its upper edge at ``top``.

    Where the ``room`` right of ``x`` is known, text that is read from right to left is at its right end.
    """
    style = fitted.style
    if room is not None and is_right_to_left("".join(line.text for line in fitted.lines)):
        x, align = x + room, "right"
    return [
        Words(line, x, top + baseline, style.size, style.weight, color, align, name, group=fitted.number)
        for line, baseline in zip(fitted.lines, fitted.baselines, strict=True)
    ]


def titled(items: Iterable[Item], title: str, link: str = "") -> list[Item]:
    """Items that stand for one thing: the first with a name gets its title, and all of them its link."""
    found = list(items)
    first = next((i for i, item in enumerate(found) if item.name), 0)
    return [
        replace(item, title=title if i == first else item.title, link=link)
        if isinstance(item, (Shape, Words))
        else item
        for i, item in enumerate(found)
    ]


def centred(
    fitted: TextBlock, x: float, middle: float, color: str, *, align: Align = "left", name: str = ""
) -> list[Words]:
    """Fitted text with its middle at a height: the middle of its capitals where it is one line."""
    height = fitted.baselines[-1] - fitted.baselines[0] if fitted else 0.0
    return block(fitted, x, middle - height / 2 - fitted.eye, color, align=align, name=name)


def rectangle(
    box: Box, *, fill: str | None = None, stroke: str | None = None, width: float = 1.0, name: str = ""
) -> Shape:
    """A rectangle, filled, drawn round, or both."""
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return polygon(corners, fill=fill, stroke=stroke, width=width, name=name)


def polygon(
    corners: Iterable[tuple[float, float]],
    *,
    fill: str | None = None,
    stroke: str | None = None,
    width: float = 1.0,
    name: str = "",
) -> Shape:
    """A closed shape with straight sides."""
    return Shape((*path(corners), ("Z", ())), fill=fill, stroke=stroke, width=width, name=name)


def polyline(
    points: Iterable[tuple[float, float]], stroke: str, width: float = 1.0, dash: tuple[float, ...] = (), name: str = ""
) -> Shape:
    """A line of straight segments."""
    return Shape(path(points), stroke=stroke, width=width, dash=dash, name=name)


def path(points: Iterable[tuple[float, float]]) -> tuple[Segment, ...]:
    """The steps from the first point straight to each of the others."""
    return tuple(("L" if i else "M", point) for i, point in enumerate(points))
