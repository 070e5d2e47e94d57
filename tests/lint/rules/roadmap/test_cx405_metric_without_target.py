"""CX405: a metric that an action names has no baseline or no target."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.metrics import about

BASE, TARGET = "baseline: {date: 2026-01-01, value: 10}", "target: {date: 2026-12-31, value: 20}"


@pytest.mark.parametrize(
    ("metric", "action", "missing"),
    [
        ("", "metrics: [m]", "baseline or target"),
        (BASE, "metrics: [m]", "target"),
        (TARGET, "metrics: [m]", "baseline"),
        (f"{BASE}, {TARGET}", "metrics: [m]", None),
        (f"{BASE}, target: 5", "metrics: [m]", None),
        (f"{BASE}, target: {{value: 5}}", "metrics: [m]", None),
        ("", "", None),  # no action names it
    ],
)
def test_metric_without_target(metric, action, missing):
    message = f"an action is measured by metric 'm', which has no {missing}"
    assert about("CX405", metric=metric, action=action) == ([("/metrics/m", message)] if missing else [])
