"""What owners hope for: gains that actions expect, in the index of each journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from cxmap.analysis.roadmap import roadmap
from cxmap.analysis.scores import from_ten
from cxmap.analysis.summary import summary
from tests.analysis.journeys import LIBRARY, journey, load, mean, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.project.project import Project

# Undated, of 1 March, and of 1 June 2026.
WAVES = [2, mean(5, 1, 40, "survey", date="2026-03-01"), mean(6, 1, 40, "survey", date="2026-06-01")]


def hoped(*expects: dict[str, Any], experience: Any = WAVES, **more: Any) -> Any:
    """The hopes for a journey of two touchpoints of importance 6 and 4, with an action for each ``expects``."""
    actions = {
        f"a{number}": {"title": "A", "touchpoints": ["trip/t0", "trip/t1"], **action}
        for number, action in enumerate(expects)
    }
    trip = journey(touchpoint("t0", 6, experience), touchpoint("t1", 4, 5), **more)
    return roadmap(load(trip, library=LIBRARY | {"actions": actions})).expects


@pytest.mark.parametrize(
    ("expects", "after"),
    [
        ([{"expects": {"trip/t0": 1}}], 7),  # from the last wave
        ([{"expects": {"trip/t0": 1}}, {"expects": {"trip/t0": 2}}], 9),
        ([{"expects": {"trip/t0": 1}, "start": "2026-09-01"}], 7),
        ([{"expects": {"trip/t0": 3}, "start": "2026-04-01"}], 8),  # from 5: a point of it has been reached
        ([{"expects": {"trip/t0": 3}, "start": "2026-03-01"}], 6),  # from 2: all of it, and more
        ([{"expects": {"trip/t0": 5}, "start": "2026-02-01"}], 7),
        ([{"expects": {"trip/t0": 2}, "start": "2026-04-01"}, {"expects": {"trip/t0": 2}}], 9),
        ([{"expects": {"trip/t0": 9}}], 10),  # no further than the scale goes
        ([{"expects": {"trip/t0": -1}}], 5),
        ([{"expects": {"trip/t0": {"anna": 1}}}], 7),
    ],
)
def test_gains_are_added_to_the_wave_before_the_start(expects, after):
    (hope,) = hoped(*expects).journeys
    assert (hope.now, hope.hoped) == pytest.approx(((6 * 6 + 4 * 5) / 10, (6 * after + 4 * 5) / 10))


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_nothing_is_hoped_for_of_what_has_ended(status):
    assert hoped({"expects": {"trip/t0": 1}, "status": status}) == ((), ())


@pytest.mark.parametrize(
    ("expects", "unused"),
    [
        ({"trip/t0#handover": 1}, "trip/t0#handover"),
        ({"trip/elsewhere": 1}, "trip/elsewhere"),
        ({"other/t0": 1}, "other/t0"),
    ],
)
def test_what_is_in_no_index_is_named(expects, unused):
    assert hoped({"expects": expects}) == ((), (unused,))


def test_what_is_not_scored_is_in_no_index():
    assert hoped({"expects": {"trip/t0": 1}}, experience=None) == ((), ("trip/t0",))


def test_a_desired_journey_has_no_hopes():
    assert hoped({"expects": {"trip/t0": 1}}, state="desired") == ((), ("trip/t0",))


def test_gains_are_in_points_of_the_journeys_scale():
    five = {"min": 1, "max": 5}
    trip = journey(touchpoint("t0", 3, 2), scale=five)
    actions = {"a": {"title": "A", "touchpoints": ["trip/t0"], "expects": {"trip/t0": 1}}}
    (hope,) = roadmap(load(trip, library=LIBRARY | {"actions": actions})).expects.journeys
    assert (hope.now, hope.hoped, hope.scale.max) == (2, 3, 5)


def test_a_gain_of_one_persona_counts_for_that_one():
    (hope,) = hoped({"expects": {"trip/t0": {"ben": 2}}}, personas=("anna", "ben")).journeys
    assert (hope.now, hope.hoped) == pytest.approx((5.6, (6 * 6 + 6 * 8 + 2 * 4 * 5) / 20))


@examples(25)
@given(plans())
def test_the_index_is_that_of_the_summary(project: Project) -> None:
    for hope in roadmap(project).expects.journeys:
        index10 = summary(project, hope.journey).project.index10
        assert index10 is not None
        assert hope.now == pytest.approx(from_ten(index10, hope.scale))
        assert hope.scale.min <= hope.hoped <= hope.scale.max
