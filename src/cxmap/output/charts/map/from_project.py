"""From a project to the view of a map."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from typing import TYPE_CHECKING

from cxmap.analysis.stops import stops
from cxmap.analysis.summary import summarise
from cxmap.output.charts.from_project import emotion_view, journey_of, shown_personas
from cxmap.output.charts.map.views import ActionNote, MapColumn, MapView, Quote, Spell
from cxmap.output.charts.sheet import gather
from cxmap.project.project import ActionTarget

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cxmap.model.journey import Experience, Journey
    from cxmap.output.charts.sheet.gather import SheetTouchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def map_view(
    project: Project, document: Document, *, only: Collection[str] = (), compare: Document | None = None
) -> MapView:
    """The map of a file's journey.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.
        compare: The desired journey whose experience to draw over the current one.

    Raises:
        ChartError: None of the personas asked for makes this journey.
    """
    journey = journey_of(document)
    names = shown_personas(document, only)
    figures = [summarise(project, journey, name, stops(project, document, name)) for name in names]
    return MapView(
        emotion=emotion_view(project, document, only=only, compare=compare),
        steps=tuple(_step(project, journey, place, names) for place in gather.places(project, document, only)),
        waiting=tuple(each.waiting for each in figures),
        doing=tuple(each.doing for each in figures),
        starts_with=journey.starts_with or "",
        ends_with=journey.ends_with or "",
    )


def _step(project: Project, journey: Journey, place: SheetTouchpoint, names: list[str]) -> MapColumn:
    touchpoint = place.touchpoint
    moments = dict(place.told(lambda told: [bool(told.moment_of_truth)]))
    base = gather.column(project, place, len(names))
    return MapColumn(
        **{each.name: getattr(base, each.name) for each in dataclasses.fields(base)},
        thinking=place.said(lambda told: told.thinking),
        feeling=place.said(lambda told: [told.feeling]),
        lifts=place.said(lambda told: told.positives),
        lowers=place.said(lambda told: told.negatives),
        quotes=tuple(_quotes(project, place, names)),
        waits=tuple(_spells(place, "wait")),
        takes=tuple(_spells(place, "takes")),
        moment_of_truth=moments.get(True),
        wows=place.said(lambda told: [told.wow]),
        opportunities=tuple(touchpoint.opportunities),
        actions=tuple(_actions(project, journey, touchpoint.id)),
    )


def _quotes(project: Project, place: SheetTouchpoint, names: list[str]) -> Iterator[Quote]:
    """What was said by the personas shown, or by nobody in particular."""
    for evidence in place.touchpoint.evidence:
        if evidence.quote and evidence.persona in {None, *names}:
            source = project.sources.get(evidence.source)
            who = (names.index(evidence.persona),) if evidence.persona and len(names) > 1 else ()
            yield Quote(evidence.quote, source.title if source else "", who)


def _spells(place: SheetTouchpoint, field: str) -> Iterator[Spell]:
    def tell(told: Experience) -> list[str | None]:
        return [getattr(told, field)]

    for text, who in place.told(tell):
        if text:
            number, _, unit = text.partition(" ")
            yield Spell(float(Fraction(number)), unit.removesuffix("s"), who)


def _actions(project: Project, journey: Journey, touchpoint: str) -> Iterator[ActionNote]:
    """The actions for a touchpoint and for the step into it."""
    by_target = project.actions_by_target
    found = [
        name for handover in (False, True) for name in by_target.get(ActionTarget(journey.id, touchpoint, handover), ())
    ]
    for name in dict.fromkeys(found):
        action = project.actions.get(name)
        if action is not None:
            yield ActionNote(action.title, action.status, gather.stakeholder(project, action.owner), action.due)
