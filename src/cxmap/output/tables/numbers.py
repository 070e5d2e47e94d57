"""Numbers for machines and for people."""

from __future__ import annotations


def plain(value: float | None) -> float | None:
    """A number for a machine, unrounded; a whole one without a fraction: 8, not 8.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def short(value: float | None, digits: int = 2) -> str:
    """A number for a cell of text: at most so many decimals, no trailing zeros; ``""`` for nothing."""
    return "" if value is None else f"{round(value, digits) + 0.0:g}"
