"""The dashboard: where each metric stands between its baseline and its target, and each journey in figures."""

from __future__ import annotations

from cxmap.output.charts.dashboard.layout import layout

__all__ = ["layout"]
