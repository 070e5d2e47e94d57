"""The page of trends: small charts in rows, all on one calendar, each on its whole scale."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.change import ChangeWords
from cxmap.i18n.charts import ChartWords
from cxmap.i18n.dashboard import DashboardWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts.trend import describe
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import spread
from cxmap.output.drawing.page import Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polygon, polyline, rectangle
from cxmap.output.tables import trend_cells as cells

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cxmap.output.charts.trend.view import TrendCard, TrendView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

_CARD = 200.0  # the least width of a card
_MOST = 4  # cards in a row
_APART = 22.0
_ROWS_APART = 14.0
_PLOT = 78.0  # the least height of a plot
_HIGHEST = 190.0
_NUMBERS = 11.0  # above a plot, for the numbers of finished actions
_DAYS = 12.0  # below it, for its first and last month
_GUTTER = 34.0  # the least width kept for the ends of the scale
_INSIDE = 8.0  # from the sides of a plot to its first and last day
_BAR = 5.0
_TINT = 0.2
_DOT = 3.2
_LINE = 1.8
_LINES = 12  # of a title, at most; nobody has written one so long


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A card, fitted but not yet at its place."""

    card: TrendCard
    title: TextBlock
    about: TextBlock
    now: TextBlock
    change: TextBlock
    target: TextBlock

    @property
    def above(self) -> float:
        """The height of what stands above the plot."""
        return 5 + self.title.height + self.about.height + 3

    @property
    def below(self) -> float:
        """The height of what stands below it."""
        return 3 + self.now.height + self.change.height + self.target.height


@dataclass(frozen=True, slots=True)
class _Plane:
    """From days and values to places on the page."""

    box: Box
    ends: tuple[float, float]
    span: tuple[dt.date, dt.date]

    def x(self, day: dt.date) -> float:
        """Where a day is; all cards have the same calendar."""
        first, last = (end.toordinal() for end in self.span)
        share = (day.toordinal() - first) / (last - first)
        return self.box.left + _INSIDE + share * (self.box.width - 2 * _INSIDE)

    def y(self, value: float) -> float:
        """Where a value is."""
        low, high = self.ends
        return self.box.bottom - min(max((value - low) / (high - low), 0.0), 1.0) * self.box.height


def layout(view: TrendView, options: ChartOptions) -> Scene:
    """The trends as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own, trend, board = ChangeWords(words.lang), TrendWords(words.lang), DashboardWords(words.lang)
    page = Page.asked(options, view.lang, "chart", own.trend_title, narrowest=_CARD + 2 * look.MARGIN)
    theme, setter, inner = page.theme, page.setter, page.inner
    head, top = page.head(describe.subtitle(view, own, trend))
    columns = _columns(len(view.cards), inner)
    wide = (inner - (columns - 1) * _APART) / columns
    fitted = [_fitted(card, wide, setter, words, trend, board) for card in view.cards]
    rows = [fitted[i : i + columns] for i in range(0, len(fitted), columns)]
    foot = page.foot([], describe.notes(view, words, own, trend))
    texts = sum(_texts(row) + _ROWS_APART for row in rows)
    fixed = top + texts + foot.height
    height = page.height(fixed + len(rows) * _PLOT)
    plot = min((height - fixed) / len(rows), _HIGHEST)
    items: list[Item] = [*head]
    place = 0
    for row in rows:
        above = max(card.above for card in row)
        for i, card in enumerate(row):
            left = look.MARGIN + i * (wide + _APART)
            items += _card(card, view, Box(left, top, left + wide, top + above), plot, place, setter, theme, trend)
            place += 1
        top += _texts(row) + plot + _ROWS_APART
    return page.scene(items, foot, height, describe.alt(view, words, own, trend, board))


def _columns(count: int, inner: float) -> int:
    """How many cards stand side by side, in rows about equally full."""
    most = max(min(int((inner + _APART) / (_CARD + _APART)), _MOST), 1)
    return math.ceil(count / math.ceil(count / most))


def _texts(row: Sequence[_Fitted]) -> float:
    """The height of a row without its plots."""
    return max(card.above for card in row) + _NUMBERS + _DAYS + max(card.below for card in row)


def _fitted(
    card: TrendCard, width: float, setter: Typesetter, words: ChartWords, trend: TrendWords, board: DashboardWords
) -> _Fitted:
    return _Fitted(
        card,
        setter.fit(card.title, look.STAGE, width=width, lines=_LINES, smallest=8.5),
        setter.fit(describe.about(card, words, trend, board), look.SMALL, width=width, lines=_LINES),
        setter.fit(describe.now(card, trend), look.STRONG, width=width, lines=3),
        setter.fit(describe.change(card, trend), look.SMALL, width=width, lines=5),
        setter.fit(describe.target(card, trend), look.SMALL, width=width, lines=4),
    )


def _card(
    fitted: _Fitted, view: TrendView, box: Box, height: float, place: int,
    setter: Typesetter, theme: Theme, trend: TrendWords,
) -> list[Item]:  # fmt: skip
    """A card with its upper edge at that of the box, whose height is that of the titles of its row."""
    card = fitted.card
    items: list[Item] = [polyline([(box.left, box.top), (box.right, box.top)], theme.ink, 1.2)]
    items += block(fitted.title, box.left, box.top + 5, theme.ink, name=f"title-{place}", room=box.width)
    items += block(fitted.about, box.left, box.top + 5 + fitted.title.height, theme.muted, name=f"about-{place}")
    ends = [setter.line(_end(card, end, trend), look.SMALL) for end in card.ends]
    gutter = max(_GUTTER, *(text.width + 6 for text in ends))
    body = Box(box.left + gutter, box.bottom + _NUMBERS, box.right, box.bottom + _NUMBERS + height)
    plane = _Plane(body, card.ends, view.span)
    items.append(rectangle(body, fill=theme.band))
    for text, y in zip(ends, (body.bottom - 4, body.top + 4), strict=True):
        items += centred(text, body.left - 4, y, theme.muted, align="right", name="scale")
    items += _finished(card, view, plane, setter, theme)
    items += _line(card, plane, place, theme)
    months = [setter.line(cells.month(day, trend), look.SMALL) for day in view.span]
    items += block(months[0], body.left, body.bottom + 2, theme.muted, name="month")
    items += block(months[1], body.right, body.bottom + 2, theme.muted, align="right", name="month")
    below = body.bottom + _DAYS + 3
    clear = card.series.change is not None and card.series.change.clear
    parts = ((fitted.now, "now"), (fitted.change, "change"), (fitted.target, "target"))
    for text, name in parts:
        strong = name == "now" or (name == "change" and clear)
        items += block(text, box.left, below, theme.ink if strong else theme.muted, name=f"{name}-{place}")
        below += text.height
    return items


def _end(card: TrendCard, value: float, trend: TrendWords) -> str:
    """An end of the scale: that of scores as it was given, without decimals that a score has."""
    return cells.value(card.series, value, trend) if card.series.scale is None else trend.general(value)


def _finished(card: TrendCard, view: TrendView, plane: _Plane, setter: Typesetter, theme: Theme) -> list[Item]:
    """When actions that are about the figure were finished: a line each, with its number above."""
    days = [(number, plane.x(view.finished[number].day)) for number in card.finished]
    texts = [setter.line(str(number + 1), look.SMALL_STRONG) for number, _ in days]
    wanted = [(x, text.width + 4) for (_, x), text in zip(days, texts, strict=True)]
    middles = spread(wanted, plane.box.left, plane.box.right)
    items: list[Item] = []
    for (number, x), text, middle in zip(days, texts, middles, strict=True):
        line = [(x, plane.box.top), (x, plane.box.bottom)]
        items.append(polyline(line, theme.rule, 0.8, name=f"finished-{number}"))
        items += centred(text, middle, plane.box.top - 5, theme.ink, align="center", name="finished-number")
    return items


def _line(card: TrendCard, plane: _Plane, place: int, theme: Theme) -> list[Item]:
    """The values with their 95 % band, joined where they can be compared, and the target."""
    color = theme.series[0].color
    tint = look.tint(color, theme.band, _TINT)
    items: list[Item] = []
    points = card.points
    at = [(plane.x(point.date), plane.y(point.value)) for point in points if point.date]
    legs = [(before, i) for i, before in enumerate(card.follows) if before is not None]
    for start, end in legs:
        first, second = points[start], points[end]
        if first.interval and second.interval:
            (x, _), (to, _) = at[start], at[end]
            (low, high), (low_to, high_to) = first.interval, second.interval
            corners = [(x, plane.y(high)), (to, plane.y(high_to)), (to, plane.y(low_to)), (x, plane.y(low))]
            items.append(polygon(corners, fill=tint, name=f"band-{place}-{end}"))
    for i, (point, (x, _)) in enumerate(zip(points, at, strict=True)):
        if point.interval:
            low, high = (plane.y(end) for end in point.interval)
            bar = Box(x - _BAR / 2, high, x + _BAR / 2, low)
            items.append(rectangle(bar, fill=tint, name=f"interval-{place}-{i}"))
    if card.series.target:
        y = plane.y(card.series.target.value)
        line = [(plane.box.left, y), (plane.box.right, y)]
        items.append(polyline(line, theme.ink, 1.0, look.PASS_DASH, name=f"target-line-{place}"))
    items += [polyline([at[start], at[end]], color, _LINE, name=f"leg-{place}-{end}") for start, end in legs]
    for i, (point, (x, y)) in enumerate(zip(points, at, strict=True)):
        hollow = theme.paper if point.guess and card.better is None else None
        items += symbols.marker("circle", x, y, _DOT, color, hollow=hollow, name=f"point-{place}-{i}")
    return items
