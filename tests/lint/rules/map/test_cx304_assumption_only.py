"""CX304: a scored touchpoint has no customer's voice behind it, neither in its scores nor in its evidence."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

MARKS = "{importance: 5, experience: 5}"


@pytest.mark.parametrize(
    ("fields", "speaks"),
    [
        (f"scores: {MARKS}", True),
        ("scores: {importance: 5, source: wall}", True),
        ("scores: {desired: 5, source: wall}", False),  # nothing is scored yet
        ("scores: {importance: 5, source: interviews}", False),
        ("scores: {importance: 5, experience: {mean: 3, n: 40, source: survey}}", False),
        ("scores: {importance: 5, experience: {counts: {3: 40}, source: survey}}", False),
        ("scores: {importance: 5, experience: {mean: 3, n: 40}}", True),
        (f"scores: {MARKS}, evidence: [{{source: interviews, quote: Yes}}]", False),
        (f"scores: {MARKS}, evidence: [{{source: sellers, quote: Yes}}]", True),
        (f"scores: {MARKS}, by_persona: {{noor: {{scores: {{source: interviews}}}}}}", False),
        # nobody knows what a wrong or unknown source is
        (f"scores: {MARKS}, evidence: [{{source: nobody, quote: Yes}}]", False),
        (f"scores: {MARKS}, evidence: [{{source: 5, quote: Yes}}]", False),
        (f"scores: {MARKS}, evidence: x", False),
        ("scores: {importance: 5, source: 5}", False),
        ("scores: {importance: 5, experience: {mean: 3, source: 5}}", False),
    ],
)
def test_assumption_only(fields, speaks):
    assert pointers(findings("CX304", f"{{id: a, title: A, {fields}}}")) == (["/0"] if speaks else [])


@pytest.mark.parametrize(
    ("source", "fields", "speaks"),
    [
        ("interviews", f"scores: {MARKS}", False),
        ("wall", f"scores: {MARKS}", True),
        (
            "interviews",
            "scores: {importance: {mean: 5, n: 9}}",
            True,
        ),  # who gave the marks says nothing of a measurement
        ("interviews", "scores: {importance: 5, source: wall}", True),
        ("5", f"scores: {MARKS}", False),
    ],
)
def test_who_gave_the_marks_is_said_once_for_the_journey(source, fields, speaks):
    found = findings("CX304", f"{{id: a, title: A, {fields}}}", journey=f"scores_source: {source}")
    assert bool(found) == speaks
