"""What changed since the wave before: a dumbbell a touchpoint, and an arrow only where it is more than chance."""

from __future__ import annotations

from cxmap.output.charts.change.layout import layout

__all__ = ["layout"]
