"""All journeys of a project on one page: how each phase is experienced, and what is being done."""

from __future__ import annotations

from cxmap.output.charts.atlas.layout import layout

__all__ = ["layout"]
