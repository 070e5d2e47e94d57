"""Tables for a pipe or a file: a row is one line, nothing is cut or wrapped, and rich is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.tables.signs import IN_ASCII
from cxmap.text.escape import terminal_line, terminal_lines
from cxmap.text.width import widths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cxmap.output.tables.signs import Screen

BOLD, DIM = "1", "2"


def aligned(columns: Iterable[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Columns of cells beside each other, as lines.

    Args:
        columns: The cells, foreign text and all; every column has as many.
        right: The columns, from 0, that stand flush right.
    """
    padded = [_padded(column, right=number in right) for number, column in enumerate(columns)]
    return ["  ".join(row).rstrip() for row in zip(*padded, strict=True)]


def _padded(column: Sequence[str], *, right: bool) -> list[str]:
    cells = terminal_lines(column)
    taken = widths(cells)
    widest = max(taken)
    blanks = [" " * (widest - width) for width in taken]
    return [blank + cell if right else cell + blank for cell, blank in zip(cells, blanks, strict=True)]


def styled(text: str, style: str, screen: Screen) -> str:
    """One line of foreign text, safe to print, in a style where colour is wanted."""
    safe = terminal_line(text)
    return f"\x1b[{style}m{safe}\x1b[0m" if screen.color and style and safe else safe


def to_text(lines: Iterable[str], screen: Screen) -> str:
    """Lines as the text to print."""
    text = "".join(f"{line}\n" for line in lines)
    return text if screen.unicode else text.translate(IN_ASCII)
