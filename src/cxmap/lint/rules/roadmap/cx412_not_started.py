"""CX412: a start that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import days_ago, placed_actions
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

WAITING = frozenset({"idea", "planned"})


def check(project: Project) -> Iterator[Finding]:
    """Actions that should have started and are still planned."""
    for placed in placed_actions(project):
        action = placed.action
        if placed.document.is_wrong((*placed.pointer, "status")) or action.status not in WAITING:
            continue
        if action.start and project.days_since(action.start):
            yield Finding(
                value(placed.document, *placed.pointer, "start"),
                f"action '{placed.id}' was to start on {action.start}, {days_ago(project, action.start)}",
                help="set 'status' to in-progress, or agree on another day",
            )


RULE = Rule(
    code="CX412",
    name="not-started",
    severity=Severity.ADVICE,
    summary="an action is still an idea or planned, and its start has passed",
    why="What starts late ends late, and everything that depends on it. Now the date can still be talked about. The "
    "day is today, or that of --today.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    start: ⟦2026-05-01⟧
    due: 2027-03-31
"""
    + JOURNEY
    + LIBRARY,
    good="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    start: 2026-09-01
    due: 2027-03-31
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
