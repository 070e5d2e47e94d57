"""Which charts there are, and which of them a project asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.analysis.stops import personas
from cxmap.output.drawing.options import ChartError
from cxmap.text.escape import file_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from cxmap.choices import Chart
    from cxmap.model.journey import Journey
    from cxmap.output.charts.since import Since
    from cxmap.output.charts.view import View
    from cxmap.project.document import Document
    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for besides the chart itself.

    Attributes:
        personas: Ids of the personas to show; none: all.
        compare: The desired journey to draw over each journey that shares a touchpoint with it.
        wave: The earlier wave to compare an emotional journey with: a source, or the last one on or before a day.
        since: The earlier state of the files to compare an emotional journey with.
    """

    personas: Collection[str] = ()
    compare: Document | None = None
    wave: str | dt.date | None = None
    since: Since | None = None

    def over(self, document: Document) -> Document | None:
        """The desired journey, where it is about a touchpoint of this file's journey, by its id or what it replaces."""
        if self.compare is None:
            return None
        placed_there = (placed.touchpoint for placed in self.compare.touchpoints())
        there = {name for touchpoint in placed_there for name in (touchpoint.id, *touchpoint.replaces)}
        return self.compare if any(placed.touchpoint.id in there for placed in document.touchpoints()) else None


@dataclass(frozen=True, slots=True)
class Planned:
    """A chart to be drawn.

    Attributes:
        folder: Where it goes unless something else is asked: beside the journey; for a project chart the root.
        stem: Its file name without the ending.
        what: What it is about, for messages: the file's name as it is shown.
        view: What it shows; or why it cannot be made.
        chart: Its name.
        journey: Id of the journey that it is of; ``None``: it is of the project.
    """

    folder: Path
    stem: str
    what: str
    view: View | ChartError
    chart: Chart
    journey: str | None = None


def _emotion(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.from_project import emotion_view

    over = wish.over(document)
    return emotion_view(project, document, only=wish.personas, compare=over, wave=wish.wave, since=wish.since)


def _ranking(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.ranking.from_project import ranking_view

    return ranking_view(project, document, only=wish.personas)


def _change(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.change.from_project import change_view

    return change_view(project, document, only=wish.personas)


def _matrix(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.matrix.from_project import matrix_view

    return matrix_view(project, document, only=wish.personas)


def _personas(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.personas.from_project import personas_view

    return personas_view(project, document, only=wish.personas)


def _map(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.map.from_project import map_view

    return map_view(project, document, only=wish.personas, compare=wish.over(document))


def _stakeholders(project: Project, _wish: Wish) -> View:
    from cxmap.output.charts.stakeholders.from_project import stakeholders_view

    _limit(len(project.stakeholders), MAX_STAKEHOLDERS, "stakeholders")
    view = stakeholders_view(project)
    _limit(len(view.relations), MAX_RELATIONS, "relations")
    return view


def _roadmap(project: Project, _wish: Wish) -> View:
    from cxmap.output.charts.roadmap.from_project import roadmap_view

    _limit(sum(action.status != "dropped" for action in project.actions.values()), MAX_ACTIONS, "actions")
    return roadmap_view(project)


def _blueprint(project: Project, document: Document, wish: Wish) -> View:
    from cxmap.output.charts.blueprint.from_project import blueprint_view

    return blueprint_view(project, document, only=wish.personas)


def _drivers(project: Project, document: Document, _wish: Wish) -> View:
    from cxmap.output.charts.drivers.from_project import drivers_view

    return drivers_view(project, document)


def _dashboard(project: Project, _wish: Wish) -> View:
    from cxmap.output.charts.dashboard.from_project import dashboard_view

    return dashboard_view(project)


def _trend(project: Project, _wish: Wish) -> View:
    from cxmap.output.charts.trend.from_project import trend_view

    view = trend_view(project)
    _limit(len(view.cards), MAX_TRENDS, "scores and metrics with three points in time")
    return view


def _atlas(project: Project, _wish: Wish) -> View:
    from cxmap.output.charts.atlas.from_project import atlas_view

    view = atlas_view(project)
    _limit(len(view.rows), MAX_ATLAS_ROWS, "journeys and personas")
    return view


# By the name that `--chart` takes, in the order of `cxmap.choices`: charts of one journey, and of the whole project.
JOURNEY_CHARTS: dict[Chart, Callable[[Project, Document, Wish], View]] = {
    "emotion": _emotion,
    "ranking": _ranking,
    "change": _change,
    "map": _map,
    "matrix": _matrix,
    "personas": _personas,
    "blueprint": _blueprint,
    "drivers": _drivers,
}
PROJECT_CHARTS: dict[Chart, Callable[[Project, Wish], View]] = {
    "stakeholders": _stakeholders,
    "roadmap": _roadmap,
    "dashboard": _dashboard,
    "trend": _trend,
    "atlas": _atlas,
}

MAX_TOUCHPOINTS = 250
MAX_PERSONAS = 12
MAX_STAKEHOLDERS = 100
MAX_RELATIONS = 1000
MAX_ACTIONS = 500
MAX_ATLAS_ROWS = 200
MAX_TRENDS = 200


def plan(project: Project, documents: Sequence[Document], names: Sequence[Chart], wish: Wish) -> Iterator[Planned]:
    """The charts that a project asks for, journey by journey.

    Args:
        project: The project.
        documents: Its files with a sound journey that are to be drawn; charts of the project speak of no other journey.
        names: Names of charts.
        wish: What is asked for besides.
    """
    for document in documents:
        if document.journey is not None:
            for name in names:
                if make := JOURNEY_CHARTS.get(name):
                    stem = f"{file_name(document.journey.id)}.{name}"
                    view = _too_large(document, document.journey, wish) or _made(partial(make, project, document, wish))
                    yield Planned(document.path.parent, stem, document.name, view, name, document.journey.id)
    whole = replace(project, reported=tuple(documents))
    for name in names:
        if make_whole := PROJECT_CHARTS.get(name):
            yield Planned(project.root, name, name, _made(partial(make_whole, whole, wish)), name)


def _too_large(document: Document, journey: Journey, wish: Wish) -> ChartError | None:
    """What to say of a journey that no chart could show, and that would take minutes to lay out."""
    count = sum(len(stage.touchpoints) for stage in journey.stages)
    if count > MAX_TOUCHPOINTS:
        return ChartError(
            f"{count:,} touchpoints; a chart shows {MAX_TOUCHPOINTS} at most: divide it into several journeys"
        )
    count = sum(not wish.personas or name in wish.personas for name in personas(document))
    if count > MAX_PERSONAS:
        return ChartError(
            f"{count:,} personas; a chart shows {MAX_PERSONAS} at most: name those to show with --persona"
        )
    return None


def _limit(count: int, most: int, what: str) -> None:
    """No option narrows a chart of the whole project, so the message is the limit alone."""
    if count > most:
        raise ChartError(f"{count:,} {what}; this chart shows {most:,} at most")


def _made(make: Callable[[], View]) -> View | ChartError:
    try:
        return make()
    except ChartError as error:
        return error
