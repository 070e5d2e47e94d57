"""CX313: five or more touchpoints all have the same importance for a persona."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


@pytest.mark.parametrize(
    ("importances", "message"),
    [
        (["8"] * 5, "all touchpoints are equally important, so nothing can be ranked"),
        (["8"] * 4, None),
        (["8"] * 4 + ["7"], None),
        (
            ["5.5"] * 4 + ["{mean: 3, n: 9, source: survey}"],
            "all touchpoints are equally important, so nothing can be ranked",
        ),
        (["8"] * 4 + ["88"], None),  # outside its scale: four are left
        (["8"] * 4 + ["x"], None),
    ],
)
def test_flat_importance(importances, message):
    touchpoints = (f"{{id: t{n}, title: T, scores: {{importance: {one}}}}}" for n, one in enumerate(importances))
    assert [one.message for one in findings("CX313", *touchpoints)] == ([message] if message else [])


def test_importance_is_flat_for_one_persona_only():
    touchpoints = [
        f"{{id: t{n}, title: T, scores: {{importance: 8}}, by_persona: {{andre: {{scores: {{importance: {n + 1}}}}}}}}}"
        for n in range(5)
    ]
    found = findings("CX313", *touchpoints, journey="personas: [noor, andre]")
    assert [one.message for one in found] == [
        "all touchpoints are equally important for 'noor', so nothing can be ranked"
    ]
