"""The page of drivers: a row a touchpoint, its weight with the interval on a track, and penalty and reward beside."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.drivers import DriverWords
from cxmap.output.charts import listing
from cxmap.output.charts.drivers import describe
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.listing import LEAST, PAD
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.drivers.view import DriverRow, DriversView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_NARROWEST = 600.0
_SHARES = (0.34, 0.33, 0.33)  # of the width: title, weight, penalty and reward
_SHARES_ALONE = (0.38, 0.62)
_APART = 20.0
_VALUE = 36.0  # kept beside a track for the figure
_BAR = 5.0  # the height of an interval, and of a bar
_TINT = 0.25
_LINES = 12  # of a title, at most; nobody has written one so long
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class _Track(NamedTuple):
    """A track: its left edge and width, and the values at its ends."""

    left: float
    width: float
    low: float
    high: float

    def at(self, value: float) -> float:
        """The place of a value."""
        return self.left + self.width * (value - self.low) / (self.high - self.low)


class _Columns(NamedTuple):
    """The columns of a page; ``sides`` is ``None`` where no touchpoint has penalty and reward."""

    title: tuple[float, float]
    weight: _Track
    sides: _Track | None


def layout(view: DriversView, options: ChartOptions) -> Scene:
    """The drivers as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words, own = ChartWords(options.lang or view.lang), DriverWords(options.lang or view.lang)
    page = Page.asked(options, view.lang, "chart", view.title, narrowest=_NARROWEST)
    setter, theme = page.setter, page.theme
    columns = _columns(view, page.inner)
    above = page.head(describe.subtitle(view, words, own))
    heading = _heading(columns, setter, theme, words, own)
    rows = [_row(row, place, columns, setter, theme, own) for place, row in enumerate(view.rows)]
    foot = page.foot([], describe.notes(view, words, own, asymmetry=columns.sides is not None))
    return listing.listing(page, above, heading, rows, foot, describe.alt(view, page.title, own))


def _columns(view: DriversView, inner: float) -> _Columns:
    largest = max((abs(value) for row in view.rows for value in _sides(row)), default=0.0)
    edges = listing.columns(_SHARES if largest else _SHARES_ALONE, inner, _APART)
    most = _round(max(row.interval[1] for row in view.rows))
    weight = _Track(edges[1][0], edges[1][1] - _VALUE, 0.0, most)
    sides = None
    if largest:
        reach = _round(largest)
        sides = _Track(edges[2][0] + _VALUE, edges[2][1] - 2 * _VALUE, -reach, reach)
    return _Columns(edges[0], weight, sides)


def _sides(row: DriverRow) -> tuple[float, ...]:
    return () if row.penalty is None or row.reward is None else (row.penalty, row.reward)


def _round(value: float) -> float:
    """The next round number up; 0.1 for nothing."""
    if value <= 0:
        return 0.1
    unit = 10.0 ** math.floor(math.log10(value))
    return next(step * unit for step in _STEPS if step * unit >= value * (1 - 1e-9))


def _heading(columns: _Columns, setter: Typesetter, theme: Theme, words: ChartWords, own: DriverWords) -> Strip:
    """What the columns hold, and the ends of the tracks."""
    names = [(setter.fit(words.touchpoint, look.SMALL_STRONG, width=columns.title[1], lines=1), columns.title[0])]
    names.append(
        (setter.fit(own.weight_of, look.SMALL_STRONG, width=columns.weight.width, lines=2), columns.weight.left)
    )
    ends = [(columns.weight, own.fixed(0.0, 0), own.general(columns.weight.high))]
    if columns.sides is not None:
        text = setter.fit(own.sides, look.SMALL_STRONG, width=columns.sides.width + 2 * _VALUE, lines=2)
        names.append((text, columns.sides.left - _VALUE))
        reach = own.general(columns.sides.high)
        ends.append((columns.sides, own.digits(f"-{columns.sides.high:g}"), f"+{reach}"))
    first = max(name.height for name, _ in names)
    marks = [
        (setter.line(text, look.SMALL), track.at(value))
        for track, low, high in ends
        for text, value in ((low, track.low), (high, track.high))
    ]
    height = first + look.SMALL.size * 1.6

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for name, at in names:
            items += block(name, at, top + first - name.height, theme.muted, name="heading")
        for text, at in marks:
            items += centred(text, at, top + first + look.SMALL.size * 0.7, theme.muted, align="center", name="end")
        return items

    return Strip(height, draw)


def _row(row: DriverRow, place: int, columns: _Columns, setter: Typesetter, theme: Theme, own: DriverWords) -> Strip:
    title = setter.fit(row.title, look.STRONG if row.driver else look.LABEL, width=columns.title[1], lines=_LINES)
    kind = setter.fit(describe.kind(row, own), look.SMALL, width=columns.title[1], lines=_LINES)
    height = max(title.height + kind.height, LEAST - 2 * PAD) + 2 * PAD

    def draw(top: float) -> Sequence[Item]:
        middle = top + height / 2
        items: list[Item] = []
        above = middle - (title.height + kind.height) / 2
        items += block(title, columns.title[0], above, theme.ink, name=f"title-{place}")
        items += block(kind, columns.title[0], above + title.height, theme.muted, name=f"kind-{place}")
        items += _weight(row, place, columns.weight, middle, setter, theme, own)
        if columns.sides is not None:
            items += _both_sides(row, place, columns.sides, middle, setter, theme, own)
        return items

    return Strip(height, draw)


def _weight(
    row: DriverRow, place: int, track: _Track, y: float, setter: Typesetter, theme: Theme, own: DriverWords
) -> list[Item]:
    """The weight as a dot with its interval; grey where it is not told apart from no influence."""
    color = theme.ink if row.driver else theme.muted
    low, high = (track.at(value) for value in row.interval)
    at = track.at(row.weight)
    tint = look.tint(color, theme.paper, _TINT)
    items: list[Item] = [
        polyline([(track.at(track.low), y), (track.at(track.high), y)], theme.rule, look.HAIRLINE),
        rectangle(Box(low, y - _BAR / 2, high, y + _BAR / 2), fill=tint, name=f"interval-{place}"),
        *symbols.marker("circle", at, y, look.MARK, color, name=f"weight-{place}"),
    ]
    value = setter.line(own.fixed(row.weight, 3), look.VALUE if row.driver else look.LABEL)
    return [*items, *centred(value, track.left + track.width + 8, y, color, name=f"value-{place}")]


def _both_sides(
    row: DriverRow, place: int, track: _Track, y: float, setter: Typesetter, theme: Theme, own: DriverWords
) -> list[Item]:
    """Penalty above and reward below, bars from nothing; a basic's and a delighter's larger side in full colour."""
    zero = track.at(0.0)
    if row.penalty is None or row.reward is None:
        none = setter.line("–", look.LABEL)
        return [*centred(none, zero, y, theme.muted, align="center", name=f"none-{place}")]
    items: list[Item] = [polyline([(zero, y - LEAST / 2 + 2), (zero, y + LEAST / 2 - 2)], theme.rule, look.HAIRLINE)]
    sides = ((row.penalty, theme.short, "basic", -1), (row.reward, theme.good, "delighter", 1))
    for value, color, kind, way in sides:
        middle = y + way * (_BAR / 2 + 1)
        fill = color if row.kind == kind else look.tint(color, theme.paper, 0.45)
        left, right = sorted((zero, track.at(value)))
        name = "penalty" if way < 0 else "reward"
        items.append(
            rectangle(Box(left, middle - _BAR / 2, max(right, left + 0.1), middle + _BAR / 2), fill=fill,
                      name=f"{name}-{place}")
        )  # fmt: skip
        text = setter.line(describe.signed(value, own), look.VALUE if row.kind == kind else look.LABEL)
        at = left - 5 - text.width if way < 0 else right + 5  # on a side of its own, whatever the sign
        items += centred(text, at, middle, theme.ink, name=f"{name}-value-{place}")
    return items
