"""What any chart shows: the views of all charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cxmap.output.charts.atlas.view import AtlasView
    from cxmap.output.charts.blueprint.views import BlueprintView
    from cxmap.output.charts.change.view import ChangeView
    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.charts.drivers.view import DriversView
    from cxmap.output.charts.map.views import MapView
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.charts.personas.view import PersonasView
    from cxmap.output.charts.ranking.view import RankingView
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.charts.stakeholders.view import StakeholdersView
    from cxmap.output.charts.trend.view import TrendView
    from cxmap.output.charts.views import EmotionView

View: TypeAlias = (
    "AtlasView | BlueprintView | ChangeView | DashboardView | DriversView | EmotionView | MapView | MatrixView | "
    "PersonasView | RankingView | RoadmapView | StakeholdersView | TrendView"
)
