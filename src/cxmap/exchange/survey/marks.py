"""What an answer is worth: a mark, nothing, or something that the mapping does not explain."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxmap.exchange.sheet import number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.exchange.survey.mapping import Answers
    from cxmap.exchange.survey.query import Cell


@dataclass(frozen=True, slots=True)
class Given:
    """Marks that were given, one for each question, and how often.

    Attributes:
        marks: One mark, or two that were given together.
        n: By how many respondents.
        weight: The sum of their weights.
        weight_squared: The sum of the squares of their weights.
    """

    marks: tuple[float, ...]
    n: int
    weight: float
    weight_squared: float


@dataclass(slots=True)
class Misfits:
    """Answers that are no marks of the scale, with how often each was given.

    Attributes:
        unread: Neither numbers nor labels nor codes.
        outside: Numbers outside the scale.
    """

    unread: dict[str, int] = field(default_factory=dict)
    outside: dict[str, int] = field(default_factory=dict)


class Reading:
    """Reads answers as a mapping says.

    Args:
        answers: Its scale, codes and labels.
    """

    def __init__(self, answers: Answers) -> None:
        self._scale = answers.scale
        self._labels = {label.strip().casefold(): mark for label, mark in answers.labels.items()}
        codes = [code.strip().casefold() if isinstance(code, str) else code for code in answers.not_answers]
        self._codes = {*codes, *(number(code) for code in codes)} - {None}

    def marks(self, cells: Iterable[Cell], misfits: Misfits | None = None) -> list[Given]:
        """The marks in answers; those that are none are left out.

        Args:
            cells: The answers to one question, or to two together.
            misfits: Where to note answers that the mapping does not explain.
        """
        found = []
        for cell in cells:
            marks = [self._mark(answer, cell.n, misfits) for answer in cell.answers]
            if None not in marks:
                kept = tuple(mark for mark in marks if mark is not None)
                found.append(Given(kept, cell.n, cell.weight, cell.weight_squared))
        return found

    def _mark(self, answer: Any, n: int, misfits: Misfits | None) -> float | None:
        text = str(answer).strip() if answer is not None else ""
        value = number(answer if isinstance(answer, int | float) else text)
        folded = text.casefold()
        if not text or folded in self._codes or (value is not None and value in self._codes):
            return None
        mark = value if value is not None else self._labels.get(folded)
        inside = mark is not None and self._scale.min <= mark <= self._scale.max
        if not inside and misfits is not None:
            noted = misfits.unread if mark is None else misfits.outside
            noted[text] = noted.get(text, 0) + n
        return mark if inside else None


def is_whole(given: Iterable[Given]) -> bool:
    """Whether all marks are whole numbers."""
    return all(math.isfinite(mark) and mark == int(mark) for one in given for mark in one.marks)
