"""The arrows of a stakeholder map: between us and those outside, and from party to party with what is done."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.stakeholders.cards import arrow, color
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import Near, around, crosses
from cxmap.output.drawing.scene import Box, Item, Shape, block, centred, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.output.charts.stakeholders.rings import Ellipse
    from cxmap.output.charts.stakeholders.view import Relation, StakeholdersView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

Pair = tuple[float, float]

DASH = (5.0, 2.0)
"""Relations between parties: what the organisation itself gives and gets is not dashed."""

# How a line may run: how far its bend is beside the straight way, in lengths of it; where along it; what that costs.
_BENDS = (0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8, 1.2, -1.2, 1.8, -1.8)
_WAYS = tuple(
    (bend, place, 0.6 * rank + (place != 0.5) * 3.0)
    for place in (0.5, 0.25, 0.75, 0.05, 0.95)
    for rank, bend in enumerate(_BENDS)
    if bend or place == 0.5
)
_GRID = 24.0  # between the bends that are tried where the page is crowded
_FAR = 1000.0  # what such a way costs: more than any other
_ON = 10.0  # lines whose middles are nearer than this lie on each other
_SIDE = 8.0  # between the two arrows of an exchange, from their middle
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9)
_BESIDE = tuple(12.0 * side * step for step in range(1, 12) for side in (1, -1))  # from a line, for a number
_LABEL = 92.0  # the width of a label
_APART = 3.0  # white space round a label
NUMBER = 6.2
"""The radius of a number on a line."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a relation runs, from the edge of one card to the edge of another."""

    relation: Relation
    points: tuple[Pair, ...]


def exchange(box: Box, organisation: Ellipse, centre: Pair, theme: Theme, *, out: bool, back: bool) -> list[Shape]:
    """The arrows between a party outside and the edge of our organisation, on the straight way to the centre."""
    x, y = box.middle, (box.top + box.bottom) / 2
    away = math.dist((x, y), centre)
    ux, uy = (x - centre[0]) / away, (y - centre[1]) / away
    depth = organisation.depth(ux, uy)
    near = (centre[0] + ux / depth, centre[1] + uy / depth)
    far = _leaves((x, y), near, box)
    side = _SIDE if out and back else 0.0
    items: list[Shape] = []
    if out:
        shift = (-uy * side, ux * side)
        items += arrow([_moved(near, shift), _moved(far, shift)], color(theme, outward=True), 1.5, name="we-do-arrow")
    if back:
        shift = (uy * side, -ux * side)
        items += arrow(
            [_moved(far, shift), _moved(near, shift)], color(theme, outward=False), 1.5, name="they-do-arrow"
        )
    return items


def around_middle(arrow: Shape) -> Box:
    """What the middle of a straight arrow covers."""
    (x0, y0), (x1, y1) = ((numbers[0], numbers[1]) for _, numbers in arrow.segments)
    return Box((x0 + x1) / 2, (y0 + y1) / 2, (x0 + x1) / 2, (y0 + y1) / 2).grown(_SIDE)


def _moved(point: Pair, by: Pair) -> Pair:
    return point[0] + by[0], point[1] + by[1]


def _leaves(start: Pair, end: Pair, box: Box) -> Pair:
    """Where the straight way from inside a box to a point outside passes its edge."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    across = (box.width / 2) / abs(dx) if dx else math.inf
    down = (box.height / 2) / abs(dy) if dy else math.inf
    share = min(across, down, 1.0)
    return start[0] + dx * share, start[1] + dy * share


def courses(
    view: StakeholdersView, boxes: Mapping[int, Box], avoid: Sequence[Box], arrows: Sequence[Box], page: Box
) -> list[Course] | None:
    """How all relations run: straight, or with one bend where a straight line would run under a card or on another.

    Args:
        view: What the map shows.
        boxes: The cards, by party.
        avoid: Other text.
        arrows: The middles of arrows, which matter less.
        page: Where a line may be.

    Returns:
        The ways; ``None`` where one of them could run through cards alone.
    """
    middles: Near[Pair] = Near()
    found: list[Course] = []
    for relation in view.relations:
        start, end = boxes[relation.start], boxes[relation.end]
        others = [box for party, box in boxes.items() if party not in {relation.start, relation.end}]
        hard = [box.grown(_APART) for box in (*others, *avoid)]
        best: tuple[Pair, ...] | None = None
        least = math.inf
        for points, dear in itertools.chain(_near_ways(start, end), _far_ways(start, end, page)):
            if dear >= least:
                if dear >= _FAR:
                    break  # all that follow are longer
                continue
            if not all(_holds(page, point) for point in points) or _meets(points, hard):
                continue
            cost = dear + 3 * _run_on(points, middles) + 4 * sum(_meets(points, [box]) for box in arrows)
            if cost < least:
                best, least = points, cost
        if best is None:
            return None
        middles.add(around([_middle(best)]), _middle(best))
        found.append(Course(relation, best))
    return found


def _near_ways(start: Box, end: Box) -> Iterator[tuple[tuple[Pair, ...], float]]:
    """Ways close to the straight one, each with what it costs to leave that."""
    a, b = _centre(start), _centre(end)
    dx, dy = b[0] - a[0], b[1] - a[1]
    for bend, place, dear in _WAYS:
        by = (a[0] + dx * place - dy * bend, a[1] + dy * place + dx * bend)
        yield _bent(start, end, by) if bend else (_leaves(a, b, start), _leaves(b, a, end)), dear


def _far_ways(start: Box, end: Box, page: Box) -> Iterator[tuple[tuple[Pair, ...], float]]:
    """Ways by every part of the page, shortest first: where none of the others is free."""
    a, b = _centre(start), _centre(end)
    across, down = (
        [low + _GRID * step for step in range(1, int((high - low) / _GRID))]
        for low, high in ((page.left, page.right), (page.top, page.bottom))
    )
    bends = sorted(itertools.product(across, down), key=lambda by: math.dist(a, by) + math.dist(by, b))
    for by in bends:
        if not _holds(start, by) and not _holds(end, by):
            yield _bent(start, end, by), _FAR + math.dist(a, by) + math.dist(by, b)


def _centre(box: Box) -> Pair:
    return box.middle, (box.top + box.bottom) / 2


def _bent(start: Box, end: Box, by: Pair) -> tuple[Pair, ...]:
    """A line from the edge of one card to the edge of another by way of a point."""
    return _leaves(_centre(start), by, start), by, _leaves(_centre(end), by, end)


def _holds(box: Box, point: Pair) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def _meets(points: Sequence[Pair], boxes: Sequence[Box]) -> bool:
    """Whether a line runs through one of some boxes."""
    whole = around(points)
    return any(
        box.overlaps(whole) and any(crosses(box, start, end) for start, end in itertools.pairwise(points))
        for box in boxes
    )


def _run_on(points: Sequence[Pair], middles: Near[Pair]) -> int:
    """How many lines have their middle where this has its own."""
    middle = _middle(points)
    return sum(math.dist(middle, other) < _ON for _, _, other in middles.may_touch(around([middle]).grown(_ON)))


def _middle(points: Sequence[Pair]) -> Pair:
    """The bend, or half-way along a straight line."""
    if len(points) > 2:
        return points[1]
    (x, y), (to_x, to_y) = points
    return (x + to_x) / 2, (y + to_y) / 2


def draw(
    ways: Sequence[Course], arrows: Sequence[Shape], boxes: Sequence[Box], page: Box,
    ground: Sequence[tuple[Ellipse, Pair, str]], setter: Typesetter, theme: Theme,
) -> tuple[list[Item], list[Item], list[str]]:  # fmt: skip
    """All relations.

    Args:
        ways: How they run.
        arrows: Other lines, which labels must keep off as well.
        boxes: What their labels must keep off.
        page: Where labels may be.
        ground: Ellipses with their centre and colour, outermost first, to be seen behind a label.
        setter: For the labels.
        theme: The colours.

    Returns:
        The lines; the labels and numbers on them; and the texts that the numbers stand for, in order.
    """
    lines: list[Item] = []
    for way in ways:
        lines += arrow(way.points, theme.rule, 1.1, dash=DASH, name=f"relation-{way.relation.start}-{way.relation.end}")
    taken: Near[None] = Near()
    for box in boxes:
        taken.add(box.grown(_APART), None)
    drawn: Near[tuple[Pair, Pair, Course | None]] = Near()
    routes: list[tuple[Sequence[Pair], Course | None]] = [(_straight(line), None) for line in arrows]
    routes += [(way.points, way) for way in ways]
    for points, course in routes:
        for start, end in itertools.pairwise(points):
            drawn.add(around((start, end)), (start, end, course))
    labels: list[Item] = []
    numbered: list[str] = []
    unnamed: list[Course] = []
    for way in ways:
        if not way.relation.title:
            continue
        text = setter.fit(way.relation.title, look.SMALL, width=_LABEL, lines=2, even=True)
        found = None if text.shortened else _spot(way, text.width + 4, text.height, taken, page, drawn)
        if found is None:
            unnamed.append(way)
            continue
        taken.add(found.grown(_APART), None)
        labels.append(rectangle(found, fill=_behind(found, ground, theme), name="plate"))
        labels += block(text, found.middle, found.top, theme.ink, align="center", name="relation-title")
    for way in unnamed:
        size = 2 * NUMBER
        place = (
            _spot(way, size, size, taken, page, drawn)
            or _spot(way, size, size, taken, page)
            or next((beside for off in _BESIDE if (beside := _spot(way, size, size, taken, page, off=off))), None)
        )
        if place is not None:
            taken.add(place, None)
            numbered.append(way.relation.title)
            labels += number(place.middle, (place.top + place.bottom) / 2, len(numbered), setter, theme)
    return lines, labels, numbered


def _straight(line: Shape) -> list[Pair]:
    return [(numbers[0], numbers[1]) for _, numbers in line.segments]


def number(x: float, y: float, count: int, setter: Typesetter, theme: Theme) -> list[Item]:
    """A number in a circle, on a relation or before its text."""
    digits: TextBlock = setter.line(str(count), look.SMALL_STRONG)
    return [
        symbols.circle(x, y, NUMBER, fill=theme.paper, stroke=theme.ink, width=0.9, name=f"number-{count}"),
        *centred(digits, x, y, theme.ink, align="center", name="number"),
    ]


def _spot(
    way: Course, width: float, height: float, taken: Near[None], page: Box,
    drawn: Near[tuple[Pair, Pair, Course | None]] | None = None, *, off: float = 0.0,
) -> Box | None:  # fmt: skip
    """A place on a line, or so far off it, for something of this size, free of all else, other lines if told."""
    (x0, y0), (x1, y1) = way.points[0], way.points[-1]
    length = math.dist((x0, y0), (x1, y1)) or 1.0
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(way.points)]
    for share in _ALONG:
        at = _along(way.points, lengths, share)
        x, y = _moved(at, ((y0 - y1) / length * off, (x1 - x0) / length * off))
        box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        inside = box.left >= page.left and box.right <= page.right and box.top >= page.top and box.bottom <= page.bottom
        if not inside or any(box.overlaps(other) for _, other, _ in taken.may_touch(box)):
            continue
        others = drawn.may_touch(box) if drawn else ()
        if not any(crosses(box, start, end) for _, _, (start, end, other) in others if other is not way):
            return box
    return None


def _along(points: Sequence[Pair], lengths: Sequence[float], share: float) -> Pair:
    """The point at a share of the length of a line, whose parts have these lengths."""
    left = share * sum(lengths)
    for (a, b), length in zip(itertools.pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            part = left / length
            return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
        left -= length
    return points[-1]


def _behind(box: Box, ground: Sequence[tuple[Ellipse, Pair, str]], theme: Theme) -> str:
    """The colour of the ground at the middle of a label."""
    middle = box.middle, (box.top + box.bottom) / 2
    found = theme.paper
    for ellipse, centre, fill in ground:
        if ellipse.depth(middle[0] - centre[0], middle[1] - centre[1]) < 1:
            found = fill
    return found
