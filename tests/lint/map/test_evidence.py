"""Rules on who stands behind the figures: customers, words, employees."""

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


@pytest.mark.parametrize("code", ["CX302", "CX304", "CX305", "CX306", "CX310", "CX313", "CX401"])
@pytest.mark.parametrize(("state", "speaks"), [("current", True), ("desired", False), ("dessired", False)])
def test_plans_are_not_judged_as_facts(code, state, speaks):
    touchpoints = [
        f"{{id: t{n}, title: T, scores: {{importance: 9, experience: {{mean: 3, n: 9}}}}}}" for n in range(5)
    ]
    unscored = "{id: x, title: X}"
    assert bool(findings(code, *touchpoints, unscored, journey=f"state: {state}")) == speaks
