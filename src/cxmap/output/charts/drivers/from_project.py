"""From a project to the chart of drivers: the figures are those that ``import survey`` keeps beside the journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.analysis.dependence import answers_file, latest_drivers, number_of
from cxmap.output.charts import from_project, views
from cxmap.output.charts.drivers.view import DriverRow, DriversView
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from cxmap.analysis.dependence import Together
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def drivers_view(project: Project, document: Document) -> DriversView:
    """What moves the overall mark, by the latest survey of the journey that asks for one.

    Args:
        project: For the sources.
        document: A file with a journey, without errors.

    Raises:
        NothingToShow: No survey with an overall mark is kept beside it.
    """
    journey = from_project.journey_of(document)
    kept = answers_file(project, document)
    latest = latest_drivers(kept)
    if latest is None:
        why = f"{kept.name} is ignored: {kept.problem}" if kept.problem else "no survey with an overall mark is kept"
        raise NothingToShow(f"no drivers of journey '{journey.id}': {why}; cxmap import survey keeps it")
    name, found = latest
    titles = {placed.touchpoint.id: placed.touchpoint.title for placed in document.touchpoints()}
    rows = [_row(titles[place], figures) for place, figures in found.overall.items() if place in titles]
    rows.sort(key=lambda row: -row.weight)
    source = project.sources[name]
    return DriversView(
        title=journey.title,
        rows=tuple(rows),
        r2=number_of(found.model, "r2") or 0.0,
        n_complete=int(number_of(found.model, "n_complete") or 0),
        samples=int(number_of(found.model, "samples") or 0),
        seed=int(number_of(found.model, "seed") or 0),
        sources=(_source(source.title, found, source.date),),
        lang=journey.lang or project.config.lang,
    )


def _source(title: str, found: Together, date: Any) -> views.SourceNote:
    return views.SourceNote(title, (found.n, found.n), date)


def _row(title: str, figures: dict[str, Any]) -> DriverRow:
    penalty, reward = number_of(figures, "penalty"), number_of(figures, "reward")
    both = penalty is not None and reward is not None
    kind = figures.get("class")
    return DriverRow(
        title=title,
        weight=number_of(figures, "weight") or 0.0,
        interval=(number_of(figures, "weight_low") or 0.0, number_of(figures, "weight_high") or 0.0),
        driver=figures.get("driver") is True,
        penalty=penalty if both else None,
        reward=reward if both else None,
        kind=kind if both and kind in {"basic", "performer", "delighter"} else "unclear",
    )
