"""A lane a channel, with the path of each persona drawn through them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import course, rows, style
from cxmap.output.charts.grid import RowTable, Strip
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, Shape, block, centred, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import Channel, EmotionView
    from cxmap.output.drawing.typesetting import TextBlock

_LANE = 14.0  # the least height of a lane
_DOT = 3.4  # the radius of a persona in a lane
_APART = 4.6  # half the distance of two in one
_PATH = 1.6  # half the distance of two paths in one lane
_ICONS = 3  # up to so many channels a row of icons says as much
_MOST = 14  # lanes in a band; above, the row of icons names the channels instead


def strip(view: EmotionView, table: RowTable, words: ChartWords) -> Strip | None:
    """The lanes of a band, in the order in which they are met; of few channels, or very many, a row of icons."""
    every = [point.channel for line in view.lines for point in line.points if point]
    if not any(every):
        return None
    order = _met(view, table.columns.range)
    if len({channel for channel in every if channel}) <= _ICONS or len(order) > _MOST:
        return rows.channels(view, table, words, style.PLAIN, smallest=style.SMALLEST)
    width = table.margin
    titles = [channel.title if channel else words.nobody for channel in order]
    fitted = [table.setter.fit(text, style.PLAIN, width=width, lines=6, smallest=style.SMALLEST) for text in titles]
    label = table.setter.fit(words.channel, style.BOLD, width=width, lines=1, smallest=style.SMALLEST)
    head = 0.0 if label.width + fitted[0].width + 2 * look.GAP < width and len(fitted[0].lines) == 1 else label.height
    heights = [_extent(name) for name in fitted]
    return Strip(
        head + sum(map(sum, heights)), lambda top: list(_draw(view, table, order, fitted, heights, label, head, top))
    )


def _extent(name: TextBlock) -> tuple[float, float]:
    """How far a lane with this name reaches above and below its middle."""
    middle = name.eye + (name.baselines[-1] - name.baselines[0]) / 2 if name else 0.0
    return max(_LANE / 2, middle + 1), max(_LANE / 2, name.height - middle + 1)


def _met(view: EmotionView, places: range) -> list[Channel | None]:
    """The channels of some touchpoints, each once, in the order of the journey."""
    found = (point.channel for place in places for line in view.lines if (point := line.points[place]))
    return list(dict.fromkeys(found))


def _draw(
    view: EmotionView, table: RowTable, order: Sequence[Channel | None], names: Sequence[TextBlock],
    heights: Sequence[tuple[float, float]], label: TextBlock, head: float, top: float,
) -> Iterator[Item]:  # fmt: skip
    columns, theme = table.columns, table.theme
    if head:
        yield from block(label, table.left, top, theme.muted, name="channel-label")
    else:
        yield from centred(label, table.left, top + heights[0][0], theme.muted, name="channel-label")
    middles: dict[Channel | None, float] = {}
    at = top + head
    for channel, name, (above, below) in zip(order, names, heights, strict=True):
        middle = middles[channel] = at + above
        yield polyline([(columns.left, middle), (columns.right, middle)], theme.rule, look.HAIRLINE / 2, name="lane")
        yield from centred(name, columns.left - look.GAP, middle, theme.ink, align="right", name="lane-name")
        at += above + below
    for index in range(len(view.lines)):
        yield from _path(view, table, middles, index)
    for index in range(len(view.lines)):
        yield from _dots(view, table, middles, index)


def _height(middles: dict[Channel | None, float], channel: Channel | None, index: int) -> float:
    """The height of a persona's path in a lane."""
    return middles[channel] + (_PATH if index else -_PATH)


def _path(view: EmotionView, table: RowTable, middles: dict[Channel | None, float], index: int) -> Iterator[Item]:
    """A persona's path along the line, and a thin grey way to each detour."""
    columns, series = table.columns, table.theme.series[index]
    line = view.lines[index]
    main = course.main_stops(view, line)
    stops = [(place, point) for place, point in main if place in columns.range]
    points = [(columns.middle(place), _height(middles, point.channel, index)) for place, point in stops]
    if points and main[0][0] < columns.first:
        points.insert(0, (columns.left, points[0][1]))
    if points and main[-1][0] >= columns.end:
        points.append((columns.right, points[-1][1]))
    for place, point in enumerate(line.points):
        if point and place in columns.range and view.touchpoints[place].returns_to is not None:
            before = [stop for stop, _ in stops if stop < place]
            if before and (origin := line.points[before[-1]]):
                ends = [(columns.middle(before[-1]), _height(middles, origin.channel, index))]
                ends.append((columns.middle(place), _height(middles, point.channel, index)))
                yield Shape(_bows(ends), stroke=table.theme.muted, width=0.9, name=f"detour-path-{index}-{place}")
    if len(points) > 1:
        yield Shape(_bows(points), stroke=series.color, width=1.5, dash=series.dash, name=f"path-{index}")


def _bows(points: Sequence[tuple[float, float]]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Along a lane straight, from one to another in a bow that leaves and arrives along it."""
    segments: list[tuple[str, tuple[float, ...]]] = [("M", points[0])]
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        if y == to_y:
            segments.append(("L", (to_x, to_y)))
        else:
            half = (x + to_x) / 2
            segments.append(("C", (half, y, half, to_y, to_x, to_y)))
    return tuple(segments)


def _dots(view: EmotionView, table: RowTable, middles: dict[Channel | None, float], index: int) -> Iterator[Item]:
    """A persona's marks: hollow where the experience is assumed, in a ring where it is below good enough."""
    theme, series = table.theme, table.theme.series[index]
    for place in table.columns.range:
        point = view.lines[index].points[place]
        if point is None or point.experience is None:
            continue
        others = [other for i, line in enumerate(view.lines) if i != index and (other := line.points[place])]
        shared = any(other.channel == point.channel and other.experience for other in others)
        x = table.columns.middle(place) + ((_APART if index else -_APART) if shared else 0.0)
        y = middles[point.channel] if shared else _height(middles, point.channel, index)
        if point.experience.below:
            ring = symbols.circle(
                x, y, _DOT + 1.9, fill=theme.paper, stroke=theme.short, width=1.3, name=f"short-{index}-{place}"
            )
            yield ring
        hollow = theme.paper if point.experience.assumed else None
        yield from symbols.marker(
            series.marker, x, y, _DOT * 0.85, series.color, hollow=hollow, halo=None, name=f"lane-{index}-{place}"
        )
