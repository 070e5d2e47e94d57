"""Pictures of touchpoints: what the customer sees and holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.sheet.notes import INSET, Lane
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Photo, block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.sheet.views import SheetColumn

_LARGEST = 96.0  # a picture, in points, on a page of the usual width


def lane(columns: Sequence[SheetColumn], context: Context, label: str) -> Lane | None:
    """The pictures under a label; ``None`` where the band has none."""
    table = context.table
    shown = [(place, found) for place in context.band.range if (found := columns[place].picture)]
    if not shown:
        return None
    side = min(table.columns.width - 2 * INSET, _LARGEST * context.scale)
    title = table.setter.fit(label, look.STRONG, width=table.margin, lines=4)

    def draw(top: float, _height: float) -> Sequence[Item]:
        items: list[Item] = list(block(title, table.left, top, table.theme.ink, name="pictures-label"))
        for place, picture in shown:
            left = table.columns.edge(place) + INSET
            box = Box(left, top, left + side, top + side)
            name = f"pictures-{place}"
            items.append(Photo(picture.pixels, picture.side, box, name, round=False, title=picture.alt))
        return items

    return Lane(max(title.height, side), draw)
