"""From a project to the view of its dashboard."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from cxmap.analysis.metrics import changes, moves, track
from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import Coverage, personas, stops
from cxmap.analysis.summary import summarise
from cxmap.output.charts import views
from cxmap.output.charts.dashboard.view import Count, DashboardView, JourneyRow, Metric
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.metrics import Change, Track
    from cxmap.analysis.stops import Visit
    from cxmap.model.metric import Metric as MetricModel
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_PERCENT = (0.0, 100.0)
_NPS = (-100.0, 100.0)


def dashboard_view(project: Project) -> DashboardView:
    """The dashboard of a project: its metrics, and its current journeys in figures.

    Raises:
        NothingToShow: It has no metrics.
    """
    if not project.metrics:
        raise NothingToShow("the project has no metrics to put on a dashboard; describe some under 'metrics'")
    tracks = {name: track(model) for name, model in project.metrics.items()}
    changed = changes(tracks)
    return DashboardView(
        today=project.today,
        metrics=tuple(_metric(project, model, tracks[name], changed[name]) for name, model in project.metrics.items()),
        moved=moves(tracks, changed),
        journeys=tuple(
            row
            for document, journey in project.journey_documents()
            if journey.state == "current"
            for row in _rows(project, document, tracks, changed)
        ),
        lang=project.config.lang,
    )


def _metric(project: Project, model: MetricModel, way: Track, change: Change | None) -> Metric:
    owner = project.stakeholders.get(model.owner) if model.owner else None
    ends = _NPS if model.kind == "nps" else _PERCENT if model.unit == "%" or model.kind == "percentage" else None
    return Metric(
        **{field.name: getattr(way, field.name) for field in dataclasses.fields(way)},
        title=model.title,
        unit=model.unit or ("%" if model.kind == "percentage" else ""),
        ends=ends,
        owner=owner.title if owner else model.owner or "",
        change=change,
    )


def _rows(
    project: Project, document: Document, tracks: dict[str, Track], changed: dict[str, Change | None]
) -> Iterator[JourneyRow]:
    """The journey of a file in figures, one row a persona."""
    journey = document.journey
    if journey is None:
        return
    on = scales(project, journey).experience
    moved = moves({name: tracks[name] for name in _metrics_of(project, document) if name in tracks}, changed)
    for name in personas(document):
        way = stops(project, document, name)
        figures = summarise(project, journey, name, way)
        persona = project.personas.get(name)
        weakest = next((stop for stop in way if stop.id == figures.weakest_link), None)
        yield JourneyRow(
            title=journey.title,
            persona=persona.name if persona else name,
            scale=views.Scale(on.min, on.max, on.pass_),
            index=None if figures.index10 is None else from_ten(figures.index10, on),
            weakest_link=(weakest.passage.touchpoint.title, weakest.experience.value)
            if weakest and weakest.experience
            else None,
            scored=_count(figures.coverage),
            assumed=_assumed(way),
            as_desired=_as_desired(way),
            metrics=moved,
            evidence=_count(figures.evidence),
        )


def _count(coverage: Coverage) -> Count:
    return Count(coverage.scored, coverage.total)


def _assumed(way: list[Visit]) -> Count:
    guesses = [score.guess for stop in way for score in (stop.importance, stop.experience) if score]
    return Count(sum(guesses), len(guesses))


def _as_desired(way: list[Visit]) -> Count:
    pairs = [(stop.experience.value10, stop.scores.desired.value10) for stop in way
             if stop.experience and stop.scores.desired]  # fmt: skip
    return Count(sum(round(now, 9) >= round(wanted, 9) for now, wanted in pairs), len(pairs))


def _metrics_of(project: Project, document: Document) -> list[str]:
    """Ids of the metrics that the touchpoints of a journey name, or the actions for it, each once."""
    own = [name for placed in document.touchpoints() for name in placed.touchpoint.metrics]
    actions = [
        action
        for target, names in project.actions_by_target.items()
        if document.journey is not None and target.journey == document.journey.id
        for action in names
    ]
    return list(dict.fromkeys([*own, *(name for action in actions for name in project.actions[action].metrics)]))
