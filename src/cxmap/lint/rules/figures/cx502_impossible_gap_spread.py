"""CX502: a spread of differences that the two spreads leave no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import alike, mean_and_sd
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.normalized import ScoreScales
from cxmap.lint.facts.scores import answers, given_scores
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.figures.possible import above, half_unit
from cxmap.model.types import Counts, ImportanceMean, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.facts.scores import GivenScore
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """``gap_sd`` of two scores of the same people, outside what the spreads of the two (their last waves) allow."""
    for document, journey in project.journey_documents():
        known_scales = ScoreScales(project, document, journey)
        by_place = {_whole(given.pointer): given for given in given_scores(document) if given.last}
        for placed in document.touchpoints():
            for experience, pointer in placed.variants:
                if experience.scores is None or experience.scores.gap_sd is None:
                    continue
                both = [
                    by_place.get((*pointer, "scores", part)) or by_place.get((*placed.pointer, "scores", part))
                    for part in ("importance", "experience")
                ]
                if both[0] and both[1] and _same_people(project, known_scales, both[0], both[1]):
                    place = (*pointer, "scores", "gap_sd")
                    yield from _impossible(document, place, experience.scores.gap_sd, both[0], both[1])


def _whole(pointer: Pointer) -> Pointer:
    """Where a score stands, of whose waves one has a place."""
    return pointer[:-1] if isinstance(pointer[-1], int) else pointer


def _same_people(project: Project, known_scales: ScoreScales, one: GivenScore, other: GivenScore) -> bool:
    """Whether two scores are of one source, one day and one number of unweighted answers, on one scale."""
    terms = _terms(project, one)
    scale, other_scale = known_scales.of(one), known_scales.of(other)
    return bool(
        terms and terms == _terms(project, other) and scale and other_scale and alike(scale.scale, other_scale.scale)
    )


def _terms(project: Project, given: GivenScore) -> tuple[object, ...] | None:
    score = given.score
    if not isinstance(score, (Mean, Counts)) or score.source is None or answers(score) is None:
        return None
    if isinstance(score, Mean) and score.answers is not None:
        return None
    if isinstance(score, ImportanceMean) and score.derived:
        return None
    source = project.sources.get(score.source)
    return score.source, score.date or (source.date if source else None), answers(score)


def _impossible(
    document: Document, place: Pointer, gap_sd: float, importance: GivenScore, experience: GivenScore
) -> Iterator[Finding]:
    first, second = _spread(document, importance), _spread(document, experience)
    if first is None or second is None:
        return
    u = half_unit(document, place) + first[1] + second[1]
    least, most = abs(first[0] - second[0]), first[0] + second[0]
    if above(least - u, gap_sd) or above(gap_sd, most + u):
        yield Finding(
            value(document, *place),
            f"gap_sd {shown(gap_sd)} is impossible: with sds of {first[0]:.2f} and {second[0]:.2f} the differences "
            f"of the same people have an sd from {least:.2f} to {most:.2f}",
            help="compute it from the differences, one for each person who gave both marks; or leave it out",
            related=tuple((f"the {score.name}", value(document, *score.pointer)) for score in (importance, experience)),
        )


def _spread(document: Document, given: GivenScore) -> tuple[float, float] | None:
    """The sd of a measurement, and half a unit of its last decimal."""
    if isinstance(given.score, Counts):
        sd = mean_and_sd(given.score.counts)[1] if any(given.score.counts.values()) else None
        return None if sd is None else (sd, 0.0)
    if not isinstance(given.score, Mean) or given.score.sd is None:
        return None
    return given.score.sd, half_unit(document, (*given.pointer, "sd"))


RULE = Rule(
    code="CX502",
    name="impossible-gap-spread",
    severity=Severity.WARNING,
    summary="gap_sd is smaller than the difference of the two sds, or larger than their sum",
    why="gap_sd says how much people differ in the distance between what matters to them and what they get. If the "
    "two marks go together it is small, but never below the difference of their spreads, and never above the sum. A "
    "figure outside is another figure, and the certainty of the gap would be made of it. Asked only where both scores "
    "are of one source, one day and one n; each sd counts as anything that rounds to it.",
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
            importance: {mean: 8.8, sd: 1.2, n: 40, source: survey}
            experience: {mean: 8.4, sd: 1.1, n: 40, source: survey}
            gap_sd: ⟦12⟧
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
            importance: {mean: 8.8, sd: 1.2, n: 40, source: survey}
            experience: {mean: 8.4, sd: 1.1, n: 40, source: survey}
            gap_sd: 1.2
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
