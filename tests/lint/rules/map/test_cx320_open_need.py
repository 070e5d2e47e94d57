"""CX320: evidence with finding: new at a touchpoint that no action names and that has neither opportunities nor wow."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers


@pytest.mark.parametrize(
    ("fields", "more", "speaks"),
    [
        ("evidence: [{source: interviews, finding: new}]", "", True),
        ("evidence: [{source: interviews, finding: confirms}]", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: [Try it]", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: []", "", True),
        ("evidence: [{source: interviews, finding: new}], wow: A card", "", False),
        ("evidence: [{source: interviews, finding: new}], by_persona: {noor: {wow: A card}}", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: 5", "", False),
        ("evidence: [{source: interviews, finding: new}]", "actions: {x: {title: X, touchpoints: [a]}}", False),
        ("evidence: [{source: interviews, finding: new}]", "actions: {x: {title: X, touchpoints: [j/a]}}", False),
        (
            "evidence: [{source: interviews, finding: new}]",
            "actions: {x: {title: X, touchpoints: ['a#handover']}}",
            False,
        ),
        (
            "evidence: [{source: interviews, finding: new}]",
            "actions: {x: {title: X, touchpoints: [a], status: dropped}}",
            True,
        ),
    ],
)
def test_open_need(fields, more, speaks):
    found = findings("CX320", f"{{id: a, title: A, {fields}}}", more=f"{more}\n")
    assert pointers(found) == (["/0"] if speaks else [])
