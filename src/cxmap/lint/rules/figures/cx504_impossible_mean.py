"""CX504: a mean that so many whole marks cannot have."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.scores import measurements
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule
from cxmap.lint.rules.figures.possible import decimals, half_unit, mean_of_whole_marks
from cxmap.model.types import ImportanceMean, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.types import Measurement
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

MOST_DECIMALS = 15  # beyond that a float holds no more


def check(project: Project) -> Iterator[Finding]:
    """Means of whole marks that no sum of whole marks gives."""
    for document in project.reported:
        for measurement, pointer in measurements(document):
            if _of_whole_marks(project, measurement):
                yield from _impossible(document, pointer, measurement)


def _of_whole_marks(project: Project, measurement: Measurement) -> bool:
    """Whether it is the plain mean of single answers in whole marks."""
    if not isinstance(measurement, Mean) or measurement.answers is not None or not measurement.source:
        return False
    if isinstance(measurement, ImportanceMean) and measurement.derived:
        return False
    source = project.sources.get(measurement.source)
    return bool(source and source.scale and source.scale.step == 1)


def _impossible(document: Document, pointer: Pointer, measurement: Measurement) -> Iterator[Finding]:
    place = (*pointer, "mean")
    places = min(decimals(document, place), MOST_DECIMALS)
    if not isinstance(measurement, Mean) or measurement.n is None or measurement.n >= 10**places:
        return
    mean, n = measurement.mean, measurement.n
    if not mean_of_whole_marks(mean, n, half_unit(document, place)):
        near = [f"{total / n:.{places}f}" for total in (math.floor(mean * n), math.ceil(mean * n))]
        yield Finding(
            value(document, *place),
            f"{n} whole marks cannot have the mean {mean:.{places}f}, unless each answer is itself a mean of several "
            "questions",
            help=f"check the mean and n: the nearest are {near[0]} and {near[1]}; where answers are no whole marks, "
            "take 'step' out of the source's scale",
            related=(("the n", value(document, *pointer, "n")),),
        )


RULE = Rule(
    code="CX504",
    name="impossible-mean",
    severity=Severity.ADVICE,
    summary="a mean that n whole marks cannot have",
    why="The mean of 12 whole marks is some number of twelfths: 8.42 can be (101 in all), 8.45 cannot. Where it does "
    "not fit, mean or n was copied wrongly, or some answers are missing from one of them. This is the GRIM test of "
    "Brown and Heathers (2017). It is asked only of sources whose scale says 'step: 1', and where n is small enough "
    "for the decimals that are written.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, n: 40, scale: {min: 1, max: 10, step: 1}}
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
            experience: {mean: ⟦8.45⟧, sd: 1.1, n: 12, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, n: 40, scale: {min: 1, max: 10, step: 1}}
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
            experience: {mean: 8.42, sd: 1.1, n: 12, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
