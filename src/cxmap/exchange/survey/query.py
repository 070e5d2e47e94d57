"""What is asked of a file of answers: who answered, and how many gave which answer, alone or together with another.

The file is read once, into a table that is kept compressed in a temporary folder. What comes back is small, whatever
the size of the file, and everything that is computed from it is computed from exact counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.sql import Sql

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Dict

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.exchange.survey.answers import Answers
    from cxmap.exchange.survey.mapping import Mapping

_MOST: Final = {1: 10_000, 2: 500_000}
"""Different answers to one question, or to two together; with more of them it is one for text."""

_AT_ONCE: Final = 24  # sets of questions that are counted in one pass over the file


@dataclass(frozen=True, slots=True)
class Cell:
    """How often an answer was given, or two answers together.

    Attributes:
        answers: As they stand in the file; ``None`` is an empty cell.
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
    repeated: int
    torn: int


class Survey:
    """Asks an open file of answers what a mapping wants to know.

    Args:
        answers: The file.
        mapping: The mapping.
        questions: The columns of all questions (in a long table their names), each once.
        groups: What the persona column holds, in lower case, with the number of the group.
    """

    def __init__(self, answers: Answers, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int]) -> None:
        self._answers, self._mapping, self._questions = answers, mapping, questions
        self._sql = Sql(answers, mapping, questions, groups)
        self._ask(f"CREATE TABLE read_ AS {self._sql.read()}")

    def account(self) -> dict[str, Any]:
        """How many rows there are, and how many of them lack what the mapping asks for, some with an example."""
        mapping, counts, counted = self._mapping, self._sql.counts(), {"rows": "count(*)"}
        if mapping.date:
            misdated = "FILTER (day IS NULL AND date_ IS NOT NULL)"
            counted |= {"misdated": f"count(*) {misdated}", "misdated_example": f"min(date_) {misdated}"}
            counted["outside"] = f"count(*) FILTER (NOT coalesce({self._sql.in_window()}, false))"
        if mapping.weight:
            misweighted = f"FILTER (w IS NULL AND {counts})"
            counted["misweighted"] = f"count(*) {misweighted}"
            counted["misweighted_example"] = f"min(coalesce(weight_, '')) {misweighted}"
        if mapping.persona:
            counted["nobodys"] = f"count(*) FILTER (who IS NULL AND {self._sql.in_window()})"
        if mapping.respondent:
            counted["nameless"] = f"count(*) FILTER (respondent IS NULL AND {counts})"
            if not mapping.long:
                counted["repeated"] = f"count(respondent) FILTER ({counts})"
                counted["repeated"] += f" - count(DISTINCT respondent) FILTER ({counts})"
        found = self._ask(f"SELECT {', '.join(counted.values())} FROM {self._sql.table}")
        account = dict(zip(counted, found[0], strict=True))
        if mapping.answers.only:
            account["unwanted"] = self._ask("SELECT count(*) FROM read_ WHERE NOT wanted")[0][0]
        return account

    def nobodys(self) -> dict[str, int]:
        """What the persona column holds of nobody in the journey: a thousand values at most."""
        return self._frequent("persona_", f"who IS NULL AND {self._sql.in_window()}", 1)

    def repeated(self) -> dict[str, int]:
        """Respondents who are there more than once: a thousand at most."""
        return self._frequent("respondent", f"respondent IS NOT NULL AND {self._sql.counts()}", 2)

    def _frequent(self, what: str, condition: str, least: int) -> dict[str, int]:
        return dict(
            self._ask(
                f"SELECT coalesce({what}, ''), count(*) AS n FROM {self._sql.table} WHERE {condition} "
                f"GROUP BY 1 HAVING n >= {least} ORDER BY n DESC, 1 LIMIT 1000"
            )
        )

    def question_names(self) -> set[str]:
        """The questions of a long table; a thousand at most."""
        return {row[0] for row in self._ask("SELECT DISTINCT question_ FROM read_ LIMIT 1000")} - {None}

    def groups(self) -> dict[int, Group]:
        """The respondents who count, by number of the group."""
        found = self._ask(
            "SELECT who, count(*), max(day), sum(repeated)::BIGINT, sum(torn)::BIGINT "
            f"FROM {self._rows} GROUP BY who ORDER BY who"
        )
        return {row[0]: Group(*row[1:]) for row in found}

    def cells(self, sets: Sequence[tuple[int, ...]]) -> dict[tuple[int, tuple[int, ...]], list[Cell]]:
        """How often each answer was given.

        Args:
            sets: Questions, by their number: alone, or two of which the answers are counted together.

        Returns:
            By number of the group and set, each answer that was given.

        Raises:
            ForeignError: A question has so many different answers that they cannot be marks.
        """
        found: dict[tuple[int, tuple[int, ...]], list[Cell]] = {}
        for start in range(0, len(sets), _AT_ONCE):
            for who, question, cell in self._counted(sets[start : start + _AT_ONCE]):
                found.setdefault((who, question), []).append(cell)
        return found

    def marks(self, marks: Sequence[Dict[Any, float]]) -> list[NDArray[np.float64]]:
        """The respondents one by one, in any order: the number of the group, the weight, and a mark for each question.

        Args:
            marks: By question, the answers that are marks, as they stand in the file.

        Returns:
            A column each; nan where a question was not answered.
        """
        columns = ", ".join(
            f"{self._sql.mark(f'q{place}', by_answer)} AS m{place}" for place, by_answer in enumerate(marks)
        )
        query = f"SELECT who::DOUBLE AS who, w::DOUBLE AS w, {columns} FROM {self._rows}"
        return self._answers.columns(query, self._sql.parameters(query))

    @cached_property
    def _rows(self) -> str:
        """The table of respondents. Only that of a long table takes work, which is done once."""
        if not self._mapping.long:
            return f"({self._sql.rows()})"
        self._ask(f"CREATE TABLE rows_ AS {self._sql.rows()}")
        return "rows_"

    def _counted(self, sets: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, tuple[int, ...], Cell]]:
        used = sorted({question for set_ in sets for question in set_})
        columns = ", ".join(f"q{question}" for question in used)
        grouped = ", ".join(f"({', '.join(['who', *(f'q{question}' for question in set_)])})" for set_ in sets)
        rows = self._ask(
            f"SELECT who, grouping_id({columns}), count(*), sum(w), sum(w * w), {columns} FROM {self._rows} "
            f"GROUP BY GROUPING SETS ({grouped}) LIMIT {1 + sum(_MOST[len(set_)] for set_ in sets)}"
        )
        bits = {question: 1 << place for place, question in enumerate(reversed(used))}  # of what a set leaves out
        by_mask = {sum(bit for question, bit in bits.items() if question not in set_): set_ for set_ in sets}
        for mask, count in Counter(row[1] for row in rows).items():
            if count > _MOST[len(by_mask[mask])]:
                names = " and ".join(f"'{self._questions[question]}'" for question in by_mask[mask])
                raise ForeignError(f"{names}: more than {_MOST[1]:,} different answers; are these marks?")
        for who, mask, n, weight, weight_squared, *answers in rows:
            one = by_mask[mask]
            given = tuple(answers[used.index(question)] for question in one)
            yield who, one, Cell(given, n, float(weight), float(weight_squared))

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        return self._answers.ask(query, self._sql.parameters(query))
