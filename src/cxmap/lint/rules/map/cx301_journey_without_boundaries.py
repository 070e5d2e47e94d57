"""CX301: a journey that does not say where it starts or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import in_words, lacks
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

BOUNDARIES = {
    "starts_with": ("starts", "'starts_with' (what sets it going, before the first contact)"),
    "ends_with": ("ends", "'ends_with' (what the customer has or does when it is over)"),
}


def check(project: Project) -> Iterator[Finding]:
    """Journeys without a start or an end."""
    for document, _ in project.journey_documents():
        missing = [words for name, words in BOUNDARIES.items() if lacks(document, ("journey", name))]
        if missing:
            yield Finding(
                first_key(document, "journey"),
                f"the journey does not say where it {in_words([what for what, _ in missing])}",
                help=f"add {in_words([how for _, how in missing])}",
            )


RULE = Rule(
    code="CX301",
    name="journey-without-boundaries",
    severity=Severity.WARNING,
    summary="a journey does not say where it starts or where it ends",
    why="A map without edges grows in every workshop, or shrinks to what your own organisation does. The start lies "
    "before the first contact (somebody decides to run), the end after the sale (the first run in the new shoes). "
    "Agree on both first, and everybody maps the same journey.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  ⟦id⟧: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
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
    + LIBRARY,
    good=JOURNEY + LIBRARY,
    check=check,
)
