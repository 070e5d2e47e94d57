"""CX504: a mean that n whole marks cannot have."""

from __future__ import annotations

import pytest

from tests.lint.rules.figures.scores import about


@pytest.mark.parametrize(
    ("score", "found"),
    [
        ("{mean: 8.45, n: 12, source: s}", True),
        ("{mean: 8.42, n: 12, source: s}", False),
        ("{mean: 8.4, n: 12, source: s}", False),  # one decimal says nothing of twelve marks
        ("{mean: 8.40, n: 12, source: s}", True),  # two do
        ("{mean: 8, n: 12, source: s}", False),
        ("{mean: 8.459, n: 99, source: s}", True),
        ("{mean: 8.45, n: 100, source: s}", False),
        ("{mean: 8.45, n: 12, source: t}", False),  # no step
        ("{mean: 8.45, n: 12, answers: 20, source: s}", False),
        ("{mean: 8.45, source: s}", False),
        (f"{{mean: 8.{'45' * 400}, n: 12, source: s}}", True),
    ],
)
def test_a_mean_that_whole_marks_cannot_have(score, found):
    told = about("CX504", f"experience: {score}")
    assert [place for place, _ in told] == (["/0/scores/experience/mean"] if found else [])
    assert all("unless each answer is itself a mean of several questions" in message for _, message in told)


def test_a_mean_that_stands_elsewhere_is_rounded_as_it_is_there():
    score = "importance: {mean: &m 8.40, n: 12, source: s}, experience: {mean: *m, n: 12, source: s}"
    assert [place for place, _ in about("CX504", score)][:1] == ["/0/scores/importance/mean"]
