"""The points of a panel: markers with intervals, each with its touchpoint's name or, in a crowd, its letter."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Near
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from cxmap.output.charts.matrix.plane import Pair, Plane
    from cxmap.output.charts.matrix.view import MatrixPoint, MatrixView
    from cxmap.output.drawing.labels import Labels
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

LABELLED = 40
"""A panel of more points than this labels only what is ranked first and, up to as many, moments of truth."""
BADGE = 6.2
"""The radius of a rank's mark."""
NAME_WIDTH = 112.0
"""The widest a name in the plane may be."""
TINT = 0.3
"""How much of its colour an interval has."""
NAME_LINES = 3
"""Names of more lines than this have a letter."""

_DOT = 2.4  # the radius of a point without a label
_BESIDE_BADGE = 3.0
_CLOSE = 26.0  # points nearer than this crowd each other
_REACHES = (0.0, 5.0, 12.0, 22.0, 34.0, 50.0, 70.0, 95.0, 125.0, 160.0)  # from a point to its name, tried in turn
_NEAR = (0.0, 3.0, 7.0)  # from a point to its count
_ANGLES = 24
_BAR = 5.0  # the width of an interval
_OVER_BAR = 6.0  # what a name costs that lies on an interval
_MARK = 60.0  # what one costs that covers a point: more than any place that does not
_STRUCK = 1000.0  # what one costs that a line would strike: it is never paid
_GOOD = 4.0  # a place that costs at most this is taken at once: none that covers anything
_TIED_FROM = 6.0  # a name further off than this is tied to its point


@dataclass(frozen=True, slots=True)
class PlacedNames:
    """What was drawn of the names: the items, and the touchpoints whose names found no place."""

    items: tuple[Item, ...]
    without: tuple[int, ...]


def labelled(points: Sequence[MatrixPoint]) -> frozenset[int]:
    """The touchpoints of a panel that have a name or a letter; the others are small dots."""
    first = {point.touchpoint for point in points if point.is_first}
    decisive = {point.touchpoint for point in points if point.moment_of_truth}
    if len(points) <= LABELLED:
        return frozenset(point.touchpoint for point in points)
    return frozenset(first | decisive if len(decisive) <= LABELLED else first)


def grouped(view: MatrixView, persona: int) -> list[list[MatrixPoint]]:
    """The points of a persona by the mark that stands for them, being at one place."""
    groups: dict[tuple[float, float, int | None], list[MatrixPoint]] = {}
    for point in view.of(persona):
        groups.setdefault(view.place(point), []).append(point)
    return list(groups.values())


def draw(
    plane: Plane, groups: Sequence[Sequence[MatrixPoint]], with_label: Collection[int], series: Series, theme: Theme,
    labels: Labels,
) -> list[Item]:  # fmt: skip
    """Marks and intervals. Nothing is moved: equal scores are one mark."""
    bars: list[Item] = []
    marks: list[Item] = []
    for group in groups:
        point = group[0]
        x, y = at(plane, point)
        for bar in _intervals(plane, point, x, y) if point.is_first else ():
            tint = look.tint(series.color, theme.paper, TINT)
            bars.append(rectangle(bar, fill=tint, name=f"interval-{point.persona}-{point.touchpoint}"))
            labels.mark(bar, _OVER_BAR)
        radius = look.MARK if any(each.touchpoint in with_label for each in group) else _DOT
        if any(each.moment_of_truth for each in group):
            marks.append(symbols.moment_of_truth(x, y, radius * 0.95, theme.ink, f"moment-of-truth-{point.touchpoint}"))
        assumed = any(score.assumed for each in group for score in (each.importance, each.experience))
        name = f"point-{point.persona}-{point.touchpoint}"
        hollow = theme.paper if assumed else None
        marks += symbols.marker(series.marker, x, y, radius, series.color, hollow=hollow, halo=theme.paper, name=name)
        labels.mark(_round(group, x, y), _MARK)
    return [*bars, *marks]


def at(plane: Plane, point: MatrixPoint) -> Pair:
    """Where a point is."""
    return plane.x(point.experience.value), plane.y(point.importance.value)


def counts(
    plane: Plane, groups: Sequence[Sequence[MatrixPoint]], theme: Theme, setter: Typesetter, labels: Labels
) -> list[Item]:
    """Beside every mark that stands for several touchpoints: how many."""
    items: list[Item] = []
    for group in groups:
        if len(group) == 1:
            continue
        text = setter.line(f"×{len(group)}", look.SMALL_STRONG)
        x, y = at(plane, group[0])
        size, reach = (text.width, look.SMALL_STRONG.size), _reach(group) + 1
        spots = [spot for distance in _NEAR for spot in _around(x, y, *size, reach + distance)]
        box = labels.place(*size, spots, at_most=_MARK - 1) or labels.place(*size, spots, at_most=_STRUCK)
        if box is not None:
            name = f"count-{group[0].persona}"
            items += centred(text, box.left, (box.top + box.bottom) / 2, theme.ink, name=name)
    return items


def _round(group: Sequence[MatrixPoint], x: float, y: float) -> Box:
    return Box(x, y, x, y).grown(_reach(group))


def _reach(group: Sequence[MatrixPoint]) -> float:
    return look.MARK * (2.0 if any(point.moment_of_truth for point in group) else 1.35)


def _intervals(plane: Plane, point: MatrixPoint, x: float, y: float) -> list[Box]:
    """Bars as long as the intervals, cut off at the ends of the axes; none that the mark would hide."""
    bars = []
    if ends := point.experience.interval:
        bars.append(Box(plane.x(ends[0]), y - _BAR / 2, plane.x(ends[1]), y + _BAR / 2))
    if ends := point.importance.interval:
        bars.append(Box(x - _BAR / 2, plane.y(ends[1]), x + _BAR / 2, plane.y(ends[0])))
    return [bar for bar in bars if max(bar.width, bar.height) > 2 * look.MARK]


def name_all(
    plane: Plane, groups: Sequence[Sequence[MatrixPoint]], names: Mapping[int, str], letters: AbstractSet[int],
    theme: Theme, setter: Typesetter, labels: Labels,
) -> PlacedNames:  # fmt: skip
    """The text that ``names`` gives by touchpoint beside its mark, with its rank before it.

    A mark of several touchpoints has all their names. The ranked come first, then those in the thickest crowd.

    Args:
        plane: The panel.
        groups: Its points, by mark.
        names: By touchpoint: a name, a letter, or nothing beside a rank. Others have no label.
        letters: The touchpoints whose label is short, so that it finds a place in any crowd.
        theme: The colours.
        setter: For the text.
        labels: Where there is room.
    """
    spots = [at(plane, group[0]) for group in groups]
    crowd = _crowds(spots)
    named = [i for i, group in enumerate(groups) if any(point.touchpoint in names for point in group)]
    named.sort(key=lambda i: (groups[i][0].rank if groups[i][0].is_first else TOP + 1, -crowd[i], i))
    items: list[Item] = []
    without: dict[int, None] = {}
    for i in named:
        places = [point.touchpoint for point in groups[i] if point.touchpoint in names]
        lettered = letters >= set(places)
        joined = (", " if lettered else "; ").join(names[place] for place in places if names[place])
        text = setter.fit(joined, look.LABEL, width=NAME_WIDTH, lines=NAME_LINES * len(places), even=True)
        drawn = _name(groups[i], spots[i], text, theme, setter, labels, lettered=lettered)
        if drawn is None:
            without |= dict.fromkeys(places)
        else:
            items += drawn
    return PlacedNames(tuple(items), tuple(without))


def _crowds(spots: Sequence[Pair]) -> list[int]:
    """How many marks are near each, itself among them."""
    near: Near[Pair] = Near()
    for x, y in spots:
        near.add(Box(x, y, x, y), (x, y))
    return [
        sum(math.dist((x, y), other) < _CLOSE for _, _, other in near.may_touch(Box(x, y, x, y).grown(_CLOSE)))
        for x, y in spots
    ]


def _name(
    group: Sequence[MatrixPoint], spot: Pair, text: TextBlock, theme: Theme,
    setter: Typesetter, labels: Labels, *, lettered: bool,
) -> list[Item] | None:  # fmt: skip
    """One name at the best place round its mark; ``None`` where there is none."""
    rank = group[0].rank if group[0].is_first else None
    ahead = 2 * BADGE + _BESIDE_BADGE * bool(text) if rank else 0.0
    width, height = ahead + text.width, max(text.height, 2 * BADGE if rank else 0.0)
    x, y = spot
    reach = _reach(group)
    is_clear = functools.cache(lambda spot: labels.clear((x, y), _nearest(x, y, spot, width, height)))
    box = None
    for distance in _REACHES:
        there = _around(x, y, width, height, reach + 2 + distance)
        if distance >= _TIED_FROM:  # the tie must not run over another name
            there = filter(is_clear, there)
        box = labels.place(width, height, there, at_most=_GOOD)
        if box:
            break
    if box is None:
        every = [s for distance in _REACHES for s in _around(x, y, width, height, reach + 2 + distance)]
        box = labels.place(width, height, filter(is_clear, every), at_most=_MARK - 1)
        if box is None and lettered:  # a letter has to stand somewhere; a name can become one
            box = labels.place(width, height, every, at_most=_STRUCK - 1)
    if box is None:
        return None
    items: list[Item] = []
    end = _nearest(x, y, (box.middle, (box.top + box.bottom) / 2), width, height)
    if math.dist((x, y), end) > reach + _TIED_FROM:
        start = _towards((x, y), end, reach)
        items.append(polyline([start, end], theme.muted, 0.7, name="tie"))
        labels.line([start, end], _STRUCK)
    middle = (box.top + box.bottom) / 2
    if rank:
        items += badge(box.left + BADGE, middle, rank, setter, theme)
    name = "-".join(dict.fromkeys(str(point.touchpoint) for point in group))
    items += block(text, box.left + ahead, middle - text.height / 2, theme.ink, name=f"name-{name}")
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


def _around(x: float, y: float, width: float, height: float, reach: float) -> Iterator[Pair]:
    """Middles of boxes of this size that keep a distance from a point: right, left, above, below, then between."""
    for i in sorted(range(_ANGLES), key=_preference):
        dx, dy = math.cos(math.tau * i / _ANGLES), math.sin(math.tau * i / _ANGLES)
        # As far out as it takes for the nearest edge to keep the distance.
        across = (width / 2 + reach) / abs(dx) if abs(dx) > 1e-9 else math.inf
        along = (height / 2 + reach) / abs(dy) if abs(dy) > 1e-9 else math.inf
        far = min(across, along)
        yield x + dx * far, y + dy * far


def _preference(step: int) -> tuple[int, int]:
    quarter = _ANGLES // 4
    return (min(step % quarter, quarter - step % quarter), (0, 3, 2, 1)[step // quarter % 4])


def _towards(start: Pair, end: Pair, by: float) -> Pair:
    share = by / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
