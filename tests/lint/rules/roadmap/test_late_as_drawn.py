"""What is past due is one list: the rules CX408 and CX410 and the road map name the same."""

from __future__ import annotations

import datetime as dt

import pytest

from cxmap.analysis import plan
from cxmap.output.charts.roadmap.describe import late
from cxmap.output.charts.roadmap.from_project import roadmap_view
from tests.lint.rules.roadmap.actions import about
from tests.support import project

STEPS = "steps: [{title: S, done: true, due: 2026-06-01}, {title: T, due: 2026-06-30}, {title: U, due: 2026-07-01}]"


def ruled(action: str) -> int:
    return len(about("CX408", action)) + len(about("CX410", action))


def drawn(action: str) -> int:
    text = f"cxmap: 1\nactions: {{x: {{title: X, {action}}}, y: {{title: Y}}}}\n"
    return len(late(roadmap_view(project({"a.cxmap.yaml": text}, today=dt.date(2026, 7, 1)))))


@pytest.mark.parametrize("status", ["idea", "planned", "in-progress", "done", "dropped"])
@pytest.mark.parametrize("due", ["2026-06-30", "2026-07-01"])
def test_the_same_is_late(due: str, status: str) -> None:
    action = f"due: {due}, status: {status}, {STEPS}"
    assert ruled(action) == drawn(action)


def test_both_follow_what_the_plan_calls_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    action = f"due: 2026-06-30, status: planned, {STEPS}"
    assert ruled(action) == drawn(action) == 2
    monkeypatch.setattr(plan, "ENDED", frozenset({"planned"}))
    assert ruled(action) == drawn(action) == 0
