"""Opportunity sheets: all that is known of a touchpoint that falls short, in one place for who has to improve it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Stage, Touchpoint
    from cxmap.model.source import Evidence
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory

TOP = 5


class OpportunitySheet(NamedTuple):
    """One opportunity.

    Attributes:
        told: The journey.
        stage: The stage.
        touchpoint: The touchpoint that falls short.
        row: Its row in the first ranking: of all personas together where there are several.
        each: The personas' own rows.
        visits: The touchpoint as each persona passes it.
        now: What lowers the experience, and what actions say it is now.
        wanted: What customers expect, and what actions say it will be.
        ideas: Ideas that are no action yet.
        internal: Ids of the departments and teams that have a hand in it: who answers for it, who helps, who acts.
        external: Ids of the other parties.
        behaviour: What people will do differently.
        systems: Systems in use, and those that change.
        evidence: What sources say about it.
        actions: Ids of the actions that name the touchpoint or the handover into it; dropped ones aside.
        metrics: Ids of what is measured, here and by the actions.
    """

    told: JourneyStory
    stage: Stage
    touchpoint: Touchpoint
    row: Row
    each: tuple[Row, ...]
    visits: tuple[Visit, ...]
    now: tuple[str, ...]
    wanted: tuple[str, ...]
    ideas: tuple[str, ...]
    internal: tuple[str, ...]
    external: tuple[str, ...]
    behaviour: tuple[str, ...]
    systems: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    actions: tuple[str, ...]
    metrics: tuple[str, ...]


def sheets(
    project: Project, rankings: Iterable[Ranking], journeys: Sequence[JourneyStory], top: int = TOP
) -> tuple[OpportunitySheet, ...]:
    """The sheets of the first touchpoints that fall short, one each, in the order of the first ranking.

    Args:
        project: The project.
        rankings: The ranking, or one for each journey where they cannot be ranked together.
        journeys: The journeys to tell of.
        top: How many sheets of each ranking at most.
    """
    told = {journey.journey.id: journey for journey in journeys}
    found = []
    for ranking in rankings:
        persona = ranking.rows[0].persona if ranking.rows else None
        first = [row for row in ranking.rows if row.persona == persona and row.rank and row.key and row.journey in told]
        found += [_sheet(project, ranking, row, told[row.journey]) for row in first[:top]]
    return tuple(found)


def actions_for(project: Project, journey: str, touchpoint: str) -> tuple[str, ...]:
    """Ids of the actions that name a touchpoint or the handover into it; dropped ones aside."""
    return tuple(
        dict.fromkeys(
            name
            for target, names in project.actions_by_target.items()
            if (target.journey, target.touchpoint) == (journey, touchpoint)
            for name in names
        )
    )


def _sheet(project: Project, ranking: Ranking, row: Row, told: JourneyStory) -> OpportunitySheet:
    placed = next(placed for placed in told.document.touchpoints() if placed.touchpoint.id == row.touchpoint)
    visits = tuple(visit for visit in told.visits if visit.id == row.touchpoint)
    names = actions_for(project, row.journey, row.touchpoint)
    actions = [project.actions[name] for name in names if name in project.actions]
    touchpoint = placed.touchpoint
    channels = _channels(project, visits)
    parties = _once(
        [touchpoint.owner] if touchpoint.owner else [],
        touchpoint.supported_by,
        *([action.owner] if action.owner else [] for action in actions),
        *(action.parties for action in actions),
        *([step.owner for step in action.steps if step.owner] for action in actions),
        channels,
    )
    inside = {name for name in parties if name in project.stakeholders and project.stakeholders[name].internal}
    return OpportunitySheet(
        told=told,
        stage=placed.stage,
        touchpoint=touchpoint,
        row=row,
        each=tuple(
            found
            for found in ranking.rows
            if found.kind == "touchpoint" and (found.journey, found.touchpoint) == (row.journey, row.touchpoint)
        ),
        visits=visits,
        now=_once(
            *(visit.passage.experience.negatives for visit in visits), _given(action.current for action in actions)
        ),
        wanted=_once(
            _given(visit.passage.experience.expectation for visit in visits),
            _given(action.desired for action in actions),
        ),
        ideas=tuple(touchpoint.opportunities),
        internal=tuple(name for name in parties if name in inside),
        external=tuple(name for name in parties if name not in inside),
        behaviour=_once(*(action.behaviour for action in actions)),
        systems=_once(touchpoint.systems, *(action.systems for action in actions)),
        evidence=tuple(touchpoint.evidence),
        actions=names,
        metrics=_once(touchpoint.metrics, *(action.metrics for action in actions)),
    )


def _channels(project: Project, visits: Iterable[Visit]) -> list[str]:
    """The parties that run the channels of a touchpoint."""
    found = []
    for visit in visits:
        for name in (visit.passage.experience.channel, *visit.passage.touchpoint.also_through):
            channel = project.channels.get(name) if name else None
            if channel is not None and channel.run_by:
                found.append(channel.run_by)
    return found


def _given(texts: Iterable[str | None]) -> list[str]:
    return [text for text in texts if text]


def _once(*lists: Iterable[str]) -> tuple[str, ...]:
    """What stands in some lists, each once, in order."""
    found: Mapping[str, None] = dict.fromkeys(text for texts in lists for text in texts)
    return tuple(found)
