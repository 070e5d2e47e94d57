"""From a project to the chart of a journey's ranking: its rows and figures are those of ``gaps``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.scores import scales
from cxmap.analysis.stops import personas
from cxmap.errors import UsageError
from cxmap.output.charts import from_project, views
from cxmap.output.charts.ranking.view import ROWS, RankedRow, RankingView
from cxmap.output.charts.roadmap.view import Action
from cxmap.output.drawing.options import ChartError, NothingToShow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scores import Scales, Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.scale import Range
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_FURTHEST = ("in-progress", "planned", "idea", "done")  # what is still to come of an action, most tangible first


def ranking_view(project: Project, document: Document, *, only: Collection[str] = ()) -> RankingView:
    """What to improve first in a file's journey: over all its personas, or as one of them sees it.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Id of the persona to rank for; none, or all of the journey: all together.

    Raises:
        NothingToShow: The journey is a plan, or nothing in it falls short.
        ChartError: None of these personas makes the journey, or what is asked for cannot be ranked.
    """
    journey = from_project.journey_of(document)
    names, every = from_project.shown_personas(document, only), personas(document)
    if journey.state != "current":
        raise NothingToShow(f"journey '{journey.id}' is a plan: nothing in it is ranked")
    if 1 < len(names) < len(every):
        raise NothingToShow("a ranking is of one persona, or of all together; name one with --persona, or none")
    ranking = ranking_of(project, journey.id, names, every)
    kind = "combined" if any(row.kind == "combined" for row in ranking.rows) else "touchpoint"
    if kind == "combined" and ranking.weights is not None:
        names = [name for name in names if ranking.weights.shares.get(name)]  # whom combined rows are of
    rows = [row for row in ranking.rows if row.kind == kind]
    short = [row for row in rows if row.key]
    if not short:
        raise NothingToShow(
            f"nothing in journey '{journey.id}' falls short; give scores, or draw the emotional journey"
        )
    visits = {(way.persona, stop.id): stop for way in ranking.ways for stop in way.stops}
    on = scales(project, journey)
    shown = [(row, _visits(row, ranking, visits)) for row in short[:ROWS]]
    return RankingView(
        title=journey.title,
        by=ranking.by,
        scale=views.Scale(on.experience.min, on.experience.max, on.experience.pass_),
        importance_scale=views.Scale(on.importance.min, on.importance.max),
        personas=tuple(persona_name(project, name) for name in names),
        rows=tuple(_row(project, row, stops, names, on) for row, stops in shown),
        short=len(short),
        ranked=len(rows),
        today=project.today,
        derived=ranking.derived,
        sources=from_project.source_notes(
            project, [stop for _, stops in shown for stop in stops.values()], everybody=len(names) == len(every)
        ),
        lang=journey.lang or project.config.lang,
    )


def ranking_of(project: Project, journey: str, names: Sequence[str], every: Sequence[str]) -> Ranking:
    """The ranking of a journey as ``gaps`` has it, for the personas shown: one of them, or all.

    Raises:
        ChartError: It cannot be ranked as the configuration asks.
    """
    persona = names[0] if len(names) == 1 and len(every) > 1 else None
    try:
        return gaps(project, Options(journey=journey, persona=persona))
    except UsageError as error:
        raise ChartError(str(error)) from error


def persona_name(project: Project, name: str) -> str:
    """A persona's name, with the title of its segment in brackets."""
    persona = project.personas.get(name)
    segment = project.segments.get(persona.segment) if persona and persona.segment else None
    shown = persona.name if persona else name
    return f"{shown} ({segment.title})" if segment else shown


def _visits(row: Row, ranking: Ranking, visits: dict[tuple[str, str], Visit]) -> dict[str, Visit]:
    """Whose scores a row is made of, by persona."""
    shares = ranking.weights.shares if ranking.weights else {}
    names = [row.persona] if row.persona else [name for name, share in shares.items() if share]
    found = {name: visits[name, row.touchpoint] for name in names if (name, row.touchpoint) in visits}
    return {name: stop for name, stop in found.items() if stop.scored}


def _row(project: Project, row: Row, stops: dict[str, Visit], names: Sequence[str], on: Scales) -> RankedRow:
    return RankedRow(
        rank=row.rank or 0,
        title=row.title,
        stage=row.stage_title,
        figure=row.key or 0.0,
        importance=_score(
            row.importance, [stop.importance for stop in stops.values() if stop.importance], on.importance
        ),
        experience=_score(
            row.experience, [stop.experience for stop in stops.values() if stop.experience], on.experience
        ),
        tied=row.tied,
        gap=(row.interval.low, row.interval.high) if row.interval else None,
        top=row.p_top5,
        personas=tuple(i for i, name in enumerate(names) if name in stops),
        actions=_actions(project, row.actions),
    )


def _score(value: float | None, given: Sequence[Score | None], scale: Range) -> views.Score:
    """A row's score: one persona's with its interval, or the mean of several, assumed where any of them is."""
    single = from_project.score(given[0], scale) if len(given) == 1 else None
    return views.Score(
        value or 0.0, single.interval if single else None, assumed=any(score.guess for score in given if score)
    )


def _actions(project: Project, names: Sequence[str]) -> tuple[Action, ...]:
    found = [project.actions[name] for name in names if name in project.actions]
    return tuple(
        Action(
            model.title,
            "idea" if model.status == "dropped" else model.status,
            _owner(project, model.owner),
            start=model.start,
            due=model.due,
            finished=model.finished,
        )
        for model in sorted(found, key=lambda model: _FURTHEST.index(model.status) if model.status in _FURTHEST else 9)
    )


def _owner(project: Project, name: str | None) -> str:
    found = project.stakeholders.get(name) if name else None
    return found.title if found else name or ""
