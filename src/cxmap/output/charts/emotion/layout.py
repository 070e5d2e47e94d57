"""The page of an emotional journey: title, bands of stages with plot and rows, key and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import grid
from cxmap.output.charts.emotion import describe, key, pair, plot, rows
from cxmap.output.charts.grid import Band, Columns, RowTable, Strip
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page, explaining

if TYPE_CHECKING:
    from cxmap.output.charts.emotion.plot import Groups
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_GUTTER = 96.0  # left of the columns: the scale in words, the labels of rows
_AROUND = 2 * look.MARGIN + _GUTTER  # of a page's width, what is not for columns
_NARROWEST = 46.0  # a column
_PLOT = 140.0  # the least height of a plot
_SMALL_PLOT = 118.0  # the same where each persona has one
_NAME_APART = 6.0  # between the heads of stages and the name above a panel
_BETWEEN_BANDS = 14.0
_ONE_BAND = (SLIDE_WIDTH, 1120.0, 1280.0)  # the widths of pages for longer and longer journeys
_SEVERAL_BANDS = (1280.0, 1600.0, 1920.0)
_BAND_HEIGHT = 380.0  # about, to choose among them


@dataclass(frozen=True, slots=True)
class _Part:
    """One band of the page: everything but its plot is fitted."""

    band: Band
    table: RowTable
    heads: Strip
    rows: list[Strip]

    @property
    def height(self) -> float:
        """Of all but the plot."""
        return self.heads.height + _NAME_APART + grid.stack_height(self.rows)


def layout(view: EmotionView, options: ChartOptions) -> Scene:
    """The emotional journey as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    if len(view.lines) == 2:
        return pair.layout(view, options)
    words = ChartWords(options.lang or view.lang)
    theme = look.THEMES[options.theme]
    groups = plot.multiples(view, theme)
    page, column, bands = _columns(view, options)
    head, top = page.head(describe.subtitle(view, words))
    parts = [_part(view, band, column, groups, page.setter, theme, words) for band in bands]
    at_points = plot.marks_importance(view, groups)
    notes = list(describe.notes(view, words, options.curve))
    entries = key.entries(view, theme, words, alone=True, at_points=at_points)
    foot = page.foot(entries, notes)
    fixed = top + sum(part.height + _BETWEEN_BANDS for part in parts) + foot.height
    least = _SMALL_PLOT * len(groups) if len(groups) > 1 else _PLOT
    height = page.height(fixed + len(parts) * least)
    each = (height - fixed) / len(parts)

    items: list[Item] = [*head]
    for part in parts:
        items += _draw(part, view, groups, options, top, each, words)
        top += part.height + each + _BETWEEN_BANDS
    foot = page.foot(explaining(entries, items), notes)
    return page.scene(items, foot, height, describe.alt(view, words, page.title))


def _columns(view: EmotionView, options: ChartOptions) -> tuple[Page, float, list[Band]]:
    """The page, the width of a column, and the bands.

    The page grows with the journey: in one band as long as that can be read, then in several on a wider page, so that
    it stays about as wide as a slide is to its height.
    """
    sizes = [len(stage.touchpoints) for stage in view.stages]
    single, several = ((options.width * 72,),) * 2 if options.width else (_ONE_BAND, _SEVERAL_BANDS)
    fitting = [width for width in single if sum(sizes) <= _most_columns(width)]
    if fitting:
        width, bands = fitting[0], grid.bands(sizes, sum(sizes))
    else:
        width, bands = grid.wrapped(sizes, several, _most_columns, _BAND_HEIGHT)
    page = Page.asked(options, view.lang, "journey", view.title, width=width, narrowest=_AROUND + _NARROWEST)
    return page, _room(width) / max(band.count for band in bands), bands


def _room(width: float) -> float:
    """What a page leaves for columns."""
    return width - _AROUND


def _most_columns(width: float) -> int:
    return int(_room(width) / _NARROWEST)


def _part(
    view: EmotionView, band: Band, column: float, groups: Groups, setter: Typesetter, theme: Theme,
    words: ChartWords,
) -> _Part:  # fmt: skip
    columns = Columns(look.MARGIN + _GUTTER, column, band.first, band.end)
    table = RowTable(setter, columns, look.MARGIN, _GUTTER - 10, theme)
    titles = grid.stage_titles([stage.title for stage in view.stages], band, words.continued)
    goals = ["" if span.continued else view.stages[span.stage].goal for span in band.spans]
    series = [kind for _, kind in groups[0]] if len(groups) == 1 else []
    return _Part(
        band,
        table,
        grid.stage_heads(table, band, titles, goals),
        rows.strips(view, table, words, series, bars=not plot.marks_importance(view, groups)),
    )


def _draw(
    part: _Part, view: EmotionView, groups: Groups, options: ChartOptions, top: float,
    height: float, words: ChartWords,
) -> list[Item]:  # fmt: skip
    """One band at its place: ground, stages, plots, rows."""
    table = part.table
    plot_top = top + part.heads.height + (_NAME_APART if len(groups) > 1 else 0)
    bottom = plot_top + height + grid.stack_height(part.rows)
    items = grid.ground(table, part.band, top, bottom)
    items += part.heads.draw(top)
    items += plot.draw(view, groups, table, plot_top, height, 0.0, options.curve, words)
    items += grid.stack(table, part.rows, plot_top + height)
    return items
