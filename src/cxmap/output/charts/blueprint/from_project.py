"""From a project to the view of a blueprint."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from cxmap.output.charts.blueprint.views import BlueprintView, Influence, Process
from cxmap.output.charts.from_project import emotion_view, shown_personas
from cxmap.output.charts.sheet import gather

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from cxmap.output.charts.sheet.gather import SheetTouchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def blueprint_view(project: Project, document: Document, *, only: Collection[str] = ()) -> BlueprintView:
    """The blueprint of a file's journey.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.

    Raises:
        ChartError: None of the personas asked for makes this journey.
    """
    count = len(shown_personas(document, only))
    found = gather.places(project, document, only)
    return BlueprintView(
        emotion_view(project, document, only=only),
        tuple(_process(project, place, count, document.path.parent) for place in found),
        gather.sources(project, (evidence for place in found for evidence in place.touchpoint.evidence)),
    )


def _process(project: Project, place: SheetTouchpoint, personas: int, folder: Path) -> Process:
    touchpoint = place.touchpoint
    base = gather.column(project, place, personas, folder)
    ours = [name for name in touchpoint.supported_by if _is_internal(project, name)]
    return Process(
        **{each.name: getattr(base, each.name) for each in dataclasses.fields(base)},
        frontstage=touchpoint.frontstage or "",
        backstage=touchpoint.backstage or "",
        departments=tuple(gather.stakeholder(project, name) for name in dict.fromkeys(ours)),
        systems=tuple(dict.fromkeys(touchpoint.systems)),
        fails=place.said(lambda told: told.negatives),
        influences=tuple(_influences(project, place, ours)),
    )


def _is_internal(project: Project, name: str) -> bool:
    found = project.stakeholders.get(name)
    return found is not None and found.internal


def _influences(project: Project, place: SheetTouchpoint, ours: list[str]) -> Iterator[Influence]:
    """Parties from outside: those who support or run a channel here first, then those who deal with who works here."""
    touchpoint = place.touchpoint
    here = {name for name in (touchpoint.owner, *ours) if name}
    channels = [name for name, _ in place.told(lambda told: [told.channel]) if name] + touchpoint.also_through
    running = [channel.run_by for name in channels if (channel := project.channels.get(name)) and channel.run_by]
    taking_part = {*touchpoint.supported_by, *running}
    parties = [(name, party) for name, party in project.stakeholders.items() if not party.internal]
    for name, party in sorted(parties, key=lambda each: each[0] not in taking_part):
        deals = [
            f"{relation.title} → {gather.stakeholder(project, relation.to)}"
            for relation in party.relations
            if relation.title and relation.to in here
        ]
        if name in taking_part or deals:
            yield Influence(party.title, "; ".join(deals) or party.they_do_for_us or "")
