"""Numbers for machines and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.i18n.language import ScoreRange


def plain(value: float | None) -> float | None:
    """A number for a machine, unrounded; a whole one without a fraction: 8, not 8.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def decimals(scale: ScoreRange) -> int:
    """How many decimals a mean on a scale is shown with: 2 on a short one, such as 1-5, else 1."""
    return 2 if scale.max - scale.min < 8 else 1


def short(value: float | None, digits: int = 2) -> str:
    """A number for a cell of text: at most so many decimals, no trailing zeros; ``""`` for nothing."""
    return "" if value is None else f"{round(value, digits) + 0.0:g}"
