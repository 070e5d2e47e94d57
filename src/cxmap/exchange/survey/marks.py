"""What an answer is worth: a mark, nothing, or something that the mapping does not explain."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.sheet.cells import number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.exchange.survey.counting import Cell
    from cxmap.exchange.survey.mapping_model import AnswersMapping

_MOST_USUAL: Final = 200  # a number for each fits in a byte


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

    def turned(self) -> Given:
        """The two marks in the other order."""
        return Given(self.marks[::-1], self.n, self.weight, self.weight_squared)


@dataclass(slots=True)
class Misfits:
    """Answers that are no marks of the scale, with how often each was given.

    Attributes:
        unread: Neither numbers nor labels nor codes.
        outside: Numbers outside the scale.
    """

    unread: dict[str, int] = field(default_factory=dict)
    outside: dict[str, int] = field(default_factory=dict)


def usual(answers: AnswersMapping) -> list[str]:
    """The texts that answers mostly are: an empty one, whole marks of the scale, codes and labels, each once.

    None where they are too many to be usual.
    """
    scale, codes = answers.scale, [code if isinstance(code, str) else f"{code:g}" for code in answers.not_answers]
    if scale.max - scale.min > _MOST_USUAL:
        return []
    marks = [str(mark) for mark in range(math.ceil(scale.min), math.floor(scale.max) + 1)]
    found = list(dict.fromkeys(["", *marks, *codes, *answers.labels]))
    return found if len(found) <= _MOST_USUAL else []


class AnswerReader:
    """Reads answers as a mapping says.

    Args:
        answers: Its scale, codes and labels.
    """

    def __init__(self, answers: AnswersMapping) -> None:
        self._scale = answers.scale
        self._labels = {_folded(label): mark for label, mark in answers.labels.items()}
        self._codes = {_folded(code) for code in answers.not_answers}

    def marks(self, cells: Iterable[Cell], misfits: Misfits | None = None) -> list[Given]:
        """The marks in answers; those that are none are skipped.

        Args:
            cells: The answers to one question, or to two together.
            misfits: Where to note answers that the mapping does not explain.
        """
        found = []
        for cell in cells:
            marks = [self.mark(answer, cell.n, misfits) for answer in cell.answers]
            if None not in marks:
                kept = tuple(mark for mark in marks if mark is not None)
                found.append(Given(kept, cell.n, cell.weight, cell.weight_squared))
        return found

    def mark(self, answer: Any, n: int = 1, misfits: Misfits | None = None) -> float | None:
        """The mark that an answer is; ``None``: it is none.

        Args:
            answer: As it stands in the file.
            n: How many gave it.
            misfits: Where to note it, if the mapping does not explain it.
        """
        found = _folded(answer)
        if found in self._codes or found == "":
            return None
        mark = self._labels.get(found, found)
        if not isinstance(mark, str) and self._scale.min <= mark <= self._scale.max:
            return mark
        if misfits is not None:
            noted = misfits.unread if isinstance(mark, str) else misfits.outside
            text = str(answer).strip()
            noted[text] = noted.get(text, 0) + n
        return None


def _folded(answer: Any) -> str | float:
    """What makes two answers the same: the number in them, else the words without blanks around them and case."""
    text = "" if answer is None else str(answer).strip()
    value = number(text)
    return text.casefold() if value is None else value


def is_whole(given: Iterable[Given]) -> bool:
    """Whether all marks are whole numbers."""
    return all(float(mark).is_integer() for group in given for mark in group.marks)
