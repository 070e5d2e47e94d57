"""CX408: an action is past due and neither done nor dropped."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


@pytest.mark.parametrize(
    ("action", "days"),
    [
        ("due: 2026-06-30", "1 day"),
        ("due: 2026-06-29, status: in-progress", "2 days"),
        ("due: 2026-07-01, status: planned", None),
        ("due: 2026-06-30, status: done", None),
        ("due: 2026-06-30, status: dropped", None),
        ("due: 2026-06-30, status: finished", None),
        ("due: 30-6-2026", None),
    ],
)
def test_overdue(action, days):
    day = action[5:15]
    expected = [("/actions/x/due", f"action 'x' was due on {day}, {days} ago")] if days else []
    assert about("CX408", action) == expected
