"""Beside the panel: what each persona's ranking starts with, with its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.charts.matrix import describe
from cxmap.output.charts.matrix.points import BADGE, badge
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, block, polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords, MatrixWords
    from cxmap.output.charts.matrix.view import MatrixPoint, MatrixView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

WIDTH = 214.0
"""The width of the list."""

_INDENT = 2 * BADGE + 6
_ROW_APART = 5.0
_GROUP_APART = 12.0


def first(
    view: MatrixView, left: float, setter: Typesetter, words: ChartWords, own: MatrixWords, theme: Theme
) -> Strip | None:
    """The list, fitted but not yet at its height; ``None`` where nothing is ranked."""
    if not view.by:
        return None
    rows = [_group(view, i, left, setter, words, own, theme) for i in range(len(view.personas))]
    heading = setter.fit(own.improve_first, look.STAGE, width=WIDTH, lines=1)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [polyline([(left, top), (left + WIDTH, top)], theme.ink, 1.6)]
        items += block(heading, left, top + 5, theme.ink, name="first-heading")
        below = top + 5 + heading.height + _GROUP_APART / 2
        for row in rows:
            items += row.draw(below)
            below += row.height
        return items

    return Strip(5 + heading.height + _GROUP_APART / 2 + sum(row.height for row in rows), draw)


def _group(
    view: MatrixView, index: int, left: float, setter: Typesetter, words: ChartWords, own: MatrixWords, theme: Theme
) -> Strip:
    """One persona's first touchpoints under the persona's name and marker."""
    series = theme.series[index % len(theme.series)]
    name = setter.fit(view.personas[index].name, look.STRONG, width=WIDTH - _INDENT, lines=2)
    entries = [
        (
            point.rank or 0,
            setter.fit(view.touchpoints[point.touchpoint], look.LABEL, width=WIDTH - _INDENT, lines=2),
            setter.fit(_figures(view, point, words, own), look.SMALL, width=WIDTH - _INDENT, lines=2),
        )
        for point in describe.first(view, index)
    ]
    nothing = setter.fit("" if entries else own.nothing_short, look.LABEL, width=WIDTH - _INDENT, lines=2)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        items += symbols.marker(series.marker, left + BADGE, top + name.eye, look.MARK, series.color)
        items += block(name, left + _INDENT, top, theme.ink, name="first-persona")
        below = top + name.height + _ROW_APART / 2
        items += block(nothing, left + _INDENT, below, theme.muted, name="first-none")
        for rank, title, figures in entries:
            middle = below + (title.height + figures.height) / 2
            items += badge(left + BADGE, middle, rank, setter, theme)
            items += block(title, left + _INDENT, below, theme.ink, name="first-title")
            items += block(figures, left + _INDENT, below + title.height, theme.muted, name="first-figures")
            below += title.height + figures.height + _ROW_APART
        return items

    height = name.height + _ROW_APART / 2 + nothing.height + _GROUP_APART
    return Strip(height + sum(title.height + figures.height + _ROW_APART for _, title, figures in entries), draw)


def _figures(view: MatrixView, point: MatrixPoint, words: ChartWords, own: MatrixWords) -> str:
    importance, experience = point.importance.value, point.experience.value
    said = own.scores.format(words.on_scale(importance, view.importance_scale), words.on_scale(experience, view.scale))
    if not view.comparable:
        return said
    return f"{said}, {own.gap.format(words.apart(importance, experience, view.scale))}"
