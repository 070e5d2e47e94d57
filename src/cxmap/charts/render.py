"""A view in, a picture out: the door through which charts are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.charts import blueprint, dashboard, emotion, fonts, library, matrix, personas, roadmap, stakeholders, wallmap
from cxmap.charts.blueprint.views import BlueprintView
from cxmap.charts.dashboard.view import DashboardView
from cxmap.charts.matrix.view import MatrixView
from cxmap.charts.options import Options
from cxmap.charts.paper import on_paper
from cxmap.charts.personas.view import PersonasView
from cxmap.charts.roadmap.view import RoadmapView
from cxmap.charts.save import DPI, Format, save
from cxmap.charts.stakeholders.view import StakeholdersView
from cxmap.charts.views import EmotionView
from cxmap.charts.wallmap.views import MapView

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.charts.scene import Scene

View = (
    BlueprintView | DashboardView | EmotionView | MapView | MatrixView | PersonasView | RoadmapView | StakeholdersView
)

AS_IS = Options()

_LAYOUTS: dict[type[View], Callable[[Any, Options], Scene]] = {
    BlueprintView: blueprint.layout,
    DashboardView: dashboard.layout,
    EmotionView: emotion.layout,
    MapView: wallmap.layout,
    MatrixView: matrix.layout,
    PersonasView: personas.layout,
    StakeholdersView: stakeholders.layout,
    RoadmapView: roadmap.layout,
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
    made = _LAYOUTS[type(view)](view, options)
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
