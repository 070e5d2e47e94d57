"""From a project to the view of a map."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from cxmap.analysis.metrics import track
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.stops import personas, stops
from cxmap.analysis.summary import summarise
from cxmap.errors import UsageError
from cxmap.output.charts.from_project import emotion_view, journey_of, shown_personas
from cxmap.output.charts.map.views import ActionNote, Choosing, MapColumn, MapView, MetricNote, Quote
from cxmap.output.charts.sheet import gather
from cxmap.project.project import ActionTarget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from cxmap.choices import RankingKey
    from cxmap.model.journey import Experience, Journey
    from cxmap.model.metric import Metric
    from cxmap.model.source import Evidence
    from cxmap.output.charts.sheet.gather import SheetTouchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_FIRST = 3  # so many ranks are marked


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
    ranked, by = _first(project, journey, names, personas(document))
    figures = [summarise(project, journey, name, stops(project, document, name)) for name in names]
    return MapView(
        emotion=emotion_view(project, document, only=only, compare=compare),
        steps=tuple(
            _step(project, journey, place, names, ranked, document.path.parent)
            for place in gather.places(project, document, only)
        ),
        waiting=tuple(each.waiting for each in figures),
        doing=tuple(each.doing for each in figures),
        starts_with=journey.starts_with or "",
        ends_with=journey.ends_with or "",
        by=by if ranked else None,
    )


def _first(
    project: Project, journey: Journey, names: list[str], every: list[str]
) -> tuple[dict[str, int], RankingKey | None]:
    """The ranks of the first three of the ranking, over the personas shown, and the figure that they are by."""
    if journey.state != "current":
        return {}, None
    persona = names[0] if len(names) == 1 and len(every) > 1 else None
    try:
        ranking = gaps(project, Options(journey=journey.id, persona=persona))
    except UsageError:  # nothing is scored
        return {}, None
    rows = [row for row in ranking.rows if row.kind == "combined"] or ranking.rows
    return {row.touchpoint: row.rank for row in rows if row.rank and row.key and row.rank <= _FIRST}, ranking.by


def _step(
    project: Project, journey: Journey, place: SheetTouchpoint, names: list[str], ranked: dict[str, int], folder: Path
) -> MapColumn:
    touchpoint = place.touchpoint
    moments = dict(place.told(lambda told: [bool(told.moment_of_truth)]))
    base = gather.column(project, place, len(names), folder)
    return MapColumn(
        **{each.name: getattr(base, each.name) for each in dataclasses.fields(base)},
        thinking=place.said(lambda told: told.thinking),
        feeling=place.said(lambda told: [told.feeling]),
        lifts=place.said(lambda told: told.positives),
        lowers=place.said(lambda told: told.negatives),
        expectation=place.said(lambda told: [told.expectation]),
        quotes=tuple(_evidence(project, place, names, lambda evidence: evidence.quote)),
        notes=tuple(_evidence(project, place, names, lambda evidence: evidence.note)),
        choices=tuple(_choices(place)),
        metrics=tuple(_metric(project.metrics[name]) for name in touchpoint.metrics if name in project.metrics),
        questions=tuple(touchpoint.questions),
        rank=ranked.get(touchpoint.id),
        takes=tuple(gather.spells(place, "takes")),
        moment_of_truth=moments.get(True),
        wows=place.said(lambda told: [told.wow]),
        opportunities=tuple(touchpoint.opportunities),
        actions=tuple(_actions(project, journey, touchpoint.id)),
    )


def _evidence(
    project: Project, place: SheetTouchpoint, names: list[str], tell: Callable[[Evidence], str | None]
) -> Iterator[Quote]:
    """What was said by, or seen of, the personas shown, or nobody in particular."""
    for evidence in place.touchpoint.evidence:
        if (text := tell(evidence)) and evidence.persona in {None, *names}:
            source = project.sources.get(evidence.source)
            who = (names.index(evidence.persona),) if evidence.persona and len(names) > 1 else ()
            yield Quote(text, source.title if source else "", who)


def _choices(place: SheetTouchpoint) -> Iterator[Choosing]:
    def tell(told: Experience) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        return [(tuple(told.choice.between), tuple(told.choice.based_on))] if told.choice else []

    for (between, based_on), who in place.told(tell):
        if between or based_on:
            yield Choosing(between, based_on, who)


def _metric(model: Metric) -> MetricNote:
    way = track(model)
    start = [way.baseline.value] if way.baseline else []
    since = [reading.value for reading in way.readings if way.baseline is None or reading.day > way.baseline.day]
    unit = model.unit or ("%" if model.kind == "percentage" else "")
    return MetricNote(model.title, unit, (*start, *since), way.target.value if way.target else None)


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
