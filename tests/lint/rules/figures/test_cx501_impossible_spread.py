"""CX501: an sd is larger than any answers on the scale with this mean and this n can have."""

from __future__ import annotations

import pytest

from tests.lint.rules.figures.scores import about


@pytest.mark.parametrize(
    ("score", "most"),
    [
        ("{mean: 9.9, sd: 5, n: 40, source: s}", "40 answers from 0 to 10 with mean 9.9 have 1.23 at most"),
        ("{mean: 9.9, sd: 1.23, n: 40, source: s}", None),  # the mean may be 9.85
        ("{mean: 9.90, sd: 1.23, n: 40, source: s}", "40 answers from 0 to 10 with mean 9.9 have 1.03 at most"),
        ("{mean: 5, sd: 5.1, n: 40, source: s}", None),  # half of them a 0, half a 10
        ("{mean: 5, sd: 5.2, n: 40, source: s}", "40 answers from 0 to 10 with mean 5 have 5.06 at most"),
        ("{mean: 5, sd: 7, source: s}", None),  # two answers
        ("{mean: 5, sd: 7.2, source: s}", "answers from 0 to 10 with mean 5 have 7.07 at most"),
        ("{mean: 5, sd: 0.1, n: 1, source: s}", "a single answer has no spread"),
        ("{mean: 5, sd: 0, n: 1, source: s}", None),
        ("{mean: 9.9, sd: 5, n: 40, source: s, answers: 60}", None),
        ("{mean: 11, sd: 50, n: 40, source: s}", None),  # CX105
        ("{mean: 9.9, sd: 5, n: 40, source: nobody}", None),  # CX201
        ("{mean: 9.9, sd: 5, n: 0, source: s}", None),  # CX104
        ("{mean: 9.9, sd: 5, n: 40}", "40 answers from 1 to 10 with mean 9.9 have 1.17 at most"),
        ("{counts: {0: 1, 10: 1}, source: s}", None),
    ],
)
def test_a_spread_that_cannot_be(score, most):
    for part in ("importance", "experience", "desired"):
        found = about("CX501", f"{part}: {score}")
        assert [place for place, _ in found] == ([f"/0/scores/{part}/sd"] if most else [])
        assert all(message.endswith(most or "") for _, message in found)


def test_a_derived_importance_has_the_spread_that_it_has():
    assert about("CX501", "importance: {mean: 9.9, sd: 5, n: 40, source: s, derived: true}") == []


def test_spreads_of_handovers_and_of_personas():
    touchpoint = ", handover: {scores: {experience: {mean: 9.9, sd: 5, n: 9, source: s}}}"
    touchpoint += ", by_persona: {noor: {scores: {experience: {mean: 9.9, sd: 5, n: 9, source: s}}}}"
    found = about("CX501", "importance: 5", touchpoint=touchpoint)
    assert sorted(place for place, _ in found) == [
        "/0/by_persona/noor/scores/experience/sd",
        "/0/handover/scores/experience/sd",
    ]
