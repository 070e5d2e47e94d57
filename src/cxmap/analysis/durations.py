"""Durations as the format writes them (``19 days``), and what they add up to.

Minutes, hours, days and weeks add up exactly: a day is 24 hours, a week 7 days. A working day and a month have no
fixed length (which weekend, which month?), so they are kept apart instead of being turned into days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}


@dataclass(frozen=True, slots=True)
class Total:
    """What durations add up to.

    Attributes:
        minutes: Minutes, hours, days and weeks, all in minutes.
        working_days: Working days; how many days that is depends on the calendar.
        months: Months; how many days that is depends on the calendar.
        count: How many durations were added.
    """

    minutes: float = 0.0
    working_days: float = 0.0
    months: float = 0.0
    count: int = 0

    def __str__(self) -> str:
        """In words, longest unit first, such as ``1 month + 3 working days + 19 days 2 hours``; ``""`` for nothing."""
        return " + ".join(" ".join(_quantity(*part) for part in group) for group in self.groups())

    def groups(self) -> list[list[tuple[float, str]]]:
        """Amounts and units, longest first: months, working days and what a clock tells are not added up."""
        groups = [
            [(amount, unit)] for amount, unit in ((self.months, "month"), (self.working_days, "working-day")) if amount
        ]
        return [*groups, _clock(self.minutes)] if self.minutes or (self.count and not groups) else groups


def add(durations: Iterable[str | None]) -> Total:
    """What durations add up to; absent ones are passed over.

    Args:
        durations: Texts of the form that the format allows: a number, a blank and a unit.
    """
    given = [text for text in durations if text is not None]
    if not given:
        return Total()
    from fractions import Fraction

    totals = {"minute": Fraction(0), "working-day": Fraction(0), "month": Fraction(0)}
    for text in given:
        number, _, unit = text.partition(" ")
        unit = unit.removesuffix("s")
        if unit in _MINUTES:
            totals["minute"] += Fraction(number) * _MINUTES[unit]
        else:
            totals[unit] += Fraction(number)
    return Total(float(totals["minute"]), float(totals["working-day"]), float(totals["month"]), len(given))


def _clock(minutes: float) -> list[tuple[float, str]]:
    days, rest = divmod(round(minutes, 2), 24 * 60)  # rounded first, so that no 60 minutes are left over
    hours, rest = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (rest, "minute")]
    return [part for part in parts if part[0]] or [(0, "minute")]


def _quantity(amount: float, unit: str) -> str:
    shown, unit = f"{round(amount, 2):g}", unit.replace("-", " ")
    return f"{shown} {unit}" if shown == "1" else f"{shown} {unit}s"
