"""CX501: a standard deviation that no answers on the scale can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.normalized import ScoreScales
from cxmap.lint.facts.scores import given_scores
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.figures.possible import above, half_unit, largest_sd
from cxmap.model.types import ImportanceMean, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.facts.scores import GivenScore
    from cxmap.model.scale import Range
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Measurements whose spread is more than their mean, their n and their scale allow."""
    for document, journey in project.journey_documents():
        known_scales = ScoreScales(project, document, journey)
        for given in given_scores(document):
            if isinstance(given.score, Mean) and given.score.sd is not None and not _is_weighted(given):
                known = known_scales.of(given)
                if known is not None and not document.is_wrong_within(given.pointer):
                    yield from _impossible(document, given.pointer, given.score, known.scale)


def _is_weighted(given: GivenScore) -> bool:
    """Whether the n is no number of answers: it was weighted, or the importance is a correlation."""
    derived = isinstance(given.score, ImportanceMean) and given.score.derived is True
    return derived or (isinstance(given.score, Mean) and given.score.answers is not None)


def _impossible(document: Document, pointer: Pointer, score: Mean, scale: Range) -> Iterator[Finding]:
    if score.sd is None or not scale.min <= score.mean <= scale.max:
        return
    if not above(score.sd, largest_sd(score.mean, score.n, scale)):  # possible without the benefit of rounding
        return
    most = largest_sd(score.mean, score.n, scale, half_unit(document, (*pointer, "mean")))
    if not above(score.sd - half_unit(document, (*pointer, "sd")), most):
        return
    if score.n == 1:
        reason = "a single answer has no spread"
    else:
        who = f"{score.n} answers" if score.n else "answers"
        reason = (
            f"{who} from {shown(scale.min)} to {shown(scale.max)} with mean {shown(score.mean)} have {most:.2f} at most"
        )
    yield Finding(
        value(document, *pointer, "sd"),
        f"an sd of {shown(score.sd)} is impossible: {reason}",
        help="check mean, sd, n and the scale of the source against the report that they come from",
        related=(("the mean", value(document, *pointer, "mean")),),
    )


RULE = Rule(
    code="CX501",
    name="impossible-spread",
    severity=Severity.ERROR,
    summary="an sd is larger than any answers on the scale with this mean and this n can have",
    why="A mean near the end of a scale leaves little room to differ: where the mean is 9.9 of 10, nearly all answers "
    "are a 10. A larger sd is a typing error, another column, or the sd of another scale, and every interval and test "
    "made of it would be wrong. The bound is that of Bhatia and Davis (2000), with the benefit of the rounding: mean "
    "and sd count as anything that rounds to what is written. It is not asked of a derived importance, nor where "
    "'answers' says that answers were weighted.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, n: 40, scale: {min: 1, max: 10}}
  sellers: {title: Round of the shop floor, kind: employees}
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
          scores:
            importance: {mean: 9.9, sd: ⟦5⟧, n: 40, source: survey}
            experience: {mean: 8.4, sd: 1.1, n: 40, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, n: 40, scale: {min: 1, max: 10}}
  sellers: {title: Round of the shop floor, kind: employees}
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
          scores:
            importance: {mean: 9.9, sd: 0.5, n: 40, source: survey}
            experience: {mean: 8.4, sd: 1.1, n: 40, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
