"""CX307: a journey that is digital only, or analog only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project

FEWEST = 3
CHANNEL_KEYS = ("channel", "also_through", "by_persona")


def check(project: Project) -> Iterator[Finding]:
    """Journeys whose channels are all of one sort."""
    for document, _ in project.journey_documents():
        touchpoints = document.touchpoints()
        if len(touchpoints) < FEWEST or (
            document.flawed and any(_is_unclear(document, touchpoint) for touchpoint in touchpoints)
        ):
            continue
        names = {name for placed in touchpoints for name in _channels(placed)}
        if names and all(name in project.channels for name in names):
            analog = {project.channels[name].analog for name in names}
            if len(analog) == 1:
                yield _finding(document, analog=analog.pop())


def _channels(placed: PlacedTouchpoint) -> Iterator[str]:
    """Everywhere where a touchpoint can happen."""
    yield from (name for name in placed.touchpoint.also_through if name)
    for experience, _ in placed.variants:
        if experience.channel:
            yield experience.channel


def _is_unclear(document: Document, placed: PlacedTouchpoint) -> bool:
    return any(document.is_wrong_within((*placed.pointer, key)) for key in CHANNEL_KEYS)


def _finding(document: Document, *, analog: bool) -> Finding:
    here, missing = ("analog", "digital") if analog else ("digital", "analog (physical or human)")
    return Finding(
        first_key(document, "journey"),
        f"all channels of this journey are {here}",
        help=f"walk the steps yourself: add the {missing} contacts that the map lacks, or think of one to offer",
    )


RULE = Rule(
    code="CX307",
    name="not-omnichannel",
    severity=Severity.ADVICE,
    summary="a journey of three or more touchpoints whose channels are all digital or all analog",
    why="Customers change between screen and shop without thinking. A map with one of the two mostly shows what one "
    "department looks after; what happens on the other side, and on the way there, is missing.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
channels:
  web: {title: Website, kind: digital}
journey:
  ⟦id⟧: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  scores_source: interviews
  stages:
    - id: choice
      title: Choice
      touchpoints:
        - {id: guide, title: Reads our guide, channel: web, owner: online, scores: {importance: 7, experience: 7}}
        - {id: order, title: Orders two pairs, channel: web, owner: online, scores: {importance: 6, experience: 8}}
        - id: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
channels:
  web: {title: Website, kind: digital}
  shop: {title: Shop, kind: physical}
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  scores_source: interviews
  stages:
    - id: choice
      title: Choice
      touchpoints:
        - {id: guide, title: Reads our guide, channel: web, owner: online, scores: {importance: 7, experience: 7}}
        - id: order
          title: Orders two pairs
          channel: web
          also_through: [shop]
          owner: online
          scores: {importance: 6, experience: 8}
        - id: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
