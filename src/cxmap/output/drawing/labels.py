"""Finding a place for labels among what is drawn: never on another text, off what matters where that can be had."""

from __future__ import annotations

import itertools
from math import floor
from typing import TYPE_CHECKING, Generic, TypeVar

from cxmap.output.drawing.scene import Box, Item, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Pair = tuple[float, float]
T = TypeVar("T")

_APART = 2.0  # the least white space between two labels
_CELL = 24.0  # about as wide and high as what is looked for
_RANK = 0.15  # what a spot costs for each that was preferred to it


class Near(Generic[T]):
    """What stands where: looks through what is near a box, however much there is elsewhere."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Box, T]]] = {}
        self._count = 0

    def add(self, box: Box, what: T) -> None:
        """Something that covers a box."""
        entry = (self._count, box, what)
        self._count += 1
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(entry)

    def may_touch(self, box: Box) -> Iterator[tuple[int, Box, T]]:
        """All that shares a point with a box and more, each with its number in the order added; some repeatedly."""
        for cell in _cells(box):
            yield from self._cells.get(cell, ())


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    """The squares of the page that a box reaches into."""
    across = range(floor(box.left / _CELL), floor(box.right / _CELL) + 1)
    down = range(floor(box.top / _CELL), floor(box.bottom / _CELL) + 1)
    return itertools.product(across, down)


def around(points: Iterable[Pair]) -> Box:
    """The least box that holds some points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


class Labels:
    """Places boxes one after the other within bounds.

    What has been drawn is known in advance: text, which no label may touch, and marks and lines, which cost.
    """

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self._texts: Near[None] = Near()  # with the white space that belongs to them
        self._marks: Near[float] = Near()
        self._lines: Near[tuple[Pair, Pair, float]] = Near()

    def keep_off(self, items: Iterable[Item]) -> None:
        """Items that are in the scene already: their text, and their lines where they are straight."""
        for item in items:
            if isinstance(item, Words):
                self.text(item.box)
            elif isinstance(item, Shape) and item.stroke and all(kind in "ML" for kind, _ in item.segments):
                self.line([(point[0], point[1]) for _, point in item.segments])

    def text(self, box: Box) -> None:
        """Text that stands at a place already."""
        self._texts.add(box.grown(_APART), None)

    def mark(self, box: Box, weight: float = 4.0) -> None:
        """Something drawn that a label should leave free; ``weight`` is what covering it costs."""
        self._marks.add(box, weight)

    def line(self, points: Sequence[Pair], weight: float = 2.0) -> None:
        """A drawn line that labels should keep off; ``weight`` is what crossing it costs."""
        for start, end in itertools.pairwise(points):
            self._lines.add(around((start, end)), (start, end, weight))

    def clear(self, start: Pair, end: Pair) -> bool:
        """Whether a straight line would run over no text, and over no mark but those it starts at."""
        at, way = Box(*start, *start).grown(1.0), around((start, end))
        if any(crosses(text, start, end) for _, text, _ in self._texts.may_touch(way)):
            return False
        return not any(crosses(mark, start, end) and not mark.overlaps(at) for _, mark, _ in self._marks.may_touch(way))

    def crossed(self, box: Box) -> bool:
        """Whether a drawn line runs through a box."""
        return any(crosses(box, start, end) for _, _, (start, end, _) in self._lines.may_touch(box))

    def place(self, width: float, height: float, spots: Iterable[Pair], *, at_most: float = float("inf")) -> Box | None:
        """The best box of this size with its middle at one of the spots, earlier ones preferred.

        Returns:
            The box, which counts as text from now on, or ``None`` where every spot is off bounds, on a text, or costs
            more than ``at_most``.
        """
        best: Box | None = None
        least = at_most
        for rank, (x, y) in enumerate(spots):
            if rank * _RANK > least:
                break  # nothing that follows can cost less
            box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if not self._is_free(box):
                continue
            cost = self._cost(box, least) + rank * _RANK
            if cost < least or (best is None and cost == least):
                best, least = box, cost
        if best is not None:
            self._texts.add(best.grown(_APART), None)
        return best

    def _is_free(self, box: Box) -> bool:
        inside = (
            box.left >= self._bounds.left
            and box.right <= self._bounds.right
            and box.top >= self._bounds.top
            and box.bottom <= self._bounds.bottom
        )
        return inside and not any(box.overlaps(text) for _, text, _ in self._texts.may_touch(box))

    def _cost(self, box: Box, enough: float) -> float:
        """What a box covers and crosses costs; more than ``enough`` is not computed in full."""
        marks = {number: weight for number, mark, weight in self._marks.may_touch(box) if box.overlaps(mark)}
        cost = sum(marks[number] for number in sorted(marks))
        if cost > enough:
            return cost
        lines = {number: line for number, _, line in self._lines.may_touch(box)}
        return cost + sum(lines[number][2] for number in sorted(lines) if crosses(box, *lines[number][:2]))


def crosses(box: Box, start: Pair, end: Pair) -> bool:
    """Whether a straight line from ``start`` to ``end`` passes through a box (Liang and Barsky's clipping)."""
    (x, y), (to_x, to_y) = start, end
    if (
        (x < box.left and to_x < box.left)
        or (x > box.right and to_x > box.right)
        or (y < box.top and to_y < box.top)
        or (y > box.bottom and to_y > box.bottom)
    ):
        return False
    dx, dy = to_x - x, to_y - y
    enters, leaves = 0.0, 1.0
    for step, distance in ((-dx, x - box.left), (dx, box.right - x), (-dy, y - box.top), (dy, box.bottom - y)):
        if step == 0:
            if distance < 0:
                return False
            continue
        at = distance / step
        if step < 0:
            enters = max(enters, at)
        else:
            leaves = min(leaves, at)
    return enters < leaves


def parted(line: Sequence[Pair], boxes: Sequence[Box]) -> Iterator[list[Pair]]:
    """The parts of a line that run through none of some boxes: so that no text is struck."""
    part: list[Pair] = []
    for start, end in itertools.pairwise(line):
        if any(crosses(box, start, end) for box in boxes):
            if len(part) > 1:
                yield part
            part = []
        else:
            part = [*(part or [start]), end]
    if len(part) > 1:
        yield part


def spread(wanted: Sequence[Pair], top: float, bottom: float) -> list[float]:
    """Middles for boxes in a column, as near as can be to where they want to be, none on another.

    Args:
        wanted: The middle that each box wants, and its height.
        top: Where the first may begin.
        bottom: Where the last must end, if all fit.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i][0])
    middles = [middle for middle, _ in wanted]
    edge = top
    for i in order:
        height = wanted[i][1]
        middles[i] = max(wanted[i][0], edge + height / 2)
        edge = middles[i] + height / 2
    edge = max(bottom, top + sum(height for _, height in wanted))
    for i in reversed(order):
        height = wanted[i][1]
        middles[i] = min(middles[i], edge - height / 2)
        edge = middles[i] - height / 2
    return middles
