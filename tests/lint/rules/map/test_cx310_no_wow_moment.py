"""CX310: no touchpoint has a wow or a measured experience at or above its desired one."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


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
