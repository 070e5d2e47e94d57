from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.combined import mean, weights
from tests.analysis.journeys import journey, load, of_pairs, order, rank, touchpoint

BOTH = ("anna", "ben")


def differs(name: str, anna: tuple[float, float], ben: tuple[float, float], **more: Any) -> dict[str, Any]:
    """A touchpoint that two personas score differently."""
    scores = dict(zip(("importance", "experience"), ben, strict=True))
    return touchpoint(name, *anna, by_persona={"ben": {"scores": scores}}, **more)


def combined(ranking: Any) -> dict[str, Any]:
    return {row.touchpoint: row for row in ranking.rows if row.kind == "combined"}


def test_the_mean_of_figures_not_the_figure_of_means():
    """Shares 0.6 and 0.2; opposite gaps do not cancel."""
    ranking = rank(journey(differs("a", (9, 5), (5, 9)), personas=BOTH))
    row = combined(ranking)["a"]
    assert row.key == pytest.approx((0.6 * 3.6 + 0.2 * 0) / 0.8)
    assert (row.importance10, row.experience10, row.gap10) == (pytest.approx(8), pytest.approx(6), pytest.approx(2))
    assert row.persona is None
    assert (row.quadrant, row.interval, row.p_top5, row.n, row.sample) == (None, None, None, None, "none")
    assert any(
        one.startswith("trip/a falls short for anna and more than meets the need of ben") for one in ranking.remarks
    )


def test_rows_come_combined_first_then_by_persona():
    ranking = rank(journey(differs("a", (9, 5), (5, 9)), touchpoint("b", 9, 2), personas=("ben", "anna")))
    assert [(row.persona, row.rank, row.touchpoint) for row in ranking.rows] == [
        (None, 1, "b"),
        (None, 2, "a"),
        ("anna", 1, "b"),
        ("anna", 2, "a"),
        ("ben", 1, "b"),
        ("ben", 2, "a"),
    ]


def test_one_persona_has_no_combined_rows():
    both = journey(differs("a", (9, 5), (5, 9)), personas=BOTH)
    assert combined(rank(of_pairs({"a": (8, 5)}))) == {}
    assert combined(rank(both, persona="ben")) == {}


def test_over_the_personas_who_scored_it():
    stops = [touchpoint("a", 9, 5, personas=["ben"]), touchpoint("b", 9, 5, by_persona={"ben": {"scores": {}}})]
    row = combined(rank(journey(*stops, touchpoint("c", 5, 5), personas=BOTH)))["a"]
    assert row.key == pytest.approx(3.6)


def test_personas_of_one_segment_split_its_share():
    found = weights(load(of_pairs({"a": (8, 5)})), {"anna", "ben", "cleo"})
    assert found.shares == {"anna": 0.6, "ben": 0.1, "cleo": 0.1}
    assert found.without == ()


def test_a_missing_share_makes_all_equal_and_is_said():
    personas = ("anna", "dirk")
    one = touchpoint("a", 9, 5, by_persona={"dirk": {"scores": {"importance": 5, "experience": 1}}})
    ranking = rank(journey(one, personas=personas))
    assert combined(ranking)["a"].key == pytest.approx((3.6 + 2.0) / 2)
    assert "All personas count equally in the combined rows: no segment share is known for dirk." in ranking.remarks


def test_shares_of_zero_give_no_combined_rows_and_that_is_said():
    library = {
        "cxmap": 1,
        "segments": {"new": {"title": "New", "share": 0}},
        "personas": {name: {"name": name, "segment": "new"} for name in BOTH},
    }
    ranking = rank(of_pairs({"a": (8, 5)}, personas=BOTH), library=library)
    assert combined(ranking) == {}
    assert "No combined rows: the segments of all personas have a share of 0." in ranking.remarks
    assert order(ranking, "anna") == ["a"]


def test_reach_enters_each_persona_before_the_mean():
    stop = touchpoint("a", 9, 5, reach=1, by_persona={"ben": {"reach": 0.5}})
    row = combined(rank(journey(stop, personas=BOTH), reach=True))["a"]
    assert row.key == pytest.approx((0.6 * 3.6 + 0.2 * 1.8) / 0.8)


def test_a_mean_needs_every_value():
    assert mean([1, None], [1, 1]) is None
    assert mean([], []) is None
    assert mean([2, 4], [3, 1]) == 2.5
