"""CX411: done, and not all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import placed_actions
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Actions that are done, with steps that are not."""
    for placed in placed_actions(project):
        if placed.action.status != "done":
            continue
        left = [
            index
            for index, step in enumerate(placed.action.steps)
            if step is not None
            and not step.done
            and not placed.document.is_wrong((*placed.pointer, "steps", index, "done"))
        ]
        if left:
            count = "a step is" if len(left) == 1 else f"{len(left)} steps are"
            yield Finding(
                first_key(placed.document, *placed.pointer, "steps", left[0]),
                f"action '{placed.id}' is done, and {count} not",
                help="set 'done: true' on each, remove steps that are not needed, or set the action to in-progress",
            )


RULE = Rule(
    code="CX411",
    name="unfinished-done",
    severity=Severity.WARNING,
    summary="an action is done and has steps that are not",
    why="Either the work is not finished, and the road map says that it is, or the steps were forgotten. Both make "
    "the next plan start from something untrue.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  guide-exits:
    title: Visitors who leave the guide unanswered
    better: lower
    baseline: {date: 2026-03-31, value: 62}
    target: {date: 2026-12-31, value: 35}
    readings: [{date: 2026-06-30, value: 51}]
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    metrics: [guide-exits]
    status: done
    finished: 2026-06-15
    steps:
      - {title: Collect the ten questions, done: true}
      - {⟦title⟧: Publish the guide}
"""
    + JOURNEY
    + LIBRARY,
    good="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  guide-exits:
    title: Visitors who leave the guide unanswered
    better: lower
    baseline: {date: 2026-03-31, value: 62}
    target: {date: 2026-12-31, value: 35}
    readings: [{date: 2026-06-30, value: 51}]
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    metrics: [guide-exits]
    status: done
    finished: 2026-06-15
    steps:
      - {title: Collect the ten questions, done: true}
      - {title: Publish the guide, done: true}
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
