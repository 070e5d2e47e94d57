"""Metrics and scores over time: a small chart each, all on one calendar."""

from __future__ import annotations

from cxmap.output.charts.trend.layout import layout

__all__ = ["layout"]
