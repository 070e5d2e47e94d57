"""Rules on how the work goes: steps, starts, what was learned, and waiting for one another."""

from __future__ import annotations

import pytest

from tests.lint.roadmap.test_actions import about

STEPS = "steps: [{title: S, done: true, due: 2026-01-01}, {title: T, due: 2026-06-30}, {title: U, due: 2026-07-01}]"


@pytest.mark.parametrize(
    ("action", "places"),
    [
        (STEPS, ["1/due"]),
        (f"{STEPS}, status: in-progress", ["1/due"]),
        (f"{STEPS}, status: done", []),
        (f"{STEPS}, status: dropped", []),
        (f"{STEPS}, status: busy", []),  # nobody knows
        ("steps: [{title: S, due: 2026-06-30, done: maybe}, {title: T}, 5]", []),
        ("steps: [{title: S, due: 2026-06-30, done: false}]", ["0/due"]),
    ],
)
def test_a_step_that_is_overdue(action, places):
    message = "the step was due on 2026-06-30, 1 day ago"
    assert about("CX410", action) == [(f"/actions/x/steps/{place}", message) for place in places]


@pytest.mark.parametrize(
    ("action", "place", "message"),
    [
        (f"{STEPS}, status: done", 1, "action 'x' is done, and 2 steps are not"),
        ("steps: [{title: S}], status: done", 0, "action 'x' is done, and a step is not"),
        ("steps: [{title: S, done: true}], status: done", None, ""),
        ("steps: [{title: S, done: maybe}], status: done", None, ""),
        ("status: done", None, ""),
        (f"{STEPS}, status: in-progress", None, ""),
    ],
)
def test_done_with_steps_that_are_not(action, place, message):
    assert about("CX411", action) == ([] if place is None else [(f"/actions/x/steps/{place}", message)])


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("start: 2026-06-30, status: planned", True),
        ("start: 2026-06-30", True),  # an idea
        ("start: 2026-07-01, status: planned", False),
        ("start: 2026-06-30, status: in-progress", False),
        ("start: 2026-06-30, status: done", False),
        ("start: 2026-06-30, status: dropped", False),
        ("start: 2026-06-30, status: busy", False),
    ],
)
def test_not_started(action, found):
    message = "action 'x' was to start on 2026-06-30, 1 day ago"
    assert about("CX412", action) == ([("/actions/x/start", message)] if found else [])


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("status: done, hypothesis: H, finished: 2026-06-01", True),
        ("status: done, hypothesis: H, finished: 2026-06-02", False),  # 29 days
        ("status: done, hypothesis: H, due: 2026-06-01", True),
        ("status: done, hypothesis: H, due: 2026-01-01, finished: 2026-06-20", False),
        ("status: done, hypothesis: H", False),  # nobody knows since when
        ("status: done, finished: 2026-06-01", False),
        ("status: done, hypothesis: H, finished: 2026-06-01, outcome: refuted", False),
        ("status: done, hypothesis: H, finished: 2026-06-01, outcome: well", False),
        ("status: done, hypothesis: H, finished: 2026-06-01, learned: L", False),
        ("status: in-progress, hypothesis: H, finished: 2026-06-01", False),
    ],
)
def test_nothing_learned(action, found):
    place = [place for place, _ in about("CX413", action)]
    assert place == (["/actions/x"] if found else [])


def test_ids_of_steps_are_unique_within_their_action():
    steps = "steps: [{id: s, title: S}, {id: t, title: T}, {id: s, title: U}, {title: V}]"
    assert about("CX202", steps) == [("/actions/x/steps/2/id", "step 's' is defined twice")]
    assert about("CX202", "steps: [{id: s, title: S}]") == []
