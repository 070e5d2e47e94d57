"""CX408: an action whose day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan import awaited
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import days_ago, placed_actions
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Actions past due that have not ended."""
    for placed in placed_actions(project):
        if placed.document.is_wrong((*placed.pointer, "status")):
            continue
        due = awaited(placed.action)
        if due and project.days_since(due):
            yield Finding(
                value(placed.document, *placed.pointer, "due"),
                f"action '{placed.id}' was due on {due}, {days_ago(project, due)}",
                help="set 'status' to done or dropped, or agree on another day",
            )


RULE = Rule(
    code="CX408",
    name="overdue-action",
    severity=Severity.ADVICE,
    summary="an action is past due and neither done nor dropped",
    why="A road map that nobody follows up is a drawing. Look at it together: is it done, did something come between, "
    "or do we not want it any more? All three are fine, as long as it says so. The day is today, or that of --today.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    due: ⟦2026-04-30⟧
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
    due: 2026-04-30
    status: dropped
    learned: Nobody reads a guide; they ask a friend who runs.
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
