"""CX317: the organisation's own words in the customer's mouth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import listed
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.model.journey import Experience
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Words of the configuration's ``jargon`` in titles, and in what customers do, think, feel or expect."""
    jargon = _pattern(project.config.jargon)
    if jargon is None:
        return
    for document, _ in project.journey_documents():
        for placed in document.touchpoints():
            yield from _said(document, jargon, placed.touchpoint.title, (*placed.pointer, "title"))
            for experience, pointer in placed.variants:
                for text, place in _customers_words(experience, pointer):
                    yield from _said(document, jargon, text, place)


def _said(document: Document, jargon: re.Pattern[str], text: str, place: Pointer) -> Iterator[Finding]:
    found = dict.fromkeys(jargon.findall(text))
    if found:
        yield Finding(
            value(document, *place),
            f"{listed(found)} {'is a word' if len(found) == 1 else 'are words'} of yours, not of the customer",
            help="say it as a customer would",
        )


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Any of some words, whole and in any case; the longest first, so that a phrase wins over its first word."""
    wanted = sorted({word.strip() for word in words if word.strip()}, key=lambda word: (-len(word), word))
    if not wanted:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)


def _customers_words(experience: Experience, pointer: Pointer) -> Iterator[tuple[str, Pointer]]:
    for name, text in (
        ("doing", experience.doing),
        ("feeling", experience.feeling),
        ("expectation", experience.expectation),
    ):
        if text:
            yield text, (*pointer, name)
    for index, thought in enumerate(experience.thinking):
        if thought:
            yield thought, (*pointer, "thinking", index)


RULE = Rule(
    code="CX317",
    name="inside-out-words",
    severity=Severity.ADVICE,
    summary="a word of the configuration's jargon list in a touchpoint's title, or in what the customer does, thinks, "
    "feels or expects",
    why="No customer has ever opened a ticket in the CRM. System names and abbreviations give away that a step was "
    "described from inside: it says what the organisation does and not what the customer goes through.",
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
          doing: ⟦Receives the NPS mail after the first run⟧
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
--- cxmap.toml
jargon = ["NPS", "CRM", "conversion"]
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
          doing: Is asked how the first run went
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
--- cxmap.toml
jargon = ["NPS", "CRM", "conversion"]
"""
    + LIBRARY,
    check=check,
)
