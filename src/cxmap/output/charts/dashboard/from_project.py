"""From a project to the view of its dashboard."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from cxmap.analysis.changes import index_changes
from cxmap.analysis.metrics import metric_changes, metrics_of, moves, tracks
from cxmap.analysis.plan import out_of_order, target_before_baseline
from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import personas, stops
from cxmap.analysis.summary import as_desired, assumed, summarise
from cxmap.output import anchors
from cxmap.output.charts import verdicts, views
from cxmap.output.charts.dashboard import view
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.difference import Change
    from cxmap.analysis.metrics import Track
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_PERCENT = (0.0, 100.0)
_NPS = (-100.0, 100.0)


def dashboard_view(project: Project) -> view.DashboardView:
    """The dashboard of a project: its metrics, and its current journeys in figures.

    Raises:
        NothingToShow: It has no metrics.
    """
    if not project.metrics:
        raise NothingToShow("the project has no metrics to put on a dashboard; describe some under 'metrics'")
    known, changed = tracks(project), metric_changes(project)
    metrics = [metric_view(project, name, known[name], changed[name]) for name in project.metrics]
    return view.DashboardView(
        today=project.today,
        metrics=tuple(sorted(metrics, key=lambda metric: metric.urgency(project.today))),
        moved=moves(known, changed),
        journeys=tuple(
            row
            for document, journey in project.journey_documents()
            if journey.state == "current"
            for row in _rows(project, document, known, changed)
        ),
        lang=project.config.lang,
    )


def metric_view(project: Project, name: str, way: Track, change: Change | None) -> view.Metric:
    """A metric, by its id, as a dashboard shows it."""
    model = project.metrics[name]
    owner = project.stakeholders.get(model.owner) if model.owner else None
    ends = _NPS if model.kind == "nps" else _PERCENT if model.unit == "%" or model.kind == "percentage" else None
    return view.Metric(
        **{field.name: getattr(way, field.name) for field in dataclasses.fields(way)},
        title=model.title,
        unit=model.unit or ("%" if model.kind == "percentage" else ""),
        ends=ends,
        owner=owner.title if owner else model.owner or "",
        dates_contradict=bool(out_of_order(model.readings)) or target_before_baseline(model),
        change=change,
        link=anchors.metric(name),
    )


def _rows(
    project: Project, document: Document, known: dict[str, Track], changed: dict[str, Change | None]
) -> Iterator[view.JourneyRow]:
    """The journey of a file in figures, one row a persona."""
    journey = document.journey
    if journey is None:
        return
    on = scales(project, journey).experience
    moved = moves({name: known[name] for name in metrics_of(project, document) if name in known}, changed)
    for name in personas(document):
        way = stops(project, document, name)
        figures = summarise(project, journey, name, way)
        persona = project.personas.get(name)
        weakest = next((stop for stop in way if stop.id == figures.weakest_link), None)
        yield view.JourneyRow(
            title=journey.title,
            persona=persona.name if persona else name,
            scale=views.Scale(on.min, on.max, on.pass_),
            index=None if figures.index10 is None else from_ten(figures.index10, on),
            weakest_link=(weakest.passage.touchpoint.title, weakest.experience.value)
            if weakest and weakest.experience
            else None,
            scored=view.Count(*figures.coverage),
            assumed=view.Count(*assumed(way)),
            as_desired=view.Count(*as_desired(way)),
            metrics=moved,
            evidence=view.Count(*figures.evidence),
            since=verdicts.index_since(index_changes(project).get((journey.id, name))),
        )
