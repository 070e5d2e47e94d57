"""CX320: a new need without an opportunity or action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.facts.actions import taken_up
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import lacks, thing
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.journey import Touchpoint
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Touchpoints with a new finding that neither an action nor an idea takes up.

    A file that cannot be read may hold the action, so then nothing is said.
    """
    if project.unreadable:
        return
    for document, journey in project.journey_documents():
        for placed in document.touchpoints():
            if _finds_new(placed.touchpoint) and not _is_taken_up(project, document, placed):
                yield Finding(
                    first_key(document, *placed.pointer),
                    f"new need at {thing(document, placed.pointer)} has no opportunity or action yet",
                    help=f"add an idea to 'opportunities', or an action for '{journey.id}/{placed.touchpoint.id}'",
                )


def _finds_new(touchpoint: Touchpoint) -> bool:
    return any(item is not None and item.finding == "new" for item in touchpoint.evidence)


def _is_taken_up(project: Project, document: Document, placed: PlacedTouchpoint) -> bool:
    """Whether there are ideas, a wow, or an action for the touchpoint or for the step into it."""
    if not lacks(document, (*placed.pointer, "opportunities")):
        return True
    if any(not lacks(document, (*pointer, "wow")) for _, pointer in placed.variants):
        return True
    journey = str(document.at(("journey", "id")))
    return any(touchpoint == placed.touchpoint.id for touchpoint, _ in taken_up(project, journey))


RULE = Rule(
    code="CX320",
    name="open-need",
    severity=Severity.ADVICE,
    summary="evidence with finding: new at a touchpoint that no action names and that has neither opportunities nor "
    "wow",
    why="Asking customers is worth what you do with the answer. A need that nobody had seen is the best thing that "
    "research brings; left in a quote it is forgotten by the next workshop.",
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
        - id: buy
          title: Buys the shoes
          wow: A look at how you run, with the video sent home
          scores: {importance: 9, experience: 8, source: interviews}
        - ⟦id⟧: first-run
          title: Goes for the first run
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They ask who they can run with., finding: new}]
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
        - id: buy
          title: Buys the shoes
          wow: A look at how you run, with the video sent home
          scores: {importance: 9, experience: 8, source: interviews}
        - id: first-run
          title: Goes for the first run
          scores: {importance: 9, experience: 8, source: interviews}
          opportunities: [Bring beginners of one neighbourhood together]
          evidence: [{source: sellers, quote: They ask who they can run with., finding: new}]
"""
    + LIBRARY,
    check=check,
)
