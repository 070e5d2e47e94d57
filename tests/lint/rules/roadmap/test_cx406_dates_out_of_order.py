"""CX406: dates of an action, its steps and a metric that are out of order."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.metrics import about


@pytest.mark.parametrize(
    ("action", "where", "message"),
    [
        ("start: 2027-03-01, due: 2027-02-28", "due", "due on 2027-02-28, before it starts on 2027-03-01"),
        ("start: 2027-03-01, due: 2027-03-01", None, ""),
        ("due: 2027-03-01, start: 2027-3-2", None, ""),
        (
            "due: 2027-03-01, steps: [{title: S, due: 2027-03-01}, {title: T, due: 2027-03-02}]",
            "steps/1/due",
            "the step is due on 2027-03-02, after its action on 2027-03-01",
        ),
        ("steps: [{title: T, due: 2027-03-02}]", None, ""),
        (
            "due: 2027-03-01, steps: [5, {due: 2027-03-02}]",
            "steps/1/due",
            "the step is due on 2027-03-02, after its action on 2027-03-01",
        ),
    ],
)
def test_dates_of_an_action(action, where, message):
    assert about("CX406", action=action) == ([(f"/actions/x/{where}", message)] if where else [])


@pytest.mark.parametrize(
    ("metric", "where", "message"),
    [
        (
            "readings: [{date: 2026-02-01, value: 1}, {date: 2026-01-01, value: 2}, {date: 2026-01-15, value: 2}]",
            "readings/1/date",
            "the reading of 2026-01-01 is listed after that of 2026-02-01, but is earlier",
        ),
        ("readings: [{date: 2026-02-01, value: 1}, {date: 2026-02-01, value: 2}]", None, ""),
        ("readings: [{date: 2026-02-01, value: 1}, 5, {date: 2026-03-01, value: x}]", None, ""),
        (
            "baseline: {date: 2026-12-31, value: 10}, target: {date: 2026-01-01, value: 20}",
            "target/date",
            "the target of 2026-01-01 is dated before the baseline of 2026-12-31",
        ),
        ("baseline: {date: 2026-12-31, value: 10}, target: {date: 2026-12-31, value: 20}", None, ""),
    ],
)
def test_dates_of_a_metric(metric, where, message):
    assert about("CX406", metric=metric) == ([(f"/metrics/m/{where}", message)] if where else [])
