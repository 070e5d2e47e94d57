"""CX312: a measurement has fewer than five answers."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("scores: {experience: {mean: 3, n: 4}}", {"/0/scores/experience/n": 4}),
        ("scores: {experience: {mean: 3, n: 5}}", {}),
        ("scores: {experience: {mean: 3}}", {}),
        ("scores: {experience: {mean: 3, n: 0}}", {}),  # a wrong value
        ("scores: {importance: {counts: {3: 1, 4: 2}}}", {"/0/scores/importance/counts": 3}),
        ("scores: {importance: {counts: {3: 0}}}", {}),  # no answer at all is no measurement
        ("scores: {importance: {counts: {3: x, 4: 1}}}", {}),
        ("scores: {desired: {mean: 3, n: 1}}", {"/0/scores/desired/n": 1}),
        ("importance_to_us: {mean: 3, n: 2}", {"/0/importance_to_us/n": 2}),
        ("handover: {scores: {experience: {mean: 3, n: 2}}}", {"/0/handover/scores/experience/n": 2}),
        (
            "by_persona: {noor: {handover: {scores: {importance: {mean: 3, n: 3}}}}}",
            {"/0/by_persona/noor/handover/scores/importance/n": 3},
        ),
    ],
)
def test_small_sample(fields, expected):
    found = findings("CX312", f"{{id: a, title: A, {fields}}}")
    answers = {pointer: int(one.message.split()[0]) for pointer, one in zip(pointers(found), found, strict=True)}
    assert answers == expected
