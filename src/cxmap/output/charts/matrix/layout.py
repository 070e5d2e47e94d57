"""The page of the priority matrix: a square panel for each persona, and what each ranking starts with."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.matrix import MatrixWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.matrix import axes, curves, describe, key, plane, points, side
from cxmap.output.charts.matrix.plane import Plane
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Labels, around, parted
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page
from cxmap.output.drawing.scene import Box, Item, Shape, Words, block, polygon, polyline
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cxmap.output.charts.matrix.plane import AxisRange
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Series

_WIDTHS = (SLIDE_WIDTH, 1120.0)  # of the page, until every name finds a place
_WIDEST = (1280.0,)  # with small panels, where only letters stand
_COLUMNS = (1, 2, 3, 2, 3, 3, 3, 3, 3, 4, 4, 4)  # panels in a row, by how many there are
_NAMES_TOGETHER = 2  # a point of more touchpoints than this has letters for their names
_SIDE = 300.0  # of a panel: at least, where it holds names
_SMALLEST = 150.0  # of any panel
_LIST = 200.0  # the least width of a list beside a panel
_BETWEEN = 18.0
_HEADING = 16.0
_CLEAR = 1.5  # from a curve to text

_Label = tuple[int, int]
"""A persona and a touchpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panels(Page):
    """The page of one try, and what all its panels need."""

    view: MatrixView
    lettered: frozenset[_Label]
    words: ChartWords
    own: MatrixWords
    shown: tuple[AxisRange, AxisRange]

    @property
    def letters(self) -> dict[int, str]:
        """Letters by touchpoint."""
        places = sorted({place for _, place in self.lettered})
        return {place: say.letter(i) for i, place in enumerate(places)}

    @property
    def columns(self) -> int:
        """How many panels are side by side."""
        return _COLUMNS[min(len(self.view.personas), len(_COLUMNS)) - 1]

    @property
    def column(self) -> float:
        """The width that a panel has, with its axis."""
        return (self.inner - (self.columns - 1) * _BETWEEN) / self.columns

    def series(self, persona: int) -> Series:
        """How a persona's points look: up to four have a colour of their own, as on every chart."""
        every = self.theme.series
        return every[persona] if len(self.view.personas) <= len(every) else every[0]


def layout(view: MatrixView, options: ChartOptions) -> Scene:
    """The priority matrix as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own, shown = MatrixWords(words.lang), plane.ranges(view)
    small = len(view.personas) > _COLUMNS[1]
    widths = (options.width * 72,) if options.width else _WIDEST if small else _WIDTHS
    lettered = _lettered(view, small=small)
    for width in itertools.chain(widths, itertools.repeat(widths[-1])):
        page = _Panels(
            options=options, lang=words.lang, what="matrix", title=options.title or view.title, width=width,
            view=view, lettered=lettered, words=words, own=own, shown=shown,
        )  # fmt: skip
        made, without = _compose(page, small=small)
        if not without - lettered:
            return made
        if width == widths[-1]:  # on the largest page, letters for those that still found no place
            lettered |= without
    raise AssertionError  # pragma: no cover - each turn on the largest page has more letters


def _lettered(view: MatrixView, *, small: bool) -> frozenset[_Label]:
    """The labels that are a letter: those that neither rank first nor are decisive, and names too long.

    In small panels what ranks first has its number, and is named below.
    """
    found: set[_Label] = set()
    setter = Typesetter()
    for persona in range(len(view.personas)):
        of = view.of(persona)
        labelled = points.labelled(of)
        with_label = [point for point in of if point.touchpoint in labelled]
        sharing = Counter(map(view.place, with_label))
        for point in with_label:
            title = view.touchpoints[point.touchpoint]
            named = point.is_first or (point.moment_of_truth and not small)
            heaped = sharing[view.place(point)] > _NAMES_TOGETHER
            fitted = setter.fit(title, look.LABEL, width=points.NAME_WIDTH, lines=points.NAME_LINES)
            if not named or (not small and (heaped or fitted.shortened)):
                found.add((persona, point.touchpoint))
    return frozenset(found)


def _compose(page: _Panels, *, small: bool) -> tuple[Scene, frozenset[_Label]]:
    """The page with letters in place of some names; and the labels that found no place."""
    view = page.view
    head, top = page.head(describe.subtitle(view, page.words, page.own))
    foot = page.foot(
        key.entries(view, page.shown, page.theme, page.words, page.own),
        describe.notes(view, page.shown, page.words, page.own),
    )
    arrange = _one if len(view.personas) == 1 else _several
    boxes, lists, height = arrange(page, top, top + 4 + foot.height, small=small)
    items: list[Item] = [*head]
    without: set[_Label] = set()
    for persona, box in enumerate(boxes):
        drawn, left = _panel(page, persona, box, small=small)
        items += drawn
        without |= {(persona, place) for place in left}
    items += lists
    made = page.scene(items, foot, height, describe.alt(view, page.words, page.own, page.title))
    return made, frozenset(without)


def _one(page: _Panels, top: float, fixed: float, *, small: bool) -> tuple[list[Box], list[Item], float]:  # noqa: ARG001 - as _several
    """One panel, as high as the page lets it be, with the lists beside it."""
    around = axes.ROUND + axes.BELOW
    wide = axes.LEFT + 2 * axes.ROUND
    room = page.inner - wide - _BETWEEN - _LIST
    titles = Strip(0.0, lambda _: [])
    height = page.height(fixed + around + min(_SIDE, room))
    edge = min(height - fixed - around, room)
    if edge < _SMALLEST:
        raise page.too_narrow(page.width + _SMALLEST - edge)
    left = look.MARGIN + wide + edge + _BETWEEN
    beside = [_first(page, 0, left, page.width - look.MARGIN - left)]
    beside.append(_titles(page, left, page.width - look.MARGIN - left))
    if sum(part.height for part in beside) > edge + around:  # long titles have the whole width below
        titles = _titles(page, look.MARGIN, page.inner)
        beside.pop()
    body = max(edge + around, beside[0].height)
    height = max(height, page.height(fixed + body + titles.height))
    box = Box(look.MARGIN + axes.LEFT, top + axes.ROUND, look.MARGIN + axes.LEFT + edge, top + axes.ROUND + edge)
    return [box], [*_stacked(beside, top), *titles.draw(top + body)], height


def _several(page: _Panels, top: float, fixed: float, *, small: bool) -> tuple[list[Box], list[Item], float]:
    """Panels in rows; below each small one its list, and at the end what the letters stand for."""
    view, columns = page.view, page.columns
    edge = page.column - axes.LEFT - 2 * axes.ROUND
    if edge < _SMALLEST:
        raise page.too_narrow(page.width + (_SMALLEST - edge) * columns)
    lefts = [look.MARGIN + i % columns * (page.column + _BETWEEN) for i in range(len(view.personas))]
    lists = [_first(page, i, left, page.column - _BETWEEN) if small else None for i, left in enumerate(lefts)]
    headings = [
        page.setter.fit(persona.name, look.STRONG, width=page.column - axes.LEFT, lines=12) for persona in view.personas
    ]
    titles = _titles(page, look.MARGIN, page.inner)
    rows = [range(i, min(i + columns, len(lefts))) for i in range(0, len(lefts), columns)]
    above = [max(headings[i].height for i in row) + axes.ROUND for row in rows]
    below = [axes.BELOW + max((part.height for i in row if (part := lists[i])), default=0.0) + 8 for row in rows]
    texts = fixed + sum(above) + sum(below) + titles.height
    if page.options.height:
        edge = min(edge, (page.height(texts + _SMALLEST * len(rows)) - texts) / len(rows))
    height = page.height(texts + edge * len(rows))
    boxes: list[Box] = []
    items: list[Item] = []
    for row, high, low in zip(rows, above, below, strict=True):
        for i in row:
            left = lefts[i] + axes.LEFT
            items += block(headings[i], left, top, page.theme.ink, name="panel-name")
            boxes.append(Box(left, top + high, left + edge, top + high + edge))
            if part := lists[i]:
                items += part.draw(top + high + edge + axes.BELOW)
        top += high + edge + low
    items += titles.draw(top)
    return boxes, items, height


def _first(page: _Panels, persona: int, left: float, width: float) -> Strip:
    return side.first(page.view, persona, left, width, page.setter, page.words, page.own, page.theme)


def _titles(page: _Panels, left: float, width: float) -> Strip:
    # On a slide one panel leaves room for all of its text to be large; of several at least the names are.
    larger = page.options.slide and len(page.view.personas) > 1
    style = look.LABEL if larger else look.SMALL
    return side.titles(page.view, page.letters, left, width, page.setter, page.theme, style)


def _stacked(parts: Sequence[Strip], top: float) -> list[Item]:
    items: list[Item] = []
    for part in parts:
        items += part.draw(top)
        top += part.height
    return items


def _panel(page: _Panels, persona: int, box: Box, *, small: bool) -> tuple[list[Item], tuple[int, ...]]:
    view, theme, setter = page.view, page.theme, page.setter
    drawn = Plane(box, *page.shown)
    about = view.personas[persona]
    corners = axes.corners(drawn, setter, page.own, theme) if about.crosshair else []
    labels = Labels(box.grown(-2))
    labels.keep_off(corners)
    cross = axes.crosshair(drawn, view, about, setter, page.words, theme)
    for tick in cross:
        if isinstance(tick, Shape):
            labels.text(around((point[0], point[1]) for _, point in tick.segments))
    ground: list[Item] = []
    if about.last_first is not None and (region := curves.region(view, drawn, about.last_first)):
        ground.append(polygon(region, fill=look.tint(theme.short, theme.paper), name=f"first-five-{persona}"))
    scales = axes.upward(drawn, view, setter, page.words, page.own, theme)
    scales += axes.sideways(drawn, view, setter, page.words, page.own, theme)

    of = view.of(persona)
    groups = points.grouped(view, persona)
    with_label = points.labelled(of)
    marks = points.draw(drawn, groups, with_label, page.series(persona), theme, labels)
    names, short = _names(page, persona, with_label, small=small)
    crowded = len(with_label) < len({point.touchpoint for point in of})
    # In a crowd the counts of dots must not take the places of what ranks first.
    counts = [] if crowded else points.counts(drawn, groups, theme, setter, labels)
    named = points.name_all(drawn, groups, names, short, theme, setter, labels)
    if crowded:
        counts = points.counts(drawn, groups, theme, setter, labels)
    levels, figures = axes.levels(drawn, view, setter, page.words, theme, labels)
    texts = [*corners, *figures, *counts, *named.items]
    taken = [item.box.grown(_CLEAR) for item in texts if isinstance(item, Words)]
    parts = (part for level in levels for part in parted(level, taken))
    lines = [polyline(part, theme.rule, axes.CURVE, name="level") for part in parts]
    return [*ground, axes.frame(drawn, theme), *lines, *cross, *scales, *marks, *texts], named.without


def _names(page: _Panels, persona: int, with_label: Collection[int], *, small: bool) -> tuple[dict[int, str], set[int]]:
    """What stands beside the points of a panel, by touchpoint; and which of it is short."""
    names: dict[int, str] = {}
    short: set[int] = set()
    for point in page.view.of(persona):
        place = point.touchpoint
        if place in with_label:
            lettered, numbered = (persona, place) in page.lettered, small and point.is_first
            names[place] = "" if numbered else page.letters[place] if lettered else page.view.touchpoints[place]
            if lettered or numbered:
                short.add(place)
    return names, short
