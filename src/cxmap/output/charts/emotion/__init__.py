"""The emotional journey: one look tells what goes well and where to improve."""

from __future__ import annotations

from cxmap.output.charts.emotion.layout import layout

__all__ = ["layout"]
