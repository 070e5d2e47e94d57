"""The priority matrix: experience across, importance up, one point a touchpoint and persona."""

from __future__ import annotations

from cxmap.output.charts.matrix.layout import layout

__all__ = ["layout"]
