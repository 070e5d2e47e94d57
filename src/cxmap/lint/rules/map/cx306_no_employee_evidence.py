"""CX306: a journey in which employees say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.scores import last_measurements
from cxmap.lint.facts.sources import UNREADABLE, can_be_heard, evidence_sources, voices
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import is_current
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Journeys without a word or a mark of employees."""
    for document, _ in project.journey_documents():
        if is_current(document) and not can_be_heard(project, _sources(document), {"employees"}):
            yield Finding(
                first_key(document, "journey"),
                "no evidence and no score in this journey comes from employees",
                help="ask those who serve these customers every day; add a source with kind 'employees', and "
                "what they say as 'evidence'",
            )


def _sources(document: Document) -> Iterator[str]:
    if document.journey:
        yield from evidence_sources(document, ("journey",), document.journey.evidence)
    for stage, pointer in document.stages():
        yield from evidence_sources(document, pointer, stage.evidence)
    for voice in voices(document):
        yield from voice.evidence
        yield from voice.scores
        if any(document.is_wrong_within((*voice.placed.pointer, key)) for key in ("handover", "importance_to_us")):
            yield UNREADABLE
    yield from (measurement.source for measurement, _ in last_measurements(document) if measurement.source)


RULE = Rule(
    code="CX306",
    name="no-employee-evidence",
    severity=Severity.ADVICE,
    summary="no evidence and no score in a journey comes from employees",
    why="Those who stand at the counter or pick up the telephone hear every day what goes wrong, and know the "
    "detours that no survey asks about. They also have to carry the change: ask them before you plan it.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  interviews: {title: Twelve interviews, kind: interview}
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
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  interviews: {title: Twelve interviews, kind: interview}
  sellers: {title: Round of the shop floor, kind: employees}
journey:
  id: first-shoes
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
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
