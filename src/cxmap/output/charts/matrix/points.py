"""The points of a panel: markers with intervals, each with its touchpoint's name or, in a crowd, its letter."""

from __future__ import annotations

import functools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Near
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.output.charts.matrix.plane import Pair, Plane
    from cxmap.output.charts.matrix.view import MatrixPoint
    from cxmap.output.drawing.labels import Labels
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

TOP = 5
"""So many ranks are marked."""
LABELLED = 40
"""A panel of more points than this labels only what is ranked first and, up to as many, moments of truth."""
BADGE = 6.2
"""The radius of a rank's mark."""

_NAME_WIDTH = 112.0
_DOT = 2.4  # the radius of a point without a label
_BESIDE_BADGE = 3.0
_LETTERS = 18.0  # no letters are wider
_SAME_PLACE = 9.0  # two personas' points of one touchpoint that are nearer than this share a name
_ONE_PLACE = 0.01  # points nearer than this are at one place
_TINY = 2.2  # the radius of a marker beside a count
_RING = 1.7  # by how much a point shows round another persona's at the same place
_CLOSE = 26.0  # points nearer than this crowd each other
_REACHES = (0.0, 5.0, 12.0, 22.0, 34.0, 50.0, 70.0, 95.0, 125.0, 160.0)  # from a point to its name, tried in turn
_ANGLES = 24
_LINE = 6.0  # what a name costs that crosses a line
_MARK = 60.0  # what one costs that covers a point: more than any place that does not
_GOOD = 4.0  # a place that costs at most this is taken at once: none that crosses anything
_TIED_FROM = 6.0  # a name further off than this is tied to its point


@dataclass(frozen=True, slots=True)
class PlacedNames:
    """What was drawn of the names: the items, and the touchpoints whose names found no place."""

    items: tuple[Item, ...]
    without: tuple[int, ...]


def is_first(point: MatrixPoint) -> bool:
    """Whether it is among what is ranked first."""
    return point.rank is not None and point.rank <= TOP


def labelled(points: Sequence[MatrixPoint]) -> frozenset[int]:
    """The places of those points of a panel that have a name or a letter; the others are small dots."""
    if len(points) <= LABELLED:
        return frozenset(range(len(points)))
    decisive = [i for i, point in enumerate(points) if point.moment_of_truth]
    first = [i for i, point in enumerate(points) if is_first(point)]
    return frozenset(first + decisive if len(decisive) <= LABELLED else first)


def draw(
    plane: Plane, points: Sequence[MatrixPoint], with_label: frozenset[int], theme: Theme, labels: Labels
) -> tuple[list[Item], list[Pair]]:
    """Markers and intervals, and where the markers are: nothing is moved; equal scores of a persona are one marker."""
    spots = [(plane.x(point.experience.value), plane.y(point.importance.value)) for point in points]
    items: list[Item] = []
    groups: dict[tuple[int, float, float], list[int]] = {}
    for i, point in enumerate(points):
        groups.setdefault(point.place, []).append(i)
    for point, (x, y) in zip(points, spots, strict=True):
        for arm in _intervals(plane, point, x, y) if is_first(point) else ():
            name = f"interval-{point.persona}-{point.touchpoint}"
            items.append(polyline(arm, theme.series[point.persona % len(theme.series)].color, 0.8, name=name))
            labels.line(arm, _LINE)
    on_top = Counter(place[1:] for place in groups)
    decisive = {point.place[1:] for point in points if point.moment_of_truth}
    for place, members in groups.items():
        on_top[place[1:]] -= 1
        point, (x, y) = points[members[0]], spots[members[0]]
        series = theme.series[point.persona % len(theme.series)]
        name = f"point-{point.persona}-{point.touchpoint}"
        mark = look.MARK if with_label.intersection(members) else _DOT
        radius = mark + _RING * on_top[place[1:]]  # so that another persona's on top leaves some of it to be seen
        if place[1:] in decisive:  # round the largest of its points, once
            decisive.remove(place[1:])
            items.append(symbols.moment_of_truth(x, y, radius * 0.95, theme.ink, f"moment-of-truth-{members[0]}"))
        assumed = any(score.assumed for i in members for score in (points[i].importance, points[i].experience))
        items += symbols.marker(
            series.marker, x, y, radius, series.color, hollow=theme.paper if assumed else None, halo=theme.paper,
            name=name,
        )  # fmt: skip
        for i in members:
            labels.mark(_round(points[i], x, y), _MARK)
    return items, spots


def counts(
    points: Sequence[MatrixPoint], spots: Sequence[Pair], theme: Theme, setter: Typesetter, labels: Labels
) -> list[Item]:
    """Beside every point that stands for several touchpoints of a persona: how many, with the persona's marker."""
    items: list[Item] = []
    several = Counter(point.place for point in points)
    for i, point in enumerate(points):
        count = several.pop(point.place, 1)
        if count == 1:
            continue
        text = setter.line(f"×{count}", look.SMALL_STRONG)
        x, y = spots[i]
        width = text.width + 2 * _TINY + 1
        across, along = _reach(point) + 1 + width / 2, _reach(point) + 2
        spots_round = [(x + dx * across, y + dy * along) for dy in (-1, 1, 0) for dx in (1, -1)]
        box = labels.place(width, look.SMALL_STRONG.size, spots_round)
        if box is not None:
            middle, series = (box.top + box.bottom) / 2, theme.series[point.persona % len(theme.series)]
            items += symbols.marker(series.marker, box.left + _TINY, middle, _TINY, series.color)
            items += centred(text, box.right, middle, theme.ink, align="right", name=f"count-{point.persona}")
    return items


def _round(point: MatrixPoint, x: float, y: float) -> Box:
    reach = _reach(point)
    return Box(x - reach, y - reach, x + reach, y + reach)


def _reach(point: MatrixPoint) -> float:
    return look.MARK * (2.0 if point.moment_of_truth else 1.35)


def _intervals(plane: Plane, point: MatrixPoint, x: float, y: float) -> list[tuple[Pair, Pair]]:
    """The arms of a cross as wide and high as the intervals, cut off at the ends of the axes."""
    arms = []
    if ends := point.experience.interval:
        arms.append(((plane.x(ends[0]), y), (plane.x(ends[1]), y)))
    if ends := point.importance.interval:
        arms.append(((x, plane.y(ends[0])), (x, plane.y(ends[1]))))
    return arms


def name_all(
    points: Sequence[MatrixPoint], spots: Sequence[Pair], with_label: frozenset[int], names: Mapping[int, str],
    theme: Theme, setter: Typesetter, labels: Labels,
) -> PlacedNames:  # fmt: skip
    """The text that ``names`` gives by touchpoint beside every point that has a label, with its rank before it.

    Points at one place share a label with all their names, as two personas' points of one touchpoint do that are
    close. The ranked come first, then those in the thickest crowd.
    """
    heaps = _heaps(points, spots, with_label)
    crowd = _crowds(spots)
    order = sorted(heaps, key=lambda heap: (_best(points, heap) or TOP + 1, -crowd[heap[0]], heap))
    texts = {
        place: setter.fit(names[place], look.LABEL, width=_NAME_WIDTH, lines=2)
        for place in {points[i].touchpoint for i in with_label}
    }
    items: list[Item] = []
    without: dict[int, None] = {}
    for heap in order:
        places = list(dict.fromkeys(points[i].touchpoint for i in heap))
        lettered = all(texts[place].width <= _LETTERS for place in places)
        text = texts[places[0]]
        if len(places) > 1:
            joined = (", " if lettered else "; ").join(names[place] for place in places)
            text = setter.fit(joined, look.LABEL, width=_NAME_WIDTH, lines=2 * len(places))
        drawn = _name(points, spots, heap, text, theme, setter, labels, lettered=lettered)
        if drawn is None:
            without |= dict.fromkeys(places)
        else:
            items += drawn
    return PlacedNames(tuple(items), tuple(without))


def _crowds(spots: Sequence[Pair]) -> list[int]:
    """How many points are near each, itself among them."""
    near: Near[Pair] = Near()
    for x, y in spots:
        near.add(Box(x, y, x, y), (x, y))
    return [
        sum(math.dist((x, y), other) < _CLOSE for _, _, other in near.may_touch(Box(x, y, x, y).grown(_CLOSE)))
        for x, y in spots
    ]


def _heaps(points: Sequence[MatrixPoint], spots: Sequence[Pair], with_label: frozenset[int]) -> list[tuple[int, ...]]:
    """Points that one label will do for: those at one place, and those of one touchpoint that are close."""
    heaps: list[list[int]] = []
    near: Near[int] = Near()
    for i in sorted(with_label, key=lambda i: (points[i].touchpoint, i)):
        x, y = spots[i]
        close = sorted({k for _, _, k in near.may_touch(Box(x, y, x, y).grown(_SAME_PLACE + 1))})
        found = next((k for k in close if _share_a_label(points, spots, heaps[k], i)), len(heaps))
        if found == len(heaps):
            heaps.append([])
        heaps[found].append(i)
        near.add(Box(x, y, x, y), found)
    return [tuple(heap) for heap in heaps]


def _share_a_label(points: Sequence[MatrixPoint], spots: Sequence[Pair], heap: Sequence[int], i: int) -> bool:
    apart = math.dist(spots[heap[-1]], spots[i])
    same = points[heap[-1]].touchpoint == points[i].touchpoint
    return _best(points, heap) == _best(points, (i,)) and (apart < _ONE_PLACE or (same and apart <= _SAME_PLACE + 1))


def _best(points: Sequence[MatrixPoint], heap: Sequence[int]) -> int | None:
    """The rank to mark."""
    point = points[heap[0]]
    return point.rank if is_first(point) else None


def _name(
    points: Sequence[MatrixPoint], spots: Sequence[Pair], heap: Sequence[int], text: TextBlock, theme: Theme,
    setter: Typesetter, labels: Labels, *, lettered: bool,
) -> list[Item] | None:  # fmt: skip
    """One name at the best place round its points; ``None`` where there is none."""
    rank = _best(points, heap)
    ahead = 2 * BADGE + _BESIDE_BADGE if rank else 0.0
    width, height = ahead + text.width, max(text.height, 2 * BADGE if rank else 0.0)
    xs = [spots[i][0] for i in heap]
    half = (max(xs) - min(xs)) / 2
    x, y = (max(xs) + min(xs)) / 2, spots[heap[0]][1]
    reach = max(_reach(points[i]) for i in heap)
    is_clear = functools.cache(lambda spot: labels.clear((x, y), _nearest(x, y, spot, width, height)))
    box = None
    for distance in _REACHES:
        spots_there = _around(x, y, width, height, half, reach + 2 + distance)
        if distance >= _TIED_FROM:  # the tie must not run over another name
            spots_there = filter(is_clear, spots_there)
        box = labels.place(width, height, spots_there, at_most=_GOOD)
        if box:
            break
    if box is None:
        every = [s for distance in _REACHES for s in _around(x, y, width, height, half, reach + 2 + distance)]
        box = labels.place(width, height, filter(is_clear, every), at_most=_MARK)
        if box is None and lettered:  # a letter has to stand somewhere; a name can become one
            box = labels.place(width, height, every)
    if box is None:
        return None
    items: list[Item] = []
    end = _nearest(x, y, (box.middle, (box.top + box.bottom) / 2), width, height)
    if math.dist((x, y), end) > reach + _TIED_FROM:
        start = _towards((x, y), end, reach)
        items.append(polyline([start, end], theme.muted, 0.7, name="tie"))
        labels.line([start, end], _LINE)
    middle = (box.top + box.bottom) / 2
    if rank:
        items += badge(box.left + BADGE, middle, rank, setter, theme)
    top = middle - text.height / 2
    places = dict.fromkeys(str(points[i].touchpoint) for i in heap)
    items += block(text, box.left + ahead, top, theme.ink, name=f"name-{'-'.join(places)}")
    return items


def _nearest(x: float, y: float, middle: Pair, width: float, height: float) -> Pair:
    """The point of a box that is nearest to a place: where a tie from there ends."""
    return (
        min(max(x, middle[0] - width / 2), middle[0] + width / 2),
        min(max(y, middle[1] - height / 2), middle[1] + height / 2),
    )


def badge(x: float, y: float, rank: int, setter: Typesetter, theme: Theme) -> list[Item]:
    """A rank in a filled circle."""
    number = setter.line(str(rank), look.VALUE)
    return [
        symbols.circle(x, y, BADGE, fill=theme.ink, name=f"rank-{rank}"),
        *centred(number, x, y, theme.paper, align="center", name="rank"),
    ]


def _around(x: float, y: float, width: float, height: float, half: float, reach: float) -> Iterator[Pair]:
    """Middles of boxes of this size that keep a distance from a point: right, left, above, below, then between."""
    for i in sorted(range(_ANGLES), key=_preference):
        dx, dy = math.cos(math.tau * i / _ANGLES), math.sin(math.tau * i / _ANGLES)
        # As far out as it takes for the nearest edge to keep the distance.
        across = (width / 2 + half + reach) / abs(dx) if abs(dx) > 1e-9 else math.inf
        along = (height / 2 + reach) / abs(dy) if abs(dy) > 1e-9 else math.inf
        far = min(across, along)
        yield x + dx * far, y + dy * far


def _preference(step: int) -> tuple[int, int]:
    quarter = _ANGLES // 4
    return (min(step % quarter, quarter - step % quarter), (0, 3, 2, 1)[step // quarter % 4])


def _towards(start: Pair, end: Pair, by: float) -> Pair:
    share = by / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
