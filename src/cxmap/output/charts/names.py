"""The names of all charts, for whoever only wants to list them: this imports nothing."""

from __future__ import annotations

NAMES = ("emotion", "map", "matrix", "personas", "blueprint", "stakeholders", "roadmap", "dashboard")
"""In the order in which a reader meets them: charts of a journey, then charts of the whole project."""
