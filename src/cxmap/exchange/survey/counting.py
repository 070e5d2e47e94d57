"""What is asked of answers, wherever they are: who answered, and how many gave which answer, alone or with another.

What comes back is small, whatever the number of answers, and everything is computed from these exact counts. Each pair
of questions is counted once; how often an answer was given alone is the sum of a pair's counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeAlias

from cxmap.exchange.errors import ForeignError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.exchange.survey.mapping_model import Mapping

MOST: Final = {1: 10_000, 2: 500_000}
"""Different answers to one question, or to two together; with more of them it is one for text."""

Set: TypeAlias = tuple[int, ...]
"""Questions by their number: one, or two of which the answers are counted together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How often an answer was given, or two answers together.

    Attributes:
        answers: As they stand among the answers; ``None`` is an empty cell.
        n: By how many respondents.
        weight: The sum of their weights; ``n`` without weights.
        weight_squared: The sum of the squares of their weights.
    """

    answers: tuple[Any, ...]
    n: int
    weight: float
    weight_squared: float


@dataclass(frozen=True, slots=True)
class Group:
    """The respondents of one persona or segment; all of them, where the mapping names none.

    Attributes:
        respondents: How many there are.
        last_day: The last day of an answer, where there is a date.
        repeated: How many answers of a long table are there more than once.
        torn: How many respondents of a long table have several personas or weights.
    """

    respondents: int
    last_day: dt.date | None
    repeated: int = 0
    torn: int = 0


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a file says of its own columns; most say nothing.

    Attributes:
        texts: The texts of questions, by column.
        labels: By column, codes and what each stands for.
        missing: By column, the first and the last of codes that are no answers.
    """

    texts: Dict[str, str] = field(default_factory=dict)
    labels: Dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    missing: Dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


class OneByOne(NamedTuple):
    """Respondents one by one: a column each.

    Attributes:
        groups: The number of each respondent's group.
        weights: The weight of each.
        codes: By question, the code of the mark that each gave; 0: none.
    """

    groups: NDArray[np.integer[Any]]
    weights: NDArray[np.float64]
    codes: list[NDArray[np.integer[Any]]]


class TooManyError(ForeignError):
    """There are more different answers to a question than there can be marks."""


class Survey(Protocol):
    """Answers, asked what a mapping wants to know."""

    def account(self) -> dict[str, Any]:
        """How many rows there are, and how many of them lack what the mapping asks for, some with an example."""

    def nobodys(self) -> dict[str, int]:
        """What the persona column holds of nobody in the journey: a thousand values at most."""

    def repeated(self) -> dict[str, int]:
        """Respondents who are there more than once: a thousand at most; none where they are not to be named."""

    def question_names(self) -> set[str]:
        """The questions of a long table; a thousand at most."""

    def groups(self) -> dict[int, Group]:
        """The respondents who count, by number of the group."""

    def pairs(self, sets: Sequence[Set]) -> dict[tuple[int, Set], list[Cell]]:
        """How often each answer was given; see ``cells``."""

    def one_by_one(self, codes: Sequence[Dict[Any, int]]) -> OneByOne | None:
        """The respondents one by one, in any order; ``None`` where single answers stay where they are.

        Args:
            codes: By question, the answers that are marks, as they stand among the answers, each with a code from 1 to
                65,535 to call it by.
        """


class OpenAnswers(Protocol):
    """Answers that are open to be asked."""

    @property
    def header(self) -> list[str]:
        """The names of the columns."""

    @property
    def kinds(self) -> Dict[str, str]:
        """What columns hold (``number``, ``text``, ``date``, ``time``, ``other``), where only that type will do."""

    @property
    def meanings(self) -> Meanings:
        """What the file says of them."""

    def first_rows(self, limit: int) -> list[tuple[Any, ...]]:
        """The first rows, as they stand there."""

    def values(self, name: str, limit: int) -> list[Any]:
        """The different values of a column, and nothing of who gave them."""

    def survey(
        self, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int], sets: Sequence[Set] = ()
    ) -> Survey:
        """Ask what a mapping wants to know.

        Args:
            mapping: The mapping.
            questions: The columns of all questions (in a long table their names), each once.
            groups: What the persona column holds, in lower case, with the number of the group.
            sets: What will be counted (see ``least``), which may say other things as well.
        """


def least(sets: Sequence[Set]) -> list[Set]:
    """The fewest sets whose counts say those of all: pairs, and the questions that are in none."""
    paired = {question for set_ in sets if len(set_) > 1 for question in set_}
    return sorted((set_ for set_ in sets if len(set_) > 1 or set_[0] not in paired), key=len)


def cells(survey: Survey, questions: Sequence[str], sets: Sequence[Set]) -> dict[tuple[int, Set], list[Cell]]:
    """How often each answer was given.

    Args:
        survey: What is asked.
        questions: What the questions are called.
        sets: Questions alone, and pairs of them.

    Returns:
        By number of the group and set, each answer that was given.

    Raises:
        TooManyError: A question has so many different answers that they cannot be marks.
    """
    first_pair = {question: pair for pair in reversed(sets) if len(pair) > 1 for question in pair}
    found = survey.pairs(least(sets))
    for question, pair in first_pair.items():
        if (question,) in sets:
            found |= {
                (who, (question,)): _alone(given, pair.index(question))
                for (who, counted), given in list(found.items())
                if counted == pair
            }
    given: dict[Set, set[tuple[Any, ...]]] = {}
    for (_, counted), answers in found.items():
        given.setdefault(counted, set()).update(cell.answers for cell in answers)
    for counted, different in given.items():
        check_number(len(different), [questions[question] for question in counted])
    return found


def check_number(different: int, questions: Sequence[str]) -> None:
    """Check that the different answers to a question, or to two together, are no more than marks can be.

    Raises:
        TooManyError: They are.
    """
    if different > MOST[len(questions)]:
        names = " and ".join(f"'{name}'" for name in questions)
        raise TooManyError(f"{names}: more than {MOST[1]:,} different answers; are these marks?")


def _alone(cells: Sequence[Cell], place: int) -> list[Cell]:
    """How often each answer to one of two questions was given, whatever the other."""
    sums: dict[Any, list[float]] = {}
    for cell in cells:
        counted = sums.setdefault(cell.answers[place], [0, 0.0, 0.0])
        for index, number in enumerate((cell.n, cell.weight, cell.weight_squared)):
            counted[index] += number
    return [Cell((answer,), int(n), weight, squared) for answer, (n, weight, squared) in sums.items()]
