"""CX403: an action of which nobody will know whether it worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import UNDER_WAY, metrics_of, placed_actions
from cxmap.lint.finding import Finding, key
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

STATES = UNDER_WAY | {"done"}


def check(project: Project) -> Iterator[Finding]:
    """Actions under way or done without a metric, neither their own nor one of their touchpoints."""
    for placed in placed_actions(project):
        asks = placed.action.status in STATES and not placed.action.metrics
        if asks and metrics_of(project, placed) == ():
            yield Finding(
                key(placed.document, *placed.pointer),
                f"action '{placed.id}' is {placed.action.status} and has no metric, nor have its touchpoints",
                help="add 'metrics': what will be different, in a figure that you can read today",
            )


RULE = Rule(
    code="CX403",
    name="unmeasured-action",
    severity=Severity.WARNING,
    summary="an action that is planned, in progress or done has no metric, neither its own nor one of its touchpoints",
    why="Without a figure from before there is no telling whether it got better, and the next budget is argued with "
    "feelings. Choose the measuring point before you start, while there still is a before.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  ⟦first-weeks-plan⟧:
    title: Six weeks of tips that know who you are
    touchpoints: [first-shoes/first-run]
    owner: online
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
