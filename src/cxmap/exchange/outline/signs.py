"""What a line of an outline says besides its words: tags, marks, who, and a moment of truth."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from cxmap.exchange.draft.journey import Marks
from cxmap.exchange.draft.values import number
from cxmap.exchange.outline.escapes import plain

_NAME: Final = r'(?:"(?P<quoted>[^"]+)"|“(?P<curly>[^”]+)”|(?P<word>[^\W\d_][\w-]*))'
TAG: Final = re.compile(rf"(?<!\S)(?P<sign>[#@%]){_NAME}[,;]?(?=\s|$)")
ONLY: Final = re.compile(r"(?<!\S)\((?:only|alleen)\s+(?P<names>[^()]+)\)(?=\s|$)", re.IGNORECASE)
_MOMENT: Final = re.compile(r"(?<!\S)!(?=\s|$)")
_HOLE: Final = "\x00"  # where a tag was; control characters are gone from lines

_NUMBER: Final = r"-?\d{1,9}(?:[.,]\d{1,9})?(?![.,]?\d)"
PAIR: Final = re.compile(
    rf"(?<![^\s\x00])(?P<importance>{_NUMBER}|-|–)\s?/\s?(?P<experience>{_NUMBER}|-|–)"
    rf"(?:\s?(?:->|>|→)\s?(?P<desired>{_NUMBER}))?(?![^\s\x00.,;(])"
    rf"|(?<![^\s\x00])(?P<importance_only>{_NUMBER})\s?(?:->|>|→)\s?(?P<desired_only>{_NUMBER})(?![^\s\x00.,;(])"
)
WORDED: Final = re.compile(
    rf"(?<![^\s\x00(])(?:importance|belang)[:=]?\s+(?P<importance>{_NUMBER})"
    rf"(?:[,;]?\s+(?:experience|ervaring|score|cijfer)[:=]?\s+(?P<experience>{_NUMBER}))?"
    rf"(?:[,;]?\s+\(?(?:desired|gewenst|wens)[:=]?\s+(?P<desired>{_NUMBER})\)?)?(?![^\s\x00.,;(])",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(rf"(?:(?<=\s\s)|(?<=\x00)|(?<=\x00\s))(?P<importance>{_NUMBER})(?![^\s\x00.,;(])")
_AFTER: Final = re.compile(rf"[.,;]?\s*(?:[\x00(]|$|{_NUMBER}\s?/)")
_LOOKS_LIKE_MARKS: Final = re.compile(rf"(?<![\w/]){_NUMBER}\s?/\s?{_NUMBER}(?![\w/])")


@dataclass(slots=True)
class Signs:
    """What a line says besides its words.

    Attributes:
        text: Its words.
        channels: Names behind ``#``.
        owners: Names behind ``@``.
        personas: Names behind ``%``, and in ``(only …)``.
        moment_of_truth: Whether a ``!`` stands free.
        marks: Its scores.
        written: How the scores are written; ``""``: there are none.
        doubts: What looks like scores and was left in the words, as sentences.
    """

    text: str
    channels: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    personas: list[str] = field(default_factory=list)
    moment_of_truth: bool = False
    marks: Marks = field(default_factory=Marks)
    written: str = ""
    doubts: list[str] = field(default_factory=list)


def read_signs(line: str, scale: tuple[float, float]) -> Signs:
    """What a line says.

    Marks are a pair at the end of the line, or before a tag, a free ``!`` or a bracket; never before a word. A number
    alone is an importance only after two blanks or a tag. What is outside the scale stays in the words.

    Args:
        line: Without its bullet, with escapes hidden.
        scale: Lowest and highest score.
    """
    signs = Signs("")

    def take(found: re.Match[str]) -> str:
        name = plain(found["quoted"] or found["curly"] or found["word"])
        {"#": signs.channels, "@": signs.owners, "%": signs.personas}[found["sign"]].append(name)
        return _HOLE

    def only(found: re.Match[str]) -> str:
        signs.personas += [name for part in re.split(r",|\s(?:and|en|&)\s", found["names"]) if (name := plain(part))]
        return _HOLE

    line = ONLY.sub(only, TAG.sub(take, line.replace(_HOLE, "")))
    line, moments = _MOMENT.subn(_HOLE, line)
    signs.moment_of_truth = moments > 0
    line = _marks(line, scale, signs)
    signs.text = plain(line.replace(_HOLE, " "))
    return signs


def _marks(line: str, scale: tuple[float, float], signs: Signs) -> str:
    """Take the marks out of a line."""
    found = [
        match
        for pattern in (PAIR, WORDED)
        for match in pattern.finditer(line)
        if _AFTER.match(line, match.end()) and _some(match)
    ]
    if not found:
        found = [match for match in _ALONE.finditer(line) if _AFTER.match(line, match.end())]
    found = [match for match in found if _within(match, scale, signs)]
    if len(found) > 1:
        written = " and ".join(f"'{match[0].strip()}'" for match in found)
        signs.doubts.append(f"scores twice, {written}: none was read; keep one")
        return line
    if found:
        (match,) = found
        groups = match.groupdict()
        signs.marks = Marks(
            _mark(groups["importance"] or groups.get("importance_only")),
            _mark(groups.get("experience")),
            _mark(groups.get("desired") or groups.get("desired_only")),
        )
        signs.written = plain(match[0])
        end = match.end() + (line[match.end() : match.end() + 1] in {".", ",", ";"})
        line = f"{line[: match.start()]} {line[end:]}"
    signs.doubts += [
        f"'{left[0]}' was left in the text: scores come last, or before a tag"
        for left in _LOOKS_LIKE_MARKS.finditer(line)
        if not any(left[0] in doubt for doubt in signs.doubts)
    ]
    return line


def _some(match: re.Match[str]) -> bool:
    """Whether a match holds a number at all: ``-/-`` does not."""
    return any(value and value not in "-–" for value in match.groupdict().values())


def _within(match: re.Match[str], scale: tuple[float, float], signs: Signs) -> bool:
    marks = [mark for value in match.groupdict().values() if (mark := _mark(value)) is not None]
    low, high = scale
    if all(low <= mark <= high for mark in marks):
        return True
    if len(marks) > 1:
        signs.doubts.append(f"'{match[0].strip()}' was left in the text: outside the scale {low:g} to {high:g}")
    return False


def _mark(value: str | None) -> float | None:
    return None if value is None or value in "-–" else number(value)
