"""CX309: a journey that ends where the money is."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.rule import Rule
from cxmap.model.constants import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

PHASES: tuple[str, ...] = get_args(Phase)
AFTER_PURCHASE = frozenset(PHASES[PHASES.index("purchase") + 1 :])


def check(project: Project) -> Iterator[Finding]:
    """Journeys whose phases stop at the purchase or before."""
    for document, _ in project.journey_documents():
        stages = list(document.stages())
        phases = {stage.phase for stage, _ in stages if stage.phase}
        if not phases or phases & AFTER_PURCHASE:
            continue
        if not any(document.is_wrong((*pointer, "phase")) for _, pointer in stages):
            last = max(phases, key=PHASES.index)
            yield Finding(
                first_key(document, "journey"),
                f"no phase of this journey comes after the purchase; the last is '{last}'",
                help="add what follows: delivery, use, loyalty, leaving",
            )


RULE = Rule(
    code="CX309",
    name="ends-at-purchase",
    severity=Severity.ADVICE,
    summary="phases are given, and none of them comes after purchase",
    why="For the organisation the sale is the end, for the customer it is where it starts: the waiting, the first use, "
    "the first question. Whether they come back, and what they tell others, is decided there.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  ⟦id⟧: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Walks out with new shoes
  stages:
    - id: choice
      title: Choice
      phase: purchase
      touchpoints:
        - id: chooses
          title: Chooses a pair
          wow: A free look at how you run
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They relax when they hear about the month.}]
"""
    + LIBRARY,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: choice
      title: Choice
      phase: purchase
      touchpoints:
        - id: chooses
          title: Chooses a pair
          wow: A free look at how you run
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They relax when they hear about the month.}]
    - id: use
      title: Running
      phase: use
      touchpoints:
        - {id: first-run, title: Goes for the first run, scores: {importance: 9, experience: 8, source: interviews}}
"""
    + LIBRARY,
    check=check,
)
