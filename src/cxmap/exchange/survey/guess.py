"""Which question is about which touchpoint, and whose answers they are: guessed from ids, names, titles and texts."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

from cxmap.model.ids import is_id
from cxmap.text.suggestions import fold

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from cxmap.exchange.survey.columns import AnswerColumn

_SHORTEST: Final = 4  # letters that tell more than a part of another word
_NAMED_IN_TEXT, _BEGINS, _ALIKE = 0.95, 0.9, 0.9  # the first at most 0.99
_CLEAR: Final = 0.8
_SEGMENT: Final = re.compile(
    r".*(?:segment|persona|doelgroep|klantgroep|klanttype|type klant|customer (?:type|group)|target group).*",
    re.IGNORECASE,
)


def touchpoints_asked(stems: Dict[str, str], known: Dict[str, str]) -> dict[str, str]:
    """The touchpoint that each question is about, where that is clear; each touchpoint is one question's.

    Args:
        stems: What the questions are about, with their whole texts.
        known: The titles of touchpoints, by id.
    """
    likeness: list[tuple[float, str, str]] = []
    for stem, whole in stems.items():
        text = _spaced(whole)
        near = [(max(_likeness(stem, text, name) for name in names), names[0]) for names in known.items()]
        near = sorted((found for found in near if found[0] > 0), reverse=True)
        if near and (len(near) == 1 or near[0][0] > near[1][0]):
            likeness.append((near[0][0], stem, near[0][1]))
    found: dict[str, str] = {}
    for _, stem, name in sorted(likeness, key=lambda each: -each[0]):
        if name not in found.values():
            found[stem] = name
    return found


def persona_column(
    columns: Sequence[AnswerColumn], names: Dict[str, tuple[str, ...]], labels: Dict[str, Sequence[tuple[str, str]]]
) -> tuple[AnswerColumn, dict[str, str]] | None:
    """The column that says whose answers they are, with the ids that its codes stand for.

    Args:
        columns: The columns.
        names: What the journey's personas and segments are called, and whom each stands for.
        labels: What codes stand for, by column, where the file says it.
    """
    by_name = {name.lower(): name for name in names}
    for column in columns:
        if column.role == "words" and by_name.keys() & {word.lower() for word in column.words}:
            return column, {}
        called = {
            code: by_name[label.lower()] for code, label in labels.get(column.name, ()) if label.lower() in by_name
        }
        ids = {
            code: next((name for name in names if names[name] == names[label] and is_id(name)), None)
            for code, label in called.items()
        }
        if meant := {code: name for code, name in ids.items() if name}:
            return column, meant
    return None


def segment_column(columns: Sequence[AnswerColumn]) -> AnswerColumn | None:
    """The column that by its name tells groups of respondents apart."""
    return next((each for each in columns if each.role == "words" and _SEGMENT.fullmatch(each.name)), None)


def _likeness(stem: str, text: str, name: str) -> float:
    """How clearly a question is about what has a name, from 0 to 1."""
    asked, known = fold(stem), fold(name)
    if not asked or not known:
        return 0
    if asked == known:
        return 1
    if len(known) >= _SHORTEST and _spaced(name) in text:
        return _NAMED_IN_TEXT + min(len(known), 40) / 1000  # the longer name says more
    shorter, longer = sorted((asked, known), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter) and 2 * len(shorter) >= len(longer):
        return _BEGINS
    if re.findall(r"\d+", asked) != re.findall(r"\d+", known):
        return 0
    matcher = difflib.SequenceMatcher(None, asked, known)
    if matcher.real_quick_ratio() < _CLEAR or matcher.quick_ratio() < _CLEAR or (ratio := matcher.ratio()) < _CLEAR:
        return 0
    return ratio * _ALIKE


def _spaced(text: str) -> str:
    """The words of a text, with a blank around each."""
    words = re.findall(r"\w+", text.casefold().replace("_", " "))
    return f" {' '.join(words)} "
