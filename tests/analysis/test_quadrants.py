from __future__ import annotations

import statistics

import pytest

from cxmap.analysis.ranking.quadrants import borderline, choice_of, correlation, crossing, quadrant
from cxmap.analysis.scores import Score
from cxmap.errors import UsageError
from tests.analysis.published import CQ_INDEX, IJIC, MARTILLA_JAMES_RECALLED

RECALLED = [(one.importance, one.performance) for one in MARTILLA_JAMES_RECALLED]


def moved(cross: tuple[float, float]) -> list[int]:
    """The attributes (from 1) that another crosshair puts elsewhere than the authors."""
    return [
        n for n, one in enumerate(MARTILLA_JAMES_RECALLED, start=1) if quadrant(*RECALLED[n - 1], cross) != one.quadrant
    ]


class TestPublished:
    def test_recalled_dealer_table_by_means(self):
        cross = crossing(choice_of("mean"), RECALLED)
        assert cross == pytest.approx((3.1514, 2.8164), abs=5e-5)
        assert moved(cross) == []

    def test_recalled_dealer_table_by_medians_and_by_the_middle_of_the_scale(self):
        assert moved(crossing(choice_of("median"), RECALLED)) == [4, 8, 9, 10]
        assert moved((2.5, 2.5)) == [1, 2, 11]

    def test_by_means_the_worst_item_of_a_dutch_table_has_low_priority(self):
        """Why quadrants never decide the order: aspect 20 has by far the highest printed improvement score."""
        points = [(one.importance, one.experience) for one in CQ_INDEX]
        cross = crossing(choice_of("mean"), points)
        low = [n for n, point in enumerate(points, start=1) if quadrant(*point, cross) == "low-priority"]
        assert low == [12, 13, 18, 19, 20]

    def test_locus_for_focus_letters(self):
        """All 16 printed letters: first the gap, then the performance, each against its mean."""
        gap, performance = (statistics.fmean(getattr(n, what) for n in IJIC) for what in ("difference", "performance"))
        names: dict[str | None, str] = {
            "keep-up": "HH",
            "concentrate-here": "HL",
            "possible-overkill": "LH",
            "low-priority": "LL",
        }
        letters = [names[quadrant(need.difference, need.performance, (gap, performance))] for need in IJIC]
        assert letters == [need.quadrant for need in IJIC]


@pytest.mark.parametrize(
    ("point", "label"),
    [
        ((5, 5), "keep-up"),
        ((5, 4.999), "concentrate-here"),
        ((4.999, 5), "possible-overkill"),
        ((4.999, 4.999), "low-priority"),
        ((5 - 1e-12, 5 - 1e-12), "keep-up"),
    ],
)
def test_on_the_line_is_high(point, label):
    assert quadrant(point[0], point[1], (5, 5)) == label


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("mean ", (14 / 3, 17 / 3)),
        (" median", (4, 5)),
        ("scale", (5, 5)),
        ("7,6", (7, 6)),
        ("0,10", (0, 10)),
        ("10,0", (10, 0)),
        (" 7.5 , 6 ", (7.5, 6)),
    ],
)
def test_crosshairs(text, at):
    assert crossing(choice_of(text), [(1, 5), (4, 2), (9, 10)]) == pytest.approx(at)


@pytest.mark.parametrize(
    "text",
    ["", "middle", "7", "7,6,5", "7,eleven", "10.5,5", "5,10.5", "-1,5", "5,-1", "nan,5", "5,nan", "inf,5", "7;6"],
)
def test_no_crosshairs(text):
    with pytest.raises(UsageError, match="crosshair is mean, median, scale"):
        choice_of(text)


def test_borderline_is_an_interval_over_either_line():
    narrow, wide = (Score(7, 7, sd, n, guess=False) for sd, n in ((0.5, 50), (3, 10)))
    mark = Score(7, 7)
    assert not borderline(narrow, mark, (5, 5))
    assert borderline(wide, mark, (6, 5))
    assert borderline(mark, wide, (1, 6))
    assert not borderline(wide, mark, (1, 6))
    assert not borderline(mark, wide, (6, 1))
    assert not borderline(mark, mark, (7, 7))


def test_correlation_needs_three_points_that_vary():
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2], [2, 4]) is None
    assert correlation([1, 1, 1], [2, 4, 6]) is None
    assert correlation([1, 2, 3], [4, 4, 4 + 1e-12]) is None
    assert correlation([1, 1.1, 1.3], [2, 2.2, 2.6]) == pytest.approx(1)
