"""CX304: scores that are assumptions, without a customer's voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.sources import can_be_heard, voices
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import is_current, thing
from cxmap.lint.rule import Rule
from cxmap.model.kinds import CUSTOMER_VOICE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Scored touchpoints without a customer's voice."""
    for document, _ in project.journey_documents():
        if is_current(document):
            for voice in voices(document):
                if voice.scored and not can_be_heard(project, (*voice.scores, *voice.evidence), CUSTOMER_VOICE_KINDS):
                    yield Finding(
                        first_key(document, *voice.placed.pointer),
                        f"the scores of {thing(document, voice.placed.pointer)} are assumptions: not yet validated "
                        "with customers",
                        help="ask customers: give the scores a survey or panel as their source, or add what an "
                        "interview, review or complaint says as evidence",
                    )


RULE = Rule(
    code="CX304",
    name="assumption-only",
    severity=Severity.ADVICE,
    summary="a scored touchpoint has no customer's voice behind it, neither in its scores nor in its evidence",
    why="What a team thinks that customers feel is a good start and a poor end: customers find other things important "
    "than we do. Until they are asked, the mark is an assumption, and money spent on it is a bet.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  wall: {title: Workshop with the team, kind: workshop}
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
        - ⟦id⟧: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: wall}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  wall: {title: Workshop with the team, kind: workshop}
  sellers: {title: Round of the shop floor, kind: employees}
  interviews: {title: Twelve interviews, kind: interview}
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
          scores: {importance: 9, experience: 8, source: wall}
          evidence:
            - {source: sellers, quote: They come back to tell us how it went.}
            - {source: interviews, quote: I sent a photo of my shoes to everyone I know., finding: confirms}
"""
    + PEOPLE,
    check=check,
)
