"""CX413: an action has been done for 30 days or more, has a hypothesis, and neither outcome nor learned."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


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
