"""CX105: a score outside its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import scales
from cxmap.diagnostics.record import Severity
from cxmap.model.loaded import Counts, Mean
from cxmap.rules.backdrop import LIBRARY
from cxmap.rules.finding import At, Finding, Place, value
from cxmap.rules.rule import Rule
from cxmap.rules.shown import shown
from cxmap.rules.variants import variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import Kind, Scales
    from cxmap.model.journey import Experience, Journey
    from cxmap.model.scale import Range
    from cxmap.model.score import HandoverScores
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.source.pointer import Pointer


class GivenScore(NamedTuple):
    """A score as the file gives it, and where."""

    name: str
    kind: Kind
    score: float | Mean | Counts
    pointer: Pointer


class KnownScale(NamedTuple):
    """The scale that a score is on, and where it comes from."""

    scale: Range
    whose: str
    place: Place | None


def check(project: Project) -> Iterator[Finding]:
    """Marks, means and the marks of counts that lie outside the scale they are on, where that is known."""
    for document, journey in project.journey_documents():
        of_journey = _scales_of(project, document, journey)
        for given in _given(document):
            known = _scale_of(project, document, of_journey, given)
            if known is not None:
                for mark, place in _marks(document, given):
                    if not known.scale.min <= mark <= known.scale.max:
                        yield _finding(given, mark, place, known)


def _given(document: Document) -> Iterator[GivenScore]:
    for placed in document.touchpoints():
        if placed.touchpoint.importance_to_us is not None:
            name = "importance_to_us"
            yield GivenScore(name, "importance", placed.touchpoint.importance_to_us, (*placed.pointer, name))
        for experience, pointer in variants(placed):
            yield from _of_experience(experience, pointer)


def _of_experience(experience: Experience, pointer: Pointer) -> Iterator[GivenScore]:
    yield from _of_scores(experience.scores, (*pointer, "scores"))
    if experience.handover is not None:
        yield from _of_scores(experience.handover.scores, (*pointer, "handover", "scores"))


def _of_scores(scores: HandoverScores | None, pointer: Pointer) -> Iterator[GivenScore]:
    if scores is None:
        return
    if scores.importance is not None:
        yield GivenScore("importance", "importance", scores.importance, (*pointer, "importance"))
    if scores.experience is not None:
        yield GivenScore("experience", "experience", scores.experience, (*pointer, "experience"))
    if scores.desired is not None:
        yield GivenScore("desired", "experience", scores.desired, (*pointer, "desired"))


def _scales_of(project: Project, document: Document, journey: Journey) -> Scales | None:
    """The scales of the journey's marks; ``None`` where its own is wrong."""
    return None if document.is_wrong_within(("journey", "scale")) else scales(project, journey)


def _scale_of(project: Project, document: Document, of_journey: Scales | None, given: GivenScore) -> KnownScale | None:
    """The scale that a score is on; ``None`` where nobody can know it."""
    score = given.score
    if isinstance(score, (Mean, Counts)):
        if document.is_wrong((*given.pointer, "source")):
            return None
        if score.source is not None:
            definition = project.definition("sources", score.source)
            if definition is None or definition.model is None:
                return None
            place = Place(definition.document, (*definition.pointer, "scale"))
            if definition.document.is_wrong_within(place.pointer):
                return None
            if definition.model.scale is not None:
                return KnownScale(definition.model.scale, f"the scale of source {shown(score.source)}", place)
    if of_journey is None:
        return None
    scale = of_journey.of(given.kind)
    if document.has(("journey", "scale")):
        return KnownScale(scale, "the journey's scale", value(document, "journey", "scale"))
    configured = "scale" in project.config.model_fields_set
    return KnownScale(scale, "the scale in the project's configuration" if configured else "the default scale", None)


def _marks(document: Document, given: GivenScore) -> Iterator[tuple[float, Place]]:
    score = given.score
    if isinstance(score, Counts):
        for mark in document.at((*given.pointer, "counts")):
            yield mark, Place(document, (*given.pointer, "counts", mark), At.KEY)
    elif isinstance(score, Mean):
        yield score.mean, value(document, *given.pointer, "mean")
    else:
        yield score, value(document, *given.pointer)


def _finding(given: GivenScore, mark: float, place: Place, known: KnownScale) -> Finding:
    ends = f"{shown(known.scale.min)} to {shown(known.scale.max)}"
    measured = isinstance(given.score, (Mean, Counts))
    remedy = "give its source the scale of its answers" if measured else "give the journey another 'scale'"
    return Finding(
        place,
        f"{given.name} {shown(mark)} is outside {ends}, {known.whose}",
        help=f"write a mark from {ends}, or {remedy}",
        related=(("the scale", known.place),) if known.place else (),
    )


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
