"""The blueprint: what customers do, what they see of us, and who and what makes it work."""

from __future__ import annotations

from cxmap.output.charts.blueprint.layout import layout

__all__ = ["layout"]
