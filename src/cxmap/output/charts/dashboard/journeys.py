"""The table of journeys: index, weakest link, what closed, coverage of evidence; bars beside the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.dashboard import describe
from cxmap.output.charts.grid import Strip
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.output.charts.dashboard.view import Count, JourneyRow
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_SHARES = (0.22, 0.18, 0.21, 0.13, 0.13, 0.13)  # of the width, by column
_PAD = 4.0
_BAR = 5.0


def table(
    rows: Sequence[JourneyRow], width: float, setter: Typesetter, theme: Theme, words: ChartWords, own: DashboardWords
) -> Strip:
    """The table under its heading; no height where there are no journeys."""
    if not rows:
        return Strip(0.0, lambda _: [])
    lefts = [look.MARGIN + sum(_SHARES[:i]) * width for i in range(len(_SHARES))]
    widths = [share * width - 12 for share in _SHARES]
    heading = setter.line(own.journeys, look.STAGE, width)
    heads = (own.journey, own.index, own.weakest_link, own.as_desired, own.metrics_moved, own.evidence)
    named = [setter.fit(head, look.SMALL_STRONG, width=room, lines=4) for head, room in zip(heads, widths, strict=True)]
    head_height = max(name.height for name in named)
    drawn = [_row(row, lefts, widths, setter, theme, words, own) for row in rows]

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [polyline([(look.MARGIN, top), (look.MARGIN + width, top)], theme.ink, 1.2)]
        items += block(heading, look.MARGIN, top + _PAD, theme.ink, name="heading")
        below = top + 2 * _PAD + heading.height
        for name, left in zip(named, lefts, strict=True):
            items += block(name, left, below + head_height - name.height, theme.muted, name="column")
        below += head_height + _PAD
        for row in drawn:
            items.append(polyline([(look.MARGIN, below), (look.MARGIN + width, below)], theme.rule, look.HAIRLINE))
            items += row.draw(below)
            below += row.height
        return items

    return Strip(3 * _PAD + heading.height + head_height + sum(row.height for row in drawn), draw)


def _row(
    row: JourneyRow,
    lefts: Sequence[float],
    widths: Sequence[float],
    setter: Typesetter,
    theme: Theme,
    words: ChartWords,
    own: DashboardWords,
) -> Strip:  # fmt: skip
    ends = own.ends.format(words.on_scale(row.scale.min, row.scale), words.on_scale(row.scale.max, row.scale))
    index = own.none if row.index is None else f"{words.in_full(row.index, row.scale)} ({ends})"
    weakest = own.none
    if row.weakest_link:
        weakest = f"{row.weakest_link[0]} ({words.in_full(row.weakest_link[1], row.scale)})"
    moved = describe.moved(row.metrics, words, own)
    texts = [row.title, index, weakest, describe.share(row.as_desired, own), moved, describe.share(row.evidence, own)]
    cells = [
        setter.fit(text, look.STRONG if i in {0, 1} else look.LABEL, width=room, lines=3, whole=True)
        for i, (text, room) in enumerate(zip(texts, widths, strict=True))
    ]
    basis = own.scored.format(row.scored.count, row.scored.of)
    if row.assumed.count:
        basis += f"; {own.assumed.format(row.assumed.count, row.assumed.of)}"
    since = describe.index_change(row, words, own)
    behind = setter.fit(say.sentence(f"{since}; {basis}" if since else basis), look.SMALL, width=widths[1], lines=6)
    persona = setter.fit(row.persona, look.SMALL, width=widths[0], lines=2, whole=True)
    shares = {
        1: None if row.index is None else row.scale.share(row.index),
        3: _part(row.as_desired),
        4: row.metrics.right / row.metrics.of if row.metrics.of else None,
        5: _part(row.evidence),
    }
    heights = [cell.height + _BAR + 3 for cell in cells]
    if row.index is None:
        heights[1] -= _BAR
    heights[0] = cells[0].height + persona.height
    heights[1] += behind.height + 1
    height = max(heights) + 2 * _PAD

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for i, (cell, left, room) in enumerate(zip(cells, lefts, widths, strict=True)):
            items += block(cell, left, top + _PAD, theme.ink, name="cell")
            share = shares.get(i)
            if share is not None:
                y = top + _PAD + cell.height + 2
                box = Box(left, y, left + min(room, 130.0), y + _BAR)
                filled = Box(box.left, box.top, box.left + share * box.width, box.bottom)
                items.append(rectangle(filled, fill=theme.series[0].color, name="share"))
                items.append(rectangle(box, stroke=theme.rule, width=0.7))
        items += block(behind, lefts[1], top + _PAD + heights[1] - behind.height, theme.muted, name="basis")
        items += block(persona, lefts[0], top + _PAD + cells[0].height, theme.muted, name="persona")
        return items

    return Strip(height, draw)


def _part(count: Count) -> float | None:
    return count.count / count.of if count.of else None
