"""The map as a sheet: which rows it has, and the emotional journey drawn through it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.choices import MAP_ROWS
from cxmap.i18n.charts import ChartWords
from cxmap.i18n.sheets import SheetWords
from cxmap.output.charts import grid
from cxmap.output.charts.emotion import describe, key, plot
from cxmap.output.charts.emotion import rows as emotion_rows
from cxmap.output.charts.map import canvas, rows
from cxmap.output.charts.sheet import cells, notes, page, pictures, symbols
from cxmap.output.charts.sheet.notes import Lane
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.scene import Box, rectangle
from cxmap.output.drawing.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.output.charts.grid import Strip
    from cxmap.output.charts.map.views import MapView
    from cxmap.output.charts.sheet.notes import Note
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.page import Entry
    from cxmap.output.drawing.scene import Item, Scene
    from cxmap.output.drawing.theme import Theme

_PLOT = 130.0  # the least height of the plot, where headings have the usual size
_SMALL_PLOT = 104.0  # the same where each persona has one
_ENDS = 92.0  # right of the columns: names at the lines' ends
# On paper that is too small for all rows, these go first, step by step: no text is smaller than can be read.
_DROPPED_FIRST = (
    ("pictures", "expectation", "choices", "metrics", "questions"),
    ("quotes", "time", "opportunities"),
    ("thinking", "moments", "owner"),
)
_TITLES = frozenset({"metrics", "opportunities", "actions"})  # rows of titles, which are never shortened
_PLOT_GROWS = 6.0  # its part of the height that is left over, where a row of text has 1


def layout(view: MapView, options: ChartOptions) -> Scene:
    """The map as a scene, with all rows that the format can fill.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    dropped: tuple[str, ...] = ()
    for more in _DROPPED_FIRST if options.paper and not options.rows and not options.blank else ():
        try:
            return _layout(view, options, dropped)
        except ChartError:
            dropped += more
    return _layout(view, options, dropped)


def _layout(view: MapView, options: ChartOptions, dropped: Sequence[str]) -> Scene:
    emotion = canvas.emptied(view.emotion) if options.blank else view.emotion
    theme = THEMES[options.theme]
    words = ChartWords(options.lang or emotion.lang)
    sheet = SheetWords(words.lang)
    names = options.rows or tuple(name for name in MAP_ROWS if name not in dropped)
    kind = sheet.canvas_of if options.blank else sheet.map_of
    title = options.title or emotion.title
    way = [form.format(text) for form, text in ((sheet.starts, view.starts_with), (sheet.ends, view.ends_with)) if text]
    plotted = "feeling" in names and not options.blank and emotion.is_scored
    return page.layout(
        page.SheetPage(
            view=emotion,
            title=title,
            subtitle="  ·  ".join([describe.subtitle(emotion, words, kind), *way]),
            alt=canvas.alt(emotion, words, title, kind) if options.blank else _alt(view, names, words, title, kind),
            ends=_ENDS if plotted and 1 < len(emotion.lines) <= plot.IN_ONE_PANEL else 0.0,
            lanes=partial(canvas.lanes, names=options.rows) if options.blank else partial(_lanes, view, names, options),
            entries=() if options.blank else list(_entries(emotion, theme, options, plotted=plotted)),
            notes=() if options.blank else list(_notes(view, names, options, words, sheet)),
            remarks=_remarks(view, dropped, options),
        ),
        options,
    )


def _alt(view: MapView, names: Sequence[str], words: ChartWords, title: str, kind: str) -> str:
    """The emotional journey in words, and what the pictures show."""
    said = [describe.alt(view.emotion, words, title, kind)]
    if "pictures" in names:
        steps = zip(view.emotion.touchpoints, view.steps, strict=True)
        said += [f"{touchpoint.title}: {step.picture.alt}" for touchpoint, step in steps if step.picture]
    return "\n".join(said)


def _remarks(view: MapView, dropped: Sequence[str], options: ChartOptions) -> tuple[str, ...]:
    """Which rows have no room on the paper that was asked for."""
    if not dropped:
        return ()
    return (f"{view.emotion.title}: no room on {options.paper} for the rows {', '.join(dropped)}; choose with --rows",)


def _notes(
    view: MapView, names: Sequence[str], options: ChartOptions, words: ChartWords, sheet: SheetWords
) -> Iterator[str]:
    """The notes below: what waiting and doing add up to, what numbers mean, sources, what is assumed."""
    said = [rows.totals(view, words, sheet)] if "time" in names else []
    said += [sheet.improve_first.format(words.ranking[view.by])] if view.by else []
    yield " ".join(sentence for sentence in said if sentence)
    yield from describe.notes(view.emotion, words, options.curve)


def _entries(view: EmotionView, theme: Theme, options: ChartOptions, *, plotted: bool) -> Iterator[Entry]:
    """Who is who, where several are; and the marks of the emotional journey, where it is shown."""
    words = ChartWords(options.lang or view.lang)
    if not plotted:  # the plot has their names at the ends of their lines, or above them
        yield from cells.personas(view, theme)
    else:
        groups = plot.grouped(view, theme)
        at_points = plot.marks_importance(view, groups)
        yield from key.entries(view, theme, words, alone=all(len(g) == 1 for g in groups), at_points=at_points)


def _lanes(view: MapView, names: Sequence[str], options: ChartOptions, context: Context) -> list[Lane]:
    """The rows of one band; empty ones are skipped."""
    titles = {(place, place + 1): _title(view, place, context) for place in context.band.range}
    found: list[Lane | None] = []
    if "goal" in names:
        found.append(_row(view, "goal", context))
    heads = notes.lane(
        context.table, cells.setting(context), "touchpoint", context.sheet.touchpoint, titles, titles=True
    )
    found.append(heads and _tinted(view, heads, context))
    for name in names:
        if name != "goal":
            found.append(_row(view, name, context))
        if name == "feeling":
            found += _emotion(view.emotion, options, context)
    return [lane for lane in found if lane is not None]


def _title(view: MapView, place: int, context: Context) -> list[Note]:
    """The title of a touchpoint, with its place in the ranking where it is among the first."""
    step = view.steps[place]
    first, *others = cells.title(step, place, context)
    if step.rank is not None:
        first = replace(first, symbol=symbols.rank(context.theme, step.rank, context.table.setter))
    return [first, *others]


def _tinted(view: MapView, heads: Lane, context: Context) -> Lane:
    """Titles, with a tint behind those of what is to be improved first."""
    columns = context.table.columns
    fill = look.tint(context.theme.short, context.theme.paper)
    first = [place for place in context.band.range if view.steps[place].rank is not None]

    def draw(top: float, height: float) -> Sequence[Item]:
        low, high = top - grid.APART + 1, top + height + grid.APART - 1
        grounds = [Box(columns.edge(place) + 1, low, columns.edge(place + 1) - 1, high) for place in first]
        tints = [rectangle(box, fill=fill, name=f"first-{place}") for box, place in zip(grounds, first, strict=True)]
        return [*tints, *heads.draw(top, height)]

    return replace(heads, draw=draw)


def _row(view: MapView, name: str, context: Context) -> Lane | None:
    if name == "pictures":
        return pictures.lane(view.steps, context, context.sheet.rows[name])
    if name == "channel":
        return cells.channel_lane(view.steps, context, with_lost=True)
    lane = notes.lane(
        context.table,
        cells.setting(context),
        name,
        context.sheet.rows[name],
        rows.cells(view, name, context),
        joined=name == "owner",
        titles=name in _TITLES,
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
