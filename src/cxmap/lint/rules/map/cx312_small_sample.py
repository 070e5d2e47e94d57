"""CX312: a measurement among hardly anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.facts.scores import answers, measurements
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

FEWEST = 5


def check(project: Project) -> Iterator[Finding]:
    """Measurements with fewer than five answers."""
    for document in project.reported:
        for measurement, pointer in measurements(document):
            n = answers(measurement)
            if n is not None and n < FEWEST:
                given = "counts" if isinstance(measurement, Counts) else "n" if measurement.n else "answers"
                yield Finding(
                    value(document, *pointer, given),
                    f"{n} {'answer' if n == 1 else 'answers'}: too few for a mean (at least {FEWEST})",
                    help="ask more people, or write what these few said as evidence",
                )


RULE = Rule(
    code="CX312",
    name="small-sample",
    severity=Severity.WARNING,
    summary="a measurement has fewer than five answers",
    why="With four answers one grumpy customer moves the mean by a whole point. It looks like a measurement and is an "
    "anecdote. Anecdotes are welcome: as evidence, in words.",
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
          scores: {importance: 9, experience: {mean: 8, n: ⟦3⟧, source: interviews}}
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
          scores: {importance: 9, experience: {mean: 8, n: 12, source: interviews}}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
