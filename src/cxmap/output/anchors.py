"""Anchors of a page about a project, to which what a chart shows can lead.

Each begins with its kind, and ids hold no dot, so that no two are the same.
"""

from __future__ import annotations


def journey(name: str) -> str:
    """A journey."""
    return f"journey.{name}"


def stage(journey_id: str, name: str) -> str:
    """A stage of a journey."""
    return f"stage.{journey_id}.{name}"


def touchpoint(journey_id: str, name: str) -> str:
    """A touchpoint of a journey."""
    return f"touchpoint.{journey_id}.{name}"


def persona(name: str) -> str:
    """A persona."""
    return f"persona.{name}"


def action(name: str) -> str:
    """An action of the road map."""
    return f"action.{name}"


def metric(name: str) -> str:
    """A metric."""
    return f"metric.{name}"
