"""The empty map: stages, rows and the axis of the emotional journey, and room for sticky notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import panel
from cxmap.output.charts.emotion.panel import Panel
from cxmap.output.charts.sheet.notes import Lane
from cxmap.output.charts.views import Touchpoint
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import block, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.scene import Item

_NOTE = 40.0  # the height of an empty row on a screen
_STICKY = 76 / 1189  # on paper that of a sticky note, in parts of the width: 76 mm on A0
# The rows that notes are put in; there is room for as many on a sheet of paper.
_ROWS = ("doing", "thinking", "feeling", "channel", "lifts", "opportunities", "actions")
_AXIS = 100.0  # the height of the empty plot


def emptied(view: EmotionView) -> EmotionView:
    """The journey with nothing but its stages, each with as many columns as it has touchpoints."""
    stages = (replace(stage, touchpoints=(Touchpoint(""),) * len(stage.touchpoints)) for stage in view.stages)
    return replace(view, stages=tuple(stages))


def alt(view: EmotionView, words: ChartWords, title: str, kind: str) -> str:
    """What the canvas is, for whoever cannot see it."""
    names = words.listed([line.name for line in view.lines])
    stages = words.listed([stage.title for stage in view.stages])
    return f"{kind.format(names)}: {title}. {words.counted(words.alt_stages, len(view.stages))}: {stages}."


def lanes(context: Context, *, names: Sequence[str]) -> list[Lane]:
    """Empty rows with their labels; ``names`` are those asked for."""
    names = names or _ROWS
    labels = [context.sheet.touchpoint, *(context.sheet.rows[name] for name in names if name != "goal")]
    found = [_empty(context, label) for label in labels]
    if "feeling" in names:
        at = labels.index(context.sheet.rows["feeling"])
        least = max(_AXIS, _STICKY * context.width if context.on_paper else 0.0)
        found[at] = Lane(least, lambda top, height: list(_axis(context, top, height)), grows=3.0)
    return found


def _empty(context: Context, label: str) -> Lane:
    table, theme = context.table, context.theme
    title = table.setter.fit(label, look.STAGE, width=table.margin, lines=4)

    def draw(top: float, height: float) -> Sequence[Item]:
        edges = range(context.band.first, context.band.end + 1)
        lines = [
            polyline([(x, top), (x, top + height)], theme.rule, look.HAIRLINE, look.DOTTED)
            for x in map(table.columns.edge, edges)
        ]
        return [*lines, *block(title, table.left, top, theme.ink, name="row-label")]

    least = _STICKY * context.width if context.on_paper else _NOTE
    return Lane(max(least, title.height), draw)


def _axis(context: Context, top: float, height: float) -> Iterator[Item]:
    """The scale of the experience, in words, with nothing on it."""
    empty = Panel(
        view=context.view,
        lines=(),
        columns=context.table.columns,
        top=top,
        bottom=top + height,
        form="straight",
        importance=False,
        named=False,
    )
    yield from panel.axis(empty, context.theme)
    yield from panel.margin(empty, context.table, context.words)
