"""The calendar of a road map: from days to places across, and the months, quarters and years above it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cxmap.i18n.roadmap import RoadmapWords


_SHORTEST = 3  # months
_NARROWEST = 24.0  # a named part of the calendar, in points
_PARTS = (1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)  # months


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole months side by side, all equally wide, from ``first`` up to, not with, ``end``.

    A month is counted as ``12 * year + month - 1``, so that no calendar has an end.
    """

    first: int
    end: int
    left: float
    right: float

    @property
    def month(self) -> float:
        """The width of a month, in points."""
        return (self.right - self.left) / (self.end - self.first)

    def at(self, day: dt.date, *, evening: bool = False) -> float:
        """Where a day begins, or where it ends."""
        length = calendar.monthrange(day.year, day.month)[1]
        return self.edge(_month(day) + (day.day - 1 + evening) / length)

    def edge(self, month: float) -> float:
        """Where a month begins."""
        return self.left + (month - self.first) * self.month

    def holds(self, day: dt.date) -> bool:
        """Whether a day is in it."""
        return self.first <= _month(day) < self.end

    def parts(self, words: RoadmapWords) -> list[tuple[int, int, str]]:
        """What it is divided into for reading: begin, end and name, as fine as can be named."""
        step = next((step for step in _PARTS if step * self.month >= _NARROWEST), _PARTS[-1])
        return [
            (max(begin, self.first), min(begin + step, self.end), _name(begin, step, words))
            for begin in range(self.first - self.first % step, self.end, step)
        ]

    def years(self) -> list[tuple[int, int, str]]:
        """Begin, end and name of each year; none where the parts are years themselves."""
        if 3 * self.month < _NARROWEST:
            return []
        return [
            (max(12 * year, self.first), min(12 * year + 12, self.end), str(year))
            for year in range(self.first // 12, (self.end - 1) // 12 + 1)
        ]


def spanning(days: Iterable[dt.date], today: dt.date, left: float, right: float) -> Calendar:
    """A calendar that holds these days, and today where that does not push them together."""
    months = [_month(day) for day in days] or [_month(today)]
    first, last = min(months), max(months)
    length = max(last - first + 1, _SHORTEST)
    now = _month(today)
    if first - length <= now <= last + length:
        first, last = min(first, now), max(last, now)
    return Calendar(first, max(last + 1, first + _SHORTEST), left, right)


def _month(day: dt.date) -> int:
    return 12 * day.year + day.month - 1


def _name(begin: int, step: int, words: RoadmapWords) -> str:
    year, month = divmod(begin, 12)
    if step == 1:
        return words.short_months[month]
    return words.quarter.format(month // 3 + 1) if step == 3 else str(year)
