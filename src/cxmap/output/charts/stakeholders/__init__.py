"""The stakeholder map: the customer in the centre, our own parties round it, those outside beyond."""

from __future__ import annotations

from cxmap.output.charts.stakeholders.layout import layout

__all__ = ["layout"]
