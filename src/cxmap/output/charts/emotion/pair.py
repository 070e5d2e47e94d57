"""The page of two personas: one plot with most of the room, and under it what explains it, without a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import grid
from cxmap.output.charts.emotion import course, describe, lanes, pair_rows, style, together
from cxmap.output.charts.emotion.plane import Plane
from cxmap.output.charts.grid import Band, Columns, RowTable, Strip
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH
from cxmap.output.drawing.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.page import Footer
    from cxmap.output.drawing.scene import Item, Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_GUTTER = 126.0  # left of the columns: the scale, and the names of rows and channels
_ENDS = 96.0  # right of them: who is who
_AROUND = 2 * look.MARGIN + _GUTTER + _ENDS  # of a page's width, what is not for columns
_NARROWEST = 46.0  # a column
_LEAST = 150.0  # a plot
_MOST = 460.0  # and no plot is made higher than this for its share of the page
_SHARE = 0.4  # of the page's height that plots have
_BETWEEN_BANDS = 16.0
_FOOT_APART = 10.0  # between the last band and the notes
_ONE_BAND = (SLIDE_WIDTH, 1040.0, 1120.0, 1200.0)
_SEVERAL_BANDS = (1280.0, 1600.0, 1920.0)
_BAND_HEIGHT = 640.0  # about, to choose among them


@dataclass(frozen=True, slots=True)
class _Part:
    """One band of the page: everything but its plot is fitted."""

    band: Band
    table: RowTable
    heads: Strip
    rows: list[Strip]

    @property
    def height(self) -> float:
        """Of all but the plot, from one end of its scale to the other."""
        around = pair_rows.MOMENTS + together.ABOVE + together.BELOW
        return self.heads.height + around + grid.stack_height(self.rows)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A page of one width, fitted."""

    page: Page
    head: list[Item]
    top: float
    parts: list[_Part]
    foot: Footer

    @property
    def fixed(self) -> float:
        """The height of all but the plots."""
        bands = sum(part.height + _BETWEEN_BANDS for part in self.parts)
        return self.top + bands - _BETWEEN_BANDS + _FOOT_APART + self.foot.height

    @property
    def least(self) -> float:
        """The least height of all plots together, so that they have their share of the page."""
        share = self.fixed * _SHARE / (1 - _SHARE)
        return min(max(share, _LEAST * len(self.parts)), _MOST * len(self.parts))

    @property
    def is_slide(self) -> bool:
        """Whether it needs no more height than a slide of its width has."""
        return self.fixed + self.least <= self.page.width * SLIDE_HEIGHT / SLIDE_WIDTH


def layout(view: EmotionView, options: ChartOptions) -> Scene:
    """The emotional journey of two personas as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    fitted = _fitted(view, options, words)
    page, bands = fitted.page, len(fitted.parts)
    height = page.height(fitted.fixed + (_LEAST * bands if options.height else fitted.least))
    each = (height - fitted.fixed) / bands
    items: list[Item] = [*fitted.head]
    top = fitted.top
    for part in fitted.parts:
        items += _band(part, view, options, top, each, words)
        top += part.height + each + _BETWEEN_BANDS
    shown = any(item.name.startswith("interval-") for item in items)
    foot = page.foot([], _notes(view, words, options, intervals=shown), style.PLAIN)
    return page.scene(items, foot, height, describe.alt(view, words, page.title))


def _fitted(view: EmotionView, options: ChartOptions, words: ChartWords) -> _Fitted:
    """The narrowest page on which the plot has its share and that is no higher than a slide; else the widest."""
    sizes = [len(stage.touchpoints) for stage in view.stages]
    single, several = ((options.width * 72,),) * 2 if options.width else (_ONE_BAND, _SEVERAL_BANDS)
    wide = [width for width in single if sum(sizes) <= _most_columns(width)]
    for width in wide:
        made = _page(view, options, words, width, grid.bands(sizes, sum(sizes)))
        if made.is_slide or width == wide[-1]:
            return made
    return _page(view, options, words, *grid.wrapped(sizes, several, _most_columns, _BAND_HEIGHT))


def _room(width: float) -> float:
    """What a page leaves for columns."""
    return width - _AROUND


def _most_columns(width: float) -> int:
    return int(_room(width) / _NARROWEST)


def _page(view: EmotionView, options: ChartOptions, words: ChartWords, width: float, bands: Sequence[Band]) -> _Fitted:
    page = Page.asked(options, view.lang, "journey", view.title, width=width, narrowest=_AROUND + _NARROWEST)
    head, top = page.head(describe.subtitle(view, words))
    column = _room(width) / max(band.count for band in bands)
    parts = [_part(view, band, column, page.setter, page.theme, words) for band in bands]
    return _Fitted(page, head, top, parts, page.foot([], _notes(view, words, options), style.PLAIN))


def _part(view: EmotionView, band: Band, column: float, setter: Typesetter, theme: Theme, words: ChartWords) -> _Part:
    table = RowTable(
        setter, Columns(look.MARGIN + _GUTTER, column, band.first, band.end), look.MARGIN, _GUTTER - 10, theme
    )
    titles = grid.stage_titles([stage.title for stage in view.stages], band, words.continued)
    heads = grid.stage_heads(table, band, titles, [""] * len(titles), style.STAGE, style.SMALLEST)
    return _Part(band, table, heads, pair_rows.strips(view, table, words, lanes.strip(view, table, words)))


def _notes(view: EmotionView, words: ChartWords, options: ChartOptions, *, intervals: bool = True) -> Iterator[str]:
    """Where the scores come from and what is assumed; then in words what signs there are, in place of a key."""
    yield from describe.notes(view, words, options.curve)
    points = [point for line in view.lines for point in line.points if point]
    experiences = [point.experience for point in points if point.experience]
    handovers = [point.handover for point in points if point.handover]
    legs = [leg for line in view.lines for leg in course.experienced(view, line, "straight")]
    below = any(score.below for score in (*experiences, *(step.experience for step in handovers if step.experience)))
    said = [
        (intervals and any(score.interval for score in experiences), words.pale_bars),
        (below, words.red_outline),
        (any(step.loses for step in handovers), words.times_lost),
        (any(leg.breaks for leg in legs), words.breaks),
    ]
    yield " ".join(sentence for is_so, sentence in said if is_so)


def _band(
    part: _Part, view: EmotionView, options: ChartOptions, top: float, height: float, words: ChartWords
) -> list[Item]:
    """One band at its place: ground, stages, moments, plot, rows."""
    table = part.table
    moments = top + part.heads.height
    start = moments + pair_rows.MOMENTS + together.ABOVE
    below = start + height + together.BELOW
    plane = Plane(view, table, part.band, start, start + height, options.curve, words)
    return [
        *grid.ground(table, part.band, top, below + grid.stack_height(part.rows)),
        *part.heads.draw(top),
        *pair_rows.moments(view, table, moments, words),
        *together.draw(plane, _ENDS),
        *grid.stack(table, part.rows, below),
    ]
