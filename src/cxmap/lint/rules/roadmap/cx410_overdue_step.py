"""CX410: a step whose day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan import step_awaited
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import days_ago, placed_actions
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Steps past due that are not done, of actions that have not ended."""
    for placed in placed_actions(project):
        if placed.document.is_wrong((*placed.pointer, "status")):
            continue
        for index, step in enumerate(placed.action.steps):
            place = (*placed.pointer, "steps", index)
            if step is None or placed.document.is_wrong((*place, "done")):
                continue
            due = step_awaited(step, placed.action)
            if due and project.days_since(due):
                yield Finding(
                    value(placed.document, *place, "due"),
                    f"the step was due on {due}, {days_ago(project, due)}",
                    help="set 'done: true', or agree on another day",
                )


RULE = Rule(
    code="CX410",
    name="overdue-step",
    severity=Severity.ADVICE,
    summary="a step is past due and not done, of an action that is neither done nor dropped",
    why="An action is late long after its first step was. Looking at the steps, the meeting sees it while there is "
    "still time to help. The day is today, or that of --today.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    due: 2027-03-31
    steps:
      - {title: Collect the ten questions, due: ⟦2026-04-30⟧}
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
    due: 2027-03-31
    steps:
      - {title: Collect the ten questions, due: 2026-04-30, done: true}
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
