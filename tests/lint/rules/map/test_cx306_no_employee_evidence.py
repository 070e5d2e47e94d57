"""CX306: no evidence and no score in a journey comes from employees."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


@pytest.mark.parametrize(
    ("touchpoint", "stage", "journey", "speaks"),
    [
        ("{id: a, title: A}", "", "", True),
        ("{id: a, title: A, evidence: [{source: sellers, quote: Yes}]}", "", "", False),
        ("{id: a, title: A}", "evidence: [{source: sellers, quote: Yes}]", "", False),
        ("{id: a, title: A}", "", "evidence: [{source: sellers, quote: Yes}]", False),
        ("{id: a, title: A, scores: {importance: 5, source: sellers}}", "", "", False),
        ("{id: a, title: A, scores: {importance: 5}}", "", "scores_source: sellers", False),
        ("{id: a, title: A}", "", "scores_source: sellers", True),  # not one mark of theirs
        ("{id: a, title: A, importance_to_us: {mean: 7, n: 9, source: sellers}}", "", "", False),
        ("{id: a, title: A, handover: {scores: {experience: {mean: 7, n: 9, source: sellers}}}}", "", "", False),
        ("{id: a, title: A, handover: {scores: {experience: {mean: 7, n: 9, source: survey}}}}", "", "", True),
        ("{id: a, title: A, handover: 5}", "", "", False),
        ("{id: a, title: A, importance_to_us: {mean: 7, n: 9, source: 5}}", "", "", False),
        ("{id: a, title: A, evidence: [{source: nobody}]}", "", "", False),
        ("{id: a, title: A}", "", "evidence: 5", False),
    ],
)
def test_no_employee_evidence(touchpoint, stage, journey, speaks):
    found = findings("CX306", touchpoint, stage=stage, journey=journey)
    assert [one.pointer for one in found] == (["/journey"] if speaks else [])
