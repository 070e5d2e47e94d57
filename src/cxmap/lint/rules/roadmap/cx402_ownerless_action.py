"""CX402: work that nobody leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import UNDER_WAY, placed_actions
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import lacks
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Actions under way without an owner."""
    for placed in placed_actions(project):
        if placed.action.status in UNDER_WAY and lacks(placed.document, (*placed.pointer, "owner")):
            yield Finding(
                key(placed.document, *placed.pointer),
                f"action '{placed.id}' is {placed.action.status} and has no owner",
                help="add 'owner': the department or team that answers for it",
            )


RULE = Rule(
    code="CX402",
    name="ownerless-action",
    severity=Severity.WARNING,
    summary="an action that is planned or in progress has no owner",
    why="A plan without a name beside it is a wish. One department or team answers for it, the others stand in "
    "parties; at the next meeting you know whom to ask.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  tips-read:
    title: Customers who open the third mail with tips
    better: higher
    baseline: {date: 2026-03-31, value: 11}
    target: {date: 2027-06-30, value: 40}
actions:
  ⟦first-weeks-plan⟧:
    title: Six weeks of tips that know who you are
    touchpoints: [first-shoes/first-run]
    metrics: [tips-read]
    status: planned
    due: 2027-03-31
"""
    + JOURNEY
    + LIBRARY,
    good="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  tips-read:
    title: Customers who open the third mail with tips
    better: higher
    baseline: {date: 2026-03-31, value: 11}
    target: {date: 2027-06-30, value: 40}
actions:
  first-weeks-plan:
    title: Six weeks of tips that know who you are
    touchpoints: [first-shoes/first-run]
    owner: online
    metrics: [tips-read]
    status: planned
    due: 2027-03-31
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
