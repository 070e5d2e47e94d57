"""Beside a panel: what the ranking starts with, with its figures, and what the letters stand for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.matrix import describe
from cxmap.output.charts.matrix.points import BADGE, badge
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, block
from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.matrix import MatrixWords
    from cxmap.output.charts.matrix.view import MatrixPoint, MatrixView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_INDENT = 2 * BADGE + 6
_LETTER_COLUMN = 190.0
_LETTER = 20.0  # the width kept for a letter before its title
_ROW_APART = 5.0
_LINES = 12  # of a title, at most; nobody has written one so long


def first(
    view: MatrixView, persona: int, left: float, width: float,
    setter: Typesetter, words: ChartWords, own: MatrixWords, theme: Theme,
) -> Strip:  # fmt: skip
    """What a persona's ranking starts with, fitted but not yet at its height; nothing where nothing is ranked."""
    if not view.by:
        return Strip(0.0, lambda _: [])
    heading = setter.fit(own.improve_first, look.STRONG, width=width, lines=1)
    entries = [
        (
            point.rank or 0,
            setter.fit(view.touchpoints[point.touchpoint], look.LABEL, width=width - _INDENT, lines=_LINES),
            setter.fit(_figures(view, point, words, own), look.SMALL, width=width - _INDENT, lines=2),
        )
        for point in describe.first(view, persona)
    ]
    nothing = setter.fit("" if entries else own.nothing_short, look.LABEL, width=width, lines=2)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [*block(heading, left, top, theme.ink, name="first-heading")]
        below = top + heading.height + _ROW_APART
        items += block(nothing, left, below, theme.muted, name="first-none")
        for rank, title, figures in entries:
            middle = below + (title.height + figures.height) / 2
            items += badge(left + BADGE, middle, rank, setter, theme)
            room = width - _INDENT
            items += block(title, left + _INDENT, below, theme.ink, name="first-title", room=room)
            items += block(figures, left + _INDENT, below + title.height, theme.muted, name="first-figures", room=room)
            below += title.height + figures.height + _ROW_APART
        return items

    rows = sum(title.height + figures.height + _ROW_APART for _, title, figures in entries)
    return Strip(heading.height + _ROW_APART + nothing.height + rows, draw)


def titles(
    view: MatrixView,
    letters: Mapping[int, str],
    left: float,
    width: float,
    setter: Typesetter,
    theme: Theme,
    style: TextStyle = look.SMALL,
) -> Strip:
    """What the letters stand for, in columns."""
    if not letters:
        return Strip(0.0, lambda _: [])
    count = max(1, int(width / _LETTER_COLUMN))
    wide = width / count
    texts = [
        (
            setter.line(letter, TextStyle(style.size, "bold")),
            setter.fit(view.touchpoints[place], style, width=wide - _LETTER - 8, lines=_LINES),
        )
        for place, letter in letters.items()
    ]
    per_column = math.ceil(len(texts) / count)
    columns = [texts[i * per_column : (i + 1) * per_column] for i in range(count)]
    height = max(sum(max(letter.height, text.height) for letter, text in column) for column in columns) + 8

    def draw(top: float) -> list[Item]:
        items: list[Item] = []
        for i, column in enumerate(columns):
            below, at = top + 4, left + i * wide
            for letter, text in column:
                items += block(letter, at, below, theme.ink, name="letter")
                items += block(text, at + _LETTER, below, theme.ink, name="letter-title", room=wide - _LETTER - 8)
                below += max(letter.height, text.height)
        return items

    return Strip(height, draw)


def _figures(view: MatrixView, point: MatrixPoint, words: ChartWords, own: MatrixWords) -> str:
    importance, experience = point.importance, point.experience
    said = own.scores.format(
        say.figure(importance, view.importance_scale, words), say.figure(experience, view.scale, words)
    )
    if not view.comparable:
        return said
    return f"{said}, {own.gap.format(say.apart(importance, experience, view.scale, words))}"
