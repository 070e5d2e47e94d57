"""Rules on what customers experience leave desired journeys alone: a plan is no fact."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


@pytest.mark.parametrize("code", ["CX302", "CX304", "CX305", "CX306", "CX310", "CX313", "CX401"])
@pytest.mark.parametrize(("state", "speaks"), [("current", True), ("desired", False), ("dessired", False)])
def test_plans_are_not_judged_as_facts(code, state, speaks):
    touchpoints = [
        f"{{id: t{n}, title: T, scores: {{importance: 9, experience: {{mean: 3, n: 9}}}}}}" for n in range(5)
    ]
    unscored = "{id: x, title: X}"
    assert bool(findings(code, *touchpoints, unscored, journey=f"state: {state}")) == speaks
