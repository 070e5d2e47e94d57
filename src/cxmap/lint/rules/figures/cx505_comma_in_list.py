"""CX505: one thought that a comma made two of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Severity, Span
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

OF_TOUCHPOINTS = ("thinking", "positives", "negatives", "questions", "opportunities")
OF_PERSONAS = ("goals", "needs", "frustrations")
OF_ACTIONS = ("behaviour",)
ENDS = frozenset(".!?…\"'“”„‟‘’‚‛«»")
FEWEST_WORDS = 3


def check(project: Project) -> Iterator[Finding]:
    """Items of a list in brackets that read as the rest of the item before them."""
    for document in project.reported:
        for pointer in _lists(document):
            items = document.at(pointer)
            if isinstance(items, list) and len(items) > 1 and document.source.in_flow((*pointer, 0)):
                for index in range(1, len(items)):
                    if _belongs_to_the_one_before(document, pointer, index):
                        yield _finding(document, pointer, index)


def _lists(document: Document) -> Iterator[Pointer]:
    for section, names in (("personas", OF_PERSONAS), ("actions", OF_ACTIONS)):
        for name in getattr(document.model, section):
            yield from ((section, name, key) for key in names)
    for placed in document.touchpoints():
        for _, pointer in placed.variants:
            yield from ((*pointer, key) for key in OF_TOUCHPOINTS)


def _belongs_to_the_one_before(document: Document, pointer: Pointer, index: int) -> bool:
    before, text = (_plain(document, (*pointer, at)) for at in (index - 1, index))
    return (
        text[:1].islower() and before[:1].isupper() and len(before.split()) >= FEWEST_WORDS and before[-1] not in ENDS
    )


def _plain(document: Document, pointer: Pointer) -> str:
    """The text of an item that is written without quotes; empty for any other."""
    text = document.at(pointer)
    return text if isinstance(text, str) and text and document.source.written(pointer)[:1] == text[0] else ""


def _finding(document: Document, pointer: Pointer, index: int) -> Finding:
    first, second = (value(document, *pointer, at) for at in (index - 1, index))
    joined = f"{document.at(first.pointer)}, {document.at(second.pointer)}".replace("\\", "\\\\").replace('"', '\\"')
    whole = Span(first.span.line, first.span.column, second.span.end_line, second.span.end_column)
    return Finding(
        second,
        "inside [ ] a comma starts a new item: this reads as the rest of the one before it",
        suggestion=f'"{joined}"',
        help="put the two in quotes as one text; where they are two, begin this one with a capital or give it a line "
        "of its own",
        edits=(Edit(whole, f'"{joined}"'),),
        related=(("the item before it", first),),
        safe=False,
    )


RULE = Rule(
    code="CX505",
    name="comma-in-list",
    severity=Severity.ADVICE,
    summary="an item of a list in [ ] starts with a small letter and reads as the rest of the one before it",
    why="In [Will it fit, and can I bring it back?] the comma makes two thoughts of one, and the map shows both, the "
    "second without a beginning. Put the sentence in quotes, or give each thought a line of its own.",
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
          thinking: [Will my knee hold, ⟦or do I stop halfway?⟧]
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
          thinking: ["Will my knee hold, or do I stop halfway?"]
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
