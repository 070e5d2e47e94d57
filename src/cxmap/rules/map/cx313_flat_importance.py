"""CX313: everything equally important."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.passages import passages
from cxmap.diagnostics.record import Severity
from cxmap.rules.absence import is_current
from cxmap.rules.backdrop import LIBRARY
from cxmap.rules.finding import Finding, first_key
from cxmap.rules.rule import Rule
from cxmap.rules.usable import usable_score
from cxmap.rules.wording import for_personas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document
    from cxmap.project.project import Project

FEWEST = 5


def check(project: Project) -> Iterator[Finding]:
    """Journeys in which all touchpoints matter the same to a persona."""
    for document, journey in project.journey_documents():
        if is_current(document):
            by_persona = _importances(project, document)
            flat = [name for name, marks in by_persona.items() if len(marks) >= FEWEST and len(set(marks)) == 1]
            if flat:
                yield Finding(
                    first_key(document, "journey"),
                    f"all touchpoints are equally important{for_personas(flat, journey)}, so nothing can be ranked",
                    help="ask which of them customers could do without, or lay them in order with the team",
                )


def _importances(project: Project, document: Document) -> dict[str, list[float]]:
    """The importances on 0-10 of each persona's touchpoints, as far as they are scored."""
    found: dict[str, list[float]] = {}
    for passage in passages(document):
        score = usable_score(project, passage, "importance")
        if score is not None:
            found.setdefault(passage.persona, []).append(round(score.value10, 9))
    return found


RULE = Rule(
    code="CX313",
    name="flat-importance",
    severity=Severity.ADVICE,
    summary="five or more touchpoints all have the same importance for a persona",
    why="If everything is important, nothing is. Equal importances rank by experience alone, and you repair what is "
    "worst instead of what matters. Customers do not find everything equally important; ask them what comes first.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  ⟦id⟧: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  scores_source: interviews
  stages:
    - id: all
      title: The whole way
      touchpoints:
        - {id: decides, title: Decides to start running, scores: {importance: 8, experience: 8}}
        - {id: asks, title: Asks people who run, scores: {importance: 8, experience: 7}}
        - {id: chooses, title: Chooses a pair, wow: A look at how you run, scores: {importance: 8, experience: 8}}
        - {id: wears-in, title: Wears them in, scores: {importance: 8, experience: 7}}
        - id: first-run
          title: Goes for the first run
          scores: {importance: 8, experience: 8}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
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
  scores_source: interviews
  stages:
    - id: all
      title: The whole way
      touchpoints:
        - {id: decides, title: Decides to start running, scores: {importance: 6, experience: 8}}
        - {id: asks, title: Asks people who run, scores: {importance: 5, experience: 7}}
        - {id: chooses, title: Chooses a pair, wow: A look at how you run, scores: {importance: 9, experience: 8}}
        - {id: wears-in, title: Wears them in, scores: {importance: 6, experience: 7}}
        - id: first-run
          title: Goes for the first run
          scores: {importance: 10, experience: 9}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
