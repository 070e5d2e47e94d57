"""Rules on a journey as a whole: where it starts and ends, its channels, its wow, its importances."""

from __future__ import annotations

import pytest

from tests.lint.small import findings

PLAIN = "{id: a, title: A}"


@pytest.mark.parametrize(
    ("journey", "message"),
    [
        ("", "the journey does not say where it starts and ends"),
        ("starts_with: Here", "the journey does not say where it ends"),
        ("ends_with: There", "the journey does not say where it starts"),
        ("starts_with: Here\nends_with: There", None),
        ("starts_with: Here\nends_with: ' '", "the journey does not say where it ends"),
        ("starts_with: Here\nends_with: 5", None),
        ("starts_with: Here\nends_with:", None),
    ],
)
def test_boundaries(journey, message):
    found = findings("CX301", PLAIN, journey=journey)
    assert [(one.pointer, one.message) for one in found] == ([("/journey", message)] if message else [])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["channel: web", "channel: app", ""], "all channels of this journey are digital"),
        (["channel: phone", "channel: shop", "channel: shop"], "all channels of this journey are analog"),
        (["channel: web", "channel: shop", ""], None),
        (["channel: web", "channel: web"], None),  # too short to tell
        (["", "", ""], None),
        (["channel: web", "channel: web", "channel: web, also_through: [phone]"], None),
        (["channel: web", "channel: web", "channel: web, by_persona: {noor: {channel: phone}}"], None),
        (["channel: web", "channel: web", "channel: nowhere"], None),
        (["channel: web", "channel: web", "channel: 5"], None),
        (["channel: web", "channel: web", "channel: web, also_through: 5"], None),
    ],
)
def test_omnichannel(fields, message):
    found = findings("CX307", *(f"{{id: t{n}, title: T, {field}}}" for n, field in enumerate(fields)))
    assert [one.message for one in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("stage", "last"),
    [
        ("phase: attention", "attention"),
        ("phase: purchase", "purchase"),
        ("phase: delivery", None),
        ("phase: leaving", None),
        ("", None),  # no phases are given
        ("phase: buying", None),
    ],
)
def test_ends_at_purchase(stage, last):
    found = findings("CX309", PLAIN, stage=stage)
    expected = [f"no phase of this journey comes after the purchase; the last is '{last}'"] if last else []
    assert [one.message for one in found] == expected


@pytest.mark.parametrize(
    ("fields", "speaks"),
    [
        ("doing: Runs", True),
        ("wow: A film", False),
        ("wow: ''", True),
        ("wow: 5", False),
        ("by_persona: {noor: {wow: A film}}", False),
        ("scores: {experience: 9, desired: 8}", True),  # a mark of our own surprises nobody
        ("scores: {experience: {mean: 9, n: 40}, desired: 8}", False),
        ("scores: {experience: {mean: 8, n: 40}, desired: 8}", False),
        ("scores: {experience: {mean: 7.9, n: 40}, desired: 8}", True),
        ("scores: {experience: {mean: 4.6, n: 40, source: survey}, desired: 9.1}", False),  # 4.6 of 5 is 9.1 of 10
        ("scores: {experience: {mean: 4.6, n: 40, source: survey}, desired: 9.2}", True),
        ("scores: {experience: {counts: {5: 10}, source: survey}, desired: 9}", False),
        ("scores: {experience: {mean: 9, n: 40}}", True),
        ("scores: {experience: {mean: nine}, desired: 8}", False),
        ("by_persona: {noor: {scores: {experience: {mean: 9, n: 40}, desired: 8}}}", False),
        ("by_persona: {noor: {scores: {experience: {mean: nine}, desired: 8}}}", False),
    ],
)
def test_wow(fields, speaks):
    found = findings("CX310", f"{{id: a, title: A, {fields}}}")
    assert [one.pointer for one in found] == (["/journey"] if speaks else [])


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
