"""Finding a place for labels among what is drawn: never on another text, off what matters where that can be had."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.charts.scene import Box, Item, Outline, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair = tuple[float, float]

_APART = 2.0  # the least white space between two labels


class Labels:
    """Places boxes one after the other within bounds.

    What has been drawn is told in advance: text, which no label may touch, and marks and lines, which cost.
    """

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self._texts: list[Box] = []  # with the white space that belongs to them
        self._marks: list[tuple[Box, float]] = []
        self._lines: list[tuple[Pair, Pair, float]] = []

    def keep_off(self, items: Iterable[Item]) -> None:
        """Items that are in the scene already: their text, and their lines where they are straight."""
        for item in items:
            if isinstance(item, Words):
                self.text(item.box)
            elif isinstance(item, Outline) and item.stroke and all(kind in "ML" for kind, _ in item.segments):
                self.line([(point[0], point[1]) for _, point in item.segments])

    def text(self, box: Box) -> None:
        """Text that stands at a place already."""
        self._texts.append(box.grown(_APART))

    def mark(self, box: Box, weight: float = 4.0) -> None:
        """Something drawn that a label should leave free; ``weight`` is what covering it costs."""
        self._marks.append((box, weight))

    def line(self, points: Sequence[Pair], weight: float = 2.0) -> None:
        """A drawn line that labels should keep off; ``weight`` is what crossing it costs."""
        self._lines += ((start, end, weight) for start, end in itertools.pairwise(points))

    def clear(self, start: Pair, end: Pair) -> bool:
        """Whether a straight line would run over no text, and over no mark but those it starts at."""
        at = Box(*start, *start).grown(1.0)
        if any(crosses(text, start, end) for text in self._texts):
            return False
        return not any(crosses(mark, start, end) for mark, _ in self._marks if not mark.overlaps(at))

    def place(self, width: float, height: float, spots: Iterable[Pair], *, at_most: float = float("inf")) -> Box | None:
        """The best box of this size with its middle at one of the spots, earlier ones preferred.

        Returns:
            The box, which counts as text from now on, or ``None`` where every spot is off bounds, on a text, or costs
            more than ``at_most``.
        """
        best: tuple[float, Box] | None = None
        for rank, (x, y) in enumerate(spots):
            box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if not self._is_free(box):
                continue
            cost = self._cost(box) + 0.15 * rank
            if best is None or cost < best[0]:
                best = cost, box
        if best is None or best[0] > at_most:
            return None
        self._texts.append(best[1].grown(_APART))
        return best[1]

    def _is_free(self, box: Box) -> bool:
        inside = (
            box.left >= self._bounds.left
            and box.right <= self._bounds.right
            and box.top >= self._bounds.top
            and box.bottom <= self._bounds.bottom
        )
        return inside and not any(box.overlaps(text) for text in self._texts)

    def _cost(self, box: Box) -> float:
        marks = sum(weight for mark, weight in self._marks if box.overlaps(mark))
        return marks + sum(weight for start, end, weight in self._lines if crosses(box, start, end))


def crosses(box: Box, start: Pair, end: Pair) -> bool:
    """Whether a straight line from ``start`` to ``end`` passes through a box (Liang and Barsky's clipping)."""
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
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
