"""The foot of a card: the persona's line in little, with its index and its weakest link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, block, polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.cards import CardWords
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.personas.setting import CardSetter
    from cxmap.output.charts.personas.view import Course
    from cxmap.output.drawing.theme import Series

_HEIGHT = 34.0  # of the line, from one end of its scale to the other, on a full page
_APART = 6.0
_DOT = 1.9
_WEAKEST = 3.4


def said(course: Course, words: ChartWords, own: CardWords) -> list[str]:
    """The index, and the weakest link with its experience."""
    on, found = course.scale, []
    if course.index is not None:
        ends = (words.on_scale(end, on) for end in (on.min, on.max))
        found.append(own.index.format(words.in_full(course.index, on), *ends))
    if course.weakest is not None and (value := course.values[course.weakest]) is not None:
        found.append(own.weakest.format(course.weakest_title, words.in_full(value, on)))
    return found


def foot(course: Course, left: float, width: float, hand: CardSetter, series: Series) -> Strip:
    """The line on its whole scale with the pass mark, hollow where nobody was asked; below it the figures in words."""
    theme, on = hand.theme, course.scale
    high = _HEIGHT * hand.scale
    text = hand.setter.fit(
        "  ·  ".join(said(course, hand.words, hand.own)), hand.style(9.5), width=width, lines=4, whole=True
    )
    step = width / max(len(course.values), 1)

    def draw(top: float) -> Sequence[Item]:
        def up(value: float) -> float:
            return top + high * (1 - on.share(value))

        ends = [polyline([(left, y), (left + width, y)], theme.rule, 0.3) for y in (top, top + high)]
        items: list[Item] = [*ends]
        if on.pass_mark is not None:
            y = up(on.pass_mark)
            items.append(polyline([(left, y), (left + width, y)], theme.rule, look.HAIRLINE, look.PASS_DASH))
        points = [
            None if value is None else (left + (i + 0.5) * step, up(value)) for i, value in enumerate(course.values)
        ]
        known = [point for point in points if point]
        if len(known) > 1:
            items.append(polyline(known, series.color, 1.6, series.dash, name="course"))
        for i, point in enumerate(points):
            if point:
                weak = i == course.weakest
                color = theme.short if weak else series.color
                hollow = theme.band if course.assumed[i] else None
                name = "course-weakest" if weak else f"course-{i}"
                radius = _WEAKEST if weak else _DOT
                items += symbols.marker(series.marker, *point, radius, color, hollow=hollow, name=name)
        return [*items, *block(text, left, top + high + _APART, theme.ink, name="course-words")]

    return Strip(high + _APART + text.height, draw)
