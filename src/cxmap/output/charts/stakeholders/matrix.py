"""Who does what for whom: a row a party, a column for whom, in each cell what it is.

Its time grows with the relations and the parties: nothing looks for a way or a place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.stakeholders import StakeholderWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.stakeholders import describe, ties
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.stakeholders.view import StakeholdersView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock

LISTED = 150
"""Of more relations than this only marks are drawn, and the description has what they are about."""

_RINGS = ("customer", "internal", "outside")
_TITLE = 190.0  # the width of a row's title
_NUMBER = 22.0  # and of its letter
_WORDED = 62.0  # a column at least so wide holds texts
_WIDEST = 130.0  # a column
_NARROWEST = 16.0
_LINES = 12  # of a title, at most; nobody has written one so long
_CELL_LINES = 5
_WIDE_PAGE = 1280.0  # a page is made so wide for texts in cells, and no wider
_PAD = 3.0
_TIGHT = 2.0  # above and below numbers and marks
_DOT = 3.4
_LIST_COLUMN = 190.0
_FINE = 0.3


@dataclass(frozen=True, slots=True)
class _Table:
    """The relations as a table.

    Attributes:
        names: Who there is, ourselves first where we do something or something is done for us.
        groups: In which ring each is; a line parts those of different rings.
        rows: Who does something, by place among the names.
        columns: For whom something is done.
        cells: What, by row and column; ``""``: it is not said what.
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: dict[tuple[int, int], str]


def layout(view: StakeholdersView, options: ChartOptions) -> Scene:
    """The matrix as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = StakeholderWords(words.lang)
    told = _table(view, own)
    least = 2 * look.MARGIN + _NUMBER + _TITLE + _NARROWEST * len(told.columns)
    worded = 2 * look.MARGIN + _NUMBER + _TITLE + _WORDED * len(told.columns)
    width = max(SLIDE_WIDTH, worded if worded <= _WIDE_PAGE else least)
    page = Page.asked(options, view.lang, "matrix", own.title, width=width, narrowest=least)
    theme, setter, inner = page.theme, page.setter, page.inner
    head, top = page.head(f"{own.who_for_whom}  ·  {describe.subtitle(view, words, own)}")
    table, listed, told_all, named = _body(told, inner, setter, theme)
    foot = page.foot([], [" ".join(_notes(told, words, own, worded=told_all, named=named))])
    height = page.height(top + table.height + listed.height + 6 + foot.height)
    items = (*head, *table.draw(top), *listed.draw(top + table.height))
    return page.scene(items, foot, height, describe.alt(view, words, own))


def _table(view: StakeholdersView, own: StakeholderWords) -> _Table:
    """Relations by who and for whom, ring by ring; what we do and what is done for us is ours."""
    order = sorted(range(len(view.parties)), key=lambda i: _RINGS.index(view.parties[i].ring))
    place = {party: i + 1 for i, party in enumerate(order)}
    cells: dict[tuple[int, int], str] = {}
    for party, i in place.items():
        told = view.parties[party]
        if told.we_do:
            cells[0, i] = told.we_do
        if told.they_do:
            cells[i, 0] = told.they_do
    for relation in view.relations:
        at = place[relation.start], place[relation.end]
        cells[at] = "; ".join(text for text in (cells.get(at, ""), relation.title) if text)
    return _Table(
        names=(own.us, *(view.parties[i].title for i in order)),
        groups=("", *(view.parties[i].ring for i in order)),
        rows=tuple(sorted({row for row, _ in cells})),
        columns=tuple(sorted({column for _, column in cells})),
        cells=cells,
    )


def _body(told: _Table, inner: float, setter: Typesetter, theme: Theme) -> tuple[Strip, Strip, bool, bool]:
    """The table, what its numbers stand for; whether its cells have a text or a number, and its columns a name."""
    room = inner - _NUMBER - _TITLE
    wide = min(max(room / max(len(told.columns), 1), _NARROWEST), _WIDEST)
    texts: dict[tuple[int, int], TextBlock] = {}
    if wide >= _WORDED:
        scratch = Typesetter()
        fits = all(
            not scratch.fit(text, look.SMALL, width=wide - 2 * _PAD, lines=_CELL_LINES).shortened
            for text in told.cells.values()
        )
        if fits:
            texts = {
                at: setter.fit(text, look.SMALL, width=wide - 2 * _PAD, lines=_CELL_LINES)
                for at, text in told.cells.items()
                if text
            }
    numbers: dict[tuple[int, int], int] = {}
    if not texts and len(told.cells) <= LISTED:
        numbers = {at: i + 1 for i, at in enumerate(at for at in sorted(told.cells) if told.cells[at])}
    table = _grid(told, texts, numbers, wide, setter, theme)
    listed = _list(told, numbers, inner, setter, theme)
    return table, listed, bool(texts or numbers), wide >= _WORDED


def _grid(
    told: _Table,
    texts: dict[tuple[int, int], TextBlock],
    numbers: dict[tuple[int, int], int],
    wide: float,
    setter: Typesetter,
    theme: Theme,
) -> Strip:
    left = look.MARGIN + _NUMBER + _TITLE
    right = left + wide * len(told.columns)
    titles = {row: setter.fit(told.names[row], look.STRONG, width=_TITLE - 8, lines=_LINES) for row in told.rows}
    named = wide >= _WORDED
    heads = {
        column: setter.fit(
            told.names[column] if named else say.letter(column), look.SMALL_STRONG, width=wide - 4, lines=_LINES
        )
        for column in told.columns
    }
    unnamed = [column for column in told.columns if column not in titles] if not named else []
    extra = {column: setter.fit(told.names[column], look.STRONG, width=_TITLE - 8, lines=_LINES) for column in unnamed}
    head = max((text.height for text in heads.values()), default=0.0) + 6
    pad = _PAD if texts else _TIGHT
    heights = {}
    for row in told.rows:
        inside = max((text.height for (at, _), text in texts.items() if at == row), default=0.0)
        heights[row] = max(titles[row].height, inside, 10.0) + 2 * pad
    for column, text in extra.items():
        heights[column] = text.height + 2 * pad
    order = sorted(heights)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        at = {column: left + i * wide for i, column in enumerate(told.columns)}
        for column, text in heads.items():
            x = at[column] + wide / 2
            items += block(text, x, top + head - 4 - text.height, theme.muted, align="center", name=f"for-{column}")
        below = top + head
        start = below
        for i, row in enumerate(order):
            heavy = i == 0 or told.groups[row] != told.groups[order[i - 1]]
            line = [(look.MARGIN, below), (right, below)]
            items.append(polyline(line, theme.ink if heavy else theme.rule, 0.9 if heavy else _FINE))
            middle = below + heights[row] / 2
            title = titles[row] if row in titles else extra[row]
            digits = setter.line("" if named else say.letter(row), look.SMALL)
            items += centred(digits, look.MARGIN + _NUMBER - 8, middle, theme.muted, align="right", name="row-letter")
            items += centred(title, look.MARGIN + _NUMBER, middle, theme.ink, name=f"who-{row}")
            if row in at:  # nobody does something for themselves
                own = Box(at[row], below, at[row] + wide, below + heights[row])
                items.append(rectangle(own, fill=theme.band, name="self"))
            for column in told.columns:
                if (row, column) in told.cells:
                    x = at[column] + wide / 2
                    items += _mark((row, column), x, middle, texts, numbers, setter, theme)
            below += heights[row]
        items.append(polyline([(look.MARGIN, below), (right, below)], theme.ink, 0.9))
        items += [polyline([(x, start), (x, below)], theme.rule, _FINE) for x in (*at.values(), right)]
        return items

    return Strip(head + sum(heights.values()) + 5, draw)


def _mark(
    at: tuple[int, int], x: float, y: float, texts: dict[tuple[int, int], TextBlock],
    numbers: dict[tuple[int, int], int], setter: Typesetter, theme: Theme,
) -> list[Item]:  # fmt: skip
    """What a cell holds: its text, the number of it, or that there is something."""
    name = f"relation-{at[0]}-{at[1]}"
    if (text := texts.get(at)) is not None:
        return list(centred(text, x, y, theme.ink, align="center", name=name))
    if count := numbers.get(at):
        return list(centred(setter.line(str(count), look.SMALL), x, y, theme.ink, align="center", name=name))
    return [symbols.circle(x, y, _DOT, fill=theme.ink, name=name)]


def _list(told: _Table, numbers: dict[tuple[int, int], int], inner: float, setter: Typesetter, theme: Theme) -> Strip:
    """What the numbers stand for, in columns."""
    if not numbers:
        return Strip(0.0, lambda _: [])
    count = max(1, int(inner / _LIST_COLUMN))
    wide = inner / count
    indent = 2 * ties.NUMBER + 8
    room = wide - indent - 8
    fitted = [
        (setter.line(str(number), look.SMALL_STRONG), setter.fit(told.cells[at], look.SMALL, width=room, lines=_LINES))
        for at, number in numbers.items()
    ]
    per_column = math.ceil(len(fitted) / count)
    columns = [fitted[i : i + per_column] for i in range(0, len(fitted), per_column)]
    height = max(sum(max(number.height, text.height) + 2 for number, text in column) for column in columns) + 5

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for i, column in enumerate(columns):
            left, below = look.MARGIN + i * wide, top + 4
            for number, text in column:
                items += block(number, left, below, theme.ink, name="number")
                items += block(text, left + indent, below, theme.ink, name="numbered")
                below += max(number.height, text.height) + 2
        return items

    return Strip(height, draw)


def _notes(told: _Table, words: ChartWords, own: StakeholderWords, *, worded: bool, named: bool) -> list[str]:
    notes = [own.note]
    if not named:
        notes.append(own.numbers)
    if not worded and told.cells:
        notes.append(own.untold.format(words.whole(len(told.cells))))
    related = {place for at in told.cells for place in at}
    loose = [name for i, name in enumerate(told.names) if i and i not in related]
    if loose:
        notes.append(own.loose.format(words.listed(loose, 12)))
    return notes
