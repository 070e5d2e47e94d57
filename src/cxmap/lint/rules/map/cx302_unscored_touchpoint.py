"""CX302: a touchpoint without an importance or an experience for a persona who passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.passages import passages
from cxmap.analysis.scores import last_wave
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import for_personas, in_words, is_current, lacks, thing
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts, Mark, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.passages import Passage
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

PARTS = ("importance", "experience")
WHOLE = (float, Mark, Mean)  # unlike counts, which may be of nobody's answers


def check(project: Project) -> Iterator[Finding]:
    """Mappings that lack a score which a persona who passes needs."""
    for document, _ in project.journey_documents():
        if is_current(document):
            yield from _unscored(document)


def _unscored(document: Document) -> Iterator[Finding]:
    """One finding a mapping, for all personas whose scores are missing there."""
    found: dict[Pointer, list[tuple[Passage, list[str]]]] = {}
    for passage in passages(document):
        scores = passage.scores
        if isinstance(last_wave(scores.importance), WHOLE) and isinstance(last_wave(scores.experience), WHOLE):
            continue
        missing = [part for part in PARTS if _is_missing(passage, part)]
        if missing:
            found.setdefault(_mapping(passage), []).append((passage, missing))
    for pointer, entries in found.items():
        passage = entries[0][0]
        missing = [part for part in PARTS if any(part in theirs for _, theirs in entries)]
        personas = for_personas((entry.persona for entry, _ in entries), passage.journey)
        yield Finding(
            first_key(document, *pointer),
            f"{thing(document, passage.pointer)} has no {in_words(missing, 'or')}{personas}",
            help="ask these customers, or give your own mark for now and say so in 'source'",
        )


def _is_missing(passage: Passage, part: str) -> bool:
    given = last_wave(getattr(passage.scores, part))
    if isinstance(given, Counts):
        return not any(given.counts.values())
    return given is None and all(
        lacks(passage.document, (*pointer, "scores", part)) for pointer in (passage.pointer, _personal(passage))
    )


def _mapping(passage: Passage) -> Pointer:
    """The mapping that lacks the score: the persona's own scores, else the touchpoint's, else the touchpoint."""
    for pointer in ((*_personal(passage), "scores"), (*passage.pointer, "scores")):
        if passage.document.has(pointer):
            return pointer
    return passage.pointer


def _personal(passage: Passage) -> Pointer:
    return (*passage.pointer, "by_persona", passage.persona)


RULE = Rule(
    code="CX302",
    name="unscored-touchpoint",
    severity=Severity.WARNING,
    summary="a touchpoint has no importance or no experience for a persona who passes there",
    why="A moment without both marks cannot be ranked, so it drops out of every list of what to improve, and nobody "
    "notices. Mark it yourselves for now and say so in its source; a guess that is called a guess can be checked.",
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
          wow: A message from the seller that evening
          scores: {⟦importance⟧: 9, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    good=JOURNEY + LIBRARY,
    check=check,
)
