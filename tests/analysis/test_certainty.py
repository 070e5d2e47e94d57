"""How sure the order is: chances against the normal distribution, worked out by hand for two rows."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any

import pytest

from tests.analysis.journeys import TEN, journey, mean, rank, touchpoint


def phi(by: float, *errors: float) -> float:
    """The probability that the first of two is above the second, which lies ``by`` lower, given their errors."""
    return NormalDist().cdf(by / math.hypot(*errors))


def measured(name: str, importance: Any, experience: Any, **more: Any) -> dict[str, Any]:
    """A touchpoint with means and sds of what 100 people answered."""
    (i, sd_i), (e, sd_e) = importance, experience
    return touchpoint(name, mean(i, sd_i, 100), mean(e, sd_e, 100), **more)


def counted(name: str, negative: int) -> dict[str, Any]:
    """A touchpoint of importance 8 with so many negative answers of a hundred."""
    counts = {"counts": {1: negative, 5: 100 - negative}, "source": "five"}
    return touchpoint(name, mean(8, 0, 100), counts)


def gap_sd(sd: float) -> tuple[Any, ...]:
    return tuple(
        measured(name, importance, (5, 2), scores={"gap_sd": sd})
        for name, importance in (("a", (8.2, 1.2)), ("b", (8, 1.2)))
    )


@pytest.mark.parametrize(
    ("stops", "options", "expected"),
    [
        pytest.param(
            (measured("a", (8, 1), (5, 2)), measured("b", (8, 1), (5.2, 2))),
            {"by": "gap"},
            phi(0.2, 0.1, 0.2, 0.1, 0.2),
            id="two answers of each row, independent of each other",
        ),
        pytest.param(gap_sd(1.5), {"by": "gap"}, phi(0.2, 0.15, 0.15), id="the same people gave both answers"),
        pytest.param(gap_sd(9), {"by": "gap"}, phi(0.2, 0.32, 0.32), id="never less alike than opposites"),
        pytest.param(gap_sd(0.1), {"by": "gap"}, phi(0.2, 0.08, 0.08), id="never more alike than equals"),
        pytest.param(
            tuple(measured(n, (i, 0), (5, 2), scores={"gap_sd": 9}) for n, i in (("a", 8.2), ("b", 8))),
            {"by": "gap"},
            phi(0.2, 0.2, 0.2),
            id="an answer that all agree on goes together with nothing",
        ),
        pytest.param(
            tuple(measured(n, (8, 0), (e, 3), scores={"desired": d}) for n, e, d in (("a", 5, 9), ("b", 5.5, 9.2))),
            {"by": "target"},
            phi(4 - 3.7, 0.3, 0.3),
            id="against what is wanted",
        ),
        pytest.param(
            (counted("a", 50), counted("b", 40)),
            {"by": "improvement"},
            phi(0.1, 0.05, math.sqrt(0.24) / 10),
            id="the share of negative answers",
        ),
        pytest.param(
            tuple(measured(n, (i, 1), (0, 0), importance_to_us=8) for n, i in (("a", 8.2), ("b", 8))),
            {"by": "shortfall", "our_weight": 0.25},
            phi(0.15, 0.075, 0.075),
            id="only the customers' part of the importance varies",
        ),
        pytest.param(
            (measured("a", (8, 0), (4, 1), reach=0.5), measured("b", (8, 0), (6.1, 1), reach=1)),
            {"by": "gap", "reach": True},
            phi(2 - 1.9, 0.05, 0.1),
            id="reach",
        ),
        pytest.param(
            (measured("a", (8, 0), (4, 3), reach=0.1), measured("b", (8, 0), (4.3, 3), reach=1)),
            {"by": "gap"},
            phi(0.3, 0.3, 0.3),
            id="reach that is not asked for",
        ),
    ],
)
def test_the_chance_to_be_first_of_two(stops: Any, options: dict[str, Any], expected: float) -> None:
    found = {row.touchpoint: (row.p_first, row.p_top5) for row in rank(journey(*stops), **options).rows}
    assert found["a"][0] == pytest.approx(expected, abs=0.015)
    assert found["a"][0] + found["b"][0] == pytest.approx(1)
    assert found["a"][1] == found["b"][1] == 1


CERTAIN = {"importance": mean(8, 0, 100), "experience": mean(4, 0, 100)}


@pytest.mark.parametrize(
    ("stops", "first"),
    [
        ((touchpoint("a", scores=CERTAIN), touchpoint("b", scores=CERTAIN)), "a"),
        ((touchpoint("a", scores=CERTAIN, reach=0.2), touchpoint("b", scores=CERTAIN, reach=0.9)), "b"),
        ((touchpoint("a", scores=CERTAIN), touchpoint("b", scores=CERTAIN, reach=0.1)), "b"),
    ],
    ids=["the order of the journey", "reach", "unknown reach last"],
)
def test_ties_are_broken_as_in_the_ranking(stops: Any, first: str) -> None:
    rows = rank(journey(*stops)).rows
    assert [(row.touchpoint, row.p_first) for row in rows] == [(first, 1), ("ab".replace(first, ""), 0)]


def test_a_touchpoint_goes_before_the_step_into_it() -> None:
    step = touchpoint("b", scores=CERTAIN, handover={"scores": CERTAIN})
    rows = rank(journey(touchpoint("a", mean(1, 0, 50), mean(9, 0, 50)), step), handovers=True).rows
    assert [(row.kind, row.touchpoint, row.rank, row.p_first) for row in rows] == [
        ("touchpoint", "b", 1, 1),
        ("handover", "b", 1, 0),
        ("touchpoint", "a", 3, 0),
    ]


SEVEN = tuple(measured(n, (8, 1.5), (e, 1.5)) for n, e in zip("abcdefg", (2, 3, 4, 5, 6, 6.1, 7), strict=True))


def test_the_same_seed_gives_the_same_chances_and_another_seed_others() -> None:
    drawn = [[row.p_top5 for row in rank(journey(*SEVEN), seed=seed).rows] for seed in (3, 3, 4)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0] == pytest.approx(drawn[2], abs=0.02)


def test_a_better_score_changes_no_draw_of_another_row() -> None:
    """So that a report changes where its data did: d passes e, and those out of reach keep their chances."""
    last = measured("g", (8, 1.5), (7.4, 1.5))
    before, after = (
        {row.touchpoint: row.p_first for row in rank(journey(*SEVEN[:6], stop)).rows} for stop in (SEVEN[6], last)
    )
    assert before == after


@pytest.mark.parametrize(
    "spoiled",
    [
        touchpoint("h", 6, 5),
        touchpoint("h", mean(6, 1, 4), mean(5, 1, 100)),
        touchpoint("h", mean(6, 1, 100), mean(5, None, 100)),
        touchpoint("h", mean(6, 1, 100), mean(5, 1, 100, "wall")),
    ],
    ids=["marks", "too few", "no sd", "a guess"],
)
def test_one_row_without_takes_them_from_all(spoiled: dict[str, Any]) -> None:
    rows = rank(journey(*SEVEN, spoiled)).rows
    assert {(row.p_first, row.p_top5) for row in rows} == {(None, None)}


def test_in_the_top_five() -> None:
    chances = {row.touchpoint: row.p_top5 for row in rank(journey(*SEVEN)).rows}
    assert [chances[name] for name in "abcdg"] == pytest.approx([1, 1, 1, 1, 0], abs=0.001)
    assert chances["e"] + chances["f"] == pytest.approx(1, abs=0.001)
    assert 0.6 < chances["e"] < 0.7


def test_derived_importance_has_chances_though_no_gap() -> None:
    stops = [
        touchpoint(n, mean(0.6, 0.7, 900, derived=True), mean(e, 1.5, 900))
        for n, e in zip("abcdef", (2, 3, 4, 5, 6, 7), strict=True)
    ]
    ranking = rank(journey(*stops, scale={"importance": {"min": 0, "max": 1}, "experience": TEN}))
    assert [row.p_top5 for row in ranking.rows] == pytest.approx([1, 1, 1, 1, 1, 0], abs=0.001)
    assert {row.p_holm for row in ranking.rows} == {None}


def test_gaps_above_zero_by_holm_over_all_personas() -> None:
    """Three gaps of t = 1.98, 1.98 and 6.1 (98 degrees of freedom): 0.025 twice, times two, and nearly 0."""
    stops = [
        measured("a", (8, 1), (7.72, 1)),
        measured("b", (8, 1), (7.1, 1), personas=["ben"]),
    ]
    ranking = rank(journey(*stops, personas=("anna", "ben")))
    found = [(row.persona, row.touchpoint, row.p_holm) for row in ranking.rows if row.persona]
    assert [one[:2] for one in found] == [("anna", "a"), ("ben", "b"), ("ben", "a")]
    assert [one[2] for one in found] == pytest.approx([0.0491, 0, 0.0491], abs=5e-4)


class TestRankSets:
    def test_by_gap(self) -> None:
        sets = [row.rank_set for row in rank(journey(*SEVEN), by="gap", rank_sets=True).rows]
        assert sets == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (5, 6), (7, 7)]

    def test_the_same_seed_gives_the_same_ranges_and_another_seed_nearly(self) -> None:
        """Sixty rows of many distances, so that several lie at the edge, where the draws decide."""
        stops = [measured(f"t{n}", (9, 1 + n * n % 37 / 20), (n / 20 + n * n % 7 / 100, 2)) for n in range(60)]
        drawn = [rank(journey(*stops), by="gap", rank_sets=True, seed=seed).rows for seed in (1, 1, 2)]
        first, again, other = ([row.rank_set for row in rows] for rows in drawn)
        assert first == again != other
        assert [sum(ends) for ends in first] == pytest.approx([sum(ends) for ends in other], abs=3)

    def test_only_if_asked_for(self) -> None:
        assert {row.rank_set for row in rank(journey(*SEVEN), by="gap").rows} == {None}

    def test_none_without_an_se_at_every_row(self) -> None:
        ranking = rank(journey(*SEVEN, touchpoint("plain", 6, 5)), by="gap", rank_sets=True)
        assert {row.rank_set for row in ranking.rows} == {None}
