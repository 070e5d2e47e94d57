"""CX310: a journey without a moment that anybody retells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.passages import passages
from cxmap.analysis.scores import last_wave
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.facts.normalized import UsableScores
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import is_current, lacks
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.passages import Passage
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Journeys in which nothing surprises and nothing measured is as good as it should be."""
    for document, journey in project.journey_documents():
        scores = UsableScores(project, document, journey)
        if is_current(document) and not _has_wow(document) and not _can_shine(document, scores):
            yield Finding(
                first_key(document, "journey"),
                "no wow moment in this journey: no 'wow', and no measured experience as good as desired",
                help="think of one thing that customers would tell at home, and write it as 'wow' at its touchpoint",
            )


def _has_wow(document: Document) -> bool:
    return any(
        not lacks(document, (*pointer, "wow")) for placed in document.touchpoints() for _, pointer in placed.variants
    )


def _can_shine(document: Document, scores: UsableScores) -> bool:
    """Whether a measured experience is at or above the desired one, or there are scores of which nobody can tell."""
    return any(
        document.is_wrong_within((*passage.pointer, "scores"))
        or document.is_wrong_within((*passage.pointer, "by_persona"))
        or _shines(passage, scores)
        for passage in passages(document)
    )


def _shines(passage: Passage, scores: UsableScores) -> bool:
    if not isinstance(last_wave(passage.scores.experience), (Mean, Counts)):
        return False
    experience = scores.on_ten(passage, "experience")
    desired = scores.on_ten(passage, "desired")
    return experience is not None and desired is not None and experience >= desired


RULE = Rule(
    code="CX310",
    name="no-wow-moment",
    severity=Severity.ADVICE,
    summary="no touchpoint has a wow or a measured experience at or above its desired one",
    why="A journey without mistakes is still forgotten. People retell the one moment that was better than they "
    "expected: it costs little and brings the next customer.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  ⟦id⟧: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: use
      title: Running
      touchpoints:
        - id: first-run
          title: Goes for the first run
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    good=JOURNEY + LIBRARY,
    check=check,
)
