"""CX414: an action that does not wait for what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import placed_actions
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxmap.model.action import Action
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Actions that start before one that they depend on is due or finished."""
    for placed in placed_actions(project):
        start = placed.action.start
        for name in dict.fromkeys(placed.action.depends_on):
            first = project.definition("actions", name) if name and name != placed.id else None
            ready = _ready(first.model) if first and first.model is not None else None
            if first and start and ready and start < ready[0]:
                yield Finding(
                    value(placed.document, *placed.pointer, "start"),
                    f"starts on {start}, before action '{name}', which it depends on, is ready on {ready[0]}",
                    help="start later, or take the dependency out of 'depends_on'",
                    related=((f"when '{name}' is ready", value(first.document, *first.pointer, ready[1])),),
                )


def _ready(action: Action) -> tuple[dt.date, str] | None:
    """When others can start, and the key that says so: when it is due, or sooner if it was finished sooner."""
    days = [(day, key) for day, key in ((action.due, "due"), (action.finished, "finished")) if day]
    return min(days, default=None)


RULE = Rule(
    code="CX414",
    name="starts-before-dependency",
    severity=Severity.WARNING,
    summary="an action starts before one that it depends on is due or finished",
    why="The second action waits for the first and is on the calendar before it: somebody will stand ready with "
    "nothing to work on. Often the work can overlap; then it does not depend on the end of the first, and depends_on "
    "says too much.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    start: 2027-01-15
    due: 2027-03-31
  guide-mail:
    title: A mail that leads to the guide
    touchpoints: [first-shoes/first-run]
    start: ⟦2027-03-01⟧
    depends_on: [beginner-guide]
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
    start: 2027-01-15
    due: 2027-03-31
  guide-mail:
    title: A mail that leads to the guide
    touchpoints: [first-shoes/first-run]
    start: 2027-04-01
    depends_on: [beginner-guide]
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
