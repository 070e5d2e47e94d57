"""Labels keep off each other, and off what is drawn where they can."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.output.drawing.labels import Labels, crosses, spread
from cxmap.output.drawing.scene import Box

PAGE = Box(0, 0, 100, 100)


def test_the_first_free_spot_is_taken() -> None:
    labels = Labels(PAGE)
    spots = [(50.0, 50.0), (50.0, 70.0)]
    assert labels.place(20, 10, spots) == Box(40, 45, 60, 55)
    assert labels.place(20, 10, spots) == Box(40, 65, 60, 75)
    assert labels.place(20, 10, spots) is None


def test_off_bounds_is_no_place() -> None:
    assert Labels(PAGE).place(20, 10, [(5.0, 50.0), (50.0, 99.0)]) is None


def test_marks_and_lines_are_avoided_where_that_can_be_had() -> None:
    labels = Labels(PAGE)
    labels.mark(Box(40, 40, 60, 60))
    labels.line([(0, 20), (100, 20)])
    assert labels.place(10, 10, [(50.0, 50.0), (50.0, 20.0), (50.0, 80.0)]) == Box(45, 75, 55, 85)
    assert labels.place(10, 10, [(50.0, 50.0)]) is not None


@pytest.mark.parametrize(
    ("start", "end", "through"),
    [
        ((0, 0), (10, 10), True),
        ((0, 5), (10, 5), True),
        ((5, 0), (5, 10), True),
        ((0, 0), (3, 0), False),
        ((0, 8), (2, 10), False),
        ((5, 5), (5, 5), True),
        ((0, 4), (4, 0), False),
    ],
)
def test_crosses(start: tuple[float, float], end: tuple[float, float], through: bool) -> None:
    assert crosses(Box(4, 4, 6, 6), start, end) is through


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 12)), max_size=8))
def test_spread_keeps_apart_and_in_order(wanted: list[tuple[float, float]]) -> None:
    middles = spread(wanted, 0, 100)
    boxes = sorted(
        (middle - height / 2, middle + height / 2) for middle, (_, height) in zip(middles, wanted, strict=True)
    )
    for (_, bottom), (top, _) in itertools.pairwise(boxes):
        assert bottom <= top + 1e-6
    assert all(top >= -1e-6 and bottom <= 100 + 1e-6 for top, bottom in boxes)


def test_spread_moves_nothing_that_has_room() -> None:
    assert spread([(10.0, 4.0), (50.0, 4.0)], 0, 100) == [10, 50]


def test_the_same_places_are_found_as_by_looking_at_everything() -> None:
    """Against the plain search: every spot with every text, mark and line."""
    for seed in range(20):
        rng = random.Random(seed)
        boxes = [_any_box(rng) for _ in range(40)]
        lines = [
            ((rng.uniform(0, 100), rng.uniform(0, 100)), (rng.uniform(0, 100), rng.uniform(0, 100))) for _ in "abc"
        ]
        labels = Labels(PAGE)
        for box in boxes[:10]:
            labels.text(box)
        for box in boxes[10:]:
            labels.mark(box, 4.0)
        for line in lines:
            labels.line(line, 2.0)
        spots = [(rng.uniform(0, 100), rng.uniform(0, 100)) for _ in range(30)]
        costs = []
        for rank, (x, y) in enumerate(spots):
            box = Box(x - 4, y - 2, x + 4, y + 2)
            inside = min(box.left, box.top) >= 0 and max(box.right, box.bottom) <= 100
            if inside and not any(box.overlaps(text.grown(2)) for text in boxes[:10]):
                covered = 4.0 * sum(box.overlaps(mark) for mark in boxes[10:])
                costs.append((covered + 2.0 * sum(crosses(box, *line) for line in lines) + 0.15 * rank, box))
        assert labels.place(8, 4, spots) == min(costs, key=lambda each: each[0])[1]


def _any_box(rng: random.Random) -> Box:
    x, y = rng.uniform(0, 100), rng.uniform(0, 100)
    return Box(x, y, x + rng.uniform(1, 12), y + rng.uniform(1, 12))


@pytest.mark.parametrize("kind", ["text", "mark"])
def test_a_label_is_compared_with_what_is_near_it(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a page of four times as much, equally dense, a label takes no more comparisons."""

    def compared(rows: int) -> int:
        labels = Labels(Box(0, 0, 40.0 * rows, 40.0 * rows))
        for x, y in itertools.product(range(rows), repeat=2):
            getattr(labels, kind)(Box(40.0 * x, 40.0 * y, 40.0 * x + 10, 40.0 * y + 10))
        count = itertools.count()
        with monkeypatch.context() as watched:
            overlaps = Box.overlaps
            watched.setattr(Box, "overlaps", lambda box, other: (next(count), overlaps(box, other))[1])
            assert labels.place(10, 10, [(65.0, 65.0)])
        return next(count)

    assert compared(40) == compared(20) == compared(10)
