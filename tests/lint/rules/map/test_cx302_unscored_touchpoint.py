"""CX302: a touchpoint has no importance or no experience for a persona who passes there."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

TWO = "personas: [noor, andre]"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", {"/0": "importance or experience for 'noor' and 'andre'"}),
        ("scores: {}", {"/0/scores": "importance or experience for 'noor' and 'andre'"}),
        ("scores: {experience: 3}", {"/0/scores": "importance for 'noor' and 'andre'"}),
        ("scores: {importance: 3, desired: 5}", {"/0/scores": "experience for 'noor' and 'andre'"}),
        ("personas: [andre], scores: {importance: 3}", {"/0/scores": "experience for 'andre'"}),
        ("scores: {importance: 3, experience: 4}", {}),
        ("personas: [nobody]", {}),
    ],
    ids=str,
)
def test_unscored_touchpoint(fields, expected):
    assert unscored(fields) == expected


def test_counts_without_an_answer_are_no_score():
    fields = "scores: {importance: 3, experience: {counts: {1: 0, 2: 0}}}"
    assert unscored(fields) == {"/0/scores": "experience for 'noor' and 'andre'"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "scores: {importance: 3}, by_persona: {noor: {scores: {experience: 4}}}",
            {"/0/scores": "experience for 'andre'"},
        ),
        ("scores: {importance: 3, experience: 4}, by_persona: {noor: {scores: {desired: 4}}}", {}),
        ("scores: {importance: 3, experience: 4}, by_persona: {noor: {doing: Runs}}", {}),
        (
            "by_persona: {noor: {scores: {importance: 3}}, andre: {scores: {importance: 3, experience: 4}}}",
            {"/0/by_persona/noor/scores": "experience for 'noor'"},
        ),
        (
            "scores: {desired: 4}, by_persona: {noor: {scores: {importance: 3}}}",
            {
                "/0/scores": "importance or experience for 'andre'",
                "/0/by_persona/noor/scores": "experience for 'noor'",
            },
        ),
    ],
    ids=str,
)
def test_unscored_where_personas_differ(fields, expected):
    assert unscored(fields) == expected


@pytest.mark.parametrize(
    "fields",
    [
        "scores: {importance: x, experience: {mean: y}}",
        "scores: {importance: 3, experience: {counts: {x: 2}}}",
        "scores: 5",
        "scores: ",
        "scores: {importance: 3, experience: }",
        "scores: {importance: 3, experience: 4}, by_persona: {noor: {scores: 5}}",
        "by_persona: {noor: 3, andre: {scores: {importance: 3, experience: 99}}}",
    ],
)
def test_a_wrong_score_is_not_called_absent(fields):
    assert unscored(fields) == {}


def unscored(fields: str) -> dict[str, str]:
    """What is missing of the one touchpoint's scores, by place."""
    found = findings("CX302", f"{{id: a, title: A, {fields}}}", journey=TWO)
    return {
        pointer: one.message.removeprefix("touchpoint 'a' has no ")
        for pointer, one in zip(pointers(found), found, strict=True)
    }


@pytest.mark.parametrize(
    ("personas", "whom"), [("a, b, c, d", "'a', 'b', 'c' and 'd'"), ("a, b, c, d, e", "'a', 'b', 'c' and 2 more")]
)
def test_four_personas_are_named_at_most(personas, whom):
    found = findings("CX302", "{id: t, title: T, scores: {experience: 5}}", journey=f"personas: [{personas}]")
    assert [one.message for one in found] == [f"touchpoint 't' has no importance for {whom}"]
