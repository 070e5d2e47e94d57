"""A page of rows under a heading, such as changes and drivers: its columns, the rules between rows, the white space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, Scene, polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.grid import Strip
    from cxmap.output.drawing.page import Footer, Page

LEAST = 30.0
"""The height of a row of one line."""

PAD = 4.0
"""White space above and below what is in a row."""

_BELOW_HEADING = 3.0
_ABOVE_FOOT = 8.0
_SPARE = 14.0  # at most so much more white space a row has where there are few
_FINE = 0.3


def columns(shares: Sequence[float], width: float, apart: float) -> list[tuple[float, float]]:
    """Left edges and widths of columns that share the width between the margins, with white space between them."""
    room = width - apart * (len(shares) - 1)
    found, left = [], look.MARGIN
    for share in shares:
        found.append((left, share * room))
        left += share * room + apart
    return found


def listing(page: Page, above: tuple[list[Item], float], heading: Strip, rows: Sequence[Strip], foot: Footer,
            alt: str) -> Scene:  # fmt: skip
    """The finished page; its rows share the white space where they need less than it has.

    Args:
        page: The page.
        above: What stands above the heading, and where this begins.
        heading: What the columns hold, above a rule.
        rows: At least one, with a fine rule between two.
        foot: Key and notes.
        alt: What there is to see, in words.

    Raises:
        ChartError: The height that was asked for is less than they need.
    """
    head, top = above
    needed = top + heading.height + _BELOW_HEADING + 1 + sum(row.height for row in rows) + _ABOVE_FOOT + foot.height
    height = page.height(needed)
    more = min((height - needed) / len(rows), _SPARE)
    items: list[Item] = [*head, *heading.draw(top)]
    top += heading.height + _BELOW_HEADING
    items.append(polyline([(look.MARGIN, top), (page.right, top)], page.theme.ink, 1.2))
    top += 1
    for place, row in enumerate(rows):
        if place:
            items.append(polyline([(look.MARGIN, top), (page.right, top)], page.theme.rule, _FINE))
        items += row.draw(top + more / 2)
        top += row.height + more
    return page.scene(items, foot, height, alt)
