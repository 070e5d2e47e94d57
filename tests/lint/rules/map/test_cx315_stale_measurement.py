"""CX315: a measurement is older than the configuration's max-age-days (off unless that is set)."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.lint.small import findings, pointers

TODAY = dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("scores: {experience: {mean: 3, n: 9, date: 2026-06-01}}", None),  # 30 days
        ("scores: {experience: {mean: 3, n: 9, date: 2026-05-31}}", "/0/scores/experience/date"),
        ("scores: {experience: {mean: 3, n: 9, source: survey}}", "/0/scores/experience/source"),
        ("scores: {experience: {mean: 3, n: 9, source: survey, date: 2026-06-30}}", None),
        ("scores: {experience: {mean: 3, n: 9, source: survey, date: 2026-6-30}}", None),
        ("scores: {experience: {mean: 3, n: 9, source: interviews}}", None),  # nobody says when
        ("scores: {experience: {mean: 3, n: 9, source: nobody}}", None),
        ("scores: {experience: {mean: 3, n: 9}}", None),
        ("scores: {experience: {counts: {3: 0}, date: 2020-01-01}}", None),
        ("scores: {experience: 3, source: survey}", None),
    ],
)
def test_stale_measurement(fields, where):
    found = findings("CX315", f"{{id: a, title: A, {fields}}}", config="max-age-days = 30", today=TODAY)
    assert pointers(found) == ([where] if where else [])


def test_no_measurement_is_stale_unless_the_team_says_when():
    assert not findings("CX315", "{id: a, title: A, scores: {experience: {mean: 3, n: 9, date: 1999-01-01}}}")
