"""Charts made for the body of a slide: laid out anew, in several slides where one would be too small to read."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import grid
from cxmap.output.charts.dashboard.view import DashboardView
from cxmap.output.charts.emotion import course
from cxmap.output.charts.personas.view import PersonasView
from cxmap.output.charts.render import scene
from cxmap.output.charts.roadmap.view import RoadmapView
from cxmap.output.charts.views import EmotionView
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.paper import SMALLEST_ON_A_SLIDE, scaled
from cxmap.output.drawing.scene import Scene, Shape, Words
from cxmap.output.drawing.theme import MARGIN, THEMES, contrast, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.choices import Lang, ThemeName
    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Item
    from cxmap.output.drawing.theme import Theme

_STEP = 1.08  # how much larger the next page is that may be tried
_STEPS = 16  # the last is three times as large
_LARGER = 4  # so many steps a chart may be drawn larger than it is on a page
_HEAD = 50.0  # where a chart begins on its page below a title of one line, in points
_MOST_PARTS = 12
_LEAST_COLUMNS = 4  # of a part of a journey, about
_TOGETHER = 2  # personas of a journey that is cut
_MOST_COLUMNS = 12  # of a slide: in narrower ones the titles of touchpoints have broken words
_TEXT = (SMALLEST_ON_A_SLIDE, 8.0, 7.0)  # the least size of text: the first that can be had
_BAND = 0.06  # how much of the ink a band of stages has on a ground of the template's


def theme_on(ground: str | None) -> tuple[ThemeName, str | None]:
    """The theme whose colours can be seen on a ground, and the ground to draw them on.

    Returns:
        A theme, and the colour in place of its paper; ``None``: its own paper is to be drawn behind it.
    """
    if ground is not None:
        names: tuple[ThemeName, ThemeName] = ("light", "dark")
        for name in names:
            if _seen(THEMES[name], ground):
                return name, ground
    return "light", None


def _seen(theme: Theme, ground: str) -> bool:
    """Whether text and lines have on this ground, and on its bands, the contrast that they have on the theme's own."""
    lines = (theme.rule, theme.short, theme.good, *(one.color for one in theme.series))
    return all(
        min(contrast(color, ground) for color in (theme.ink, theme.muted)) >= 4.5
        and min(contrast(color, ground) for color in lines) >= 3
        for ground in (ground, _band(theme, ground))
    )


def _band(theme: Theme, ground: str) -> str:
    return theme.band if ground == theme.paper else mixed(theme.ink, ground, _BAND)


def on_ground(drawn: Scene, name: ThemeName, ground: str | None) -> Scene:
    """A scene with its paper in another colour, and its bands in one that goes with it."""
    theme = THEMES[name]
    if ground is None or ground == theme.paper:
        return drawn
    colors = {theme.paper: ground, theme.band: _band(theme, ground)}

    def recolored(item: Item) -> Item:
        if isinstance(item, Words):
            return replace(item, color=colors.get(item.color, item.color))
        if isinstance(item, Shape):
            fill, stroke = (colors.get(color or "", color) for color in (item.fill, item.stroke))
            return replace(item, fill=fill, stroke=stroke)
        return item

    return replace(drawn, paper=ground, items=tuple(map(recolored, drawn.items)))


class Fitted(NamedTuple):
    """A chart for slides.

    Attributes:
        scenes: A slide each.
        bare: Whether channels and handovers were left out, so that text could be larger.
    """

    scenes: list[Scene]
    bare: bool = False


def fitted(view: View, width: float, height: float, *, theme: ThemeName, lang: Lang) -> Fitted:
    """A chart without its title, which the slide has, in scenes of at most this size.

    Args:
        view: What it shows.
        width: Of the room on a slide, in points.
        height: Likewise.
        theme: Whose colours.
        lang: The language of the tool's own words.

    Raises:
        ChartError: It cannot be made at all.
    """
    whole = scene(view, ChartOptions(theme=theme, lang=lang))
    smallest = min(words.size for words in whole.words)
    sizes = _TEXT[-1:] if isinstance(view, PersonasView) else _TEXT  # people are compared: better on one slide
    leasts = [size / smallest for size in sizes]
    parts: Sequence[View] = [view]
    for least, parts in itertools.product(leasts, _cut(view)):
        found = []
        for part in parts:
            drawn = _one(part, width, height, theme=theme, lang=lang, least=least)
            if drawn is None:
                break
            found.append(drawn)
        if len(found) == len(parts):
            break
    else:
        drawn_small = (_one(part, width, height, theme=theme, lang=lang, least=0.0) for part in parts)
        found = [drawn for drawn in drawn_small if drawn is not None]
    # What is said of a journey, such as where it is lowest, is said of all of it.
    scenes = [replace(drawn, alt=whole.alt) for drawn in found] if isinstance(view, EmotionView) else found
    return Fitted(scenes, bare=isinstance(view, EmotionView) and _has_channels(view) and not _has_channels(*parts))


def _has_channels(*views: View) -> bool:
    """Whether any of these journeys says where customers are met, or what happens in between."""
    return any(
        point and (point.channel or point.handover)
        for view in views
        if isinstance(view, EmotionView)
        for line in view.lines
        for point in line.points
    )


def without_channels(view: EmotionView) -> EmotionView:
    """An emotional journey as experiences alone: without channels, handovers, reasons, and what stages are to bring."""
    stages = tuple(replace(stage, goal="") for stage in view.stages)
    lines = []
    for line in view.lines:
        points = tuple(
            point and replace(point, channel=None, handover=None, lifts=(), lowers=()) for point in line.points
        )
        lines.append(replace(line, points=points))
    return replace(view, stages=stages, lines=tuple(lines))


def _cut(view: View) -> Iterator[Sequence[View]]:
    """A chart whole, and in two, three, four parts, as far as it has any."""
    if isinstance(view, EmotionView):
        yield from _cut_journey(view)
        return
    yield [view]
    match view:
        case RoadmapView():
            count = len(view.actions)
        case DashboardView():
            count = len(view.metrics)
        case PersonasView():
            count = len(view.cards)
        case _:
            return
    for parts in range(2, min(count, _MOST_PARTS) + 1):
        ends = [round(count * i / parts) for i in range(parts + 1)]
        rows = [_part(view, start, end) for start, end in itertools.pairwise(ends)]
        yield [*rows, *_apart(view)]


def _apart(view: View) -> list[View]:
    """What of a chart that is cut is on a slide of its own."""
    match view:
        case RoadmapView() if view.has_beside:
            return [replace(view, calendar=False, dropped=())]
        case DashboardView() if view.journeys:
            return [replace(view.part(0, 0), journeys=view.journeys)]
        case _:
            return []


def _cut_journey(view: EmotionView) -> Iterator[Sequence[View]]:
    """A journey whole, without some of its rows, then of two personas at a time and in more and more parts.

    Stages stay whole as far as they are no longer than a part.
    """
    sizes = [len(stage.touchpoints) for stage in view.stages]
    whole = sum(sizes)
    bare = without_channels(view)
    if whole <= _MOST_COLUMNS:
        yield [view]
        yield [bare]
    starts = range(0, len(bare.lines), _TOGETHER)
    pairs = [replace(bare, lines=bare.lines[start : start + _TOGETHER]) for start in starts]
    before = 0 if len(pairs) > 1 else 1
    for most in range(min(whole, _MOST_COLUMNS), _LEAST_COLUMNS - 1, -1):
        bands = grid.bands(sizes, most)
        if before < len(bands) <= min(max(whole // _LEAST_COLUMNS, 1), _MOST_PARTS):
            before = len(bands)
            yield [_part_of_journey(pair, band) for pair in pairs for band in bands]


def _part_of_journey(view: EmotionView, band: grid.Band) -> EmotionView:
    first, end = band.first, band.end
    words = ChartWords(view.lang)

    def moved(place: int | None) -> int | None:  # counted from the part's first; one that is elsewhere is not shown
        return place - first if place is not None and first <= place < end else None

    stages = []
    for span in band.spans:
        stage = view.stages[span.stage]
        touchpoints = view.touchpoints[span.first : span.end]
        stages.append(
            replace(
                stage,
                title=words.continued.format(stage.title) if span.continued else stage.title,
                touchpoints=tuple(replace(each, returns_to=moved(each.returns_to)) for each in touchpoints),
            )
        )
    lines = []
    for line in view.lines:
        drop = [place for each in line.largest_drop or () if (place := moved(each)) is not None]
        kept = (drop[0], drop[1]) if len(drop) == 2 else None
        extremes = frozenset(place - first for place in course.extremes(line) if first <= place < end)
        lines.append(replace(line, points=line.points[first:end], largest_drop=kept, extremes=extremes))
    part = replace(view, stages=tuple(stages), lines=tuple(lines))
    used = {score.source for score in part.scores}
    return replace(part, sources=tuple(source for source in part.sources if source.id in used))


def _part(view: View, start: int, end: int) -> View:
    """Some of the rows of a chart."""
    match view:
        case RoadmapView():
            return replace(view, beside=False).part(start, end)
        case DashboardView():
            return view.part(start, end)
        case PersonasView():
            return replace(view, cards=view.cards[start:end])
        case _:
            return view


def _one(view: View, width: float, height: float, *, theme: ThemeName, lang: Lang, least: float) -> Scene | None:
    """A chart in the room there is: on the least page that it can be laid out on, at so much of its size as fits.

    Args:
        view: What it shows.
        width: Of the room, in points.
        height: Likewise.
        theme: Whose colours.
        lang: The language of the tool's own words.
        least: At how much of its size it must be readable; else there is none.

    Raises:
        ChartError: It cannot be made at all.
    """
    sizes = [size for power in range(-_LARGER, _STEPS) if least * (size := _STEP**power) < 1]
    sizes += [1 / least] if least else []
    best = _tried(view, width, height, sizes[-1], theme=theme, lang=lang)
    if best is None:
        if least:
            return None
        return _placed(scene(view, ChartOptions(theme=theme, lang=lang)), width, height)
    low, high = 0, len(sizes) - 1  # what fits on a page fits on a larger one
    while low < high:
        middle = (low + high) // 2
        drawn = _tried(view, width, height, sizes[middle], theme=theme, lang=lang)
        if drawn is None:
            low = middle + 1
        else:
            high, best = middle, drawn
    return best


def _tried(view: View, width: float, height: float, size: float, *, theme: ThemeName, lang: Lang) -> Scene | None:
    """A chart laid out on a page so many times as large as the room, and made to fit it; ``None``: too low a page."""
    # A page's margins are none of a slide's room.
    options = ChartOptions(theme=theme, lang=lang, width=(width * size + 2 * MARGIN) / 72)
    head = _HEAD
    try:
        drawn = scene(view, replace(options, height=(height * size + head + MARGIN / 2) / 72))
        if (head := _head(drawn)) > _HEAD + 0.1:  # a title of several lines
            drawn = scene(view, replace(options, height=(height * size + head + MARGIN / 2) / 72))
    except ChartError:
        return None
    return _moved(drawn, 1 / size, width)


def _placed(drawn: Scene, width: float, height: float) -> Scene:
    """A chart of any size, made small enough for the room."""
    room = drawn.height - _head(drawn) - MARGIN / 2
    return _moved(drawn, min(width / (drawn.width - 2 * MARGIN), height / room), width)


def _moved(drawn: Scene, factor: float, width: float) -> Scene:
    head = _head(drawn)
    foot = (drawn.height - head - MARGIN / 2) * factor
    return scaled(_without_title(drawn, head), factor, -MARGIN * factor, -head * factor, width=width, height=foot)


def _head(drawn: Scene) -> float:
    """Where a chart begins below its title."""
    title = [words for words in drawn.words if words.name == "title"]
    below = [words.box.top for words in drawn.words if words.name == "subtitle"]
    if not title:
        return MARGIN / 2
    return min(below) if below else max(words.box.bottom for words in title)


def _without_title(drawn: Scene, head: float) -> Scene:
    items = [item for item in drawn.items if not (isinstance(item, Words) and item.name == "title" and item.y <= head)]
    return replace(drawn, items=tuple(items))
