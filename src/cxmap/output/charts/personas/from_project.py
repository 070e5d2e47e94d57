"""From a project to the cards of a journey's personas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import stops
from cxmap.analysis.summary import summarise
from cxmap.output.charts import from_project
from cxmap.output.charts.personas import portrait
from cxmap.output.charts.personas.view import Card, Course, PersonasView, Portrait
from cxmap.output.charts.sheet import gather
from cxmap.output.charts.views import Scale

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxmap.model.persona import Persona
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def personas_view(project: Project, document: Document, *, only: Collection[str] = ()) -> PersonasView:
    """The cards of those who make the journey of a file.

    Args:
        project: For the personas, their segments and portraits.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.

    Raises:
        ChartError: None of these personas makes the journey.
    """
    journey = from_project.journey_of(document)
    remarks: list[str] = []
    cards = tuple(
        replace(_card(project, name, remarks), course=_course(project, document, name))
        for name in from_project.shown_personas(document, only)
    )
    return PersonasView(journey.title, cards, tuple(remarks), journey.lang or project.config.lang)


def _card(project: Project, name: str, remarks: list[str]) -> Card:
    persona = project.personas.get(name)
    if persona is None:
        return Card(name)
    segment = project.segments.get(persona.segment) if persona.segment else None
    return Card(
        name=persona.name,
        segment=segment.title if segment else "",
        share=segment.share if segment else None,
        priority=segment.priority if segment else None,
        portrait=_portrait(project, name, persona, remarks),
        quote=persona.quote or "",
        story=persona.story or "",
        facts=tuple((label, _written(value)) for label, value in (persona.facts or {}).items()),
        goals=tuple(persona.goals),
        ambitions=tuple(persona.ambitions),
        needs=tuple(persona.needs),
        frustrations=tuple(persona.frustrations),
        drivers=tuple(persona.emotional_drivers),
        sources=gather.sources(project, persona.evidence),
    )


def _course(project: Project, document: Document, name: str) -> Course | None:
    """How a persona experiences the journey, as the emotional journey has it."""
    journey = from_project.journey_of(document)
    every = stops(project, document, name)
    way = [visit for visit in every if not visit.passage.detour]
    scored = [visit.experience for visit in way]
    if not any(scored):
        return None
    on = scales(project, journey).experience
    figures = summarise(project, journey, name, every)
    weakest = next((i for i, visit in enumerate(way) if visit.id == figures.weakest_link), None)
    if journey.state != "current":  # a plan has no weakest link: nobody has experienced it
        weakest = None
    return Course(
        scale=Scale(on.min, on.max, on.pass_),
        values=tuple(score.value if score else None for score in scored),
        assumed=tuple(bool(score and score.guess) for score in scored),
        index=None if figures.index10 is None else from_ten(figures.index10, on),
        weakest=weakest,
        weakest_title="" if weakest is None else way[weakest].passage.touchpoint.title,
    )


def _written(value: float | str) -> str:
    """A fact as it is in the file: a whole number without a decimal point."""
    return f"{value:g}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e6 else str(value)


def _portrait(project: Project, name: str, persona: Persona, remarks: list[str]) -> Portrait | None:
    defined = project.definition("personas", name)
    if not persona.portrait or defined is None:
        return None
    found = portrait.read(project.root, defined.document.path.parent, persona.portrait)
    if isinstance(found, str):
        remarks.append(f"{persona.name}: {found}")
        return None
    return found
