"""The map as a sheet: which rows it has, and the emotional journey drawn through it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.choices import MAP_ROWS
from cxmap.i18n.charts import ChartWords, SheetWords
from cxmap.output.charts.emotion import describe, key, plot
from cxmap.output.charts.emotion import rows as emotion_rows
from cxmap.output.charts.map import canvas, rows
from cxmap.output.charts.sheet import cells, notes, page
from cxmap.output.charts.sheet.notes import Lane
from cxmap.output.drawing.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.output.charts.grid import Strip
    from cxmap.output.charts.map.views import MapView
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.page import Entry
    from cxmap.output.drawing.scene import Item, Scene
    from cxmap.output.drawing.theme import Theme

_PLOT = 130.0  # the least height of the plot, where headings have the usual size
_SMALL_PLOT = 104.0  # the same where each persona has one
_ENDS = 92.0  # right of the columns: names at the lines' ends
_PLOT_GROWS = 6.0  # its part of the height that is left over, where a row of text has 1


def layout(view: MapView, options: ChartOptions) -> Scene:
    """The map as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    emotion = canvas.emptied(view.emotion) if options.blank else view.emotion
    theme = THEMES[options.theme]
    words = ChartWords(options.lang or emotion.lang)
    sheet = SheetWords(words.lang)
    names = options.rows or MAP_ROWS
    kind = sheet.canvas_of if options.blank else sheet.map_of
    title = options.title or emotion.title
    way = [form.format(text) for form, text in ((sheet.starts, view.starts_with), (sheet.ends, view.ends_with)) if text]
    plotted = "feeling" in names and not options.blank and emotion.is_scored
    return page.layout(
        page.SheetPage(
            view=emotion,
            title=title,
            subtitle="  ·  ".join([describe.subtitle(emotion, words, kind), *way]),
            alt=(canvas.alt if options.blank else describe.alt)(emotion, words, title, kind),
            ends=_ENDS if plotted and 1 < len(emotion.lines) <= plot.IN_ONE_PANEL else 0.0,
            lanes=partial(canvas.lanes, names=names) if options.blank else partial(_lanes, view, names, options),
            entries=() if options.blank else list(_entries(emotion, theme, options, plotted=plotted)),
            notes=() if options.blank else list(describe.notes(emotion, words, options.curve)),
        ),
        options,
    )


def _entries(view: EmotionView, theme: Theme, options: ChartOptions, *, plotted: bool) -> Iterator[Entry]:
    """Who is who, where several are; and the marks of the emotional journey, where it is shown."""
    words = ChartWords(options.lang or view.lang)
    yield from cells.personas(view, theme)
    if plotted:
        groups = plot.grouped(view, theme)
        at_points = plot.marks_importance(view, groups)
        yield from key.entries(view, theme, words, alone=all(len(g) == 1 for g in groups), at_points=at_points)


def _lanes(view: MapView, names: Sequence[str], options: ChartOptions, context: Context) -> list[Lane]:
    """The rows of one band; empty ones are skipped."""
    titles = {(place, place + 1): cells.title(view.steps[place], place, context) for place in context.band.range}
    found: list[Lane | None] = []
    if "goal" in names:
        found.append(_row(view, "goal", context))
    found.append(notes.lane(context.table, cells.setting(context), "touchpoint", context.sheet.touchpoint, titles))
    for name in names:
        if name != "goal":
            found.append(_row(view, name, context))
        if name == "feeling":
            found += _emotion(view.emotion, options, context)
    return [lane for lane in found if lane is not None]


def _row(view: MapView, name: str, context: Context) -> Lane | None:
    if name == "channel":
        return cells.channel_lane(view.steps, context)
    below = rows.totals(view, context) if name == "time" else []
    lane = notes.lane(
        context.table,
        cells.setting(context),
        name,
        context.sheet.rows[name],
        rows.cells(view, name, context),
        below=below,
        joined=name == "owner",
    )
    return replace(lane, wide=True) if lane and name == "goal" else lane


def _emotion(view: EmotionView, options: ChartOptions, context: Context) -> Iterator[Lane]:
    """The emotional journey: the plot, and below it what the points have no room for."""
    if not view.is_scored:
        return
    groups = plot.grouped(view, context.theme)

    least = _PLOT * context.scale if len(groups) == 1 else _SMALL_PLOT * len(groups)

    def draw(top: float, height: float) -> Sequence[Item]:
        return plot.draw(view, groups, context.table, top, height, context.ends, options.curve, context.words)

    yield Lane(least * context.density.plot, draw, grows=_PLOT_GROWS)
    series = [kind for _, kind in groups[0]] if len(groups) == 1 else []
    if len(series) > 1:
        for line, kind in zip(view.lines, series, strict=True):
            yield _as_lane(emotion_rows.scores(context.table, line, view.scale, kind, context.words))
    if not plot.marks_importance(view, groups):
        bars = emotion_rows.importance(view, context.table, context.words, series)
        if bars is not None:
            yield _as_lane(bars)


def _as_lane(strip: Strip) -> Lane:
    return Lane(strip.height, lambda top, _height: strip.draw(top), grows=0.0)
