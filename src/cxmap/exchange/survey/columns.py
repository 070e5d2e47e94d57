"""What the columns of a file of answers seem to be, by their names and the first of their values."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from cxmap.exchange.sheet.cells import number
from cxmap.exchange.survey.likert import HIGHEST, marks_of
from cxmap.exchange.survey.tools import is_administration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.exchange.survey.counting import OpenAnswers

Role: TypeAlias = Literal["question", "respondent", "weight", "date", "words", "administration", "other"]

_MOST_CELLS: Final = 2_000_000
_MOST_ROWS: Final = 5_000
_MOST_MARKS: Final = 25
_MOST_WORDS: Final = 12
_TITLE: Final = 3  # words
_WEIGHT: Final = re.compile(r"(?:.*\b)?(?:weight|weging|weegfactor|gewicht|wt)(?:\b.*)?", re.IGNORECASE)
RESPONDENT: Final = re.compile(
    r".*(?:respondent|response|participant|customer|klant|deelnemer).*|id|nr|no", re.IGNORECASE
)
_DATE_FORMATS: Final = ("%d-%m-%Y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d")


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column, or a question of a long table.

    Attributes:
        name: What it is called.
        role: What it seems to be; ``words`` are a few different texts, which may name the persona.
        marks: How often each number was given to a question.
        words: How often each text was given.
        date_format: How its dates are written, where they are not ``2026-03-31``.
        labels: The marks that its words seem to stand for.
        text: What it asks, where its name does not say it.
    """

    name: str
    role: Role
    marks: Counter[float] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    date_format: str | None = None
    labels: dict[str, int] = field(default_factory=dict)
    text: str = ""


def first_rows(answers: OpenAnswers) -> list[tuple[str, ...]]:
    """The first rows of a file, as text: as many as show what its columns are."""
    limit = max(100, min(_MOST_ROWS, _MOST_CELLS // len(answers.header)))
    rows = answers.first_rows(limit)
    return [tuple("" if cell is None else str(cell).strip() for cell in row) for row in rows]


def column(name: str, cells: Iterable[str], text: str = "") -> AnswerColumn:
    """What a column seems to be.

    Args:
        name: What it is called.
        cells: What it holds.
        text: What it asks, where its name does not say it.
    """
    short = len(text.split()) <= _TITLE  # longer ones are questions, such as about the weight of a parcel
    found = _column(name, cells)
    is_weight = found.role == "question" and not found.words and short and _WEIGHT.fullmatch(text)
    return replace(found, role="weight" if is_weight else found.role, text=text)


def _column(name: str, cells: Iterable[str]) -> AnswerColumn:
    filled = [cell for cell in cells if cell]
    numbers = {cell: number(cell) for cell in set(filled)}
    marks = Counter(value for cell in filled if (value := numbers[cell]) is not None)
    words = Counter(cell for cell in filled if numbers[cell] is None)
    distinct = len(numbers) == len(filled)
    if not filled:
        return AnswerColumn(name, "other")
    if not words and min(marks) >= 0 and _WEIGHT.fullmatch(name):
        return AnswerColumn(name, "weight")
    if distinct and len(filled) > 1 and RESPONDENT.fullmatch(name):
        return AnswerColumn(name, "respondent")
    date_format = _date_format(words) if not marks else None
    if date_format is not None:
        return AnswerColumn(name, "date", date_format=date_format or None)
    if is_administration(name):
        return AnswerColumn(name, "administration")
    if name and (labels := marks_of(words)) and (not marks or set(marks) <= set(labels.values())):
        return AnswerColumn(name, "question", marks, words, labels=labels)
    if name and 1 < len(marks) <= _MOST_MARKS and marks.total() >= words.total() and len(words) <= _MOST_WORDS:
        return AnswerColumn(name, "question", marks, words)
    if name and 1 < len(words) <= _MOST_WORDS and not distinct:
        return AnswerColumn(name, "words", marks, words)
    return AnswerColumn(name, "other")


def run_of_marks(columns: Sequence[AnswerColumn]) -> tuple[float, float, list[float]]:
    """The lowest and the highest mark of what seems to be the scale, and the numbers far from it, such as 99.

    The scale is the run of whole numbers without a hole around the most frequent one; 1 to 5 where there are none.
    """
    given = Counter[float]()
    for column in columns:
        given.update(column.marks)
        if column.labels:  # nobody may have given one of them
            given.update(dict.fromkeys(map(float, range(1, HIGHEST + 1)), 1))
            given.update({float(mark): column.words[word] for word, mark in column.labels.items()})
    whole = {mark for mark in given if float(mark).is_integer()}
    if not whole:
        return 1, 5, []
    low = high = max(whole, key=lambda mark: (given[mark], mark))
    while low - 1 in whole or low - 2 in whole:
        low = low - 1 if low - 1 in whole else low - 2
    while high + 1 in whole or high + 2 in whole:
        high = high + 1 if high + 1 in whole else high + 2
    return low, high, sorted(mark for mark in given if not low <= mark <= high)


def _date_format(words: Counter[str]) -> str | None:
    """How dates are written; ``""`` is ``2026-03-31``, ``None``: these are none."""
    for written in ("", *_DATE_FORMATS):
        if words and all(_is_date(word, written) for word in words):
            return written
    return None


def _is_date(text: str, written: str) -> bool:
    try:
        if written:
            dt.datetime.strptime(text.split(" ", maxsplit=1)[0], written)  # noqa: DTZ007 - a day has no zone
        else:
            dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
