"""Where a table will be read, and the signs that it can be drawn with there."""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """Where a table will be read.

    Attributes:
        width: Columns of the terminal; ``None``: a pipe or a file, where each row is one line and nothing is cut.
        color: Whether it may use colour.
        unicode: Whether it can show characters beyond ASCII.
    """

    width: int | None = None
    color: bool = False
    unicode: bool = True


class Glyphs(NamedTuple):
    """The signs that a table is drawn with."""

    full: str
    parts: str
    missing: str
    beyond: str
    arrow: str
    truth: str
    wow: str
    weak: str
    guess: str
    dot: str
    between: str


UNICODE = Glyphs("█", "▏▎▍▌▋▊▉", "░", "▒", "→", "◆", "★", "▼", "?", "·", "…")
ASCII = Glyphs("#", "", ".", "+", "->", "!", "*", "v", "?", "-", "..")

IN_ASCII = str.maketrans({"–": "-", "−": "-", "×": "x", "…": "...", "“": '"', "”": '"'})


def glyphs(screen: Screen) -> Glyphs:
    """The signs that a screen can show."""
    return UNICODE if screen.unicode else ASCII


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
