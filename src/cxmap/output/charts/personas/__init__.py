"""Persona cards: who the customers of a journey are."""

from __future__ import annotations

from cxmap.output.charts.personas.layout import layout

__all__ = ["layout"]
