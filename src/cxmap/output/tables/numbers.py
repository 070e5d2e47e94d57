"""Numbers for machines and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.model.scale import Range


def plain(value: float | None) -> float | None:
    """A number for a machine, unrounded; a whole one without a fraction: 8, not 8.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def fixed(value: float | None, digits: int = 1, nothing: str = "–") -> str:
    """A number for people, with so many decimals and never ``-0.0``."""
    if value is None:
        return nothing
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def decimals(scale: Range) -> int:
    """How many decimals a mean on a scale is shown with: 2 on a short one, such as 1-5, else 1."""
    return 2 if scale.max - scale.min < 8 else 1


def short(value: float | None, digits: int = 2) -> str:
    """A number for a cell of text: at most so many decimals, no zeros behind them; ``""`` for nothing."""
    return "" if value is None else f"{round(value, digits) + 0.0:g}"


def percent(share: float | None, nothing: str = "–") -> str:
    """A share of 0-1 as a percentage; ``<1`` and ``>99`` where rounding would claim certainty."""
    if share is None:
        return nothing
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return ">99 %"
    if rounded == 0 and share > 0:
        return "<1 %"
    return f"{rounded} %"
