"""What moves the overall mark: relative weights with their intervals; beside them penalty and reward."""

from __future__ import annotations

from cxmap.output.charts.drivers.layout import layout

__all__ = ["layout"]
