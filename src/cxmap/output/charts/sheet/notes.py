"""Rows of notes: what a cell says, text by text, each with its symbol and with whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion.plot import IN_ONE_PANEL
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, rectangle
from cxmap.output.drawing.typesetting import SMALLEST, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cxmap.output.charts.grid import RowTable
    from cxmap.output.drawing.typesetting import TextBlock

INSET = 6.0
"""White space between the edge of a column and its text."""

_SYMBOL = 13.0  # the width kept for a symbol
_WHO = 8.0  # the width of the marker of a persona
_LEAST_BESIDE = 26.0  # text narrower than this beside markers goes below them
_APART = 3.0  # between two notes
_BAR = 3.0  # the height of the bar over a cell of several columns


@dataclass(frozen=True, slots=True)
class Note:
    """One text of a cell.

    Attributes:
        text: What it says.
        symbol: Draws what stands before it, round a point.
        who: The places of the personas it is about; empty: all who pass.
        by: A byline: where it comes from, who does it.
        strong: Whether it is set bold.
        muted: Whether it is of less weight.
    """

    text: str
    symbol: Callable[[float, float], Sequence[Item]] | None = None
    who: tuple[int, ...] = ()
    by: str = ""
    strong: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How notes are set.

    Attributes:
        size: Of their type, in points.
        lines: The most lines of one note.
        most: The most notes in one cell; of more, the last says how many there are.
        names: The personas, for the notes that are about some of them.
        more: Says how many notes are missing.
    """

    size: float
    lines: int
    most: int
    names: tuple[str, ...]
    more: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row, fitted but not yet at its place.

    Attributes:
        height: The least it takes.
        draw: Makes its items for its upper edge and its height, which may be more than the least.
        grows: Its part of the height that is left over.
        ruled: Whether a line parts it from the row above.
        wide: Whether it is about whole stages.
    """

    height: float
    draw: Callable[[float, float], Sequence[Item]]
    grows: float = 1.0
    ruled: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class _Set:
    """A note whose texts are fitted."""

    note: Note
    indent: float
    head: float
    name: TextBlock | None
    text: TextBlock
    by: TextBlock | None
    room: float

    @property
    def height(self) -> float:
        return self.head + self.text.height + (self.by.height if self.by else 0.0)


def lane(
    table: RowTable,
    setting: Setting,
    name: str,
    label: str,
    cells: Mapping[tuple[int, int], Sequence[Note]],
    *,
    joined: bool = False,
    titles: bool = False,
) -> Lane | None:
    """A row of notes under a label.

    Args:
        table: Where it hangs.
        setting: How notes are set.
        name: What its items are called.
        label: In the margin.
        cells: The notes by the first column of a cell and the column behind its last.
        joined: Whether a cell holds for several columns, so that a bar shows how far it reaches.
        titles: Whether its notes are titles, such as those of actions, which are never shortened.

    Returns:
        ``None`` where no cell has a note.
    """
    filled = {span: _capped(notes, setting) for span, notes in cells.items() if notes}
    if not filled:
        return None
    columns, theme = table.columns, table.theme
    widths = {span: (span[1] - span[0]) * columns.width - 2 * INSET for span in filled}
    fitted = _fit(table, setting, [(widths[span], notes) for span, notes in filled.items()], titles=titles)
    title = table.setter.fit(label, look.STRONG, width=table.margin, lines=4)
    bar = _BAR + 3.0 if joined else 0.0

    def draw(top: float, _height: float) -> Sequence[Item]:
        items: list[Item] = list(block(title, table.left, top, theme.ink, name=f"{name}-label"))
        for (first, end), cell in zip(filled, fitted, strict=True):
            left = columns.edge(first) + INSET
            if joined:
                right = columns.edge(end) - INSET
                items.append(rectangle(Box(left, top, right, top + _BAR), fill=theme.rule, name=f"{name}-bar-{first}"))
            items += _draw(table, cell, left, top + bar, f"{name}-{first}")
        return items

    return Lane(max(title.height, bar + max(_height(cell) for cell in fitted)), draw)


def joined(cells: Sequence[tuple[int, Sequence[Note]]]) -> dict[tuple[int, int], Sequence[Note]]:
    """Neighbouring columns that say the same as one cell."""
    spans: dict[tuple[int, int], Sequence[Note]] = {}
    last: tuple[int, int] | None = None
    for column, notes in cells:
        if last is not None and last[1] == column and notes and list(spans[last]) == list(notes):
            del spans[last]
            last = (last[0], column + 1)
        else:
            last = (column, column + 1)
        spans[last] = notes
    return spans


def _capped(notes: Sequence[Note], setting: Setting) -> list[Note]:
    if len(notes) <= setting.most:
        return list(notes)
    left_out = len(notes) - setting.most + 1
    return [*notes[: setting.most - 1], Note(setting.more(left_out), muted=True)]


def _fit(
    table: RowTable, setting: Setting, cells: Sequence[tuple[float, Sequence[Note]]], *, titles: bool
) -> list[list[_Set]]:
    """All notes of a row, at one size; strong ones are titles."""
    style = TextStyle(setting.size)
    byline = TextStyle(max(SMALLEST, min(look.SMALL.size, setting.size - 1)))
    flat = [(width, note) for width, notes in cells for note in notes]
    pads = [_SYMBOL * any(note.symbol for note in notes) for _, notes in cells for _ in notes]
    shapes = [_shape(table, setting, note, width - pad) for (width, note), pad in zip(flat, pads, strict=True)]
    rooms = [width - pad - indent for (width, _), pad, (indent, _, _) in zip(flat, pads, shapes, strict=True)]
    blocks: dict[int, TextBlock] = {}
    for strong in (False, True):
        chosen = [i for i, (_, note) in enumerate(flat) if note.strong is strong]
        texts = [flat[i][1].text for i in chosen]
        kind = TextStyle(style.size, "bold") if strong else style
        fitted = table.setter.fit_all(
            texts, kind, width=[rooms[i] for i in chosen], lines=setting.lines,
            smallest=max(SMALLEST, style.size - 1), whole=titles or strong,
        )  # fmt: skip
        blocks |= dict(zip(chosen, fitted, strict=True))
    sets = [
        _Set(
            note,
            pads[i] + indent,
            head,
            name,
            blocks[i],
            table.setter.fit(note.by, byline, width=rooms[i], lines=min(setting.lines, 3)) if note.by else None,
            rooms[i],
        )
        for i, ((_, note), (indent, head, name)) in enumerate(zip(flat, shapes, strict=True))
    ]
    return list(_regrouped(sets, [len(notes) for _, notes in cells]))


def _regrouped(sets: list[_Set], counts: Sequence[int]) -> Iterator[list[_Set]]:
    at = 0
    for count in counts:
        yield sets[at : at + count]
        at += count


def _shape(table: RowTable, setting: Setting, note: Note, room: float) -> tuple[float, float, TextBlock | None]:
    """What whom it is about takes: room before the text, or a line above it; and the names, where many are told."""
    if not note.who:
        return 0.0, 0.0, None
    if len(setting.names) > IN_ONE_PANEL:
        names = ", ".join(setting.names[i] for i in note.who)
        name = table.setter.fit(names, look.SMALL_STRONG, width=room, lines=2)
        return 0.0, name.height, name
    wide = _WHO * len(note.who) + 3
    return (wide, 0.0, None) if room - wide >= _LEAST_BESIDE else (0.0, _WHO + 2, None)


def _height(cell: Sequence[_Set]) -> float:
    return sum(each.height for each in cell) + _APART * (len(cell) - 1)


def _draw(table: RowTable, cell: Sequence[_Set], left: float, top: float, name: str) -> list[Item]:
    theme = table.theme
    items: list[Item] = []
    for each in cell:
        note = each.note
        below = top + each.head
        eye = below + each.text.eye
        if note.symbol:
            items += note.symbol(left + _SYMBOL / 2 - 1.5, eye)
        start = left + each.indent
        if each.name:
            items += block(each.name, start, top, theme.ink, name=f"{name}-who")
        elif note.who:
            at = start - _WHO * len(note.who) - 3 if not each.head else start
            items += who(table, note.who, at, eye if not each.head else top + _WHO / 2)
        color = theme.muted if note.muted else theme.ink
        items += block(each.text, start, below, color, name=name, room=each.room)
        if each.by:
            items += block(each.by, start, below + each.text.height, theme.muted, name=f"{name}-by", room=each.room)
        top += each.height + _APART
    return items


def who(table: RowTable, places: Sequence[int], left: float, middle: float) -> list[Item]:
    """The markers of personas side by side."""
    items: list[Item] = []
    for i, place in enumerate(places):
        series = table.theme.series[place]
        items += symbols.marker(series.marker, left + _WHO * (i + 0.5), middle, 2.9, series.color)
    return items
