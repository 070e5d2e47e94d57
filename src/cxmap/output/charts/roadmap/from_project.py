"""From a project to the view of its road map: actions sorted, owners named, touchpoints with their rank."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.gaps import gaps
from cxmap.errors import UsageError
from cxmap.output.charts.roadmap.view import Action, Improved, RoadmapView, Step
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from cxmap.choices import RankingKey
    from cxmap.model.action import Action as ActionModel
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_Ranks = dict[tuple[str, str], int]


def roadmap_view(project: Project) -> RoadmapView:
    """The road map of a project.

    Raises:
        NothingToShow: It has no actions, or gave all of them up.
    """
    if not project.actions:
        raise NothingToShow("the project has no actions to put on a road map; describe some under 'actions'")
    alive = {name: action for name, action in project.actions.items() if action.status != "dropped"}
    if not alive:
        raise NothingToShow("every action of the project is dropped, so there is nothing to put on a road map")
    order = _by_owner(alive)
    ranks, by = _ranks(project)
    titles = _titles(project)
    return RoadmapView(
        journeys=_journeys(project, alive),
        today=project.today,
        actions=tuple(_action(project, name, order, ranks, titles) for name in order),
        dropped=tuple(action.title for action in project.actions.values() if action.status == "dropped"),
        ranked=len(ranks),
        by=by,
        lang=project.config.lang,
    )


def _by_owner(actions: dict[str, ActionModel]) -> list[str]:
    """Ids by owner: first the owner who starts first, nobody last; in each by day. Actions without dates come last."""
    first: dict[str, dt.date] = {}
    for action in actions.values():
        owner = action.owner or ""
        first[owner] = min(first.get(owner, dt.date.max), _first_day(action))
    return sorted(
        actions,
        key=lambda name: (
            _first_day(actions[name]) == dt.date.max,
            not actions[name].owner,
            first[actions[name].owner or ""],
            actions[name].owner or "",
            _first_day(actions[name]),
            actions[name].due or dt.date.max,
        ),
    )


def _first_day(action: ActionModel) -> dt.date:
    days = (action.start, action.due, action.finished, *(step.due for step in action.steps))
    return min((day for day in days if day), default=dt.date.max)


def _action(project: Project, name: str, order: list[str], ranks: _Ranks, titles: dict[tuple[str, str], str]) -> Action:
    model = project.actions[name]
    definition = project.definition("actions", name)
    improves = _improves(project, model, definition.document, ranks, titles) if definition else []
    return Action(
        title=model.title,
        status="idea" if model.status == "dropped" else model.status,
        owner=_named(project, model.owner),
        improves=tuple(sorted(improves, key=lambda one: one.rank or len(ranks) + 1)),
        start=model.start,
        due=model.due,
        finished=model.finished,
        effort=model.effort,
        impact=model.impact,
        after=tuple(order.index(other) for other in dict.fromkeys(model.depends_on) if other in order),
        steps=tuple(
            Step(
                step.title,
                owner=_named(project, step.owner) if step.owner != model.owner else "",
                due=step.due,
                done=bool(step.done),
            )
            for step in model.steps
        ),
        levers=tuple(dict.fromkeys(model.levers)),
    )


def _named(project: Project, owner: str | None) -> str:
    found = project.stakeholders.get(owner) if owner else None
    return found.title if found else owner or ""


def _improves(
    project: Project, model: ActionModel, document: Document, ranks: _Ranks, titles: dict[tuple[str, str], str]
) -> list[Improved]:
    found = [project.target(text, document) for text in dict.fromkeys(model.touchpoints) if text]
    return [
        Improved(
            titles.get((target.journey, target.touchpoint), target.touchpoint),
            target.handover,
            None if target.handover else ranks.get((target.journey, target.touchpoint)),
        )
        for target in found
        if target is not None
    ]


def _journeys(project: Project, actions: dict[str, ActionModel]) -> tuple[str, ...]:
    """Titles of the journeys that these actions improve."""
    ids = {target.journey for target, names in project.actions_by_target.items() if set(names) & set(actions)}
    return tuple(journey.title for name, journey in project.journeys.items() if name in ids)


def _titles(project: Project) -> dict[tuple[str, str], str]:
    return {
        (journey.id, placed.touchpoint.id): placed.touchpoint.title
        for document, journey in project.journey_documents(reported=False)
        for placed in document.touchpoints()
    }


def _ranks(project: Project) -> tuple[_Ranks, RankingKey | None]:
    """The place of each touchpoint in the ranking of gaps, over all personas where there are several; and the figure.

    Only what falls short has a place. There is none at all where the journeys cannot be ranked together.
    """
    try:
        ranking = gaps(project)
    except UsageError:
        return {}, None
    combined = [row for row in ranking.rows if row.kind == "combined"]
    ranks = {(row.journey, row.touchpoint): row.rank for row in combined or ranking.rows if row.rank and row.key}
    return {place: rank for place, rank in ranks.items() if rank is not None}, ranking.by
