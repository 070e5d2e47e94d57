"""CX315: a measurement that is older than the team accepts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.scores import last_measurements
from cxmap.lint.finding import Finding, value
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.score import Measurement
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Measurements that are older than ``max-age-days``; nothing where that is not set."""
    if project.config.max_age_days is None:
        return
    oldest = dt.timedelta(days=project.config.max_age_days)
    for document in project.reported:
        for measurement, pointer in last_measurements(document):
            measured = _date(project, document, measurement, pointer)
            if measured and project.today - measured > oldest:
                age = (project.today - measured).days
                yield Finding(
                    value(document, *pointer, "date" if measurement.date else "source"),
                    f"measured on {measured}, {age} days ago: more than {oldest.days} days",
                    help="measure again, or set 'max-age-days' higher in the configuration",
                )


def _date(project: Project, document: Document, measurement: Measurement, pointer: Pointer) -> dt.date | None:
    """The measurement's own date, else that of its source."""
    if measurement.date or document.is_wrong((*pointer, "date")):
        return measurement.date
    source = project.sources.get(measurement.source) if measurement.source else None
    return source.date if source else None


RULE = Rule(
    code="CX315",
    name="stale-measurement",
    severity=Severity.ADVICE,
    summary="a measurement is older than the configuration's max-age-days (off unless that is set)",
    why="Customers compare you with what they met elsewhere last week, and you changed things too. A mark from before "
    "the new website ranks problems that may be gone. Decide how old a figure may be, and let cxmap remind you.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, date: 2024-03-31}
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
          scores: {importance: 9, experience: {mean: 8, n: 57, source: ⟦survey⟧}}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
--- cxmap.toml
max-age-days = 730
"""
    + PEOPLE,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
sources:
  survey: {title: Survey after the visit, kind: survey, date: 2026-03-31}
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
          scores: {importance: 9, experience: {mean: 8, n: 57, source: survey}}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
--- cxmap.toml
max-age-days = 730
"""
    + PEOPLE,
    check=check,
)
