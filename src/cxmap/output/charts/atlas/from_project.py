"""From a project to its atlas: journeys by index, phases by experience weighted by importance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, get_args

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.changes import index_changes
from cxmap.analysis.plan import is_late, is_overdue
from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import personas, stops
from cxmap.analysis.summary import index10, summarise
from cxmap.model.constants import Phase
from cxmap.output.charts import from_project, verdicts, views
from cxmap.output.charts.atlas.view import AtlasCell, AtlasRow, AtlasView
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.scores import Scales
    from cxmap.analysis.stops import Visit
    from cxmap.model.action import Action
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_PHASES: tuple[Phase, ...] = get_args(Phase)


def atlas_view(project: Project) -> AtlasView:
    """The atlas of a project.

    Raises:
        NothingToShow: No current journey of it has a touchpoint with both scores.
    """
    found = [(doc, journey) for doc, journey in project.journey_documents() if journey.state == "current"]
    ways = {
        journey.id: {name: stops(project, document, name) for name in personas(document)} for document, journey in found
    }
    every = [stop for by_persona in ways.values() for way in by_persona.values() for stop in way]
    if not any(stop.scored for stop in every):
        raise NothingToShow("no touchpoint of a current journey has both importance and experience; give some scores")
    named = {stage.phase for document, _ in found for stage, _ in document.stages()}
    phases = (*(_PHASES if named - {None} else ()), *((None,) if None in named else ()))
    blocks = {journey.id: _rows(project, document, journey, ways[journey.id], phases) for document, journey in found}
    return AtlasView(
        phases=phases,
        rows=tuple(_in_order(blocks, _within(found))),
        today=project.today,
        sources=from_project.source_notes(project, every, everybody=True),
        lang=project.config.lang,
    )


def _rows(
    project: Project,
    document: Document,
    journey: Journey,
    ways: dict[str, list[Visit]],
    phases: Sequence[Phase | None],
) -> list[AtlasRow]:
    """The rows of a journey, one a persona, lowest index first."""
    on = scales(project, journey)
    changed = index_changes(project)
    actions = _actions(project, journey)
    late_steps = sum(is_overdue(step, action, project.today) for action in actions for step in action.steps)
    phase_of = {touchpoint.id: stage.phase for stage, _ in document.stages() for touchpoint in stage.touchpoints}
    rows = []
    for name, way in ways.items():
        figures = summarise(project, journey, name, way)
        persona = project.personas.get(name)
        rows.append(
            AtlasRow(
                title=journey.title,
                persona=persona.name if persona else name,
                scale=views.Scale(on.experience.min, on.experience.max, on.experience.pass_),
                cells=tuple(_cell([stop for stop in way if phase_of.get(stop.id) == phase], on) for phase in phases),
                index=None if figures.index10 is None else from_ten(figures.index10, on.experience),
                since=verdicts.index_since(changed.get((journey.id, name))),
                running=sum(action.status == "in-progress" for action in actions),
                late=sum(is_late(action, project.today) for action in actions),
                late_steps=late_steps,
                evidence=(figures.evidence.scored, figures.evidence.total),
            )
        )
    return sorted(rows, key=_by_index)


def _by_index(row: AtlasRow) -> tuple[bool, float]:
    """Lowest first, unknown last; scales that differ are compared by how far up each a value is."""
    return row.index is None, rounded(row.scale.share(row.index)) if row.index is not None else 0.0


def _cell(way: Sequence[Visit], on: Scales) -> AtlasCell | None:
    if not way:
        return None
    scores = [score for stop in way if stop.scored for score in (stop.importance, stop.experience) if score]
    value = index10(way)
    return AtlasCell(
        None if value is None else from_ten(value, on.experience),
        assumed=bool(scores) and all(score.guess for score in scores),
        touchpoints=len(way),
    )


def _actions(project: Project, journey: Journey) -> list[Action]:
    """The actions for a journey."""
    names = {
        name for target, names in project.actions_by_target.items() if target.journey == journey.id for name in names
    }
    return [project.actions[name] for name in names if name in project.actions]


def _within(found: Sequence[tuple[Document, Journey]]) -> dict[str, str]:
    """By id of a journey that shows a stage from near: the journey of that stage, the first that names it."""
    ids = {journey.id for _, journey in found}
    within: dict[str, str] = {}
    for document, journey in found:
        for stage, _ in document.stages():
            if stage.detailed_in in ids and stage.detailed_in != journey.id:
                within.setdefault(stage.detailed_in, journey.id)
    return within


def _in_order(blocks: dict[str, list[AtlasRow]], within: dict[str, str]) -> list[AtlasRow]:
    """All rows: journeys by their lowest index, those that show a stage from near below the journey of that stage."""
    from dataclasses import replace

    order = sorted(blocks, key=lambda name: _by_index(blocks[name][0]) if blocks[name] else (True, math.inf))
    rows: list[AtlasRow] = []

    def add(name: str, depth: int, above: frozenset[str]) -> None:
        rows.extend(replace(row, depth=depth, leads=i == 0) for i, row in enumerate(blocks[name]))
        for inner in order:
            if within.get(inner) == name and inner not in above:
                add(inner, depth + 1, above | {inner})

    for name in order:
        if name not in within:
            add(name, 0, frozenset({name}))
    return rows
