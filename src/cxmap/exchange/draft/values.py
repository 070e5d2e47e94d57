"""Durations, dates, scales and numbers as people write them, in English and in Dutch."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from cxmap.i18n.language import Language
from cxmap.lint.rules.schema.durations import duration_from

_NUMBER_WORDS: Final = {
    word: value
    for value, words in {
        0.5: "half halve ½", 1.0: "a an one een één", 1.5: "anderhalf anderhalve", 2.0: "two twee", 3.0: "three drie",
        4.0: "four vier", 5.0: "five vijf", 6.0: "six zes", 7.0: "seven zeven", 8.0: "eight acht", 9.0: "nine negen",
        10.0: "ten tien", 12.0: "twelve twaalf",
    }.items()
    for word in words.split()
}  # fmt: skip
# Units that the format does not have, in one that it has.
_OTHER_UNITS: Final = {
    **dict.fromkeys(("kwartier", "quarter of an hour", "quarters of an hour"), (15, "minute")),
    **dict.fromkeys(("jaar", "jaren", "year", "years"), (12, "month")),
}
_RANGE: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:-|–|—|à|tot|to|of|or)\s*(\d+(?:[.,]\d+)?\b.*)")
_FIGURE: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*(\D+)")
_ABOUT: Final = re.compile(r"(?:about|circa|ongeveer|ca\.?|±|~|some)\s*")
_SCALE: Final = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(?:-|–|—|tot(?:\s+en\s+met)?|t/m|to)\s*(-?\d+(?:[.,]\d+)?)")
_PARTICIPANTS: Final = re.compile(r"\b(?:met|with)\s+(\d{1,9})\b|\bn\s*=\s*(\d{1,9})\b", re.IGNORECASE)


class Duration(NamedTuple):
    """A duration.

    Attributes:
        text: As the format has it: ``20 minutes``.
        larger: Whether it is the larger end of a range.
    """

    text: str
    larger: bool = False


def duration(text: str) -> Duration | None:
    """``kwartier``, ``12 min``, ``2 à 3 weken`` as the format has them; of a range the larger. ``None``: none."""
    folded = " ".join(text.casefold().rstrip(".").replace("½", "½ ").replace("halfuur", "half uur").split())
    folded = _ABOUT.sub("", folded, count=1) if _ABOUT.match(folded) else folded
    if found := _RANGE.fullmatch(folded):
        read = duration(found[2])
        return Duration(read.text, larger=True) if read else None
    words = folded.split(" ")
    amount, spelt = 1.0, 0
    while spelt < len(words) - 1 and words[spelt] in _NUMBER_WORDS:
        amount *= _NUMBER_WORDS[words[spelt]]
        spelt += 1
    if not spelt and (figure := _FIGURE.fullmatch(folded)):
        amount, unit = float(figure[1].replace(",", ".")), figure[2]
    else:
        unit = " ".join(words[spelt:])
    return _duration(amount, unit, said=spelt > 0 or unit != folded)


def _duration(amount: float, unit: str, *, said: bool) -> Duration | None:
    """An amount of a unit; without an amount only a unit that is one by itself, such as a quarter of an hour."""
    if unit in _OTHER_UNITS:
        times, unit = _OTHER_UNITS[unit]
        amount *= times
    elif not said:
        return None
    read = duration_from(f"{amount:.9g} {unit}")
    return Duration("30 minutes" if read == "0.5 hours" else read) if read else None


def date(text: str) -> str | None:
    """The first date in a text as ``YYYY-MM-DD``: ISO, ``14 januari 2026``, ``January 14, 2026``, ``14-1-2026``.

    A date of figures with the year last is read with the day first, and only where nothing else can be meant or the
    parts are joined by hyphens, as in Dutch.
    """
    for year, month, day in _dates(text):
        try:
            return dt.date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


def _dates(text: str) -> list[tuple[int, int, int]]:
    found = [(int(y), int(m), int(d)) for y, m, d in re.findall(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", text)]
    months = _months()
    for day, name, year in re.findall(r"\b(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b", text):
        if name.casefold() in months:
            found.append((int(year), months[name.casefold()], int(day)))
    for name, day, year in re.findall(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b", text):
        if name.casefold() in months:
            found.append((int(year), months[name.casefold()], int(day)))
    for day, sign, month, year in re.findall(r"\b(\d{1,2})([-/])(\d{1,2})\2(\d{4})\b", text):
        if sign == "-" or int(day) > 12:
            found.append((int(year), int(month), int(day)))
    return found


def _months() -> dict[str, int]:
    found = {"sept": 9}
    for words in (Language("en"), Language("nl")):
        for names in (words.months, words.short_months):
            found |= {name.casefold(): number for number, name in enumerate(names, 1)}
    return found


def participants(text: str) -> int | None:
    """How many took part, as ``with 9`` or ``met 9`` says; ``None``: it is not said."""
    found = _PARTICIPANTS.search(text)
    count = int(found[1] or found[2]) if found else 0
    return count or None


def scale(text: str) -> tuple[float, float] | None:
    """The lowest and the highest score: ``1-10``, ``1 tot 10``, ``1–5``; ``None``: no scale."""
    found = _SCALE.fullmatch(text.strip())
    low, high = (number(found[1]), number(found[2])) if found else (0.0, 0.0)
    return (low, high) if low < high else None


def number(text: str) -> float:
    """A number with a decimal point or comma; a whole one as ``int``."""
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def plain(value: float) -> str:
    """A number as people type it: 8, not 8.0."""
    return str(int(value)) if float(value).is_integer() else repr(value)
