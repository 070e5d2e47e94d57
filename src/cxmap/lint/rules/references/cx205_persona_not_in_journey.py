"""CX205: a persona at a place where the journey, or the touchpoint, does not have that persona come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import At, Finding, Place
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.cx201_unknown_reference import written
from cxmap.lint.rules.references.defined import defined
from cxmap.lint.rules.references.personas import TOUCHPOINT_DEPTH, travellers
from cxmap.text.suggestions import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Personas in ``by_persona``, in a touchpoint's ``personas`` and in evidence who do not come there."""
    known = travellers(project)
    for document in project.judged:
        for reference in document.references:
            if known.is_outsider(document, reference):
                names = known.may_be_named(document, reference) or frozenset()
                is_defined = reference.id in defined(project).section("personas")
                yield _finding(document, reference, names, is_defined=is_defined)


def _finding(document: Document, reference: Reference, names: frozenset[str], *, is_defined: bool) -> Finding:
    place = Place(document, reference.pointer, At.KEY if reference.is_key else At.VALUE)
    on_list = reference.pointer[TOUCHPOINT_DEPTH:][:1] == ("personas",)
    here = document.at((*reference.pointer[:TOUCHPOINT_DEPTH], "personas")) if not on_list else None
    whom = "touchpoint" if here and len(reference.pointer) > TOUCHPOINT_DEPTH else "journey"
    message = f"the {whom} does not name persona {shown(reference.id)}"
    add = f"add {shown(reference.id)} to the {whom}'s 'personas', or remove it here"
    if is_defined:
        return Finding(place, message, help=add)
    vocabulary = Vocabulary(sorted(names))
    found = vocabulary.nearest(reference.id)
    around = document.at(reference.pointer[:-1])
    sure = found is not None and vocabulary.clear(reference.id) == found and found not in around
    return Finding(
        place,
        message,
        suggestion=found,
        help=None if found else add,
        edits=(Edit(place.span, written(found)),) if found and sure else (),
    )


RULE = Rule(
    code="CX205",
    name="persona-not-in-journey",
    severity=Severity.ERROR,
    summary="'by_persona', a touchpoint's 'personas' or evidence names a persona that the journey does not",
    why="What is written for a persona who does not come along is never shown and never counted.",
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
          scores: {importance: 9, experience: 8, source: interviews}
          by_persona: {⟦andre⟧: {feeling: Proud}}
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
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          by_persona: {noor: {feeling: Proud}}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
    fixable=True,
)
