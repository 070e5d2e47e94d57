"""CX105: a score outside its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.facts.normalized import ScoreScales
from cxmap.lint.facts.scores import given_scores
from cxmap.lint.finding import At, Finding, Place, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts, Mark, Mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.lint.facts.normalized import KnownScale
    from cxmap.lint.facts.scores import GivenScore
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Marks, means and the marks of counts that lie outside the scale they are on, where that is known."""
    for document, journey in project.journey_documents():
        known_scales = ScoreScales(project, document, journey)
        for given in given_scores(document):
            known = known_scales.of(given)
            if known is not None:
                for mark in _marks(document, given):
                    if not known.scale.min <= mark <= known.scale.max:
                        yield _finding(project, document, given, mark, known)


def _marks(document: Document, given: GivenScore) -> Iterable[float]:
    score = given.score
    if isinstance(score, Counts):
        marks: dict[float, int] = document.at((*given.pointer, "counts"))
        return marks
    if isinstance(score, Mark):
        return (score.mark,)
    return (score.mean if isinstance(score, Mean) else score,)


def _place(document: Document, given: GivenScore, mark: float) -> Place:
    if isinstance(given.score, Counts):
        return Place(document, (*given.pointer, "counts", mark), At.KEY)
    key = "mark" if isinstance(given.score, Mark) else "mean" if isinstance(given.score, Mean) else None
    return value(document, *given.pointer, *((key,) if key else ()))


def _finding(project: Project, document: Document, given: GivenScore, mark: float, known: KnownScale) -> Finding:
    whose, place = _whose(project, document, known)
    ends = f"{shown(known.scale.min)} to {shown(known.scale.max)}"
    measured = isinstance(given.score, (Mean, Counts))
    remedy = "give its source the scale of its answers" if measured else "give the journey another 'scale'"
    return Finding(
        _place(document, given, mark),
        f"{given.name} {shown(mark)} is outside {ends}, {whose}",
        help=f"write a mark from {ends}, or {remedy}",
        related=(("the scale", place),) if place else (),
    )


def _whose(project: Project, document: Document, known: KnownScale) -> tuple[str, Place | None]:
    """Where a scale comes from, in words and, where it is written in a file, as a place."""
    if known.source is not None:
        source = known.source
        return f"the scale of source {shown(source.id)}", value(source.document, *source.pointer, "scale")
    if document.has(("journey", "scale")):
        return "the journey's scale", value(document, "journey", "scale")
    configured = "scale" in project.config.model_fields_set
    return "the scale in the project's configuration" if configured else "the default scale", None


RULE = Rule(
    code="CX105",
    name="score-out-of-scale",
    severity=Severity.ERROR,
    summary="a mark, a mean or a mark in counts is outside its scale",
    why="A score outside its scale is a typing error, or a figure from another scale: 55 for 5.5, or a 4 out of 5 "
    "among report marks. cxmap never clips it into place, for then nobody would see the error.",
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
          scores: {importance: 9, experience: ⟦75⟧, source: interviews}
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
          scores: {importance: 9, experience: 7.5, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
