"""CX308: a step from one channel or owner to the next that nobody looked at."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cxmap.analysis.passages import ways
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import for_personas, in_words, lacks, thing
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.passages import Passage
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

Step = tuple["Passage", "Passage"]


def check(project: Project) -> Iterator[Finding]:
    """Changes of channel or owner without a handover; one finding for all personas with the same step."""
    for document, journey in project.journey_documents():
        yield from _unrated(project, document, journey)


def _unrated(project: Project, document: Document, journey: Journey) -> Iterator[Finding]:
    steps: dict[tuple[int, int, str], list[Step]] = {}
    for before, after in _steps(document):
        change = _change(project, before, after) if _has_no_handover(after) else ""
        if change:
            steps.setdefault((before.position, after.position, change), []).append((before, after))
    for (_, _, change), taken in steps.items():
        before, after = taken[0]
        personas = for_personas((handover.persona for _, handover in taken), journey)
        yield Finding(
            first_key(document, *after.pointer),
            f"the step from {thing(document, before.pointer)} to here changes {change}{personas} and has no handover",
            help="look at the step itself: add 'handover' with what gets lost ('loses'), a 'note' or 'scores'",
        )


def _steps(document: Document) -> Iterator[Step]:
    """Every two consecutive touchpoints of a persona, detours aside."""
    for way in ways(document).values():
        yield from pairwise(passage for passage in way if not passage.detour)


def _change(project: Project, before: Passage, after: Passage) -> str:
    """What changes, in words; a step in which the customer meets nobody, or that nobody owns, changes nothing.

    Nor does one from or to what nobody defines: it may be misspelt, and is reported as that.
    """
    changes = {
        "channel": ("channels", before.experience.channel, after.experience.channel),
        "owner": ("stakeholders", before.touchpoint.owner, after.touchpoint.owner),
    }
    found = [
        f"{what} ({old} to {new})"
        for what, (section, old, new) in changes.items()
        if old and new and old != new and all(end in project.definitions[section] for end in (old, new))
    ]
    return in_words(found) if found else ""


def _has_no_handover(passage: Passage) -> bool:
    personal = (*passage.pointer, "by_persona", passage.persona, "handover")
    return passage.experience.handover is None and all(
        lacks(passage.document, pointer) for pointer in ((*passage.pointer, "handover"), personal)
    )


RULE = Rule(
    code="CX308",
    name="unrated-handover",
    severity=Severity.ADVICE,
    summary="consecutive touchpoints of a persona are on different channels or have different owners, and the later "
    "one has no handover",
    why="Each department may do well and the customer still be lost between two of them: the form is filled in again, "
    "the story told a second time. Nobody sees it, because it belongs to nobody. Write down what gets lost on the way.",
    bad="""\
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
        - ⟦id⟧: try-on
          title: Tries two pairs on
          channel: shop
          owner: store
          wow: A free look at how you run
          scores: {importance: 9, experience: 8}
          evidence: [{source: sellers, quote: Everybody tells us what they read at home.}]
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
        - id: try-on
          title: Tries two pairs on
          channel: shop
          owner: store
          handover: {loses: [what she read in the guide], scores: {importance: 6, experience: 5}}
          wow: A free look at how you run
          scores: {importance: 9, experience: 8}
          evidence: [{source: sellers, quote: Everybody tells us what they read at home.}]
"""
    + LIBRARY,
    check=check,
)
