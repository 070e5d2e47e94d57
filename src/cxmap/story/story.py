"""The whole story of a project: ``tell`` makes it; a report, a deck, Markdown and JSON say it in their own ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.summary import summary
from cxmap.errors import UsageError
from cxmap.i18n.story import StoryWords
from cxmap.project.titles import Names
from cxmap.story.changes import changes_of
from cxmap.story.chart_findings import journey_findings, project_findings
from cxmap.story.evidence import evidence_rows, source_uses
from cxmap.story.headline import Basis, basis, headlines
from cxmap.story.journeys import journeys_of
from cxmap.story.needs import open_needs
from cxmap.story.opportunities import TOP, sheets
from cxmap.story.people import parties_of, personas_of
from cxmap.story.plan import plan_of
from cxmap.story.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.summary import ProjectSummary
    from cxmap.choices import Chart, Lang
    from cxmap.project.project import Project
    from cxmap.story.changes import Changes
    from cxmap.story.evidence import EvidenceRow, SourceUse
    from cxmap.story.headline import Headline
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.needs import OpenNeeds
    from cxmap.story.opportunities import OpportunitySheet
    from cxmap.story.people import PartyStory, PersonaStory
    from cxmap.story.plan import Plan


@dataclass(frozen=True, slots=True)
class Story:
    """A project as it is told to others.

    Attributes:
        project: The project; its files asked about are those that are told of.
        lang: The language of sentences and remarks.
        names: What things are called.
        journeys: The journeys in the order of the files, those as it is before those as it should be.
        figures: All current journeys together in figures.
        rankings: The ranking of all current journeys; one each where they cannot be ranked together; none where
            none of them can be ranked.
        headlines: The message, in up to five sentences.
        findings: What each chart of the project shows, in a sentence, by the chart's name.
        journey_findings: The same of the charts of a journey, by journey and chart.
        basis: What the scores of current journeys rest on.
        changes: What changed since the wave before.
        sheets: The opportunities, the first of the ranking first.
        personas: The personas.
        parties: The parties besides the customer.
        plan: Actions and metrics.
        needs: What is still open.
        evidence: What the scores of each touchpoint of current journeys rest on.
        sources: The sources, and what rests on them.
    """

    project: Project
    lang: Lang
    names: Names
    journeys: tuple[JourneyStory, ...]
    figures: ProjectSummary
    rankings: tuple[Ranking, ...]
    headlines: tuple[Headline, ...]
    findings: Mapping[Chart, str]
    journey_findings: Mapping[tuple[str, Chart], str]
    basis: Basis
    changes: Changes
    sheets: tuple[OpportunitySheet, ...]
    personas: tuple[PersonaStory, ...]
    parties: tuple[PartyStory, ...]
    plan: Plan
    needs: OpenNeeds
    evidence: tuple[EvidenceRow, ...]
    sources: tuple[SourceUse, ...]

    def finding(self, chart: Chart, journey: str | None = None, lang: Lang | None = None) -> str:
        """What a chart shows, in a sentence; ``""`` where its figures do not tell.

        Args:
            chart: The chart's name.
            journey: Id of the journey that it is of; ``None``: it is of the project.
            lang: The language; ``None``: the story's.
        """
        if journey is None:
            return self.findings.get(chart, "")
        if lang is None or lang == self.lang:
            return self.journey_findings.get((journey, chart), "")
        told = next(told for told in self.journeys if told.journey.id == journey)
        ranking = self.rankings[0] if len(self.rankings) == 1 else None
        teller = Teller(self.project, self.journeys, ranking, self.names, StoryWords(lang))
        return journey_findings(teller, told).get(chart, "")


def tell(
    project: Project, lang: Lang, *, personas: Collection[str] = (), top: int = TOP, checked: Project | None = None
) -> Story:
    """Tell a project.

    Args:
        project: The project, asked about the files to tell of, whose journeys have no errors.
        lang: The language of sentences and remarks.
        personas: Ids of the personas to tell of; none: all.
        top: How many opportunities have a sheet at most.
        checked: The project that rules are to judge, where something was taken out of this one.
    """
    names, words = Names(project), StoryWords(lang)
    journeys = tuple(sorted(journeys_of(project, personas), key=lambda told: not told.current))
    rankings = rankings_of(project, lang, journeys, personas)
    teller = Teller(project, journeys, rankings[0] if len(rankings) == 1 else None, names, words)
    current = [told for told in journeys if told.current]
    return Story(
        project=project,
        lang=lang,
        names=names,
        journeys=journeys,
        figures=summary(project).project,
        rankings=rankings,
        headlines=headlines(teller),
        findings=project_findings(teller),
        journey_findings={
            (told.journey.id, chart): text
            for told in journeys
            for chart, text in journey_findings(teller, told).items()
        },
        basis=basis(project, current),
        changes=changes_of(project, current),
        sheets=sheets(project, rankings, journeys, top),
        personas=personas_of(project, journeys, tuple(personas)),
        parties=parties_of(project, journeys),
        plan=plan_of(project),
        needs=open_needs(project, journeys, checked or project),
        evidence=evidence_rows(project, journeys),
        sources=source_uses(project, journeys),
    )


def rankings_of(
    project: Project, lang: Lang, journeys: Sequence[JourneyStory], personas: Collection[str]
) -> tuple[Ranking, ...]:
    """The ranking of all current journeys, or one each where stated and derived importance cannot stand together."""
    persona = next(iter(personas)) if len(personas) == 1 else None
    current = [told.journey.id for told in journeys if told.current]
    if not current:
        return ()
    try:
        return (_only(gaps(project, Options(persona=persona, lang=lang, titles=True)), personas),)
    except UsageError:
        found = []
        for journey in current:
            try:
                found.append(
                    _only(gaps(project, Options(journey=journey, persona=persona, lang=lang, titles=True)), personas)
                )
            except UsageError:  # nothing that can be ranked by the project's figure
                continue
        return tuple(found) if len(current) > 1 else ()


def _only(ranking: Ranking, personas: Collection[str]) -> Ranking:
    """A ranking with the rows of some personas alone; combined rows are of others as well."""
    if len(personas) < 2:
        return ranking
    return ranking._replace(rows=tuple(row for row in ranking.rows if row.persona in personas))
