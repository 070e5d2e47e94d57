"""Days as trackers export them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal

from cxmap.choices import LANGUAGES
from cxmap.i18n.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

Order = Literal["day-first", "month-first"]
"""How days are written in numbers alone, such as 31-10-2026 or 10/31/2026."""

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[ /-]([a-z]{3,})\.?[ /-](\d{4}|\d{2})(?:[ ,].*)?", re.IGNORECASE)
_MONTH_DAY: Final = re.compile(r"([a-z]{3,})\.? (\d{1,2}),? (\d{4})(?:[ ,].*)?", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,].*)?")
_HALF_DAY: Final = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)


def order(texts: Iterable[str]) -> Order | None:
    """How a table writes days in numbers; ``None`` where it cannot be told, or there are none.

    A number above 12 is no month, American clocks go with the month first, and only they and the British write ``/``.
    """
    found: set[Order] = set()
    for text in texts:
        if match := _NUMBERS.fullmatch(text.strip()):
            first, sign, second = int(match[1]), match[2], int(match[3])
            if first > 12 or sign != "/":
                found.add("day-first")
            if second > 12 or _HALF_DAY.search(text):
                found.add("month-first")
    return found.pop() if len(found) == 1 else None


def day(text: str, written: Order | None) -> dt.date | None:
    """The day that a cell names; ``None`` where it names none, or nobody can tell which.

    Args:
        text: The cell.
        written: How the table writes days in numbers.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.fullmatch(text):
        return _date(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(text):
        return _date(_year(match[3]), _month(match[1]), int(match[2]))
    if written and (match := _NUMBERS.fullmatch(text)):
        numbers = int(match[1]), int(match[3])
        month, day_of_month = numbers if written == "month-first" else numbers[::-1]
        return _date(_year(match[4]), month, day_of_month)
    return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(name: str) -> int:
    """The number of a month, from its name or the beginning of that; 0: it is none."""
    for lang in LANGUAGES:
        words = Language(lang)
        for number, (whole, short) in enumerate(zip(words.months, words.short_months, strict=True), 1):
            if name.casefold() == short.casefold() or whole.casefold().startswith(name.casefold()):
                return number
    return 0


def _date(year: int, month: int, day_of_month: int) -> dt.date | None:
    try:
        return dt.date(year, month, day_of_month)
    except ValueError:
        return None
