"""CX407: a target that is worse than where the metric stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan import worse
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.metric import Metric
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Targets on the wrong side of their baseline."""
    for definition in project.defined_here("metrics"):
        metric: Metric | None = definition.model
        if metric is None or metric.target is None or metric.baseline is None:
            continue
        target, baseline = metric.target.value, metric.baseline.value
        if worse(target, baseline, metric.better):
            side = "below" if metric.better == "higher" else "above"
            document, pointer = definition.document, definition.pointer
            yield Finding(
                value(document, *pointer, "target", "value"),
                f"the target {shown(target)} is {side} the baseline {shown(baseline)}, and {metric.better} is better",
                help="change the target, or 'better' if it is the other way round",
                related=(
                    ("the baseline", value(document, *pointer, "baseline", "value")),
                    ("the direction", value(document, *pointer, "better")),
                ),
            )


RULE = Rule(
    code="CX407",
    name="target-contradicts-direction",
    severity=Severity.ERROR,
    summary="a target is worse than the baseline, by the metric's own direction",
    why="Either the target or the direction is wrong, and the dashboard would cheer for the wrong one. It happens most "
    "with waiting times and complaints, where lower is better.",
    bad="""\
--- roadmap.cxmap.yaml
cxmap: 1
metrics:
  saturday-wait:
    title: Minutes until somebody says hello on Saturday
    better: higher
    baseline: {date: 2026-03-31, value: 25}
    target: {date: 2026-12-31, value: ⟦10⟧}
actions:
  saturday-help:
    title: Somebody at the door on Saturday
    touchpoints: [first-shoes/first-run]
    metrics: [saturday-wait]
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
actions:
  saturday-help:
    title: Somebody at the door on Saturday
    touchpoints: [first-shoes/first-run]
    metrics: [saturday-wait]
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
