"""The map: the classic wall map of a journey, from what the customer does to what we do about it."""

from __future__ import annotations

from cxmap.output.charts.map.layout import layout

__all__ = ["layout"]
