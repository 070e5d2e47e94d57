"""CX503: more answers than people who were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.scores import answers, measurements
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.types import Measurement
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Scores with more answers than their source, and sources with more than there are people."""
    for document in project.reported:
        for measurement, pointer in measurements(document):
            yield from _of_score(project, document, measurement, pointer)
    for definition in project.defined_here("sources"):
        source = definition.model
        if source is not None and source.n and source.population and source.n > source.population:
            yield Finding(
                value(definition.document, *definition.pointer, "n"),
                f"source {shown(definition.id)} has n {source.n}, of a population of {source.population}",
                help="'population' is how many there are in all; check both",
                related=(("the population", value(definition.document, *definition.pointer, "population")),),
            )


def _of_score(project: Project, document: Document, measurement: Measurement, pointer: Pointer) -> Iterator[Finding]:
    definition = project.definition("sources", measurement.source) if measurement.source else None
    source = definition.model if definition else None
    # A source that runs on says how many answered last; a wave with another date is of other people.
    most = source.n if source and measurement.date in {None, source.date} else None
    weighted = isinstance(measurement, Mean) and measurement.answers is not None
    given = measurement.answers if isinstance(measurement, Mean) and weighted else answers(measurement)
    if definition and most and given and given > most:
        key = "answers" if weighted else "counts" if isinstance(measurement, Counts) else "n"
        yield Finding(
            value(document, *pointer, key),
            f"{given} answers, and source {shown(definition.id)} has {most} in all",
            help="check both figures; an answer counts once, also where a person was asked more than once",
            related=(("the n of the source", value(definition.document, *definition.pointer, "n")),),
        )


RULE = Rule(
    code="CX503",
    name="more-answers-than-people",
    severity=Severity.WARNING,
    summary="a score has more answers than its source has respondents, or a source more than its population",
    why="The n decides how sure a figure is. Where a touchpoint has more answers than the survey has respondents, one "
    "of the two is of another survey, another year, or a typing error, and the intervals look narrower than they are.",
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
            experience: {mean: 8.4, sd: 1.1, n: ⟦400⟧, source: survey}
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
            experience: {mean: 8.4, sd: 1.1, n: 38, source: survey}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + PEOPLE,
    check=check,
)
