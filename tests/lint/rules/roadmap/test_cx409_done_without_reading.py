"""CX409: an action is done, and a metric of it has no reading since it was finished (or was due)."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


@pytest.mark.parametrize(
    ("action", "touchpoint", "unread"),
    [
        ("status: done, metrics: [m], finished: 2026-06-01", "", "'m' was not measured since 2026-06-01"),
        ("status: done, metrics: [m], due: 2026-06-01", "", "'m' was not measured since 2026-06-01"),
        (
            "status: done, metrics: [m], due: 2026-04-01, finished: 2026-06-01",
            "",
            "'m' was not measured since 2026-06-01",
        ),
        ("status: done, metrics: [m], finished: 2026-05-01", "", None),
        ("status: done, metrics: [m]", "", None),
        ("status: done, metrics: [none]", "", "'none' was not measured"),
        (
            "status: done, metrics: [m, fresh, none], finished: 2026-06-01",
            "",
            "'m' and 'none' were not measured since 2026-06-01",
        ),
        ("status: done, finished: 2026-06-01", "metrics: [m]", "'m' was not measured since 2026-06-01"),
        ("status: in-progress, metrics: [none]", "", None),
        ("status: done, metrics: [broken, nobody], finished: 2026-06-01", "", None),
        ("status: done", "", None),
    ],
)
def test_reading_after_the_end(action, touchpoint, unread):
    expected = [("/actions/x", f"action 'x' is done, and {unread}")] if unread else []
    assert about("CX409", action, touchpoint) == expected
