"""The page of the priority matrix: one panel with all personas, or one each where there are many."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords, MatrixWords
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.matrix import axes, describe, key, plane, points, side
from cxmap.output.charts.matrix.plane import Plane
from cxmap.output.drawing import page as frame
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Labels
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.scene import Box, Item, Scene, block
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.matrix.plane import AxisRange
    from cxmap.output.charts.matrix.view import MatrixPersona, MatrixView
    from cxmap.output.drawing.theme import Theme

_WIDTHS = (SLIDE_WIDTH, 1120.0, 1280.0)  # of the page, until every name finds a place
_NAMES_TOGETHER = 2  # a point of more touchpoints than this has letters for their names
_PANEL = 250.0  # the least height of a panel
_SMALL_PANEL = 190.0  # the same where each persona has one
_NARROWEST = 220.0  # the least width of a panel
_IN_A_ROW = 3
_BETWEEN = 18.0
_LETTER_COLUMN = 210.0
_LETTER = 20.0  # the width kept for a letter before its title


@dataclass(frozen=True, slots=True)
class _Page:
    """What all parts of one try at the page need."""

    view: MatrixView
    setter: Typesetter
    theme: Theme
    words: ChartWords
    own: MatrixWords
    shown: tuple[AxisRange, AxisRange]
    width: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * look.MARGIN


def layout(view: MatrixView, options: ChartOptions) -> Scene:
    """The priority matrix as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = MatrixWords(words.lang)
    title = options.title or view.title
    crowded = len(view.panels) > 1
    widths = (options.width * 72,) if options.width else _WIDTHS[-1:] if crowded else _WIDTHS
    lettered = _lettered(view, crowded=crowded)
    for width in widths:
        page = _Page(view, Typesetter(), THEMES[options.theme], words, own, plane.ranges(view), width)
        made, without = _compose(page, title, options, lettered)
        if not without:
            return made
    while not set(without) <= set(lettered):  # on the largest page, letters for those that still found no place
        lettered = tuple(sorted({*lettered, *without}))
        page = _Page(view, Typesetter(), THEMES[options.theme], words, own, plane.ranges(view), width)
        made, without = _compose(page, title, options, lettered)
    return made


def _lettered(view: MatrixView, *, crowded: bool) -> tuple[int, ...]:
    """The touchpoints that have a letter: all in small panels, else those that neither rank first nor are decisive."""
    with_label = [shown[i] for shown in map(view.shown_in, view.panels) for i in points.labelled(shown)]
    if crowded:
        return tuple(sorted({point.touchpoint for point in with_label}))
    sharing = Counter(point.place for point in with_label)
    named = {point.touchpoint for point in with_label if points.is_first(point) or point.moment_of_truth}
    heaped = {point.touchpoint for point in with_label if sharing[point.place] > _NAMES_TOGETHER}
    return tuple(sorted({point.touchpoint for point in with_label} - named | heaped))


def _compose(page: _Page, title: str, options: ChartOptions, lettered: Sequence[int]) -> tuple[Scene, tuple[int, ...]]:
    """The page with letters in place of these touchpoints' names; and the touchpoints that found no place."""
    view, theme, setter = page.view, page.theme, page.setter
    subtitle = describe.subtitle(view, page.words, page.own)
    head, top = frame.header(setter, title, subtitle, look.MARGIN, look.MARGIN - 4, page.inner, theme)
    top += 10
    alone = len(view.panels) == 1
    listed = (
        side.first(view, page.width - look.MARGIN - side.WIDTH, setter, page.words, page.own, theme) if alone else None
    )
    letters = {place: _letter(i) for i, place in enumerate(lettered)}
    titles = _titles(page, letters)
    foot = frame.footer(
        setter,
        key.entries(view, setter, theme, page.words, page.own, markers=alone and len(view.personas) > 1),
        describe.notes(view, page.shown, page.words, page.own),
        page.inner,
        theme,
    )
    rows = 1 if alone else math.ceil(len(view.personas) / _IN_A_ROW)
    least = max(rows * (_PANEL if alone else _SMALL_PANEL), listed.height if listed else 0.0)
    fixed = top + titles.height + foot.height + look.MARGIN - 2
    height = _height(options, page.width, fixed, least)
    bottom = height - fixed + top
    items: list[Item] = [*head]
    body = Box(look.MARGIN, top, page.width - look.MARGIN - (side.WIDTH + _BETWEEN if listed else 0.0), bottom)
    without: tuple[int, ...] = ()
    names = {place: letters.get(place, text) for place, text in enumerate(view.touchpoints)}
    for box, personas, heading in _panels(page, body, alone=alone):
        drawn, left = _panel(page, box, personas, names, heading=heading)
        items += drawn
        without += left
    if listed:
        items += listed.draw(top)
    items += titles.draw(bottom + 4)
    items += foot.draw(bottom + 4 + titles.height)
    made = Scene.set_by(
        setter,
        items,
        width=page.width,
        height=height,
        paper=theme.paper,
        title=title,
        alt=describe.alt(view, page.words, page.own, title),
        lang=page.words.lang,
    )
    return made, without


def _height(options: ChartOptions, width: float, fixed: float, least: float) -> float:
    if options.height is None:
        return max(width * SLIDE_HEIGHT / SLIDE_WIDTH, fixed + least)
    if fixed + least > options.height * 72:
        raise ChartError(
            f"a page {options.height:g} inches high is too low: "
            f"this matrix takes {(fixed + least) / 72:.1f} at this width"
        )
    return options.height * 72


def _panels(page: _Page, body: Box, *, alone: bool) -> list[tuple[Box, range, bool]]:
    """The panels' frames, the personas in each, and whether it has a name above."""
    panels = page.view.panels
    in_a_row = min(_IN_A_ROW, len(panels))
    rows = math.ceil(len(panels) / in_a_row)
    wide, high = body.width / in_a_row, body.height / rows
    above = axes.ROUND + (0.0 if alone else 14.0)
    if wide - axes.LEFT - 2 * axes.ROUND < _NARROWEST * (1.0 if alone else 0.7):
        needed = (page.width + (_NARROWEST + axes.LEFT + 2 * axes.ROUND - wide) * in_a_row) / 72
        raise ChartError(f"a page {page.width / 72:g} inches wide is too narrow: it takes {needed:.1f} at least")
    found = []
    for i, personas in enumerate(panels):
        left, top = body.left + (i % in_a_row) * wide, body.top + (i // in_a_row) * high
        box = Box(left + axes.LEFT, top + above, left + wide - 2 * axes.ROUND, top + high - axes.BELOW)
        found.append((box, personas, not alone))
    return found


def _panel(
    page: _Page, box: Box, personas: range, names: dict[int, str], *, heading: bool
) -> tuple[list[Item], tuple[int, ...]]:
    view, theme, setter = page.view, page.theme, page.setter
    drawn = Plane(box, *page.shown)
    crossings = [
        (cross, theme.series[i % len(theme.series)])
        for i, cross in enumerate(persona.crosshair for persona in view.personas)
        if cross and i in personas
    ]
    ground = axes.ground(drawn, crossings, theme)
    lines = axes.across(drawn, view, crossings, theme)
    frame_words = axes.corners(drawn, setter, page.own, theme) if crossings else []
    frame_words += axes.upward(drawn, view, setter, page.words, page.own, theme)
    frame_words += axes.sideways(drawn, view, setter, page.words, page.own, theme)
    frame_words += axes.crossing_values(drawn, view, crossings, setter, page.words, theme)
    if heading:
        frame_words += _heading(view.personas[personas[0]], box, setter, theme)
    labels = Labels(box.grown(-2))
    labels.keep_off([*lines, *frame_words])
    shown = view.shown_in(personas)
    with_label = points.labelled(shown)
    markers, spots = points.draw(drawn, shown, with_label, theme, labels)
    crowded = len(with_label) < len(shown)  # there the counts of dots must not take the places of what ranks first
    counts = [] if crowded else points.counts(shown, spots, theme, setter, labels)
    named = points.name_all(shown, spots, with_label, names, theme, setter, labels)
    if crowded:
        counts = points.counts(shown, spots, theme, setter, labels)
    return [*ground, *lines, *frame_words, *markers, *counts, *named.items], named.without


def _heading(persona: MatrixPersona, box: Box, setter: Typesetter, theme: Theme) -> list[Item]:
    name = setter.line(persona.name, look.STRONG, box.width)
    return list(block(name, box.left, box.top - axes.ROUND - 14, theme.ink, name="panel-name"))


def _letter(index: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)


def _titles(page: _Page, letters: dict[int, str]) -> Strip:
    """What the letters stand for, in columns below the panel."""
    if not letters:
        return Strip(0.0, lambda _: [])
    count = max(1, int(page.inner / _LETTER_COLUMN))
    wide = page.inner / count
    setter, theme = page.setter, page.theme
    texts = [
        (
            setter.line(letter, look.SMALL_STRONG),
            setter.fit(page.view.touchpoints[place], look.SMALL, width=wide - _LETTER - 8, lines=2),
        )
        for place, letter in letters.items()
    ]
    per_column = math.ceil(len(texts) / count)
    columns = [texts[i * per_column : (i + 1) * per_column] for i in range(count)]
    height = max(sum(max(letter.height, text.height) for letter, text in column) for column in columns) + 8

    def draw(top: float) -> list[Item]:
        items: list[Item] = []
        for i, column in enumerate(columns):
            below, left = top + 2, look.MARGIN + i * wide
            for letter, text in column:
                items += block(letter, left, below, theme.ink, name="letter")
                items += block(text, left + _LETTER, below, theme.ink, name="letter-title")
                below += max(letter.height, text.height)
        return items

    return Strip(height, draw)
