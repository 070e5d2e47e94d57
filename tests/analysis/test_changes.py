"""What changed between the waves of a project: what is compared with what, what is tested, and in which family."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from scipy import stats

import cxmap
from cxmap.analysis.changes import index_changes, score_changes
from cxmap.analysis.metrics import metric_changes
from tests.analysis.journeys import LIBRARY, journey, load, mean, touchpoint

AIRPORT = Path(__file__).parents[2] / "examples" / "airport"


def survey(date: str, **more: Any) -> dict[str, Any]:
    return {"title": "Survey", "kind": "survey", "date": date, **more}


SURVEYS: dict[str, Any] = {
    **LIBRARY,
    "sources": {
        **LIBRARY["sources"],
        "spring": survey("2026-03-31"),
        "autumn": survey("2026-09-30"),
        "serial": survey("2026-09-30", series="a"),
        "serial-spring": survey("2026-03-31", series="a"),
        "reviews": {"title": "Reviews", "kind": "reviews", "date": "2026-03-31"},
        "five-spring": survey("2026-03-31", scale={"min": 1, "max": 5}),
        "panel-1": {"title": "Panel", "kind": "panel", "date": "2026-03-31"},
        "panel-2": {"title": "Panel", "kind": "panel", "date": "2026-09-30"},
        "all-spring": survey("2026-03-31", population=40),
        "idea": {"title": "Idea", "kind": "assumption"},
    },
}
SPRING, AUTUMN = mean(5.2, 1.6, 84, "spring"), mean(6.1, 1.4, 71, "autumn")


def changes(*touchpoints, **more):
    return score_changes(load(journey(*touchpoints, **more), library=SURVEYS))


def only(*waves, **more):
    """The change of the one experience that has these waves."""
    (found,) = (each for each in changes(touchpoint("a", 8, list(waves)), **more).values() if each.change)
    return found


def test_two_surveys():
    found = only(SPRING, AUTUMN)
    expected = stats.ttest_ind_from_stats(6.1, 1.4, 71, 5.2, 1.6, 84, equal_var=False)
    assert found.change.difference == pytest.approx(0.9)
    assert found.change.p == found.change.p_holm == pytest.approx(expected.pvalue, abs=1e-9)
    assert found.change.verdict == "better"
    assert (found.before.value, found.after.value) == (5.2, 6.1)


def test_on_the_scale_of_the_journey():
    found = only(mean(3, 1, 50, "spring"), mean(4, 1, 50, "autumn"), scale={"min": 1, "max": 5})
    assert found.change.difference == pytest.approx(1)
    assert found.change.interval == pytest.approx((1 - 0.396894, 1 + 0.396894), abs=1e-5)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (6, AUTUMN, "team"),
        ({"mark": 6, "source": "wall"}, AUTUMN, "team"),
        (mean(6, 1, 30, "idea"), AUTUMN, "team"),
        (SPRING, {"mark": 6, "source": "wall"}, "team"),
        (SPRING, mean(6.1, 1.4, 71, "serial"), "not-comparable"),
        (mean(6, 1, 40, "reviews"), AUTUMN, "not-comparable"),
        (mean(3, 1, 40, "five-spring"), AUTUMN, "not-comparable"),
        (mean(6, None, 40, "spring"), AUTUMN, "no-spread"),
        (mean(6, 1, None, "spring"), AUTUMN, "no-spread"),
        ({"mark": 6, "source": "spring"}, AUTUMN, "no-spread"),
        (mean(6, 1, 4, "spring"), AUTUMN, "too-few"),
        ({"counts": {6: 40}, "source": "spring"}, AUTUMN, "all-alike"),
        (mean(6, 1, 40, "all-spring"), AUTUMN, "everybody"),
    ],
)
def test_what_is_shown_and_not_tested(before, after, reason):
    found = only(before, after).change
    assert (found.verdict, found.reason) == ("not-tested", reason)
    assert found.interval is found.p is found.p_holm is None
    assert found.family == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SPRING, AUTUMN),
        (mean(5.2, 1.6, 84, "serial-spring"), mean(6.1, 1.4, 71, "serial")),
        (mean(5.2, 1.6, 84, "spring", date="2025-03-31"), SPRING),
        ({"counts": {5: 20, 6: 20}, "source": "spring"}, AUTUMN),
    ],
)
def test_what_is_tested(before, after):
    assert only(before, after).change.reason is None


def test_the_wave_before_is_the_last_that_can_be_compared():
    """A workshop between two surveys does not hide the change between them."""
    assert only(6, SPRING, {"mark": 7, "source": "wall", "date": "2026-05-01"}, AUTUMN).before.source == "spring"


def test_a_panel_is_marked_conservative():
    assert only(mean(5, 1, 40, "panel-1"), mean(6, 1, 40, "panel-2")).change.conservative
    assert not only(SPRING, AUTUMN).change.conservative


def test_a_population_narrows_the_interval():
    wide, narrow = (
        only(mean(5, 1, 30, "all-spring", date=day), mean(6, 1, 30, source)).change
        for source, day in (("autumn", None), ("all-spring", "2025-01-01"))
    )
    assert wide.interval[0] < narrow.interval[0]


def test_importance_is_neither_better_nor_worse():
    found = changes(touchpoint("a", [mean(8, 1, 90, "spring"), mean(5, 1, 90, "autumn")], 6))
    (change,) = (each.change for each in found.values() if each.change)
    assert change.verdict == "lower"


def test_families_of_the_project():
    """Experiences with those of handovers, and importances apart; what two personas share counts once."""
    shared = touchpoint("a", [SPRING, AUTUMN], [SPRING, AUTUMN])
    own = touchpoint(
        "b",
        8,
        [SPRING, AUTUMN],
        by_persona={"ben": {"scores": {"experience": [mean(5, 1, 30, "spring"), mean(5, 1, 30, "autumn")]}}},
        handover={"scores": {"experience": [SPRING, mean(5.3, 1.4, 71, "autumn")]}},
    )
    found = changes(shared, own, personas=("anna", "ben"))
    tested = [each for each in found.values() if each.change]
    assert {each.change.family for each in tested if each.key.kind == "importance"} == {1}
    assert {each.change.family for each in tested if each.key.kind == "experience"} == {4}
    assert len(tested) == 2 + 2 + 2 + 2


def test_desired_journeys_are_plans():
    assert not changes(touchpoint("a", 8, [SPRING, AUTUMN]), state="desired")


def test_the_index_over_what_was_scored_at_both_waves():
    project = load(
        journey(
            touchpoint("a", 8, [6, SPRING, AUTUMN]),
            touchpoint("b", 4, [mean(7, 1, 84, "spring"), mean(8, 1, 71, "autumn")]),
            touchpoint("new", 9, [AUTUMN]),
            touchpoint("guessed", 5, [6, AUTUMN]),
        ),
        library=SURVEYS,
    )
    (found,) = index_changes(project).values()
    assert (found.counted, found.total) == (2, 4)
    assert found.before.value == pytest.approx((8 * 5.2 + 4 * 7) / 12)
    assert found.after.value == pytest.approx((8 * 6.1 + 4 * 8) / 12)
    assert (found.change.verdict, found.change.at_most) == ("better", True)  # even if all errors went one way
    assert (found.before.wave.source, found.after.wave.source) == ("spring", "autumn")


def test_what_the_team_thought_of_a_whole_journey():
    project = load(journey(touchpoint("a", 8, [6, SPRING])), library=SURVEYS)
    (found,) = index_changes(project).values()
    assert (found.before.guess, found.after.guess, found.change.reason) == (True, False, "team")


def test_a_journey_of_one_wave_has_no_change():
    project = load(journey(touchpoint("a", mean(8, 1, 84, "spring"), SPRING)), library=SURVEYS)
    assert index_changes(project) == {}


def test_no_change_at_the_airport_is_more_than_chance():
    """Food by the raw answers: -0.049 [-0.099, +0.002], p 0.0598; of 15 Holm gives 0.897."""
    project = cxmap.load(AIRPORT)
    scores = {key: each for key, each in score_changes(project).items() if each.change}
    assert {(key.kind, each.change.family) for key, each in scores.items() if each.change} == {
        ("experience", 14),
        ("importance", 14),
    }
    food: Any = next(each for key, each in scores.items() if key[1:4] == ("restaurants", "passenger", "experience"))
    assert food.change.difference == pytest.approx(-0.049, abs=5e-4)
    assert food.change.interval == pytest.approx((-0.099, 0.002), abs=5e-4)
    assert food.change.p == pytest.approx(0.0598, abs=5e-5)
    assert 15 * food.change.p == pytest.approx(0.897, abs=5e-4)
    metrics = metric_changes(project)
    assert {each.change.verdict for each in scores.values() if each.change} == {"no-clear-change"}
    assert {change.verdict for change in metrics.values() if change} == {"no-clear-change"}
    (index,) = index_changes(project).values()
    assert (index.counted, index.change.verdict, index.change.at_most) == (14, "no-clear-change", False)
