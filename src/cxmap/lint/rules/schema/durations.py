"""Durations as people write them, and as the format has them."""

from __future__ import annotations

import re

# English and Dutch, singular, plural and short; the format's own words in the singular.
_UNITS = {
    "minute": ("m", "min", "mins", "minute", "minutes", "minuut", "minuten"),
    "hour": ("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"),
    "day": ("d", "day", "days", "dag", "dagen"),
    "working-day": ("workingday", "workingdays", "workday", "workdays", "werkdag", "werkdagen"),
    "week": ("w", "wk", "wks", "week", "weeks", "weken"),
    "month": ("mo", "mos", "mth", "mths", "month", "months", "maand", "maanden"),
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}


def duration_from(text: str) -> str | None:
    """``20min``, ``1,5 uur`` and ``3 working days`` as ``20 minutes``, ``1.5 hours`` and ``3 working-days``."""
    match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*([A-Za-z][A-Za-z -]*)\.?\s*", text)
    unit = _UNIT_OF.get(re.sub(r"[ -]", "", match[2]).lower()) if match else None
    if match is None or unit is None:
        return None
    number = match[1].replace(",", ".")
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
