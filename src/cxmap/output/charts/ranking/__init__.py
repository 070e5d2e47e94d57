"""What to improve first: the first ten rows of the ranking of gaps, each with what is done about it."""

from __future__ import annotations

from cxmap.output.charts.ranking.layout import layout

__all__ = ["layout"]
