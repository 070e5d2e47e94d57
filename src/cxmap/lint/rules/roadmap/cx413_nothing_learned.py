"""CX413: done, and nobody said whether it was true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.actions import placed_actions
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import lacks
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

DAYS = 30


def check(project: Project) -> Iterator[Finding]:
    """Actions with a hypothesis, done for a while, that say neither what came of it nor what was learned."""
    for placed in placed_actions(project):
        action = placed.action
        ended = action.finished or action.due
        if action.status != "done" or not ended or project.days_since(ended, DAYS - 1) is None:
            continue
        if action.hypothesis and all(
            lacks(placed.document, (*placed.pointer, name)) for name in ("outcome", "learned")
        ):
            yield Finding(
                key(placed.document, *placed.pointer),
                f"action '{placed.id}' has been done since {ended}, and nothing says whether its hypothesis held",
                help="add 'outcome' (confirmed, refuted or unclear), and in 'learned' what you know now",
            )


RULE = Rule(
    code="CX413",
    name="nothing-learned",
    severity=Severity.ADVICE,
    summary="an action has been done for 30 days or more, has a hypothesis, and neither outcome nor learned",
    why="A hypothesis is a question to customers, and doing the work asks it. Whoever does not write the answer down "
    "pays for the same lesson again. Refuted is an answer, and often the most useful one.",
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
  ⟦beginner-guide⟧:
    title: A buying guide for new runners
    touchpoints: [first-shoes/first-run]
    metrics: [guide-exits]
    hypothesis: A page that answers ten questions keeps beginners from leaving
    status: done
    finished: 2026-05-15
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
    hypothesis: A page that answers ten questions keeps beginners from leaving
    status: done
    finished: 2026-05-15
    outcome: confirmed
"""
    + JOURNEY
    + LIBRARY,
    check=check,
)
