"""Rules on actions: who, by when, how you will know, and what became of it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.lint.small import findings

TODAY = dt.date(2026, 7, 1)
METRICS = """\
metrics:
  m: {title: M, better: higher, readings: [{date: 2026-05-01, value: 3}]}
  fresh: {title: F, better: higher, readings: [{date: 2026-06-15, value: 3}]}
  none: {title: N, better: higher}
  broken: {title: B, better: higher, readings: [{date: 2026-6-1, value: 3}]}
"""


def about(code: str, action: str, touchpoint: str = "") -> list[tuple[str, str]]:
    """Place and message of what one rule finds at an action ``x`` for touchpoint ``a``."""
    given = action if "touchpoints:" in action else f"touchpoints: [a], {action}"
    more = f"{METRICS}actions: {{x: {{title: X, {given}}}, y: {{title: Y, touchpoints: [a]}}}}\n"
    found = findings(code, f"{{id: a, title: A, {touchpoint}}}", more=more, today=TODAY)
    return [(one.pointer, one.message) for one in found]


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("status: planned", "planned"),
        ("status: in-progress", "in-progress"),
        ("status: idea", None),
        ("status: done", None),
        ("status: dropped", None),
        ("status: busy", None),
        ("status: planned, owner: store, due: 2027-01-01", None),
        ("status: planned, owner: 5, due: 1-1-2027", None),
        ("status: planned, owner: , due: ", None),
        ("levers: []", None),
    ],
)
def test_owner_and_day(action, status):
    owner = [("/actions/x", f"action 'x' is {status} and has no owner")] if status else []
    day = [("/actions/x", f"action 'x' is {status} and has no due date")] if status else []
    assert about("CX402", action) == owner
    assert about("CX404", action) == day


@pytest.mark.parametrize(
    ("action", "touchpoint", "status"),
    [
        ("status: planned", "", "planned"),
        ("status: done", "", "done"),
        ("status: idea", "", None),
        ("status: dropped", "", None),
        ("status: done, metrics: [m]", "", None),
        ("status: done", "metrics: [m]", None),
        ("status: done, touchpoints: ['j/a#handover']", "metrics: [m]", None),
        ("status: done, metrics: 5", "", None),
        ("status: done", "metrics: 5", None),
        ("status: done, touchpoints: [nowhere]", "", None),  # nobody knows what is measured there
        ("status: done, touchpoints: 5", "", None),
    ],
)
def test_metric(action, touchpoint, status):
    message = f"action 'x' is {status} and has no metric, nor have its touchpoints"
    assert about("CX403", action, touchpoint) == ([("/actions/x", message)] if status else [])


@pytest.mark.parametrize(
    ("action", "days"),
    [
        ("due: 2026-06-30", "1 day"),
        ("due: 2026-06-29, status: in-progress", "2 days"),
        ("due: 2026-07-01, status: planned", None),
        ("due: 2026-06-30, status: done", None),
        ("due: 2026-06-30, status: dropped", None),
        ("due: 2026-06-30, status: finished", None),
        ("due: 30-6-2026", None),
    ],
)
def test_overdue(action, days):
    day = action[5:15]
    expected = [("/actions/x/due", f"action 'x' was due on {day}, {days} ago")] if days else []
    assert about("CX408", action) == expected


@pytest.mark.parametrize(
    ("action", "touchpoint", "unread"),
    [
        ("status: done, metrics: [m], finished: 2026-06-01", "", "'m' was not read since 2026-06-01"),
        ("status: done, metrics: [m], due: 2026-06-01", "", "'m' was not read since 2026-06-01"),
        ("status: done, metrics: [m], due: 2026-04-01, finished: 2026-06-01", "", "'m' was not read since 2026-06-01"),
        ("status: done, metrics: [m], finished: 2026-05-01", "", None),
        ("status: done, metrics: [m]", "", None),
        ("status: done, metrics: [none]", "", "'none' was not read"),
        (
            "status: done, metrics: [m, fresh, none], finished: 2026-06-01",
            "",
            "'m' and 'none' were not read since 2026-06-01",
        ),
        ("status: done, finished: 2026-06-01", "metrics: [m]", "'m' was not read since 2026-06-01"),
        ("status: in-progress, metrics: [none]", "", None),
        ("status: done, metrics: [broken, nobody], finished: 2026-06-01", "", None),
        ("status: done", "", None),
    ],
)
def test_reading_after_the_end(action, touchpoint, unread):
    expected = [("/actions/x", f"action 'x' is done, and {unread}")] if unread else []
    assert about("CX409", action, touchpoint) == expected
