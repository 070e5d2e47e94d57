"""The page of an emotional journey: title, bands of stages with plot and rows, key and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import grid
from cxmap.output.charts.emotion import describe, key, pair, plot, rows
from cxmap.output.charts.grid import Band, Columns, RowTable, Strip
from cxmap.output.drawing import page
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.scene import Item, Scene
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from cxmap.output.charts.emotion.plot import Groups
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.theme import Theme

_GUTTER = 96.0  # left of the columns: the scale in words, the labels of rows
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
    theme = THEMES[options.theme]
    setter = Typesetter()
    groups = plot.multiples(view, theme)
    width, column, bands = _columns(view, options)
    inner = width - 2 * look.MARGIN

    title = options.title or view.title
    head, top = page.header(setter, title, describe.subtitle(view, words), look.MARGIN, look.MARGIN - 4, inner, theme)
    parts = [_part(view, band, column, groups, setter, theme, words) for band in bands]
    at_points = plot.marks_importance(view, groups)
    notes = list(describe.notes(view, words, options.curve))
    foot = page.footer(setter, key.entries(view, theme, words, alone=True, at_points=at_points), notes, inner, theme)
    top += 16
    fixed = top + sum(part.height + _BETWEEN_BANDS for part in parts) + foot.height + look.MARGIN - 8
    least = _SMALL_PLOT * len(groups) if len(groups) > 1 else _PLOT
    height, each = _heights(options, width, fixed, len(parts), least)

    items: list[Item] = [*head]
    for part in parts:
        items += _draw(part, view, groups, options, top, each, words)
        top += part.height + each + _BETWEEN_BANDS
    shown = any(item.name.startswith("interval-") for item in items)
    entries = key.entries(view, theme, words, alone=True, at_points=at_points, intervals=shown)
    items += page.footer(setter, entries, notes, inner, theme).draw(top - 6)
    return Scene.set_by(
        setter,
        items,
        width=width,
        height=height,
        paper=theme.paper,
        title=title,
        alt=describe.alt(view, words, title),
        lang=words.lang,
    )


def _columns(view: EmotionView, options: ChartOptions) -> tuple[float, float, list[Band]]:
    """The width of the page, the width of a column, and the bands.

    The page grows with the journey: in one band as long as that can be read, then in several on a wider page, so that
    it stays about as wide as a slide is to its height.
    """
    sizes = [len(stage.touchpoints) for stage in view.stages]
    widths = (options.width * 72,) if options.width else _ONE_BAND
    for width in widths:
        if sum(sizes) <= _most_columns(width):
            return width, _room(width) / sum(sizes), grid.bands(sizes, sum(sizes))
    for width in widths if options.width else _SEVERAL_BANDS:
        most = _most_columns(width)
        if most < 1:
            needed = (width - _room(width) + _NARROWEST) / 72
            raise ChartError(f"a page {width / 72:g} inches wide is too narrow: it takes {needed:.1f} at least")
        bands = grid.bands(sizes, most)
        if len(bands) * _BAND_HEIGHT < width * 0.8:
            break
    return width, _room(width) / max(band.count for band in bands), bands


def _room(width: float) -> float:
    """What a page leaves for columns."""
    return width - 2 * look.MARGIN - _GUTTER


def _most_columns(width: float) -> int:
    return int(_room(width) / _NARROWEST)


def _part(
    view: EmotionView, band: Band, column: float, groups: Groups, setter: Typesetter, theme: Theme,
    words: ChartWords,
) -> _Part:  # fmt: skip
    columns = Columns(look.MARGIN + _GUTTER, column, band.first, band.end)
    table = RowTable(setter, columns, look.MARGIN, _GUTTER - 10, theme)
    stages = [view.stages[span.stage] for span in band.spans]
    titles = [
        words.continued.format(stage.title) if span.continued else stage.title
        for stage, span in zip(stages, band.spans, strict=True)
    ]
    goals = ["" if span.continued else stage.goal for stage, span in zip(stages, band.spans, strict=True)]
    series = [kind for _, kind in groups[0]] if len(groups) == 1 else []
    return _Part(
        band,
        table,
        grid.stage_heads(table, band, titles, goals),
        rows.strips(view, table, words, series, bars=not plot.marks_importance(view, groups)),
    )


def _heights(options: ChartOptions, width: float, fixed: float, bands: int, least: float) -> tuple[float, float]:
    """The height of the page, and of the plots in each band, which fill what is left."""
    if options.height is None:
        height = max(width * SLIDE_HEIGHT / SLIDE_WIDTH, fixed + bands * least)
    else:
        height = options.height * 72
        if fixed + bands * least > height:
            raise ChartError(
                f"a page {options.height:g} inches high is too low: "
                f"this journey takes {(fixed + bands * least) / 72:.1f} at this width"
            )
    return height, (height - fixed) / bands


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
