"""Tables for a terminal, as text. Foreign text never becomes markup: it goes in as ``rich.text.Text``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cxmap.output.tables.signs import IN_ASCII
from cxmap.text.escape import terminal_line
from cxmap.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from cxmap.output.tables.signs import Glyphs, Screen


def line(text: str, style: str = "") -> Text:
    """One line of foreign text, safe to print."""
    from rich.text import Text

    return Text(terminal_line(text), style=style)


def packed(items: Iterable[str], width: int) -> list[str]:
    """Short texts side by side, as many on a line as a terminal is wide; none is broken."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}   {item}" if lines else item
        if lines and columns(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return lines


def sentences(texts: Iterable[str], signs: Glyphs) -> Table:
    """Sentences below a table, wrapped with a hanging indent."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    for text in texts:
        grid.add_row(signs.dot, line(text))
    return grid


def to_text(parts: list[RenderableType], screen: Screen) -> str:
    """What is to be printed, as text of a terminal's width; no blanks at line ends."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    text = "\n".join(one.rstrip() for one in out.getvalue().split("\n"))
    return text if screen.unicode else text.translate(IN_ASCII)
