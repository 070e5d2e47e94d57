"""The page of changes: a row a touchpoint, both waves on a track, and what can be said of the difference."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.i18n.change import ChangeWords
from cxmap.i18n.charts import ChartWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts import listing, verdicts
from cxmap.output.charts.change import describe
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.listing import LEAST, PAD
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polygon, polyline, rectangle
from cxmap.output.tables import trend_cells as cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.series import Series, TrendPoint
    from cxmap.output.charts.change.view import ChangedRow, ChangeView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_NARROWEST = 600.0
_SHARES = (0.28, 0.34, 0.14, 0.24)  # of the width: title, track, answers, verdict
_APART = 16.0
_END = 16.0  # of the track, on either side, so that a value at its end has room
_ABOVE = 10.0  # from a dot to the middle of its value
_DOT = 4.2
_BAR = 5.0  # the height of an interval
_TINT = 0.25
_TICK = 2.6
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_HEAD = 6.0  # the length of an arrow's head
_LINES = 12  # of a title, at most; nobody has written one so long

_Columns = list[tuple[float, float]]
"""Left edges and widths."""


def layout(view: ChangeView, options: ChartOptions) -> Scene:
    """The changes as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own, trend = ChangeWords(words.lang), TrendWords(words.lang)
    page = Page.asked(options, view.lang, "chart", view.title, narrowest=_NARROWEST)
    theme, setter = page.theme, page.setter
    above = page.head(describe.subtitle(view, words, own, trend))
    columns = listing.columns(_SHARES, page.inner, _APART)
    heading = _heading(view, columns, setter, theme, words, own)
    rows = [_row(row, i, view, columns, setter, theme, own, trend) for i, row in enumerate(view.rows)]
    foot = page.foot([], describe.notes(view, words, own, trend))
    return listing.listing(page, above, heading, rows, foot, describe.alt(view, page.title, words, own, trend))


def _at(columns: _Columns, share: float) -> float:
    """A place on the track, 0 to 1."""
    left, width = columns[1]
    return left + _END + share * (width - 2 * _END)


def _heading(
    view: ChangeView, columns: _Columns, setter: Typesetter, theme: Theme, words: ChartWords, own: ChangeWords
) -> Strip:
    """What the columns hold, with the signs of both waves, and the ends of the track in words."""
    left, right = _at(columns, 0), _at(columns, 1)
    half = (right - left) / 2
    signs = [setter.fit(text, look.SMALL_STRONG, width=half - 14, lines=1) for text in (own.before, own.now)]
    ends = [
        setter.fit(f"{words.on_scale(value, view.scale)} {text}", look.SMALL, width=half, lines=1)
        for value, text in ((view.scale.min, words.very_poor), (view.scale.max, words.very_good))
    ]
    names = [
        (setter.fit(text, look.SMALL_STRONG, width=columns[i][1], lines=2), columns[i][0])
        for i, text in ((0, words.touchpoint), (2, own.answers), (3, own.change))
    ]
    first = max(block.height for block in (*signs, *(name for name, _ in names)))
    height = first + ends[0].height

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for name, at in names:
            items += block(name, at, top + height - name.height, theme.muted, name="heading")
        for text, at, hollow in zip(signs, (left, left + half), (theme.paper, None), strict=True):
            items += symbols.marker("circle", at + 4, top + text.eye, _DOT, theme.ink, hollow=hollow)
            items += block(text, at + 12, top, theme.muted, name="heading")
        items += block(ends[0], left, top + first, theme.muted, name="end")
        items += block(ends[1], right, top + first, theme.muted, align="right", name="end")
        return items

    return Strip(height, draw)


def _row(
    row: ChangedRow, place: int, view: ChangeView, columns: _Columns,
    setter: Typesetter, theme: Theme, own: ChangeWords, trend: TrendWords,
) -> Strip:  # fmt: skip
    series = row.series
    moved, said = verdicts.told(series, trend)
    title = setter.fit(
        describe.name(row, own), look.LABEL if row.title else look.STRONG, width=columns[0][1], lines=_LINES
    )
    whose = setter.fit(trend.listed(row.personas), look.SMALL, width=columns[0][1], lines=_LINES)
    answers = setter.fit(verdicts.answers(series, trend), look.SMALL, width=columns[2][1], lines=2)
    when = verdicts.months(series, trend) if describe.differ_in_time(view, trend) else ""
    months = setter.fit(when, look.SMALL, width=columns[2][1], lines=2)
    difference = setter.fit(moved, look.STRONG, width=columns[3][1], lines=2)
    verdict = setter.fit(said, look.SMALL, width=columns[3][1], lines=4)
    stacks = ((title, whose, 0), (answers, months, 2), (difference, verdict, 3))
    height = max(*(first.height + second.height for first, second, _ in stacks), LEAST - 2 * PAD) + 2 * PAD
    clear = series.change is not None and series.change.clear

    def draw(top: float) -> Sequence[Item]:
        middle = top + height / 2
        items: list[Item] = []
        for (first, second, column), names in zip(
            stacks, (("title", "whose"), ("answers", "months"), ("difference", "verdict")), strict=True
        ):
            left, above = columns[column][0], middle - (first.height + second.height) / 2
            strong = theme.muted if column == 2 or (column == 3 and not clear) else theme.ink
            room = columns[column][1]
            items += block(first, left, above, strong, name=f"{names[0]}-{place}", room=room)
            items += block(second, left, above + first.height, theme.muted, name=f"{names[1]}-{place}")
        return [*items, *_dumbbell(series, place, view, columns, middle + 4, setter, theme, trend)]

    return Strip(height, draw)


def _dumbbell(
    series: Series, place: int, view: ChangeView, columns: _Columns, y: float,
    setter: Typesetter, theme: Theme, trend: TrendWords,
) -> list[Item]:  # fmt: skip
    """Both waves on the track: an arrow from the earlier to the later where it is more than chance, else grey."""
    before, now, change = series.before, series.after, series.change
    items: list[Item] = [polyline([(_at(columns, 0), y), (_at(columns, 1), y)], theme.rule, look.HAIRLINE)]
    items += [
        polyline([(at, y - _TICK), (at, y + _TICK)], theme.rule, look.HAIRLINE)
        for at in (_at(columns, share) for share in _QUARTERS)
    ]
    if before is None or change is None:
        return items
    color = {"better": theme.good, "worse": theme.short}.get(change.verdict, theme.muted)
    tint = look.tint(color, theme.paper, _TINT)
    for point, name in ((before, "before"), (now, "now")):
        if point.interval:
            ends = [_at(columns, min(max(view.scale.share(end), 0.0), 1.0)) for end in point.interval]
            if ends[1] - ends[0] > 2 * _DOT:
                bar = Box(ends[0], y - _BAR / 2, ends[1], y + _BAR / 2)
                items.append(rectangle(bar, fill=tint, name=f"interval-{name}-{place}"))
    start, end = (_at(columns, view.scale.share(point.value)) for point in (before, now))
    items.append(polyline([(start, y), (end, y)], color, 2.4 if change.clear else 1.6, name=f"change-{place}"))
    if change.clear and abs(end - start) > _DOT:
        way = math.copysign(1.0, end - start)
        tip = end - way * (_DOT + 0.5)
        head = [(tip, y), (tip - way * _HEAD, y - _HEAD * 0.7), (tip - way * _HEAD, y + _HEAD * 0.7)]
        items.append(polygon(head, fill=color, name=f"arrow-{place}"))
    items += symbols.marker("circle", start, y, _DOT, color, hollow=theme.paper, name=f"before-{place}")
    items += symbols.marker("circle", end, y, _DOT, color, name=f"now-{place}")
    return [*items, *_values(series, (before, now), (start, end), y, place, setter, theme, trend)]


def _values(
    series: Series, points: tuple[TrendPoint, TrendPoint], at: tuple[float, float], y: float, place: int,
    setter: Typesetter, theme: Theme, trend: TrendWords,
) -> list[Item]:  # fmt: skip
    """The figures above the dots, moved from each other where these are near."""
    texts = [
        setter.line(cells.value(series, point.value, trend), style)
        for point, style in zip(points, (look.LABEL, look.VALUE), strict=True)
    ]
    apart = max((texts[0].width + texts[1].width) / 2 + 5 - abs(at[1] - at[0]), 0.0) / 2
    way = apart if at[1] >= at[0] else -apart
    return [
        item
        for text, x, color, name in zip(
            texts, (at[0] - way, at[1] + way), (theme.muted, theme.ink), ("before", "now"), strict=True
        )
        for item in centred(text, x, y - _ABOVE, color, align="center", name=f"{name}-value-{place}")
    ]
