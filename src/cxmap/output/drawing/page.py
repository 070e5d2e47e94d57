"""What surrounds every chart: title and subtitle above, key and notes below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, block, centred
from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter


def header(
    setter: Typesetter,
    title: str,
    subtitle: str,
    left: float,
    top: float,
    width: float,
    theme: Theme,
    scale: float = 1.0,
) -> tuple[list[Item], float]:
    """Title and subtitle, larger on a larger page; and where they end."""
    head = setter.fit(title, TextStyle(look.TITLE.size * scale, "bold"), width=width, lines=2, smallest=12)
    sub = setter.fit(subtitle, TextStyle(look.SUBTITLE.size * scale), width=width, lines=3, smallest=8)
    items: list[Item] = [*block(head, left, top, theme.ink, name="title")]
    below = top + head.height + 2
    items += block(sub, left, below, theme.muted, name="subtitle")
    return items, below + sub.height


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key: how a symbol is drawn round a point, and what it means."""

    draw: Callable[[float, float], Sequence[Item]]
    text: str


_SYMBOL = 20.0  # the width kept for a symbol
_BESIDE = 3.0  # between a symbol and its text
_BETWEEN = 12.0  # between two entries
_LINE = 15.0  # the height of a line of entries
_NOTES_BELOW = 6.0  # between the key and the notes
_NOTE_LINES = 8  # of a note, at most


@dataclass(frozen=True, slots=True)
class Footer:
    """Key and notes, fitted but not yet at their place: ``draw`` makes the items for the height of its upper edge."""

    height: float
    draw: Callable[[float], Sequence[Item]]


def footer(
    setter: Typesetter,
    entries: Iterable[Entry],
    notes: Iterable[str],
    width: float,
    theme: Theme,
    style: TextStyle = look.SMALL,
) -> Footer:
    """A key, its entries side by side in as many lines as they need, and notes, each a paragraph of its own."""
    placed: list[tuple[Entry, TextBlock, float, int]] = []
    line, used = 0, 0.0
    for entry in entries:
        text = setter.line(entry.text, look.SMALL, width - _SYMBOL - _BESIDE)
        wide = _SYMBOL + _BESIDE + text.width
        if used and used + wide > width:
            line, used = line + 1, 0.0
        placed.append((entry, text, used, line))
        used += wide + _BETWEEN
    key_height = _LINE * (line + 1) + _NOTES_BELOW if placed else 0.0
    paragraphs = [
        setter.fit(note, style, width=width, lines=_NOTE_LINES, smallest=style.size) for note in notes if note
    ]

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for entry, text, at, row in placed:
            middle = top + _LINE * (row + 0.5)
            items += entry.draw(look.MARGIN + at + _SYMBOL / 2, middle)
            items += centred(text, look.MARGIN + at + _SYMBOL + _BESIDE, middle, theme.ink, name="key")
        below = top + key_height
        for paragraph in paragraphs:
            items += block(paragraph, look.MARGIN, below, theme.muted, name="note")
            below += paragraph.height
        return items

    return Footer(key_height + sum(paragraph.height for paragraph in paragraphs), draw)
