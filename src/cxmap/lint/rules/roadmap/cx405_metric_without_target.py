"""CX405: a measuring point without a before or without an aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import in_words, lacks, listed
from cxmap.lint.rule import Rule
from cxmap.project.view import is_measured_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

NEEDED = ("baseline", "target")


def check(project: Project) -> Iterator[Finding]:
    """Metrics that actions name and that lack a baseline or a target."""
    for definition in project.defined_here("metrics"):
        if not is_measured_by(project, definition.id):
            continue
        missing = [part for part in NEEDED if lacks(definition.document, (*definition.pointer, part))]
        if missing:
            yield Finding(
                first_key(definition.document, *definition.pointer),
                f"an action is measured by metric '{definition.id}', which has no {in_words(missing, 'or')}",
                help=f"add {listed(missing)}, with 'date' and 'value': where it stands, and where you want it when",
            )


RULE = Rule(
    code="CX405",
    name="metric-without-target",
    severity=Severity.WARNING,
    summary="a metric that an action names has no baseline or no target",
    why="A figure says something only beside another one. Without a baseline nobody can show that it got better, "
    "without a target nobody can say that it is good enough.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  tips-read:
    ⟦title⟧: Customers who open the third mail with tips
    better: higher
    baseline: {date: 2026-03-31, value: 11}
actions:
  first-weeks-plan:
    title: Six weeks of tips that know who you are
    touchpoints: [first-shoes/first-run]
    metrics: [tips-read]
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
    metrics: [tips-read]
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
