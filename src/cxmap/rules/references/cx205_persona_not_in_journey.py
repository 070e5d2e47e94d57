"""CX205: a persona at a place where the journey, or the touchpoint, does not have that persona come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Severity
from cxmap.model.spelling import Vocabulary
from cxmap.rules.backdrop import LIBRARY
from cxmap.rules.finding import At, Finding, Place
from cxmap.rules.references.cx201_unknown_reference import written
from cxmap.rules.references.defined import Defined
from cxmap.rules.references.personas import TOUCHPOINT_DEPTH, Travellers
from cxmap.rules.rule import Rule
from cxmap.rules.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.definitions import PlacedReference
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Personas in ``by_persona``, in a touchpoint's ``personas`` and in evidence who do not come there."""
    defined = Defined(project)
    travellers = Travellers(defined)
    asked_about = {document for document in project.reported if document.understood}
    for placed in project.references:
        if placed.document in asked_about and travellers.is_outsider(placed.document, placed.reference):
            names = travellers.may_be_named(placed.document, placed.reference) or frozenset()
            yield _finding(placed, names, is_defined=placed.reference.id in defined.section("personas"))


def _finding(placed: PlacedReference, names: frozenset[str], *, is_defined: bool) -> Finding:
    document, reference = placed.document, placed.reference
    place = Place(document, reference.pointer, At.KEY if reference.is_key else At.VALUE)
    on_list = reference.pointer[TOUCHPOINT_DEPTH:][:1] == ("personas",)
    here = document.at((*reference.pointer[:TOUCHPOINT_DEPTH], "personas")) if not on_list else None
    whom = "touchpoint" if here and len(reference.pointer) > TOUCHPOINT_DEPTH else "journey"
    message = f"the {whom} does not name persona {shown(reference.id)}"
    add = f"add {shown(reference.id)} to the {whom}'s 'personas', or take it out here"
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
