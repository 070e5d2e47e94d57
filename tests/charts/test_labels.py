"""Labels keep off each other, and off what is drawn where they can."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.charts.labels import Labels, crosses, spread
from cxmap.charts.scene import Box

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
