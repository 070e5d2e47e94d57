"""CX406: dates that cannot all be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan import due_after_action, due_before_start, out_of_order, target_before_baseline
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import placed_actions
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.facts.actions import PlacedAction
    from cxmap.model.metric import Metric
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Dates of actions, steps, readings and targets that come before what they should follow."""
    for placed in placed_actions(project):
        yield from _of_action(placed)
        yield from _of_steps(placed)
    for definition in project.defined_here("metrics"):
        if definition.model is not None:
            yield from _of_readings(definition.document, definition.pointer, definition.model)
            yield from _of_target(definition.document, definition.pointer, definition.model)


def _of_action(placed: PlacedAction) -> Iterator[Finding]:
    start, due = placed.action.start, placed.action.due
    if due_before_start(placed.action):
        yield Finding(
            value(placed.document, *placed.pointer, "due"),
            f"due on {due}, before it starts on {start}",
            help="move one of the two",
            related=(("the start", value(placed.document, *placed.pointer, "start")),),
        )


def _of_steps(placed: PlacedAction) -> Iterator[Finding]:
    due = placed.action.due
    for index, step in enumerate(placed.action.steps):
        if step is not None and due_after_action(step, placed.action):
            yield Finding(
                value(placed.document, *placed.pointer, "steps", index, "due"),
                f"the step is due on {step.due}, after its action on {due}",
                help="move the step forward, or the action's 'due' back",
                related=(("when the action is due", value(placed.document, *placed.pointer, "due")),),
            )


def _of_readings(document: Document, pointer: Pointer, metric: Metric) -> Iterator[Finding]:
    for before, index in out_of_order(metric.readings):
        day, earlier = metric.readings[index].date, metric.readings[before].date
        yield Finding(
            value(document, *pointer, "readings", index, "date"),
            f"the reading of {day} is listed after that of {earlier}, but is earlier",
            help="put the readings in order, the oldest first",
            related=(("the reading before it", value(document, *pointer, "readings", before, "date")),),
        )


def _of_target(document: Document, pointer: Pointer, metric: Metric) -> Iterator[Finding]:
    baseline, target = metric.baseline, metric.target
    if baseline and target and target_before_baseline(metric):
        yield Finding(
            value(document, *pointer, "target", "date"),
            f"the target of {target.date} is dated before the baseline of {baseline.date}",
            help="give the day on which the target is to be reached",
            related=(("the baseline", value(document, *pointer, "baseline", "date")),),
        )


RULE = Rule(
    code="CX406",
    name="dates-out-of-order",
    severity=Severity.ERROR,
    summary="an action is due before it starts or before one of its steps; readings are out of order; a target is "
    "dated before its baseline",
    why="One of the two dates is a typing error: nothing is due before it starts. Charts and calendars made from it "
    "would be wrong.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  beginner-guide:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    start: 2027-03-01
    due: ⟦2027-01-31⟧
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
    start: 2027-01-31
    due: 2027-03-01
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
