"""CX503: a score has more answers than its source has respondents, or a source more than its population."""

from __future__ import annotations

import pytest

from tests.lint.rules.figures.scores import about


@pytest.mark.parametrize(
    ("score", "key"),
    [
        ("{mean: 5, n: 101, source: s}", "n"),
        ("{mean: 5, n: 100, source: s}", None),
        ("{mean: 5, n: 90, answers: 101, source: s}", "answers"),
        ("{mean: 5, n: 101, answers: 90, source: s}", None),
        ("{counts: {5: 60, 6: 41}, source: s}", "counts"),
        ("{counts: {5: 60, 6: 40}, source: s}", None),
        ("{mean: 5, n: 101}", None),
        ("5", None),
    ],
)
def test_more_answers_than_people(score, key):
    expected = [(f"/0/scores/experience/{key}", "101 answers, and source 's' has 100 in all")] if key else []
    assert about("CX503", f"experience: {score}") == expected


def test_more_respondents_than_there_are():
    more = """\
sources:
  p: {title: P, kind: panel, n: 12, population: 11}
  q: {title: Q, kind: panel, n: 11, population: 11}
"""
    assert about("CX503", "importance: 5", more=more) == [
        ("/sources/p/n", "source 'p' has n 12, of a population of 11")
    ]
