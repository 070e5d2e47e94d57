"""Where the parties stand: on ellipses round the centre, as small as their cards allow, none on another."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.output.drawing.labels import Near
from cxmap.output.drawing.scene import Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Pair = tuple[float, float]
Size = tuple[float, float]

_APART = 12.0  # between two cards
_ARROWS = 30.0  # between our organisation and a party outside
_STEP = 6.0  # by which an ellipse grows until everything fits
_FLATNESS = 0.6  # how much less it grows upwards
_SAMPLES = 720
_PASSES = 3  # over all pairs of places, to shorten the relations
_SWAPS = 500  # the most pairs: those of 32 parties
_THROUGH_A_CARD = 300.0  # points of length that a relation is worth which runs under a card


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse round the centre, by half its width and half its height."""

    a: float
    b: float

    def at(self, angle: float) -> Pair:
        """The point at an angle, in radians from the right, downwards."""
        return self.a * math.cos(angle), self.b * math.sin(angle)

    def depth(self, x: float, y: float) -> float:
        """Less than 1 inside, more outside."""
        return math.hypot(x / self.a, y / self.b)

    def around(self, boxes: Sequence[Box], margin: float) -> Ellipse:
        """One of the same shape, as large as holds these boxes."""
        depth = max(
            (self.depth(x, y) for box in boxes for x in (box.left, box.right) for y in (box.top, box.bottom)),
            default=1.0,
        )
        return Ellipse(self.a * depth + margin, self.b * depth + margin)

    def clears(self, box: Box, margin: float) -> bool:
        """Whether a box keeps a distance from it."""
        x = min(max(0.0, box.left), box.right)
        y = min(max(0.0, box.top), box.bottom)
        return math.hypot(x / (self.a + margin), y / (self.b + margin)) >= 1


@dataclass(frozen=True, slots=True)
class Rings:
    """All places, the centre at the origin.

    Attributes:
        boxes: The card of each party that is on a ring.
        customers: Round the customers.
        organisation: Round our own parties.
        reach: From the centre to the furthest card, across and down.
    """

    boxes: dict[int, Box]
    customers: Ellipse
    organisation: Ellipse
    reach: Size


def places(
    heart: Size, inner: Mapping[int, Size], outer: Mapping[int, Size], relations: Sequence[tuple[int, int]], room: Size
) -> Rings:
    """Places for the cards of the two rings.

    Args:
        heart: The size of what stands in the centre.
        inner: The sizes of our own parties' cards, by party.
        outer: The same of those outside.
        relations: Pairs of parties that should stand near each other.
        room: What the page offers from the centre, across and down; the rings use it, and go beyond where they must.
    """
    customers = Ellipse(heart[0] / 2 * 1.32 + 8, heart[1] / 2 * 1.32 + 8)
    wide, high = _largest(inner)
    first = Ellipse(customers.a + wide / 2 + _APART, customers.b + high / 2 + _APART)
    first = _grown(first, inner, customers, _APART)
    outer_wide, outer_high = _largest(outer)
    organisation = first.around(list(_boxes(first, inner).values()), 6) if inner else _bare(customers)
    second = Ellipse(organisation.a + outer_wide / 2 + _ARROWS, organisation.b + outer_high / 2 + _ARROWS)
    second = _grown(second, outer, organisation, _ARROWS) if outer else organisation
    # What the page has left goes to both rings.
    across = max((room[0] - outer_wide / 2) / second.a, 1.0)
    down = max((room[1] - outer_high / 2) / second.b, 1.0)
    first = Ellipse(first.a * (1 + (across - 1) * 0.6), first.b * (1 + (down - 1) * 0.6))
    organisation = first.around(list(_boxes(first, inner).values()), 6) if inner else _bare(customers)
    second = (
        _grown(Ellipse(second.a * across, second.b * down), outer, organisation, _ARROWS) if outer else organisation
    )
    boxes = _ordered(first, inner, second, outer, relations)
    reach = (
        max([organisation.a, *(max(-box.left, box.right) for box in boxes.values())]),
        max([organisation.b, *(max(-box.top, box.bottom) for box in boxes.values())]),
    )
    return Rings(boxes, customers, organisation, reach)


def _bare(customers: Ellipse) -> Ellipse:
    """An organisation of which no part is named."""
    return Ellipse(customers.a + 24, customers.b + 24)


def _largest(sizes: Mapping[int, Size]) -> Size:
    return max((w for w, _ in sizes.values()), default=0.0), max((h for _, h in sizes.values()), default=0.0)


def _grown(ellipse: Ellipse, sizes: Mapping[int, Size], inside: Ellipse, margin: float) -> Ellipse:
    """As large as it takes for the cards on it to keep off each other and off the ellipse inside."""
    while sizes:
        # Every card counts as the largest, so that cards can change places.
        boxes = list(_boxes(ellipse, dict.fromkeys(sizes, _largest(sizes))).values())
        if all(inside.clears(box, margin) for box in boxes) and _apart([box.grown(_APART / 2) for box in boxes]):
            break
        ellipse = Ellipse(ellipse.a + _STEP, ellipse.b + _STEP * _FLATNESS)
    return ellipse


def _apart(boxes: list[Box]) -> bool:
    """Whether no two of these boxes overlap."""
    near: Near[None] = Near()
    for box in boxes:
        if any(box.overlaps(other) for _, other, _ in near.may_touch(box)):
            return False
        near.add(box, None)
    return True


def _boxes(ellipse: Ellipse, sizes: Mapping[int, Size]) -> dict[int, Box]:
    spots = spread(ellipse, len(sizes))
    return {party: _box(spot, size) for spot, (party, size) in zip(spots, sizes.items(), strict=True)}


def _box(middle: Pair, size: Size) -> Box:
    (x, y), (wide, high) = middle, size
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def spread(ellipse: Ellipse, count: int) -> list[Pair]:
    """So many points at equal distances along an ellipse, from the top clockwise."""
    ring = [ellipse.at(math.tau * i / _SAMPLES - math.pi / 2) for i in range(_SAMPLES + 1)]
    along = list(itertools.accumulate((math.dist(a, b) for a, b in itertools.pairwise(ring)), initial=0.0))
    wanted = [along[-1] * (k + 0.5 * (count % 2 == 0)) / count for k in range(count)]
    spots, i = [], 0
    for length in wanted:
        while along[i + 1] < length:
            i += 1
        spots.append(ring[i])
    return spots


def _ordered(
    first: Ellipse, inner: Mapping[int, Size], second: Ellipse, outer: Mapping[int, Size],
    relations: Sequence[tuple[int, int]],
) -> dict[int, Box]:  # fmt: skip
    """Cards at the places of their ring, changed about until the relations are short and run under few cards."""
    sizes = {**inner, **outer}
    rings = [list(inner), list(outer)]
    spots = {
        party: spot
        for ring, ellipse in zip(rings, (first, second), strict=True)
        for party, spot in zip(ring, spread(ellipse, len(ring)), strict=True)
    }
    ties = [(start, end) for start, end in relations if start in sizes or end in sizes]
    if ties:
        order = _Order(spots, sizes, ties)
        pairs = [pair for ring in rings for pair in itertools.combinations(ring, 2)]
        for _ in range(_PASSES):
            if not sum(order.swap(one, other) for one, other in pairs[:_SWAPS]):
                break
        spots = order.spots
    return {party: _box(spot, sizes[party]) for party, spot in spots.items()}


class _Order:
    """Which card is at which place, and what changing two about is worth."""

    def __init__(self, spots: Mapping[int, Pair], sizes: Mapping[int, Size], ties: Sequence[tuple[int, int]]) -> None:
        import numpy as np

        self._places = {party: i for i, party in enumerate(spots)}
        centre = len(self._places)  # where every other party is
        self._at = np.array([*spots.values(), (0.0, 0.0)])
        self._half = np.array([sizes[party] for party in spots]) / 2
        self._ends = np.array([[self._places.get(party, centre) for party in tie] for tie in ties])
        self._all = np.arange(centre)

    @property
    def spots(self) -> dict[int, Pair]:
        """Where each party's card has its middle."""
        return {party: (float(self._at[i, 0]), float(self._at[i, 1])) for party, i in self._places.items()}

    def swap(self, one: int, other: int) -> bool:
        """Let two cards change places where that makes the relations shorter; whether it did."""
        pair = [self._places[one], self._places[other]]
        before = self._length(pair)
        self._at[pair] = self._at[pair[::-1]]
        if self._length(pair) < before - 1e-6:
            return True
        self._at[pair] = self._at[pair[::-1]]
        return False

    def _length(self, pair: list[int]) -> float:
        """How long all relations are that depends on two cards; each card that one runs under counts as length."""
        import numpy as np

        theirs = ((self._ends == pair[0]) | (self._ends == pair[1])).any(axis=1)
        start, end = self._at[self._ends[theirs, 0]], self._at[self._ends[theirs, 1]]
        through = self._under(self._ends[theirs], self._all) + self._under(self._ends[~theirs], np.array(pair))
        return float(np.hypot(*(end - start).T).sum()) + _THROUGH_A_CARD * through

    def _under(self, ties: Any, cards: Any) -> int:
        """How often relations run under cards they do not join; see :func:`~cxmap.output.drawing.labels.crosses`."""
        import numpy as np

        shape = (len(ties), len(cards))
        enters, leaves, beside = np.zeros(shape), np.ones(shape), np.zeros(shape, bool)
        for axis in (0, 1):
            at, half = self._at[:, axis], self._half[cards, axis]
            start, way = at[ties[:, 0], None], (at[ties[:, 1]] - at[ties[:, 0]])[:, None]
            near, far = (at[cards] - half) - start, (at[cards] + half) - start
            with np.errstate(divide="ignore", invalid="ignore"):
                first, last = near / way, far / way
            enters = np.maximum(enters, np.where(way == 0, -np.inf, np.minimum(first, last)))
            leaves = np.minimum(leaves, np.where(way == 0, np.inf, np.maximum(first, last)))
            beside = beside | ((way == 0) & ((near > 0) | (far < 0)))
        joined = (ties[:, 0, None] == cards) | (ties[:, 1, None] == cards)
        return int(((enters < leaves) & ~beside & ~joined).sum())
