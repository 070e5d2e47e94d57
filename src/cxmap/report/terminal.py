"""Tables for a terminal or a pipe, as text. Foreign text never becomes markup: it goes in as ``rich.text.Text``."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.boundary.text import terminal_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from rich.text import Text

PIPE_WIDTH = 100_000
"""Where nothing is wrapped: wide enough for any line."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table will be read.

    Attributes:
        width: Columns of the terminal; ``None``: a pipe or a file, where each row is one line and nothing is cut.
        color: Whether it may use colour.
        unicode: Whether it can show characters beyond ASCII.
    """

    width: int | None = None
    color: bool = False
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that a table is drawn with."""

    full: str
    parts: str
    missing: str
    beyond: str
    arrow: str
    truth: str
    wow: str
    weak: str
    dot: str
    between: str


UNICODE = Glyphs("█", "▏▎▍▌▋▊▉", "░", "▒", "→", "◆", "★", "▼", "·", "…")
ASCII = Glyphs("#", "", ".", "+", "->", "!", "*", "v", "-", "..")

_IN_ASCII = str.maketrans({"–": "-", "−": "-", "×": "x", "…": "..."})


def glyphs(screen: Screen) -> Glyphs:
    """The signs that a screen can show."""
    return UNICODE if screen.unicode else ASCII


def line(text: str, style: str = "") -> Text:
    """One line of foreign text, safe to print."""
    from rich.text import Text

    return Text(terminal_line(text), style=style)


def bar(value10: float | None, width: int, signs: Glyphs, until10: float | None = None) -> tuple[str, str]:
    """A bar for a value on 0-10, and what is missing behind it up to another value.

    Args:
        value10: How far the bar goes; ``None``: nowhere.
        width: How many columns stand for 10.
        signs: What to draw it with.
        until10: How far the missing part goes.
    """
    eighths = 0 if value10 is None else round(max(0.0, min(10.0, value10)) / 10 * width * 8)
    whole, rest = divmod(eighths, 8)
    if not signs.parts:
        whole, rest = whole + (rest >= 4), 0
    solid = signs.full * whole + (signs.parts[rest - 1] if rest else "")
    end = 0 if until10 is None else round(max(0.0, min(10.0, until10)) / 10 * width)
    return solid, signs.missing * max(0, end - len(solid))


def packed(items: Iterable[str], screen: Screen) -> list[str]:
    """Short texts side by side, as many on a line as the screen is wide; none is broken."""
    from rich.cells import cell_len

    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}   {item}" if lines else item
        if lines and (screen.width is None or cell_len(longer) <= screen.width):
            lines[-1] = longer
        else:
            lines.append(item)
    return lines


def sentences(texts: Iterable[str], screen: Screen) -> RenderableType:
    """Sentences below a table: a line each in a pipe, wrapped with a hanging indent on a terminal."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    bullet = [glyphs(screen).dot] if screen.width else []
    for text in texts:
        grid.add_row(*bullet, line(text))
    return grid


def to_text(parts: list[RenderableType], screen: Screen) -> str:
    """What is to be printed, as text: wrapped to a terminal's width, unwrapped for a pipe; no blanks at line ends."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width or PIPE_WIDTH,
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
    return text if screen.unicode else text.translate(_IN_ASCII)
