"""CX313: everything equally important."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.passages import ways
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.facts.normalized import UsableScores
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import for_personas, is_current
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.analysis.passages import Passage
    from cxmap.project.project import Project

FEWEST = 5


def check(project: Project) -> Iterator[Finding]:
    """Journeys in which all touchpoints matter the same to a persona."""
    for document, journey in project.journey_documents():
        if is_current(document):
            scores = UsableScores(project, document, journey)
            flat = [persona for persona, way in ways(document).items() if _is_flat(way, scores)]
            if flat:
                yield Finding(
                    first_key(document, "journey"),
                    f"all touchpoints are equally important{for_personas(flat, journey)}, so nothing can be ranked",
                    help="ask which of them customers could do without, or order them with the team",
                )


def _is_flat(way: Iterable[Passage], scores: UsableScores) -> bool:
    """Whether a persona's touchpoints are all of one importance, as far as they are scored."""
    first, seen = None, 0
    for passage in way:
        importance = scores.on_ten(passage, "importance")
        if importance is not None:
            first = importance if first is None else first
            if importance != first:
                return False
            seen += 1
    return seen >= FEWEST


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
