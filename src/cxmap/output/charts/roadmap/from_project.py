"""From a project to the view of its road map: owners and touchpoints by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.metrics import track
from cxmap.analysis.plan import by_owner, improvements, ranks
from cxmap.output import anchors
from cxmap.output.charts.roadmap import view
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.plan import Ranks
    from cxmap.model.action import Action
    from cxmap.model.metric import Metric
    from cxmap.project.project import Project


def roadmap_view(project: Project) -> view.RoadmapView:
    """The road map of a project.

    Raises:
        NothingToShow: It has no actions, or gave all of them up.
    """
    if not project.actions:
        raise NothingToShow("the project has no actions to put on a road map; describe some under 'actions'")
    alive = {name: action for name, action in project.actions.items() if action.status != "dropped"}
    if not alive:
        raise NothingToShow("every action of the project is dropped, so there is nothing to put on a road map")
    order = by_owner(alive)
    known = ranks(project)
    titles = _titles(project)
    return view.RoadmapView(
        journeys=_journeys(project, alive),
        today=project.today,
        actions=tuple(_action(project, name, order, known, titles) for name in order),
        dropped=tuple(action.title for action in project.actions.values() if action.status == "dropped"),
        ranked=len(known.ranks),
        by=known.by,
        lang=project.config.lang,
    )


def _action(
    project: Project, name: str, order: list[str], known: Ranks, titles: dict[tuple[str, str], str]
) -> view.Action:
    model = project.actions[name]
    return view.Action(
        title=model.title,
        status="idea" if model.status == "dropped" else model.status,
        owner=_named(project, model.owner),
        improves=tuple(
            view.Improved(titles.get((target.journey, target.touchpoint), target.touchpoint), target.handover, rank)
            for target, rank in improvements(project, name, known)
        ),
        start=model.start,
        due=model.due,
        finished=model.finished,
        effort=model.effort,
        impact=model.impact,
        after=tuple(order.index(other) for other in dict.fromkeys(model.depends_on) if other in order),
        steps=tuple(
            view.ToDo(
                step.title,
                owner=_named(project, step.owner) if step.owner != model.owner else "",
                due=step.due,
                done=bool(step.done),
            )
            for step in model.steps
        ),
        levers=tuple(dict.fromkeys(model.levers)),
        expects=_expected(model),
        metrics=tuple(_seen(project.metrics[name]) for name in model.metrics if name in project.metrics),
        link=anchors.action(name),
    )


def _expected(model: Action) -> tuple[float, float] | None:
    """The least and the most of what is expected of it, over touchpoints and personas."""
    gains = [
        float(points)
        for gain in model.expects.values()
        for points in (gain.values() if isinstance(gain, dict) else [gain])
    ]
    return (min(gains), max(gains)) if gains else None


def _seen(metric: Metric) -> view.Seen:
    way = track(metric)
    start = [way.baseline.value] if way.baseline else []
    since = [reading.value for reading in way.readings if way.baseline is None or reading.day > way.baseline.day]
    unit = metric.unit or ("%" if metric.kind == "percentage" else "")
    return view.Seen(metric.title, unit, (*start, *since), way.target.value if way.target else None)


def _named(project: Project, owner: str | None) -> str:
    found = project.stakeholders.get(owner) if owner else None
    return found.title if found else owner or ""


def _journeys(project: Project, actions: Mapping[str, Action]) -> tuple[str, ...]:
    """Titles of the journeys that these actions improve."""
    ids = {target.journey for target, names in project.actions_by_target.items() if set(names) & set(actions)}
    return tuple(journey.title for name, journey in project.journeys.items() if name in ids)


def _titles(project: Project) -> dict[tuple[str, str], str]:
    return {
        (journey.id, placed.touchpoint.id): placed.touchpoint.title
        for document, journey in project.journey_documents(reported=False)
        for placed in document.touchpoints()
    }
