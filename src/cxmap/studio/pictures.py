"""Charts of the studio: as the page asks for them, and as they were before an error where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS, Wish, plan
from cxmap.output.charts.render import scene
from cxmap.output.charts.titles import abouts, scale_areas
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.svg import for_page
from cxmap.output.drawing.theme import THEMES
from cxmap.studio.desk import Picture, Problem, lang_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cxmap.choices import Chart, ThemeName
    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.studio.desk import Asked, Desk

WHOLE = "-"
"""Stands for the whole project where a journey is asked for; no id is so."""


def picture(desk: Desk, asked: Asked) -> Picture:
    """A chart of a journey, or of the project.

    Raises:
        Problem: There is no such chart, or nothing to draw.
    """
    journey, chart = asked.path["journey"], asked.path["chart"]
    known: Collection[Chart] = PROJECT_CHARTS if journey == WHOLE else JOURNEY_CHARTS
    drawn = next((each for each in known if each == chart), None)
    if drawn is None:
        raise Problem(404, "not-found", f"there is no chart '{chart}' here")
    theme, lang = _theme(asked.one("theme")), lang_asked(asked) or desk.lang
    personas, compare = tuple(asked.query.get("persona", ())), asked.one("compare")

    def draw() -> Picture:
        project, documents, as_of = _what(desk, journey)
        over = _document(project, compare) if compare else None
        planned = next(plan(project, documents, [drawn], Wish(personas, over)))
        try:
            if isinstance(planned.view, ChartError):
                raise planned.view
            made = scene(planned.view, ChartOptions(theme=theme, lang=lang))
        except ChartError as error:
            raise Problem(422, "no-chart", str(error)) from error
        return Picture(_hooked(made, planned.view, f"c-{journey}-{chart}-"), as_of)

    return desk.kept(("chart", journey, chart, theme, lang, personas, compare), draw)


def _hooked(made: Scene, view: View, prefix: str) -> str:
    """A chart with what the page needs to know where a point is, and of what."""
    hooks = [
        {"scale": "experience", **{name: f"{value:g}" for name, value in area._asdict().items()}}
        for area in scale_areas(made, view)
    ]
    return for_page(made, prefix, abouts(view), hooks)


def _what(desk: Desk, journey: str) -> tuple[Project, Sequence[Document], str]:
    """What is to be drawn: the project, the files, and the error that keeps them from being drawn as they are."""
    session = desk.session
    if journey == WHOLE:
        project, whole = session.sound()
        if not whole:
            raise Problem(422, "no-chart", "errors keep this chart from being drawn", "see the findings")
        return project, project.reported, ""
    try:
        project, document, error = session.sound_with(journey)
    except LookupError:
        known = any(found.id == journey for _, found in session.project.journey_documents())
        if known:
            raise Problem(422, "no-chart", "errors keep this chart from being drawn", "see the findings") from None
        raise Problem(404, "not-found", f"there is no journey '{journey}'") from None
    return project, [document], f"{error.path}:{error.span.line}" if error else ""


def _document(project: Project, journey: str) -> Document:
    definition = project.definition("journeys", journey)
    if definition is None:
        raise Problem(404, "not-found", f"there is no journey '{journey}'")
    return definition.document


def _theme(name: str | None) -> ThemeName:
    found = next((theme for theme in THEMES if theme == (name or "light")), None)
    if found is None:
        raise Problem(400, "bad-request", f"there is no theme '{name}'")
    return found
