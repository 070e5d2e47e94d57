"""Rules on measurements: how many answered, and when."""

from __future__ import annotations

import datetime as dt

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
