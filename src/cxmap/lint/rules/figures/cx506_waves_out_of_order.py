"""CX506: waves that do not go from the oldest to the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import KINDS, date_of, each_wave, source_of
from cxmap.analysis.waves import Wave, out_of_order
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import PEOPLE
from cxmap.lint.facts.scores import placed_scores
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.model.types import Counts, Mark, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import GivenWave
    from cxmap.analysis.waves import OutOfOrder
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Waves of touchpoints and of handovers, for all and for each persona, that stand after a newer one, or twice."""
    for document, journey in project.journey_documents():
        for scores, pointer, mark_source in placed_scores(document):
            for name in KINDS:
                given, place = each_wave(getattr(scores, name)), (*pointer, name)
                if len(given) > 1:
                    waves = [
                        None
                        if wave is None or document.is_wrong_within((*place, index))
                        else _wave(project, document, journey, wave, mark_source)
                        for index, wave in enumerate(given)
                    ]
                    yield from (_finding(document, place, found) for found in out_of_order(waves))


def _wave(
    project: Project, document: Document, journey: Journey, given: GivenWave, mark_source: str | None
) -> Wave | None:
    """By what a wave is known; ``None`` where an error that is reported elsewhere hides its source or its date."""
    source = source_of(journey, given, mark_source)
    if source is None and not isinstance(given, (Mean, Counts)) and document.is_wrong(("journey", "scores_source")):
        return None
    has_date = isinstance(given, (Mark, Mean, Counts)) and given.date is not None
    if source is not None and not has_date:
        definition = project.definition("sources", source)
        if definition is None or definition.model is None:
            return None
        if definition.document.is_wrong_within((*definition.pointer, "date")):
            return None
    return Wave(source, date_of(project, given, source))


def _finding(document: Document, place: Pointer, found: OutOfOrder) -> Finding:
    day = found.wave_before.date
    if found.wave == found.wave_before:
        source = f"of source {shown(found.wave.source)}" if found.wave.source else "without a source"
        message = f"a second wave {source} on {day}: a wave is known by its source and its date"
        remedy = "keep one of the two, or give the later one a 'date' of its own"
    else:
        dated = found.wave.date is not None
        which = f"the wave of {found.wave.date}" if dated else "a wave without a date"
        message = f"{which} is listed after that of {day}{', but is earlier' if dated else ''}"
        remedy = "put the waves in order of date, the oldest first and those without a date before all others"
    return Finding(
        value(document, *place, found.at),
        message,
        help=remedy,
        related=(("the wave before it", value(document, *place, found.before)),),
    )


_EXAMPLE = """\
--- journey.cxmap.yaml
cxmap: 1
sources:
  wall: {title: Workshop with the team, kind: workshop, date: 2026-01-14}
  survey-spring: {title: Survey after the visit, kind: survey, date: 2026-03-31, n: 60}
  survey-autumn: {title: Survey after the visit, kind: survey, date: 2026-09-30, n: 80}
  sellers: {title: Round of the shop floor, kind: employees}
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  scores_source: wall
  stages:
    - id: use
      title: Running
      touchpoints:
        - id: first-run
          title: Goes for the first run
          wow: A message from the seller that evening
          scores:
            importance: {mean: 8.8, sd: 1.2, n: 60, source: survey-spring}
            experience:
              - 7
WAVES
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
_SPRING = "              - {mean: 7.4, sd: 1.1, n: 60, source: survey-spring}"
_AUTUMN = "              - {mean: 7.9, sd: 1.0, n: 80, source: survey-autumn}"

RULE = Rule(
    code="CX506",
    name="waves-out-of-order",
    severity=Severity.ERROR,
    summary="a wave of a score is listed after a newer one, one without a date after a dated one, or two are of one "
    "source and date",
    why="The last wave counts: it is the figure in every table, chart and ranking. Where an older one is last, the "
    "past passes for the present, and what became better is shown as worse. A wave is known by its source and its "
    "date, its own or that of its source, so two of the same cannot be told apart.",
    bad=_EXAMPLE.replace("WAVES", f"{_AUTUMN}\n{_SPRING.replace('{', '⟦{').replace('}', '}⟧')}") + PEOPLE,
    good=_EXAMPLE.replace("WAVES", f"{_SPRING}\n{_AUTUMN}") + PEOPLE,
    check=check,
)
