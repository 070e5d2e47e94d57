"""From a project to the view of a priority matrix: points from the scores, ranks and crossings from ``gaps``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.ranking.quadrants import FEWEST
from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import personas, stops
from cxmap.errors import UsageError
from cxmap.output import anchors
from cxmap.output.charts import from_project, views
from cxmap.output.charts.matrix.view import MatrixPersona, MatrixPoint, MatrixView
from cxmap.output.drawing.options import ChartError

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.scores import Scales
    from cxmap.analysis.stops import Visit
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def matrix_view(project: Project, document: Document, *, only: Collection[str] = ()) -> MatrixView:
    """The priority matrix of a file's journey.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.

    Raises:
        ChartError: None of these personas makes the journey, nothing is scored, or what is scored cannot be compared.
    """
    journey = from_project.journey_of(document)
    names = from_project.shown_personas(document, only)
    ways = {name: stops(project, document, name) for name in names}
    scored = [stop for way in ways.values() for stop in way if stop.scored]
    if not scored:
        raise ChartError(
            f"no touchpoint of journey '{journey.id}' has both importance and experience; "
            "give some scores, or draw the emotional journey"
        )
    ranking = _ranking(project, journey.id, names, personas(document)) if journey.state == "current" else None
    on = scales(project, journey)
    order = [placed.touchpoint.id for placed in document.touchpoints()]
    return MatrixView(
        title=journey.title,
        state=journey.state,
        scale=views.Scale(on.experience.min, on.experience.max, on.experience.pass_),
        importance_scale=views.Scale(on.importance.min, on.importance.max),
        touchpoints=tuple(placed.touchpoint.title for placed in document.touchpoints()),
        personas=tuple(_persona(project, name, ways[name], ranking, on) for name in names),
        points=tuple(
            point for i, name in enumerate(names) for point in _points(name, i, ways[name], ranking, order, on)
        ),
        importance_derived=any(stop.importance.derived for stop in scored if stop.importance),
        crosshair_kind=ranking.crosshairs[0].kind if ranking else "mean",
        by=ranking.by if ranking else None,
        sources=from_project.source_notes(project, scored, everybody=len(names) == len(personas(document))),
        lang=journey.lang or project.config.lang,
        links=tuple(anchors.touchpoint(journey.id, name) for name in order),
    )


def _ranking(project: Project, journey: str, names: list[str], every: list[str]) -> Ranking:
    """The ranking of this journey, for the personas shown: one of them, or all."""
    persona = names[0] if len(names) == 1 and len(every) > 1 else None
    try:
        return gaps(project, Options(journey=journey, persona=persona))
    except UsageError as error:
        raise ChartError(str(error)) from error


def _persona(project: Project, name: str, way: list[Visit], ranking: Ranking | None, on: Scales) -> MatrixPersona:
    persona = project.personas.get(name)
    segment = project.segments.get(persona.segment) if persona and persona.segment else None
    enough = sum(stop.scored for stop in way) >= FEWEST
    crosshairs = [one for one in ranking.crosshairs if one.persona == name] if ranking and enough else []
    return MatrixPersona(
        name=persona.name if persona else name,
        segment=segment.title if segment else "",
        crosshair=next(
            (
                (from_ten(one.importance10, on.importance), from_ten(one.experience10, on.experience))
                for one in crosshairs
            ),
            None,
        ),
        unscored=tuple(stop.passage.touchpoint.title for stop in way if not stop.scored),
    )


def _points(
    name: str, index: int, way: list[Visit], ranking: Ranking | None, order: list[str], on: Scales
) -> list[MatrixPoint]:
    rows = {row.touchpoint: row for row in ranking.rows if row.persona == name} if ranking else {}
    points = []
    for stop in way:
        importance = from_project.score(stop.importance, on.importance)
        experience = from_project.score(stop.experience, on.experience)
        if importance is not None and experience is not None:
            row = rows.get(stop.id)
            points.append(
                MatrixPoint(
                    touchpoint=order.index(stop.id),
                    persona=index,
                    importance=importance,
                    experience=experience,
                    rank=row.rank if row and row.key else None,
                    quadrant=row.quadrant if row else None,
                    moment_of_truth=bool(stop.passage.experience.moment_of_truth),
                    wow=bool(stop.passage.experience.wow),
                )
            )
    return points
