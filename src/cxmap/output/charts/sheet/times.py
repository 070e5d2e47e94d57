"""Durations in the words of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.analysis.durations import Total
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.sheets import SheetWords

_MINUTES = {"day": 24 * 60, "hour": 60, "minute": 1}


def spell(amount: float, unit: str, words: ChartWords, sheet: SheetWords) -> str:
    """One duration: ``2 hours``."""
    one, more = sheet.units[unit]
    return f"{words.number(amount)} {one if amount == 1 else more}"


def total(given: Total, words: ChartWords, sheet: SheetWords) -> str:
    """What durations add up to, in short, longest unit first; nothing where there was none to add."""
    parts = [(given.months, "month"), (given.working_days, "working-day")]
    rest = given.minutes
    for unit, length in _MINUTES.items():
        whole, rest = divmod(rest, length) if length > 1 else (rest, 0.0)
        parts.append((whole, unit))
    return " ".join(
        f"{words.number(amount)}\N{NO-BREAK SPACE}{sheet.short_units[unit]}"
        if unit in sheet.short_units
        else spell(amount, unit, words, sheet)
        for amount, unit in parts
        if round(amount, 1)
    )
