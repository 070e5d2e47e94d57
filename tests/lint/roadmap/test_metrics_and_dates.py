"""Rules on what is measured and on dates that contradict each other."""

from __future__ import annotations

import pytest

from tests.lint.small import findings

BASE, TARGET = "baseline: {date: 2026-01-01, value: 10}", "target: {date: 2026-12-31, value: 20}"


def about(code: str, *, metric: str = "", action: str = "", others: str = "") -> list[tuple[str, str]]:
    """Place and message of what one rule finds at metric ``m`` and action ``x``."""
    metric = metric if "better:" in metric else f"better: higher, {metric}"
    more = f"""\
metrics: {{m: {{title: M, {metric}}}}}
actions: {{x: {{title: X, touchpoints: [a], {action}}}{others}}}
"""
    return [(one.pointer, one.message) for one in findings(code, "{id: a, title: A}", more=more)]


@pytest.mark.parametrize(
    ("metric", "action", "missing"),
    [
        ("", "metrics: [m]", "baseline or target"),
        (BASE, "metrics: [m]", "target"),
        (TARGET, "metrics: [m]", "baseline"),
        (f"{BASE}, {TARGET}", "metrics: [m]", None),
        (f"{BASE}, target: 5", "metrics: [m]", None),
        (f"{BASE}, target: {{value: 5}}", "metrics: [m]", None),
        ("", "", None),  # no action names it
    ],
)
def test_metric_without_target(metric, action, missing):
    message = f"an action is measured by metric 'm', which has no {missing}"
    assert about("CX405", metric=metric, action=action) == ([("/metrics/m", message)] if missing else [])


@pytest.mark.parametrize(
    ("better", "base", "target", "message"),
    [
        ("higher", "10", "9.5", "the target 9.5 is below the baseline 10, and higher is better"),
        ("lower", "10", "11", "the target 11 is above the baseline 10, and lower is better"),
        ("higher", "10", "10", None),
        ("lower", "10", "9", None),
        ("lower", "10", "10", None),
        ("up", "10", "9", None),
        ("higher", "ten", "9", None),
    ],
)
def test_target_contradicts_direction(better, base, target, message):
    dates = "date: 2026-01-01"
    metric = f"better: {better}, baseline: {{{dates}, value: {base}}}, target: {{{dates}, value: {target}}}"
    expected = [("/metrics/m/target/value", message)] if message else []
    assert about("CX407", metric=metric) == expected


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
    ("first", "start", "ready"),
    [
        ("due: 2027-03-01", "2027-02-28", "2027-03-01"),
        ("due: 2027-03-01", "2027-03-01", None),
        ("due: 2027-03-01, status: done, finished: 2027-02-01", "2027-02-15", None),  # it was ready sooner
        ("due: 2027-03-01, status: done, finished: 2027-04-01", "2027-02-28", "2027-03-01"),
        ("levers: []", "2027-02-28", None),
    ],
)
def test_dates_of_dependencies(first, start, ready):
    others = f", y: {{title: Y, touchpoints: [a], {first}}}"
    message = f"starts on {start}, before action 'y', which it depends on, is ready on {ready}"
    expected = [("/actions/x/start", message)] if ready else []
    assert (
        about("CX414", action=f"start: {start}, due: 2027-12-31, depends_on: [y, x, nobody, 5]", others=others)
        == expected
    )


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
