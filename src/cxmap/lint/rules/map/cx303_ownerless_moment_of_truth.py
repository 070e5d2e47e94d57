"""CX303: a moment of truth without an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import lacks, thing
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Moments of truth, for everybody or for one persona, that nobody answers for."""
    for document, _ in project.journey_documents():
        for placed in document.touchpoints():
            if not placed.touchpoint.owner and lacks(document, (*placed.pointer, "owner")):
                places = [pointer for experience, pointer in placed.variants if experience.moment_of_truth]
                if places:
                    yield Finding(
                        key(document, *places[0], "moment_of_truth"),
                        f"{thing(document, placed.pointer)} is a moment of truth, and nobody owns it",
                        help="add 'owner': the department or team that answers for it",
                    )


RULE = Rule(
    code="CX303",
    name="ownerless-moment-of-truth",
    severity=Severity.WARNING,
    summary="a moment of truth has no owner",
    why="A moment of truth decides whether the customer stays. If everybody takes part and nobody answers for it, it "
    "is the last thing to be repaired. Name one department or team; the others can stand in supported_by.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
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
          ⟦moment_of_truth⟧: true
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
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
  stages:
    - id: use
      title: Running
      touchpoints:
        - id: first-run
          title: Goes for the first run
          moment_of_truth: true
          owner: store
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
