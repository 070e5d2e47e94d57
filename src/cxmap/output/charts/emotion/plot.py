"""The plot of an emotional journey: one panel for up to four personas, else one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import captions, lines, panel
from cxmap.output.charts.emotion.panel import Panel
from cxmap.output.drawing.labels import Labels
from cxmap.output.drawing.scene import Box, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import Curve
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.grid import RowTable
    from cxmap.output.charts.views import EmotionView, PersonaLine
    from cxmap.output.drawing.theme import Series, Theme

IN_ONE_PANEL = 4
"""More personas than this get a panel each."""

Groups = list[tuple[tuple["PersonaLine", "Series"], ...]]
"""Which lines stand together in a panel, each with how it is drawn."""


def grouped(view: EmotionView, theme: Theme) -> Groups:
    """Which lines stand together: up to four, else each by itself."""
    if len(view.lines) <= IN_ONE_PANEL:
        return [tuple(zip(view.lines, theme.series, strict=False))]
    return [((line, theme.series[0]),) for line in view.lines]


def multiples(view: EmotionView, theme: Theme) -> Groups:
    """A panel each; from five on in one hue, as there are no more that are told apart by everybody."""
    hues = theme.series if len(view.lines) <= IN_ONE_PANEL else (theme.series[0],) * len(view.lines)
    return [((line, series),) for line, series in zip(view.lines, hues, strict=False)]


def marks_importance(view: EmotionView, groups: Sequence[Sequence[tuple[PersonaLine, Series]]]) -> bool:
    """Whether importance can stand at the points: where a gap means something, and one line has the panel."""
    return view.comparable and all(len(group) == 1 for group in groups)


def draw(
    view: EmotionView,
    groups: Groups,
    table: RowTable,
    top: float,
    height: float,
    ends: float,
    form: Curve,
    words: ChartWords,
) -> list[Item]:
    """The panels of one band under one another.

    Args:
        view: The journey.
        groups: Which lines stand together; see :func:`grouped`.
        table: Where the band's columns are.
        top: The upper edge of the first panel.
        height: Of all panels together.
        ends: The room right of the columns for names at the lines' ends; 0: none.
        form: How points are joined.
        words: The tool's own words.
    """
    items: list[Item] = []
    each = height / len(groups)
    for i, group in enumerate(groups):
        drawn = Panel(
            view=view,
            lines=group,
            columns=table.columns,
            top=top + i * each,
            bottom=top + (i + 1) * each,
            form=form,
            importance=marks_importance(view, groups),
            named=len(groups) > 1,
        )
        margin = panel.margin(drawn, table, words)
        axis = panel.axis(drawn, table.theme)
        labels = Labels(Box(table.columns.left, drawn.top + 1, table.columns.right, drawn.bottom - 1))
        labels.keep_off([*axis, *margin])
        items += lines.areas(drawn, table.theme)
        items += axis
        items += lines.ghosts(drawn, table.theme, labels)
        items += lines.draw(drawn, table.theme, labels)
        items += captions.draw(drawn, table, labels, words)
        items += margin
        if ends:
            items += panel.end_labels(drawn, table, ends)
    return items
