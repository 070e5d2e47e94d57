"""How the journey of two personas is set: nothing smaller than 9 points, on a page of at most 1200."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from cxmap.output.drawing.theme import Series, Theme

SMALLEST = 9.0
PLAIN = TextStyle(9)
BOLD = TextStyle(9, "bold")
FIGURE = TextStyle(10, "bold")
STAGE = TextStyle(11.5, "bold")

_POOR = 0.06  # how much of its colour the ground below the pass mark has


def poor(theme: Theme, ground: str) -> str:
    """The ground below the mark that is good enough."""
    return look.tint(theme.short, ground, _POOR)


def grounds(theme: Theme) -> tuple[str, ...]:
    """All that text can be on."""
    own = (theme.paper, theme.band)
    return (*own, *(poor(theme, ground) for ground in own))


def words_of(series: Series, theme: Theme) -> str:
    """The colour of a persona for text."""
    return look.for_text(series.color, theme.ink, grounds(theme))
