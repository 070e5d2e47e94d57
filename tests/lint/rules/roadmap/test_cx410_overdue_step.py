"""CX410: a step is past due and not done, of an action that is neither done nor dropped."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about

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
