"""From a project to the chart of what changed: verdicts are those of ``cxmap trend``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import scales
from cxmap.analysis.series import TrendOptions
from cxmap.analysis.stops import stops
from cxmap.analysis.trend import trend
from cxmap.output.charts import from_project, views
from cxmap.output.charts.change.view import ChangedRow, ChangeView
from cxmap.output.charts.ranking.from_project import persona_name
from cxmap.output.charts.verdicts import plain
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cxmap.analysis.series import Series
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def change_view(project: Project, document: Document, *, only: Collection[str] = ()) -> ChangeView:
    """What changed of a journey's experiences since the wave before.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.

    Raises:
        NothingToShow: The journey is a plan, or none of its experiences has two waves.
        ChartError: None of these personas makes the journey.
    """
    journey = from_project.journey_of(document)
    names = from_project.shown_personas(document, only)
    if journey.state != "current":
        raise NothingToShow(f"journey '{journey.id}' is a plan: nothing in it was measured twice")
    found = trend(project, TrendOptions(journey=journey.id))
    found = found.only({journey.id}, set(names))
    compared = [
        each
        for each in found.distinct
        if (each.what == "index" or each.kind == "experience") and "#" not in each.id and each.what != "metric"
    ]
    if not any(each.what == "score" for each in compared):
        raise NothingToShow(f"no experience of journey '{journey.id}' has two waves; a second survey adds one")
    order = {placed.touchpoint.id: i for i, placed in enumerate(document.touchpoints())}
    titles = {placed.touchpoint.id: placed.touchpoint.title for placed in document.touchpoints()}
    rows = []
    for each in compared:
        place = each.id.partition("/")[2]
        whose = found.shared_by(each)
        passing = {s.persona for s in found.series if s.id == each.id and s.what == each.what and s.kind == each.kind}
        rows.append(
            ChangedRow(
                title=titles.get(place, ""),
                personas=tuple(_name(project, name) for name in whose) if set(whose) != passing else (),
                series=plain(each),
            )
        )
    rows.sort(key=lambda row: order.get(row.series.id.partition("/")[2], -1))
    on = scales(project, journey).experience
    changed = {(each.id.partition("/")[2], name) for each in compared for name in found.shared_by(each)}
    every = [stop for name in names for stop in stops(project, document, name)]
    return ChangeView(
        title=journey.title,
        personas=tuple(persona_name(project, name) for name in names),
        scale=views.Scale(on.min, on.max, on.pass_),
        rows=tuple(rows),
        once=len({stop.id for stop in every if stop.experience} - {place for place, _ in changed}),
        families=found.families,
        finished=tuple(project.actions[name].title for name in found.finished),
        sources=tuple(_sources(project, compared)),
        lang=journey.lang or project.config.lang,
    )


def _sources(project: Project, compared: Sequence[Series]) -> Iterator[views.SourceNote]:
    """Where both waves come from, in the order of the project, with how many gave an experience."""
    points = [point for each in compared for point in (each.before, each.after) if point is not None]
    for name, source in project.sources.items():
        counts = [point.n for point in points if point.source == name and point.n is not None]
        if any(point.source == name for point in points):
            around = (min(counts), max(counts)) if counts else None
            yield views.SourceNote(source.title, around, source.date, source.guess)


def _name(project: Project, name: str) -> str:
    found = project.personas.get(name)
    return found.name if found else name
