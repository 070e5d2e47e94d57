"""CX403: an action that is planned, in progress or done has no metric, neither its own nor one of its touchpoints."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.actions import about


@pytest.mark.parametrize(
    ("action", "touchpoint", "status"),
    [
        ("status: planned", "", "planned"),
        ("status: done", "", "done"),
        ("status: idea", "", None),
        ("status: dropped", "", None),
        ("status: done, metrics: [m]", "", None),
        ("status: done", "metrics: [m]", None),
        ("status: done, touchpoints: ['j/a#handover']", "metrics: [m]", None),
        ("status: done, metrics: 5", "", None),
        ("status: done", "metrics: 5", None),
        ("status: done, touchpoints: [nowhere]", "", None),  # nobody knows what is measured there
        ("status: done, touchpoints: 5", "", None),
    ],
)
def test_metric(action, touchpoint, status):
    message = f"action 'x' is {status} and has no metric, nor have its touchpoints"
    assert about("CX403", action, touchpoint) == ([("/actions/x", message)] if status else [])
