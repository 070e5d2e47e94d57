"""The rows under the plot: titles, scores, importance, channels, feelings, and what makes the extreme points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import grid
from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import comparison, course
from cxmap.output.charts.grid import RowTable, Strip
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle
from cxmap.output.drawing.typesetting import SMALLEST, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import Channel, EmotionView, JourneyPoint, PersonaLine, Scale
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import TextBlock

_ICON = 13.0
_BAR = 30.0  # the height of the importance scale
_TITLE_LINES = 40  # no title is shortened before
_CHANNEL_LINES = 12  # nor the names of channels before
_SIGN = 9.0  # the width kept for a plus or minus
_EXTREME_WIDTH = 3.0  # the most columns that the texts of an extreme point fill


def strips(
    view: EmotionView, table: RowTable, words: ChartWords, series: Sequence[Series], *, bars: bool
) -> list[Strip]:
    """The rows of one band; empty ones are skipped.

    Args:
        view: The journey.
        table: Where they hang.
        words: The tool's own words.
        series: How each line is drawn; empty where the lines have panels of their own.
        bars: Whether importance has a row of its own.
    """
    only = view.lines[0] if len(view.lines) == 1 else None
    titles = {place: view.touchpoints[place].title for place in table.columns.range}
    found = [
        grid.text_strip(
            table, "touchpoint", words.touchpoint, titles, look.STRONG, lines=_TITLE_LINES, color=table.theme.ink
        )
    ]
    if only is None:
        found += [scores(table, line, view.scale, kind, words) for line, kind in zip(view.lines, series, strict=False)]
    found += comparison.strips(view, table, words, look.SMALL, look.SMALL_STRONG, SMALLEST)
    if bars:
        found.append(importance(view, table, words, series))
    found.append(channels(view, table, words))
    if only is not None:
        feelings = {place: point.feeling for place in table.columns.range if (point := only.points[place])}
        found.append(
            grid.text_strip(table, "feeling", words.feeling, feelings, look.LABEL, lines=4, color=table.theme.ink)
        )
        found.append(_extremes(only, table, words))
    return [each for each in found if each is not None]


def scores(table: RowTable, line: PersonaLine, scale: Scale, series: Series, words: ChartWords) -> Strip:
    """The scores of one persona of several, whose points stand too close for labels of their own."""
    setter, theme, columns = table.setter, table.theme, table.columns
    name = setter.fit(line.name, look.SMALL_STRONG, width=table.margin - 14, lines=2, whole=True)
    cells = {
        place: setter.line(say.figure(point.experience, scale, words), look.VALUE)
        for place in columns.range
        if (point := line.points[place]) and point.experience
    }

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = list(block(name, table.left + 12, top, theme.ink, name="score-label"))
        middle = top + name.eye
        items += symbols.marker(series.marker, table.left + 4, middle, look.MARK * 0.8, series.color)
        for place, cell in cells.items():
            items += centred(cell, columns.middle(place), middle, theme.ink, align="center", name=f"value-{place}")
        return items

    return Strip(max(name.height, look.VALUE.size), draw)


def importance(
    view: EmotionView,
    table: RowTable,
    words: ChartWords,
    series: Sequence[Series],
    style: TextStyle = look.SMALL,
    smallest: float = SMALLEST,
) -> Strip | None:
    """Importance as bars on its own full scale, one a persona, each with the persona's marker on top."""
    scale, theme, columns, setter = view.importance_scale, table.theme, table.columns, table.setter
    shown = [
        (place, i, point.importance)
        for place in columns.range
        for i, line in enumerate(view.lines)
        if (point := line.points[place]) and point.importance is not None
    ]
    if not shown:
        return None
    count = len(view.lines)
    step = min(16.0, (columns.width - 8) / count)
    digits = {(place, i): setter.line(say.figure(given, scale, words), style) for place, i, given in shown}
    numbered = max(digit.width for digit in digits.values()) < step or count == 1
    title = words.importance_derived if view.importance_derived else words.importance
    label = f"{title} ({words.own_scale.format(words.on_scale(scale.min, scale), words.on_scale(scale.max, scale))})"
    head = style.size + 3 if numbered else 3.0

    def draw(top: float) -> Sequence[Item]:
        floor = top + head + _BAR
        items: list[Item] = []
        for place, i, given in shown:
            x = columns.middle(place) + (i - (count - 1) / 2) * step
            y = floor - _BAR * scale.share(given.value)
            hollow = theme.paper if given.assumed else None
            kind = series[i] if series else None
            if kind is None or count == 1:
                half = min(5.0, step / 2 - 1)
                bar = Box(x - half, y, x + half, floor)
                items.append(
                    rectangle(bar, fill=hollow or theme.rule, stroke=theme.rule, width=1.0, name=f"importance-{place}")
                )
            else:
                items.append(polyline([(x, floor), (x, y)], kind.color, 1.1, name=f"importance-{place}"))
                items += _gap(view, i, place, kind, x, floor, y)
                items += symbols.marker(kind.marker, x, y, 2.8, kind.color, hollow=hollow)
            if numbered:
                items += centred(digits[place, i], x, y - 7, theme.ink, align="center", name="importance-value")
        items.append(polyline([(columns.left, floor), (columns.right, floor)], theme.rule, look.HAIRLINE))
        return items

    return grid.strip(table, "importance", label, head + _BAR, draw, TextStyle(style.size, "bold"), smallest)


def _gap(view: EmotionView, index: int, place: int, series: Series, x: float, floor: float, top: float) -> list[Item]:
    """The part of an importance that the experience falls short of, thick, where the two can be compared."""
    point = view.lines[index].points[place]
    if not view.comparable or point is None or point.experience is None or point.importance is None:
        return []
    if point.experience.value >= point.importance.value:
        return []
    start = floor - _BAR * view.scale.share(point.experience.value)
    return [polyline([(x, start), (x, top)], series.color, 3.4, name=f"gap-{index}-{place}")]


def channels(
    view: EmotionView, table: RowTable, words: ChartWords, style: TextStyle = look.SMALL, smallest: float = SMALLEST
) -> Strip | None:
    """Icon and name of each channel, and two arrow heads where the channel is another than before."""
    columns = table.columns
    if not any(channels_at(view, place) for place in range(len(view.touchpoints))):
        return None
    names = {
        place: " / ".join(channel.title for channel in channels_at(view, place)) or words.nobody
        for place in columns.range
        if is_passed(view, place)
    }
    text = grid.text_strip(
        table,
        "channel",
        "",
        names,
        style,
        lines=_CHANNEL_LINES,
        color=table.theme.muted,
        smallest=smallest,
    )
    if text is None:
        return None

    def draw(top: float) -> Sequence[Item]:
        return [*_icons(view, table, top + _ICON / 2), *text.draw(top + _ICON + 3)]

    label = TextStyle(style.size, "bold")
    return grid.strip(table, "channel", words.channel, _ICON + 3 + text.height, draw, label, smallest)


def channels_at(view: EmotionView, place: int) -> list[Channel]:
    """The channels of the personas at a touchpoint, each once."""
    found = [point.channel for line in view.lines if (point := line.points[place]) and point.channel]
    return list(dict.fromkeys(found))


def is_passed(view: EmotionView, place: int) -> bool:
    """Whether any of the personas comes to a touchpoint."""
    return any(line.points[place] for line in view.lines)


def channel_changes(view: EmotionView) -> set[int]:
    """The touchpoints that a persona reaches from another channel; what a persona does not pass, and detours, aside."""
    changes = set()
    for line in view.lines:
        before: Channel | None = None
        for place, (touchpoint, point) in enumerate(zip(view.touchpoints, line.points, strict=True)):
            if point is None:
                continue
            if before and point.channel and before != point.channel:
                changes.add(place)
            if touchpoint.returns_to is None:
                before = point.channel
    return changes


def _icons(view: EmotionView, table: RowTable, y: float) -> list[Item]:
    items: list[Item] = []
    changes = channel_changes(view)
    for place in table.columns.range:
        if not is_passed(view, place):
            continue
        kinds = list(dict.fromkeys(channel.kind for channel in channels_at(view, place)))
        for i, kind in enumerate(kinds or [None]):
            x = table.columns.middle(place) + (i - (max(len(kinds), 1) - 1) / 2) * (_ICON + 4)
            items += symbols.channel_icon(kind, x, y, _ICON, table.theme.ink, name=f"channel-icon-{place}")
        items += _step_into(view, place, table.columns.edge(place), y, table.theme, changes=place in changes)
    return items


def _step_into(view: EmotionView, place: int, x: float, y: float, theme: Theme, *, changes: bool) -> list[Item]:
    """Between two icons: arrow heads where the channel changes, a cross where something gets lost on the way."""
    passed = [point for line in view.lines if (point := line.points[place])]
    loses = any(point.handover and point.handover.loses for point in passed)
    apart = 5.0 if changes and loses else 0.0
    items: list[Item] = []
    if changes:
        items += symbols.channel_change(x - apart, y, theme.ink, name=f"channel-change-{place}")
    if loses:
        items += symbols.loss(x + apart, y, theme.short, name=f"loss-{place}")
    return items


def _extremes(line: PersonaLine, table: RowTable, words: ChartWords) -> Strip | None:
    """What lifts and lowers the highest, the lowest and the weakest point, as wide as its neighbours leave room."""
    places = [place for place in _extreme_places(line) if place in table.columns.range]
    texts: list[tuple[float, list[tuple[str, TextBlock]]]] = []
    for i, place in enumerate(places):
        left, right = _room(table, place, places[i - 1] if i else None, places[i + 1] if i + 1 < len(places) else None)
        fitted = [
            (sign, table.setter.fit(text, look.SMALL, width=right - left - _SIGN - look.GAP, lines=3))
            for sign, text in _signed(line.points[place])
        ]
        signed = [(sign, text) for sign, text in fitted if text]
        wide = _SIGN + max((text.width for _, text in signed), default=0.0)
        start = max(table.columns.middle(place) - wide / 2, left + look.GAP / 2)
        texts.append((min(start, right - look.GAP / 2 - wide), signed))
    if not texts:
        return None

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for left, signed in texts:
            at = top
            for sign, text in signed:
                mark = table.setter.line(sign, look.SMALL_STRONG)
                items += block(mark, left, at, table.theme.ink, name="sign")
                items += block(text, left + _SIGN, at, table.theme.ink, name="extreme")
                at += text.height
        return items

    height = max(sum(text.height for _, text in signed) for _, signed in texts)
    return grid.strip(table, "extremes", words.lifts_lowers, height, draw)


def _extreme_places(line: PersonaLine) -> list[int]:
    """The highest, the lowest and the weakest touchpoint, where something is said of it."""
    weakest = {place for place, point in enumerate(line.points) if point and point.weakest_link}
    return sorted(place for place in course.extremes(line) | weakest if _signed(line.points[place]))


def _signed(point: JourneyPoint | None) -> list[tuple[str, str]]:
    if point is None:
        return []
    return [("+", text) for text in point.lifts[:2]] + [("−", text) for text in point.lowers[:2]]


def _room(table: RowTable, place: int, before: int | None, after: int | None) -> tuple[float, float]:
    """From where to where the texts of an extreme point may reach: half-way to the next one, or to the edge."""
    columns = table.columns
    reach = _EXTREME_WIDTH / 2 * columns.width
    left = columns.left if before is None else columns.edge((before + place + 1) / 2)
    right = columns.right if after is None else columns.edge((place + after + 1) / 2)
    middle = columns.middle(place)
    left, right = max(left, min(middle - reach, right - 2 * reach)), min(right, max(middle + reach, left + 2 * reach))
    return left, right
