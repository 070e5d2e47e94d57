"""CX305: a touchpoint has measured scores and no qualitative evidence, nor has its stage or journey."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

MEASURED = "{id: a, title: A, scores: {importance: 5, experience: {mean: 3, n: 40, source: survey}}}"


@pytest.mark.parametrize(
    ("touchpoint", "stage", "journey", "speaks"),
    [
        (MEASURED, "", "", True),
        ("{id: a, title: A, scores: {importance: 5, experience: 5}}", "", "", False),
        (MEASURED.replace("}}}", "}}, evidence: [{source: survey, note: Low}]}"), "", "", True),
        (MEASURED.replace("}}}", "}}, evidence: [{source: sellers, note: Low}]}"), "", "", False),
        (MEASURED.replace("}}}", "}}, evidence: 5}"), "", "", False),
        (MEASURED, "evidence: [{source: interviews, quote: Yes}]", "", False),
        (MEASURED, "", "evidence: [{source: interviews, quote: Yes}]", False),
        (MEASURED, "evidence: 5", "", False),
        (MEASURED, "", "evidence: 5", False),
        ("{id: a, title: A, by_persona: {noor: {scores: {importance: {mean: 3, n: 40}}}}}", "", "", True),
    ],
)
def test_numbers_without_voices(touchpoint, stage, journey, speaks):
    assert pointers(findings("CX305", touchpoint, stage=stage, journey=journey)) == (["/0"] if speaks else [])
