"""The plot of two personas: their lines, points with figures, and in words the weakest link and the largest drop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import course, style
from cxmap.output.charts.emotion.plane import Plane, axis, ground, names
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.curve import Bow
from cxmap.output.drawing.labels import Labels
from cxmap.output.drawing.scene import Box, Item, Shape, centred, polygon, polyline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cxmap.output.drawing.typesetting import TextBlock

    Pair = tuple[float, float]

ABOVE, BELOW = 17.0, 15.0  # room for figures beyond the ends of the scale
_BREAK = 2.0 + look.LINE  # where the source changes: 2 pt of paper between two round ends
# What a label pays for what it covers: a hairline is hardly missed, a leg is, and a point never covered.
_HAIR, _PASS, _LEG, _INTERVAL, _POINT = 1.0, 8.0, 15.0, 25.0, 100.0
_MOST = 99.0
_BESIDE = 2.6  # half of how far two intervals are apart
_STEPS = 8  # straight pieces along an edge of an area


def draw(plane: Plane, ends: float) -> list[Item]:
    """All of one plot; names stand in ``ends`` points right of it."""
    scale = axis(plane)
    columns = plane.table.columns
    labels = Labels(Box(columns.left, plane.top - ABOVE, columns.right, plane.bottom + BELOW))
    for item in scale:
        if isinstance(item, Shape) and item.stroke:
            weight = _PASS if item.name == "pass" else _HAIR
            labels.line([(point[0], point[1]) for _, point in item.segments], weight)
    spurs = dict(_spurs(plane))
    for spur in spurs.values():
        labels.line(spur.way, _LEG)
    items = [
        *ground(plane),
        *_areas(plane),
        *scale,
        *_intervals(plane, labels),
        *(item for spur in spurs.values() for item in spur.items),
    ]
    items += [*_compared(plane, labels), *_legs(plane, labels), *_points(plane, labels)]
    halfway = {place: spur.way[len(spur.way) // 2] for place, spur in spurs.items()}
    return [*items, *_Writer(plane, labels).all(halfway), *names(plane, ends)]


def _areas(plane: Plane) -> Iterator[Item]:
    """Between the lines and what they are compared with; or below the lines, the higher of the two first."""
    indexes = sorted((0, 1), key=lambda index: -_mean(plane, index))
    for index in indexes:
        line, fill = plane.view.lines[index], look.tint(plane.theme.series[index].color, plane.theme.paper)
        others = {(leg.start, leg.end): leg for leg in course.compared(plane.view, line, plane.form)}
        for leg in course.experienced(plane.view, line, plane.form):
            other = others.get((leg.start, leg.end))
            part = leg.within(plane.band.first, plane.band.end)
            back = other.within(plane.band.first, plane.band.end) if other else None
            if part is None or (back is None and plane.form != "area"):
                continue
            along = [part.at(step / _STEPS) for step in range(_STEPS + 1)]
            floor = [(x, plane.view.scale.min) for x, _ in along]
            under = [back.at(step / _STEPS) for step in range(_STEPS + 1)] if back else floor
            corners = [plane.on_leg(leg, index, point) for point in (*along, *reversed(under))]
            yield polygon(corners, fill=fill, name=f"area-{index}-{leg.start}-{leg.end}")


def _mean(plane: Plane, index: int) -> float:
    scores = course.scores(plane.view.lines[index]).values()
    return sum(scores) / len(scores) if scores else 0.0


def _compared(plane: Plane, labels: Labels) -> Iterator[Item]:
    """What the experiences are compared with: thin and dashed; hollow where somebody intends or assumes it."""
    for index, (line, series) in enumerate(zip(plane.view.lines, plane.theme.series, strict=False)):
        for leg in course.compared(plane.view, line, plane.form):
            part = leg.within(plane.band.first, plane.band.end)
            if part is not None:
                way = [plane.on_leg(leg, index, part.at(step / _STEPS)) for step in range(_STEPS + 1)]
                labels.line(way, _LEG)
                name = f"compared-leg-{index}-{leg.start}-{leg.end}"
                yield polyline(way, series.color, 1.3, look.DESIRED_DASH, name)
        for place, point in plane.here(index):
            value = course.other(point)
            if value is not None:
                x, y = plane.at(place, index, value)
                hollow = point.desired is not None or (point.earlier is not None and point.earlier.score.assumed)
                labels.mark(Box(x - 3, y - 3, x + 3, y + 3), _INTERVAL)
                name = f"compared-{index}-{place}"
                yield symbols.small(x, y, series.color, plane.theme.paper if hollow else None, name)


def _intervals(plane: Plane, labels: Labels) -> Iterator[Item]:
    """Bars of a paler colour, where they are longer than the point on them; two that would overlap are side by side."""
    bars = [dict(_extents(plane, index)) for index in (0, 1)]
    for index, series in enumerate(plane.theme.series[:2]):
        for place, (middle, high, low) in bars[index].items():
            other = bars[1 - index].get(place)
            overlap = other is not None and middle == other[0] and high < other[2] and other[1] < low
            x = middle + ((_BESIDE if index else -_BESIDE) if overlap else 0.0)
            labels.mark(Box(x - 4, high - 1, x + 4, low + 1), _INTERVAL)
            yield symbols.interval(x, high, low, series.color, plane.theme.paper, f"interval-{index}-{place}")


def _extents(plane: Plane, index: int) -> Iterator[tuple[int, tuple[float, float, float]]]:
    """Where a persona's intervals are, and from where to where they reach, cut off at the ends of the scale."""
    scale = plane.view.scale
    for place, point in plane.here(index):
        if point.experience is None or point.experience.interval is None:
            continue
        x, _ = plane.at(place, index, point.experience.value)
        low, high = (plane.y(min(max(end, scale.min), scale.max)) for end in point.experience.interval)
        if low - high > 2 * look.MARK:
            yield place, (x, high, low)


def _legs(plane: Plane, labels: Labels) -> Iterator[Item]:
    for index, (line, series) in enumerate(zip(plane.view.lines, plane.theme.series, strict=False)):
        for leg in course.experienced(plane.view, line, plane.form):
            dash = look.ASSUMED_DASH if leg.assumed else series.dash
            name = f"leg-{leg.start}-{leg.end}"
            for part in leg.pieces(plane.band.first, plane.band.end, _BREAK / plane.table.columns.width):
                start, first, second, end = (
                    plane.on_leg(leg, index, point) for point in (part.start, part.first, part.second, part.end)
                )
                if part.is_straight:
                    labels.line([start, end], _LEG)
                    yield polyline([start, end], series.color, look.LINE, dash, name)
                else:
                    labels.line([start, *(Bow(start, first, second, end).at(step / 6) for step in range(1, 7))], _LEG)
                    curved = (("M", start), ("C", (*first, *second, *end)))
                    yield Shape(curved, stroke=series.color, width=look.LINE, dash=dash, name=name)


def _points(plane: Plane, labels: Labels) -> Iterator[Item]:
    for index, series in enumerate(plane.theme.series[:2]):
        for place, point in plane.here(index):
            if point.experience is None:
                x = plane.table.columns.middle(place) + (4.0 if index else -4.0)
                labels.mark(Box(x - 2, plane.bottom - 8, x + 2, plane.bottom), _POINT)
                yield symbols.no_score(x, plane.bottom, series.color, name=f"no-score-{place}")
                continue
            x, y = plane.at(place, index, point.experience.value)
            reach = look.MARK + 1.5
            labels.mark(Box(x - reach, y - reach, x + reach, y + reach), _POINT)
            hollow = plane.theme.paper if point.experience.assumed else None
            name = f"point-{index}-{place}"
            yield from symbols.marker(
                series.marker, x, y, look.MARK, series.color, hollow=hollow, halo=plane.theme.paper, name=name
            )


class _Spur(NamedTuple):
    """The way to a detour, and how it is drawn."""

    way: list[Pair]
    items: list[Item]


def _spurs(plane: Plane) -> Iterator[tuple[int, _Spur]]:
    """To each detour one grey spur from the touchpoint before it, whoever makes it."""
    for place in plane.band.range:
        if plane.view.touchpoints[place].returns_to is None:
            continue
        ends = [found for index in (0, 1) if (found := _ends(plane, place, index))]
        if ends:
            (x, y), (to_x, to_y) = min(ends, key=lambda pair: abs(pair[0][1] - pair[1][1]))
            yield place, _spur((x, y), (to_x, to_y), plane, place)


def _ends(plane: Plane, place: int, index: int) -> tuple[Pair, Pair] | None:
    """Where a persona's spur to a detour starts and ends; ``None`` where one of the two has no score here."""
    line = plane.view.lines[index]
    point = line.points[place]
    before = [stop for stop in course.main_stops(plane.view, line) if stop[0] < place]
    if point is None or point.experience is None or not before:
        return None
    origin, score = before[-1][0], before[-1][1].experience
    if score is None or origin not in plane.band.range:
        return None
    middle = plane.table.columns.middle(place)
    return plane.at(origin, index, score.value), (middle, plane.y(point.experience.value))


def _spur(start: Pair, end: Pair, plane: Plane, place: int) -> _Spur:
    color, name = plane.theme.muted, f"detour-{place}"
    beside = look.MARK + 2.5 + (5.0 if any(plane.beside(place, index) for index in (0, 1)) else 0.0)
    if abs(end[1] - start[1]) < 22:  # too near for a bow: straight along
        way = [(start[0] + look.MARK + 6, start[1]), (end[0] - beside - 1, end[1])]
        bow, head = None, [way[1], (way[1][0] - 6, way[1][1] - 3), (way[1][0] - 6, way[1][1] + 3)]
    else:
        down = 1 if end[1] > start[1] else -1
        tip = (end[0], end[1] - down * (look.MARK + 3))
        origin = (start[0] + look.MARK - 1, start[1] + down * (look.MARK + 4))
        first = (origin[0] + 0.7 * (tip[0] - origin[0]), origin[1] + 0.1 * (tip[1] - origin[1]))
        second = (tip[0], origin[1] + 0.4 * (tip[1] - origin[1]))
        bow = Bow(origin, first, second, (tip[0], tip[1] - down * 5))
        way = [bow.at(step / 8) for step in range(9)]
        head = [tip, (tip[0] - 3, tip[1] - down * 6), (tip[0] + 3, tip[1] - down * 6)]
    if bow is None:
        drawn = polyline(way, color, 1.1, name=name)
    else:
        curved = (("M", bow.start), ("C", (*bow.first, *bow.second, *bow.end)))
        drawn = Shape(curved, stroke=color, width=1.1, name=name)
    return _Spur(way, [drawn, polygon(head, fill=color, name=f"{name}-end")])


class _Writer:
    """Writes beside the points. Each text finds a place of its own; where a line runs, ground is put below it."""

    def __init__(self, plane: Plane, labels: Labels) -> None:
        self._plane = plane
        self._labels = labels
        self._theme = plane.theme
        self._setter = plane.table.setter
        self._colors = [style.words_of(series, plane.theme) for series in plane.theme.series[:2]]

    def all(self, detours: Mapping[int, Pair]) -> list[Item]:
        """All of it; ``detours`` is where the ways to them can be named."""
        items: list[Item] = []
        for place in self._plane.band.range:
            items += self._figures(place)
        if self._plane.view.state == "current":
            items += self._weakest()
            items += self._drops()
        for place in self._plane.band.range:
            items += self._unscored(place)
        for place, (x, y) in detours.items():
            text = self._setter.line(self._plane.words.detour, style.PLAIN)
            spots = [(x + dx * (text.width / 2 + 5), y + dy) for dy in (0.0, 12.0, -12.0, 24.0) for dx in (-1, 1)]
            items += self._write(text, self._theme.muted, f"detour-label-{place}", spots)
        return items

    def _write(
        self, text: TextBlock, color: str, name: str, spots: Iterable[Pair], height: float | None = None
    ) -> list[Item]:
        box = self._labels.place(text.width, height or text.height, spots, at_most=_MOST)
        if box is None:
            return []
        ground = self._plane.ground(box.grown(0.8)) if self._labels.crossed(box) else []
        middle = (box.top + box.bottom) / 2
        return [*ground, *centred(text, box.middle, middle, color, align="center", name=name)]

    def _figures(self, place: int) -> list[Item]:
        """The scores at a touchpoint: in the colour of the persona, in ink where they are equal."""
        plane = self._plane
        points = [line.points[place] for line in plane.view.lines]
        scored = [(i, point.experience) for i, point in enumerate(points) if point and point.experience]
        given = [(i, score.value) for i, score in scored]
        texts = [say.figure(score, plane.view.scale, plane.words) for _, score in scored]
        if len(given) == 2 and texts[0] == texts[1]:
            at = plane.table.columns.middle(place), plane.y(given[0][1])
            return self._figure(place, texts[0], self._theme.ink, at, up=self._rises(place, 0, given[0][1]), wide=5.0)
        items: list[Item] = []
        for (index, value), text in zip(given, texts, strict=True):
            others = [other for i, other in given if i != index]
            up = value > others[0] if others else self._rises(place, index, value)
            at = plane.at(place, index, value)
            items += self._figure(place, text, self._colors[index], at, up=up, wide=0.0, index=index)
        return items

    def _figure(
        self, place: int, text: str, color: str, at: Pair, *, up: bool, wide: float, index: int | None = None
    ) -> list[Item]:
        line = self._setter.line(text, style.FIGURE)
        name = f"value-{place}" if index is None else f"value-{index}-{place}"
        height = line.style.size * 0.86
        return self._write(line, color, name, _around(at, line.width, height, up=up, wide=wide), height=height)

    def _rises(self, place: int, index: int, value: float) -> bool:
        """Whether a point is not below the middle of its neighbours, so that its figure stands above it."""
        line = self._plane.view.lines[index]
        stops = course.main_stops(self._plane.view, line)
        scores = [(stop, point.experience.value) for stop, point in stops if point.experience]
        around = [score for stop, score in scores if stop < place][-1:] + [s for stop, s in scores if stop > place][:1]
        return not around or value >= sum(around) / len(around)

    def _weakest(self) -> Iterator[Item]:
        """In ink, at the figure of each persona's weakest link; once where it is that of both."""
        plane, words = self._plane, self._plane.words
        found = [
            (place, index, point.experience.value)
            for index in (0, 1)
            for place, point in plane.here(index)
            if point.weakest_link and point.experience
        ]
        both = len(found) == 2 and found[0][0] == found[1][0] and found[0][2] == found[1][2]
        for place, index, value in found[:1] if both else found:
            name = plane.view.lines[index].name
            text = words.weakest_of_both if both else words.weakest_of.format(name)
            x, y = plane.at(place, index, value)
            at = (plane.table.columns.middle(place) if both else x, y)
            yield from self._remark(text, f"weakest-link-{place}", partial(_under, at))

    def _drops(self) -> Iterator[Item]:
        """In ink, on the leg that drops most; once where it is that of both."""
        plane, words = self._plane, self._plane.words
        found = []
        for index, line in enumerate(plane.view.lines):
            if line.largest_drop and all(place in plane.band.range for place in line.largest_drop):
                given = course.given(line)
                first, last = (given[place] for place in line.largest_drop)
                ends = tuple((place, given[place].value) for place in line.largest_drop)
                found.append((index, ends, say.apart(last, first, plane.view.scale, words)))
        both = len(found) == 2 and found[0][1] == found[1][1]
        for index, (before, after), size in found[:1] if both else found:
            form = words.drop_of_both if both else words.drop_of
            text = form.format(size) if both else form.format(size, plane.view.lines[index].name)
            leg = plane.at(before[0], index, before[1]), plane.at(after[0], index, after[1])
            yield from self._remark(text, f"largest-drop-{before[0]}-{after[0]}", partial(_on_leg, *leg))

    def _remark(self, text: str, name: str, spots: Callable[[float, float], Iterable[Pair]]) -> list[Item]:
        """Words in ink, in as few lines as find a place; first what it is, and below that whose."""
        for lines, least in ((2, ": "), (3, " "), (5, " ")):
            longest = max(self._setter.line(part, style.BOLD).width for part in f"{text} ".split(least))
            room = min(max(self._setter.line(text, style.BOLD).width / lines * 1.2, longest + 4), 130.0)
            fitted = self._setter.fit(text, style.BOLD, width=room, lines=lines + 2, smallest=style.SMALLEST)
            if items := self._write(fitted, self._theme.ink, name, spots(fitted.width, fitted.height)):
                return items
        return []

    def _unscored(self, place: int) -> list[Item]:
        """The words above the tick that stands for a missing score."""
        plane = self._plane
        missing = [i for i in (0, 1) if (point := plane.view.lines[i].points[place]) and point.experience is None]
        if not missing:
            return []
        width = plane.table.columns.width - 4
        text = self._setter.fit(plane.words.no_score, style.PLAIN, width=width, lines=2, smallest=style.SMALLEST)
        color = self._theme.ink if len(missing) == 2 else self._colors[missing[0]]
        x, y = plane.table.columns.middle(place), plane.bottom - 8 - text.height / 2
        return self._write(text, color, f"no-score-label-{place}", [(x, y - up) for up in (0.0, 8.0, 16.0, 30.0, 44.0)])


def _around(at: Pair, width: float, height: float, *, up: bool, wide: float) -> Iterator[Pair]:
    """Spots for the middle of a figure round a point: above or below first, then beside, then further off."""
    x, y = at
    rise, side = height / 2 + look.MARK + 3.5, width / 2 + look.MARK + 3 + wide
    signs = (-1, 1) if up else (1, -1)
    yield from ((x, y + sign * rise) for sign in signs)
    yield from ((x + dx * side * 0.6, y + sign * rise) for sign in signs for dx in (1, -1))
    yield from ((x + dx * side, y + sign * rise * part) for part in (0.75, 0.2) for sign in signs for dx in (1, -1))
    yield from (
        (x + dx * side * 0.5, y + sign * rise * far)
        for far in (1.3, 1.7, 2.2, 2.8)
        for sign in signs
        for dx in (0, 1, -1)
    )


def _under(at: Pair, width: float, height: float) -> Iterator[Pair]:
    """Spots for words at a point that has its figure: below that, else above it, else beside."""
    x, y = at
    for far in (20.0, 26.0, 34.0, 44.0):
        for sign in (1, -1):
            for dx in (0.0, 0.35, -0.35, 0.55, -0.55):
                yield x + dx * width, y + sign * (far - 4 + height / 2)
    for sign in (1, -1):
        yield from ((x + sign * (width / 2 + off), y + dy) for off in (12.0, 24.0) for dy in (0.0, 10.0, -10.0))


def _on_leg(start: Pair, end: Pair, width: float, _height: float) -> Iterator[Pair]:
    """Spots for words beside a leg, their middle between its two ends: elsewhere they would be about another leg."""
    (x0, y0), (x1, y1) = start, end
    legs = [(x0 + (x1 - x0) * along, y0 + (y1 - y0) * along) for along in (0.5, 0.35, 0.65, 0.2, 0.8)]
    for off in (0.0, 10.0, -10.0, 20.0, -20.0, 32.0, -32.0, 46.0, -46.0, 60.0, -60.0):
        for x, y in legs:
            for dx in (width / 2 + 4, -width / 2 - 4, width / 4, -width / 4, 0.0):
                if x0 < x + dx < x1:
                    yield x + dx, y + off
