"""Columns under stages: the skeleton that every chart of a journey shares.

A journey is laid out in bands. Each holds whole stages side by side where they fit, one column a touchpoint, all
columns of a page equally wide. Rows of text hang in the columns, each as high as its longest cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, polyline, rectangle
from cxmap.output.drawing.typesetting import SMALLEST, TextStyle, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.output.drawing.theme import Theme

APART = 4.0
"""White space above and below the content of a row, in points."""

_SCREEN = 0.8  # the height of a page about as wide as a screen, in widths
_MOST_LINES = 12  # of the title of a stage, before it is set smaller


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A stage, or the part of one that is in a band: the columns from ``first`` up to, not with, ``end``."""

    stage: int
    first: int
    end: int
    continued: bool = False

    @property
    def count(self) -> int:
        """How many columns."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Band:
    """What stands side by side: one or more spans."""

    spans: tuple[StageSpan, ...]

    @property
    def first(self) -> int:
        """The first column."""
        return self.spans[0].first

    @property
    def end(self) -> int:
        """The column behind the last."""
        return self.spans[-1].end

    @property
    def count(self) -> int:
        """How many columns."""
        return self.end - self.first

    @property
    def range(self) -> range:
        """The columns' numbers."""
        return range(self.first, self.end)


def bands(sizes: Sequence[int], most: int) -> list[Band]:
    """Stages of these sizes in as few bands of at most so many columns as can be, about equally full.

    Stages stay whole unless one is larger than a band; then it is cut in equal parts.
    """
    spans: list[StageSpan] = []
    first = 0
    for stage, size in enumerate(sizes):
        parts = ceil(size / most)
        for part in range(parts):
            end = first + ceil((size - sum(s.count for s in spans if s.stage == stage)) / (parts - part))
            spans.append(StageSpan(stage, first, end, continued=part > 0))
            first = end
    fewest = len(_filled(spans, most))
    room = next(room for room in range(max(s.count for s in spans), most + 1) if len(_filled(spans, room)) == fewest)
    return _filled(spans, room)


def wrapped(
    sizes: Sequence[int], widths: Sequence[float], most_columns: Callable[[float], int], height: float
) -> tuple[float, list[Band]]:
    """The narrowest page on which stages of these sizes wrap to about the shape of a screen, or else the widest.

    Args:
        sizes: How many touchpoints each stage has.
        widths: Of the pages to choose from, in points, the narrowest first.
        most_columns: How many columns a page of a width has at most.
        height: Of a band, about, in points.
    """
    for width in widths:
        found = bands(sizes, max(most_columns(width), 1))
        if len(found) * height < width * _SCREEN:
            break
    return width, found


def _filled(spans: Sequence[StageSpan], room: int) -> list[Band]:
    filled: list[list[StageSpan]] = []
    for span in spans:
        if filled and sum(s.count for s in filled[-1]) + span.count <= room:
            filled[-1].append(span)
        else:
            filled.append([span])
    return [Band(tuple(held)) for held in filled]


def stage_titles(titles: Sequence[str], band: Band, continued: str) -> list[str]:
    """The titles of the stages of a band; those of which a part was in the band before say so."""
    return [continued.format(titles[span.stage]) if span.continued else titles[span.stage] for span in band.spans]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of one band are: ``left`` is the left edge of column ``first``, in points."""

    left: float
    width: float
    first: int
    end: int

    @property
    def right(self) -> float:
        """The right edge of the last column."""
        return self.edge(self.end)

    def edge(self, column: float) -> float:
        """The left edge of a column; ``column + 0.5`` is its middle."""
        return self.left + (column - self.first) * self.width

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return self.edge(column + 0.5)

    @property
    def range(self) -> range:
        """The columns' numbers."""
        return range(self.first, self.end)


@dataclass(frozen=True, slots=True)
class RowTable:
    """Where rows hang: in these columns, their labels at ``left``, no wider than ``margin``."""

    setter: Typesetter
    columns: Columns
    left: float
    margin: float
    theme: Theme

    def roomy(self, style: TextStyle) -> TextStyle:
        """The style for cells: larger where columns are wide, so that few touchpoints fill the page as many do."""
        steps = min(max(round((self.columns.width - 80) / 20), 0), 5)
        return TextStyle(style.size + steps / 2, style.weight)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row, fitted but not yet at its place: ``draw`` makes its items for the height of its upper edge."""

    height: float
    draw: Callable[[float], Sequence[Item]]


def ground(table: RowTable, band: Band, top: float, bottom: float) -> list[Item]:
    """The tint of every other stage, from ``top`` to ``bottom``."""
    return [
        rectangle(
            Box(table.columns.edge(span.first), top, table.columns.edge(span.end), bottom),
            fill=table.theme.band,
            name=f"stage-{span.stage}",
        )
        for span in band.spans
        if span.stage % 2 == 0
    ]


def stage_heads(
    table: RowTable,
    band: Band,
    titles: Sequence[str],
    goals: Sequence[str],
    style: TextStyle = look.STAGE,
    smallest: float = SMALLEST,
) -> Strip:
    """The names of a band's stages above their columns, under a line, and what the customer wants there."""
    columns, theme = table.columns, table.theme
    rooms = [span.count * columns.width - 2 * look.GAP for span in band.spans]
    names = table.setter.fit_all(titles, style, width=rooms, lines=_MOST_LINES, smallest=smallest, whole=True)
    aims = table.setter.fit_all(goals, look.SMALL, width=rooms, lines=3)
    name_height = max(name.height for name in names)
    aim_height = max(aim.height for aim in aims)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for span, name, aim in zip(band.spans, names, aims, strict=True):
            left, right = columns.edge(span.first), columns.edge(span.end)
            items.append(polyline([(left + 1, top), (right - 1, top)], theme.ink, 1.6))
            start, room = left + look.GAP, right - left - 2 * look.GAP
            items += block(name, start, top + look.GAP, theme.ink, name=f"stage-{span.stage}-name", room=room)
            below = top + look.GAP + name_height
            items += block(aim, start, below, theme.muted, name=f"stage-{span.stage}-goal", room=room)
        return items

    return Strip(look.GAP + name_height + aim_height, draw)


def strip(
    table: RowTable,
    name: str,
    label: str,
    height: float,
    draw: Callable[[float], Sequence[Item]],
    style: TextStyle = look.SMALL_STRONG,
    smallest: float = SMALLEST,
) -> Strip:
    """A row with a label in the margin; as high as its content or its label."""
    title = table.setter.fit(label, style, width=table.margin, lines=3, smallest=smallest)

    def whole(top: float) -> Sequence[Item]:
        return [*block(title, table.left, top, table.theme.muted, name=f"{name}-label"), *draw(top)]

    return Strip(max(title.height, height), whole)


def text_strip(
    table: RowTable,
    name: str,
    label: str,
    cells: Mapping[int, str],
    style: TextStyle,
    *,
    lines: int,
    color: str,
    smallest: float = SMALLEST,
) -> Strip | None:
    """A row of text, centred in its columns, all cells at one size; ``None`` where every cell is empty."""
    texts = {column: text for column, text in cells.items() if text}
    if not texts:
        return None
    width = table.columns.width - look.GAP
    fitted = table.setter.fit_all(
        texts.values(), table.roomy(style), width=width, lines=lines, smallest=smallest, even=True
    )

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for column, cell in zip(texts, fitted, strict=True):
            items += block(cell, table.columns.middle(column), top, color, align="center", name=f"{name}-{column}")
        return items

    return strip(table, name, label, max(cell.height for cell in fitted), draw)


def stack_height(strips: Sequence[Strip]) -> float:
    """How high rows are under one another, with the space between them."""
    return sum(each.height + 2 * APART for each in strips)


def stack(table: RowTable, strips: Sequence[Strip], top: float) -> list[Item]:
    """Rows under one another from ``top`` downwards, with a dotted line between two."""
    items: list[Item] = []
    for i, each in enumerate(strips):
        if i:
            items.append(
                polyline([(table.left, top), (table.columns.right, top)], table.theme.rule, look.HAIRLINE, (0.6, 2.4))
            )
        items += each.draw(top + APART)
        top += each.height + 2 * APART
    return items
