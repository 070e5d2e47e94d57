from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.ranking.combined import mean, weights
from cxmap.choices import RANKING_KEYS
from tests.analysis.journeys import LIBRARY, journey, load, of_pairs, order, rank, touchpoint
from tests.analysis.journeys import mean as mean_of
from tests.analysis.published import WORKED

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


MEASURED = {"importance": mean_of(8, 1, 50), "experience": mean_of(5, 1, 50)}


def test_what_belongs_to_one_persona_is_not_taken_over():
    """Intervals, tests, chances, quadrants and marks of doubt; all four touchpoints have them for anna and for ben."""
    pairs = {"a": (9, 3), "b": (9, 9), "c": (3, 2), "d": (2, 9)}
    stops = [touchpoint(name, mean_of(i, 12, 50), mean_of(e, 12, 50)) for name, (i, e) in pairs.items()]
    ranking = rank(journey(*stops, personas=BOTH), by="gap", rank_sets=True)
    for row in ranking.rows:
        own = (row.interval, row.p_holm, row.p_first, row.p_top5, row.rank_set, row.quadrant, row.n)
        assert (None in own) == (row.kind == "combined")
        assert own == (None,) * 7 or row.kind != "combined"
        assert (row.borderline, row.sample) == ((False, "none") if row.kind == "combined" else (True, "ok"))
        assert (row.tied, row.guess, row.negative_share) == (False, False, None)


def test_a_combined_row_is_the_weighted_mean_of_all_figures():
    """anna counts 0.6, ben 0.2, so three quarters and one."""
    counts = {"counts": {1: 20, 5: 60}, "source": "five"}
    stop = touchpoint(
        "a",
        8,
        counts,
        scores={"desired": 9},
        channel="site",
        reach=0.8,
        importance_to_us=6,
        moment_of_truth=True,
        by_persona={
            "ben": {
                "scores": {"importance": 4, "experience": {"counts": {1: 1, 5: 1}, "source": "five"}, "desired": 5},
                "reach": 0.4,
                "moment_of_truth": False,
                "wow": "Cake",
            }
        },
    )
    others = [touchpoint(name, 1, 9) for name in "xyz"]
    ranking = rank(journey(*others, stop, personas=BOTH), reach=True, our_weight=0.5, by="improvement")
    row = combined(ranking)["a"]
    assert (row.importance, row.experience, row.desired) == pytest.approx((7, 6.875, 8))
    assert (row.importance10, row.experience10, row.desired10) == pytest.approx((7, 6.875, 8))
    assert (row.weighed10, row.gap, row.gap10, row.reach) == pytest.approx((6.5, 0.125, 0.125, 0.7))
    figures = {name: row.figures.of(name) for name in RANKING_KEYS}
    assert figures == pytest.approx(
        {
            "priority": 0,
            "gap": -0.375,
            "opportunity": 6.5,
            "shortfall": 0.75 * 1.75 + 0.25 * 2.5,
            "improvement": 0.75 * 1.75 + 0.25 * 2.5,
            "target": 0.75 * 7 * 0.15,
        }
    )
    assert row.key == row.keys.improvement == pytest.approx(0.75 * 0.8 * 1.75 + 0.25 * 0.4 * 2.5)
    assert (row.moment_of_truth, row.wow, row.weakest_link, row.guess) == (True, True, True, True)
    assert (row.channel, row.persona, row.rank, row.negative_share) == ("site", None, 1, None)


def test_a_channel_stays_where_it_is_one():
    stop = touchpoint("a", 8, 5, channel="site", by_persona={"ben": {"channel": "store"}})
    assert combined(rank(journey(stop, personas=BOTH)))["a"].channel is None


def test_marks_are_kept_if_any_persona_has_them():
    guessed = {"scores": {"importance": 9, "experience": 1}, "moment_of_truth": True, "wow": "Cake"}
    stops = [touchpoint("a", scores=MEASURED, by_persona={"ben": guessed}), touchpoint("b", scores=MEASURED)]
    weak = touchpoint("weak", mean_of(8, 1, 50), mean_of(1, 1, 50), personas=["anna"])
    rows = combined(rank(journey(*stops, weak, touchpoint("c", 1, 9), touchpoint("d", 1, 9), personas=BOTH)))
    for name, marked in (("a", True), ("b", False)):
        row = rows[name]
        assert (row.moment_of_truth, row.wow, row.weakest_link, row.guess) == (marked,) * 4


def test_without_combined_rows_another_figure_is_judged_by_the_first_persona():
    """Six touchpoints; of anna's first five, the opportunity keeps four."""
    library = {**LIBRARY, "segments": {name: {"title": name, "share": 0} for name in ("new", "old")}}
    pairs = {name: (one.importance, one.experience) for name, one in WORKED.items()}
    found = rank(of_pairs(pairs, personas=BOTH), library=library).agreement
    assert (found.top, found.of, found.kept["opportunity"]) == (5, 7, 4)


def test_how_many_rows_are_ranked():
    assert rank(of_pairs({"a": (8, 5), "b": (8, 5)}, personas=BOTH)).ranked == 6


def test_who_is_nowhere_defined_has_no_share():
    found = weights(load(of_pairs({"a": (8, 5)})), {"anna", "eve"})
    assert (found.shares, found.without) == ({"anna": 1, "eve": 1}, ("eve",))


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
    assert mean([2, 3], [0, 0]) is None
    assert mean([2, 4], [0.6, 0.4]) == pytest.approx(2.8)
    assert mean([2, 4], [3, 1]) == 2.5
