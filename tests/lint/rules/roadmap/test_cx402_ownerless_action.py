"""CX402: an action that is planned or in progress has no owner."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("status: planned", "planned"),
        ("status: in-progress", "in-progress"),
        ("status: idea", None),
        ("status: done", None),
        ("status: dropped", None),
        ("status: busy", None),
        ("status: planned, owner: store, due: 2027-01-01", None),
        ("status: planned, owner: 5, due: 1-1-2027", None),
        ("status: planned, owner: , due: ", None),
        ("levers: []", None),
    ],
)
def test_ownerless_action(action, status):
    owner = [("/actions/x", f"action 'x' is {status} and has no owner")] if status else []
    assert about("CX402", action) == owner
