"""CX305: measured, but in nobody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.sources import can_be_heard, evidence_sources, voices
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import is_current, thing
from cxmap.lint.rule import Rule
from cxmap.model.kinds import QUALITATIVE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.facts.sources import Voices
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Measured touchpoints without words: neither in their own evidence nor in that of their stage or journey."""
    for document, _ in project.journey_documents():
        if is_current(document):
            for voice in voices(document):
                if voice.measured and not can_be_heard(project, _sources(document, voice), QUALITATIVE_KINDS):
                    yield Finding(
                        first_key(document, *voice.placed.pointer),
                        f"{thing(document, voice.placed.pointer)} is measured, but no qualitative evidence explains "
                        "the score",
                        help="add 'evidence': what an interview, a review, a complaint or an employee says",
                    )


def _sources(document: Document, one: Voices) -> Iterator[str]:
    yield from one.evidence
    yield from evidence_sources(document, one.placed.stage_pointer, one.placed.stage.evidence)
    if document.journey:
        yield from evidence_sources(document, ("journey",), document.journey.evidence)


RULE = Rule(
    code="CX305",
    name="numbers-without-voices",
    severity=Severity.ADVICE,
    summary="a touchpoint has measured scores and no qualitative evidence, nor has its stage or journey",
    why="A mark says how bad it is, not what is wrong: what can be counted is not all that counts. One sentence from "
    "an interview or a complaint often shows what to change where a thousand answers only show that something must.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey}
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
        - ⟦id⟧: tips
          title: Gets tips for the first weeks
          scores:
            importance: {mean: 8, sd: 1.2, n: 57, source: survey}
            experience: {mean: 6.8, sd: 1.9, n: 57, source: survey}
        - id: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey}
  sellers: {title: Round of the shop floor, kind: employees}
  complaints: {title: Complaints of a year, kind: complaints}
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
        - id: tips
          title: Gets tips for the first weeks
          scores:
            importance: {mean: 8, sd: 1.2, n: 57, source: survey}
            experience: {mean: 6.8, sd: 1.9, n: 57, source: survey}
          evidence: [{source: complaints, quote: "Week one, 12 km. Are they joking?"}]
        - id: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
