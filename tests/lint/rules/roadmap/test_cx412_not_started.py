"""CX412: an action is still an idea or planned, and its start has passed."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


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
