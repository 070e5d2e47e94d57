"""A view in, a picture out: the door through which charts are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from cxmap.charts import fonts, library
from cxmap.charts.options import Options
from cxmap.charts.paper import on_paper
from cxmap.charts.save import DPI, Format, save

if TYPE_CHECKING:
    from cxmap.charts.blueprint.views import BlueprintView
    from cxmap.charts.dashboard.view import DashboardView
    from cxmap.charts.matrix.view import MatrixView
    from cxmap.charts.personas.view import PersonasView
    from cxmap.charts.roadmap.view import RoadmapView
    from cxmap.charts.scene import Scene
    from cxmap.charts.stakeholders.view import StakeholdersView
    from cxmap.charts.views import EmotionView
    from cxmap.charts.wallmap.views import MapView

    View = (
        BlueprintView
        | DashboardView
        | EmotionView
        | MapView
        | MatrixView
        | PersonasView
        | RoadmapView
        | StakeholdersView
    )

AS_IS = Options()

# The folder of each chart, by the name of its view: eight charts are a lot to import for one.
_FOLDERS = {
    "BlueprintView": "blueprint",
    "DashboardView": "dashboard",
    "EmotionView": "emotion",
    "MapView": "wallmap",
    "MatrixView": "matrix",
    "PersonasView": "personas",
    "RoadmapView": "roadmap",
    "StakeholdersView": "stakeholders",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished chart.

    Attributes:
        data: The bytes of the file.
        alt: What it shows, in full sentences.
        remarks: What whoever asked for it should know: characters that no font has, with the remedy.
        shortened: Texts that end in an ellipsis for want of room.
    """

    data: bytes
    alt: str
    remarks: tuple[str, ...]
    shortened: tuple[str, ...]


def scene(view: View, options: Options = AS_IS) -> Scene:
    """Lay out a chart, without drawing it.

    Raises:
        ChartError: It cannot be made as asked.
    """
    library.load()
    chart = import_module(f"cxmap.charts.{_FOLDERS[type(view).__name__]}")
    made: Scene = chart.layout(view, options)
    return made if options.paper is None else on_paper(made, options.paper)


def render(view: View, form: Format, options: Options = AS_IS, *, dpi: float = DPI) -> Picture:
    """Draw a chart. The same view and options give the same bytes; safe to call from several threads.

    Args:
        view: What it shows.
        form: ``png``, ``svg`` or ``pdf``.
        options: How it is to look.
        dpi: Pixels an inch; a PNG only.

    Raises:
        ChartError: It cannot be made as asked.
    """
    made = scene(view, options)
    remarks = (*made.remarks, *([fonts.remedy(made.missing)] if made.missing else []))
    return Picture(save(made, form, dpi=dpi), made.alt, remarks, made.shortened)
