"""CX411: an action is done and has steps that are not."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about

STEPS = "steps: [{title: S, done: true, due: 2026-01-01}, {title: T, due: 2026-06-30}, {title: U, due: 2026-07-01}]"


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
