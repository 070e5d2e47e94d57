"""The road map: actions by owner in a calendar, and what each asks against what it brings."""

from __future__ import annotations

from cxmap.output.charts.roadmap.layout import layout

__all__ = ["layout"]
