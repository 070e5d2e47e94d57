"""The plan as a list: what is in it, in which order, and which part of it is asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from cxmap.analysis.plan import by_owner
from cxmap.analysis.roadmap import Roadmap, Wanted, roadmap, step_ids
from cxmap.errors import UsageError
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.project.project import Project

TRIP = journey(touchpoint("t0", 9, 3), touchpoint("t1", 9, 5))
PLAN: dict[str, Any] = {
    "dropped": {"title": "Gone", "touchpoints": ["trip/t0"], "status": "dropped", "finished": "2026-01-01"},
    "tried": {
        "title": "Tried",
        "touchpoints": ["trip/t0"],
        "status": "dropped",
        "finished": "2026-02-01",
        "learned": "Nobody came",
        "outcome": "refuted",
        "levers": ["product"],
    },
    "ready": {
        "title": "Ready",
        "touchpoints": ["trip/t0"],
        "status": "done",
        "finished": "2026-03-01",
        "hypothesis": "It helps",
        "steps": [{"title": "Try", "due": "2026-02-01"}],
    },
    "someday": {"title": "Some day", "touchpoints": ["trip/t1"], "owner": "web"},
    "started": {"title": "Started", "touchpoints": ["trip/t1"], "start": "2026-06-01", "status": "in-progress"},
    "later": {
        "title": "Later",
        "touchpoints": ["trip/t1", "trip/t0"],
        "owner": "shop",
        "due": "2026-12-01",
        "status": "planned",
        "start": "2026-12-24",
        "levers": ["people", "people", "process"],
        "steps": [
            {"title": "Ask them", "due": "2026-06-30", "owner": "web"},
            {"title": "Ask them", "due": "2026-12-31"},
            {"title": "…", "done": True},
            {"id": "ask-them", "title": "Once more"},
        ],
    },
    "soon": {"title": "Soon", "touchpoints": ["trip/t0"], "owner": "shop", "due": "2026-07-01", "levers": ["people"]},
}


def planned(**wanted: Any) -> Roadmap:
    return roadmap(load(TRIP, library=LIBRARY | {"actions": PLAN}), Wanted(**wanted))


def paths(plan: Roadmap) -> list[str]:
    return [item.path for item in plan.items]


def test_what_is_due_next_comes_first_and_what_has_ended_last():
    assert [item.path for item in planned().items if item.kind == "action"] == [
        "later",  # for its step of 30 June
        "soon",
        "started",
        "someday",
        "ready",
        "dropped",
        "tried",
    ]


def test_steps_stand_behind_their_action_and_are_known_by_id_or_title():
    assert paths(planned())[:5] == ["later", "later/ask-them-2", "later/ask-them-3", "later/step", "later/ask-them"]


def test_what_is_late_and_what_contradicts_itself():
    found = {item.path: item for item in planned().items}
    assert [path for path, item in found.items() if item.late] == ["later/ask-them-2"]
    assert [path for path, item in found.items() if item.contradicts] == ["later", "later/ask-them-3"]
    assert not found["soon"].late  # due today


def test_what_is_missing():
    plan = planned()
    assert (plan.unscheduled, plan.unowned) == (("someday",), ("started",))


def test_owners_of_steps_are_their_own_or_the_actions():
    found = {item.path: item.owner for item in planned().items}
    assert (found["later/ask-them-2"], found["later/ask-them"], found["ready/try"]) == ("web", "shop", None)


def test_improvements_have_the_ranks_of_gaps():
    (later,) = [item for item in planned().items if item.path == "later"]
    assert [(each.target.touchpoint, each.rank) for each in later.improves] == [("t0", 1), ("t1", 2)]


def test_what_was_learned_of_what_has_ended():
    assert [(lesson.action, lesson.status, lesson.outcome, lesson.learned) for lesson in planned().learning] == [
        ("ready", "done", None, None),
        ("tried", "dropped", "refuted", "Nobody came"),
    ]


def test_levers_count_actions_that_are_not_dropped():
    assert list(planned().levers.items()) == [("people", 2), ("process", 1)]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"owners": ["web"]}, ["later/ask-them-2", "someday"]),
        ({"owners": ["web", "shop"], "statuses": ["idea"]}, ["soon", "someday"]),
        ({"statuses": ["planned"]}, ["later", "later/ask-them-2", "later/ask-them-3", "later/ask-them"]),
        ({"statuses": ["done"]}, ["later/step", "ready", "ready/try"]),
        ({"statuses": ["dropped"]}, ["dropped", "tried"]),
        ({"due_before": dt.date(2026, 7, 2)}, ["later/ask-them-2", "soon"]),
        ({"due_before": dt.date(2026, 7, 1)}, ["later/ask-them-2"]),
        ({"owners": ["web"], "due_before": dt.date(2026, 1, 1)}, []),
    ],
)
def test_a_part_of_the_plan(wanted, shown):
    assert paths(planned(**wanted)) == shown


def test_the_action_of_a_step_that_is_shown_stands_around_it():
    assert list(planned(owners=["web"]).around) == ["later"]
    assert planned().around == {}


def test_an_unknown_owner_is_refused():
    with pytest.raises(UsageError, match=r"no owner is called 'shopp'; did you mean 'shop'\?"):
        planned(owners=["shopp"])
    with pytest.raises(UsageError, match="no action has an owner yet"):
        roadmap(load(TRIP), Wanted(owners=["zzz"]))


def test_who_is_defined_and_answers_for_nothing_has_no_items():
    plan = {"a": {"title": "A", "touchpoints": ["trip/t0"], "owner": "web"}}
    assert roadmap(load(TRIP, library=LIBRARY | {"actions": plan}), Wanted(owners=["shop"])).items == ()


@examples(25)
@given(plans())
def test_every_action_and_step_is_there_once(project: Project) -> None:
    plan = roadmap(project)
    assert sorted(item.path for item in plan.items) == sorted(
        {
            *project.actions,
            *(f"{name}/{step}" for name, action in project.actions.items() for step in step_ids(action)),
        }
    )
    assert {item.action for item in plan.items} == set(by_owner(project.actions))
    for owner in ("shop", "web"):
        part = roadmap(project, Wanted(owners=[owner]))
        assert part.items == tuple(item for item in plan.items if item.owner == owner)
