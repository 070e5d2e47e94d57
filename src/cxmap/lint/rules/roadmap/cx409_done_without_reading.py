"""CX409: done, and nobody looked whether it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import metrics_of, placed_actions
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import listed
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Actions that are done, with metrics that were not measured since."""
    for placed in placed_actions(project):
        if placed.action.status == "done":
            ended = placed.action.finished or placed.action.due
            unread = [name for name in metrics_of(project, placed) or () if _is_unread(project, name, ended)]
            if unread:
                was, since = "was" if len(unread) == 1 else "were", f" since {ended}" if ended else ""
                yield Finding(
                    key(placed.document, *placed.pointer),
                    f"action '{placed.id}' is done, and {listed(unread)} {was} not measured{since}",
                    help="measure it, add the figure to its 'readings', and say what you learned in 'outcome'",
                )


def _is_unread(project: Project, metric: str, since: dt.date | None) -> bool:
    """Whether a metric has no reading from a day on; where no day is known, none at all."""
    definition = project.definition("metrics", metric)
    if definition is None or definition.model is None:
        return False
    if definition.document.is_wrong_within((*definition.pointer, "readings")):
        return False
    return not any(since is None or reading.date >= since for reading in definition.model.readings)


RULE = Rule(
    code="CX409",
    name="done-without-reading",
    severity=Severity.ADVICE,
    summary="an action is done, and a metric of it has no reading since it was finished (or was due)",
    why="Done means that the work is done, not that the customer noticed. Read the figure again, and you know whether "
    "to do more of it, to undo it, or to tell everybody. That is what you planned to learn.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  saturday-wait:
    title: Minutes until somebody says hello on Saturday
    better: lower
    baseline: {date: 2026-03-31, value: 25}
    target: {date: 2026-12-31, value: 10}
    readings: [{date: 2026-04-30, value: 22}]
actions:
  ⟦saturday-help⟧:
    title: Somebody at the door on Saturday
    touchpoints: [first-shoes/first-run]
    metrics: [saturday-wait]
    status: done
    finished: 2026-05-31
"""
    + JOURNEY
    + LIBRARY,
    good="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  saturday-wait:
    title: Minutes until somebody says hello on Saturday
    better: lower
    baseline: {date: 2026-03-31, value: 25}
    target: {date: 2026-12-31, value: 10}
    readings: [{date: 2026-04-30, value: 22}, {date: 2026-06-30, value: 13}]
actions:
  saturday-help:
    title: Somebody at the door on Saturday
    touchpoints: [first-shoes/first-run]
    metrics: [saturday-wait]
    status: done
    finished: 2026-05-31
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
