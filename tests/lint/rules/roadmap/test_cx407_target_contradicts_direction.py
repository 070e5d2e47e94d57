"""CX407: a target is worse than the baseline, by the metric's own direction."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.metrics import about


@pytest.mark.parametrize(
    ("better", "base", "target", "message"),
    [
        ("higher", "10", "9.5", "the target 9.5 is below the baseline 10, and higher is better"),
        ("lower", "10", "11", "the target 11 is above the baseline 10, and lower is better"),
        ("higher", "10", "10", None),
        ("lower", "10", "9", None),
        ("lower", "10", "10", None),
        ("up", "10", "9", None),
        ("higher", "ten", "9", None),
    ],
)
def test_target_contradicts_direction(better, base, target, message):
    dates = "date: 2026-01-01"
    metric = f"better: {better}, baseline: {{{dates}, value: {base}}}, target: {{{dates}, value: {target}}}"
    expected = [("/metrics/m/target/value", message)] if message else []
    assert about("CX407", metric=metric) == expected
