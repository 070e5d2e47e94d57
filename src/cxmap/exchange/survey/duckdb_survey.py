"""A file of answers, asked by DuckDB.

A text is read once, into a table in memory. Answers are mostly marks, codes and labels that the mapping names: a type
of these texts takes a byte an answer, and half the time; only where there is another text are all kept as texts.
Parquet is counted where it is: there each question is a column of its own, and only those are read that a query needs.
"""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.counting import MOST, Cell, Group, OneByOne, check_number
from cxmap.exchange.survey.marks import usual
from cxmap.exchange.survey.sql import Sql

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cxmap.exchange.survey.counting import Set
    from cxmap.exchange.survey.duckdb_table import DuckDbTable
    from cxmap.exchange.survey.mapping_model import Mapping


_NO_ANSWER: Final = 255  # a byte that stands for none; a type of answers has fewer

_MOST_SORTED: Final = 5_000_000  # rows, a number of eight bytes each


class DuckDbSurvey:
    """Asks an open file of answers what a mapping wants to know; see ``counting.OpenAnswers.survey``."""

    def __init__(
        self, answers: DuckDbTable, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int]
    ) -> None:
        self._answers, self._mapping, self._questions = answers, mapping, questions
        self._number_of_groups = len(set(groups.values())) or 1
        self._sql = Sql(answers, mapping, questions, groups)
        self._texts: list[str] = []  # the values of the type of answers, in order
        if not answers.in_place:
            self._read()

    def _read(self) -> None:
        """Read a text."""
        if texts := usual(self._mapping.answers):
            self._texts = texts
            self._answers.ask("CREATE TABLE texts_ AS SELECT unnest($texts) AS text_", {"texts": texts})
            self._answers.ask("CREATE TYPE usual_ AS ENUM (SELECT text_ FROM texts_)", {})
            self._sql.answer_type = "usual_"
            with contextlib.suppress(ForeignError):  # another text, or a damaged file: of that the other reading tells
                self._ask(f"CREATE TABLE read_ AS {self._sql.read()}")
                return
            self._sql.answer_type, self._texts = "", []
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
            counted["nameless"] = f"count(*) FILTER ({counts}) - count(respondent) FILTER ({counts})"
        found = self._ask(f"SELECT {', '.join(counted.values())} FROM {self._sql.table}")
        account = dict(zip(counted, found[0], strict=True))
        if mapping.respondent and not mapping.long:
            account["repeated"] = self._number_repeated(account["rows"])
        if mapping.answers.only:
            account["unwanted"] = self._ask(f"SELECT count(*) FROM {self._sql.read_} WHERE NOT wanted")[0][0]
        return account

    def nobodys(self) -> dict[str, int]:
        """What the persona column holds of nobody in the journey: a thousand values at most."""
        return self._frequent("persona_", f"who IS NULL AND {self._sql.in_window()}", 1)

    def repeated(self) -> dict[str, int]:
        """Respondents who are there more than once: a thousand at most."""
        return self._frequent("respondent", f"respondent IS NOT NULL AND {self._sql.counts()}", 2)

    def _number_repeated(self, rows: int) -> int:
        """How many rows are of a respondent who has one already."""
        import numpy as np

        there = f"FROM {self._sql.table} WHERE respondent IS NOT NULL AND {self._sql.counts()}"
        if rows <= _MOST_SORTED:
            query = f"SELECT hash(respondent) AS h {there}"
            (hashes,) = self._answers.columns(query, self._sql.parameters(query))
            hashes.sort()
            if not np.any(hashes[1:] == hashes[:-1]):  # what is the same has the same hash
                return 0
        found: int = self._ask(f"SELECT count(*) - count(DISTINCT respondent) {there}")[0][0]
        return found

    def _frequent(self, what: str, condition: str, least: int) -> dict[str, int]:
        return dict(
            self._ask(
                f"SELECT coalesce({what}::VARCHAR, ''), count(*) AS n FROM {self._sql.table} WHERE {condition} "
                f"GROUP BY 1 HAVING n >= {least} ORDER BY n DESC, 1 LIMIT 1000"
            )
        )

    def question_names(self) -> set[str]:
        """The questions of a long table: those of the mapping, and where one is missing a thousand others at most."""
        numbers = {row[0] for row in self._ask(f"SELECT DISTINCT k FROM {self._sql.read_}")} - {None}
        found = {self._questions[number] for number in numbers}
        if len(found) < len(self._questions):
            found |= {row[0] for row in self._ask(f"{self._sql.question_names()} LIMIT 1000")} - {None}
        return found

    def groups(self) -> dict[int, Group]:
        """The respondents who count, by number of the group."""
        found = self._ask(
            "SELECT who, count(*), max(day), sum(repeated)::BIGINT, sum(torn)::BIGINT "
            f"FROM {self._rows} GROUP BY who ORDER BY who"
        )
        return {row[0]: Group(*row[1:]) for row in found}

    def pairs(self, sets: Sequence[Set]) -> dict[tuple[int, Set], list[Cell]]:
        """How often each answer was given, alone or together with another; see ``counting.cells``."""
        found: dict[tuple[int, Set], list[Cell]] = {}
        weights = "sum(w), sum(w * w)" if self._mapping.weight else "count(*), count(*)"
        for set_ in sets:
            columns = ", ".join(f"q{question}" for question in set_)
            rows = self._ask(
                f"SELECT who, count(*), {weights}, {columns} FROM {self._rows} "
                f"GROUP BY who, {columns} LIMIT {MOST[len(set_)] * self._number_of_groups + 1}"
            )
            check_number(len({row[4:] for row in rows}), [self._questions[question] for question in set_])
            for who, n, weight, squared, *answers in rows:
                cell = Cell(tuple(answers), n, float(weight), float(squared))
                found.setdefault((who, set_), []).append(cell)
        return found

    def one_by_one(self, codes: Sequence[Dict[Any, int]]) -> OneByOne:
        """The respondents one by one, in any order; see ``counting.Survey``."""
        import numpy as np

        mapping = self._mapping
        asked = {"who::USMALLINT AS who": mapping.persona, "w::DOUBLE AS w": mapping.weight}
        known = [column for column, named in asked.items() if named]
        places = [self._places(place, by_answer) for place, by_answer in enumerate(codes)]
        answers = [f"{text} AS m{place}" for place, (text, _) in enumerate(places)]
        query = f"SELECT {', '.join([*known, *answers])} FROM {self._rows}"
        found = self._answers.columns(query, self._sql.parameters(query))
        groups = found.pop(0) if mapping.persona else np.zeros(len(found[0]), np.uint8)
        weights = found.pop(0) if mapping.weight else np.ones(len(groups))
        return OneByOne(
            groups, weights, [_coded(column, table) for column, (_, table) in zip(found, places, strict=True)]
        )

    def _places(self, question: int, codes: Dict[Any, int]) -> tuple[str, Dict[int, int] | None]:
        """What gives a byte for each answer to a question, and the codes by that byte; ``None``: it gives the codes."""
        column, in_bytes = f"q{question}", max(codes.values(), default=0) <= 255
        if in_bytes and self._texts:
            return f"enum_code({column})::UTINYINT", {self._texts.index(text): code for text, code in codes.items()}
        is_whole = not self._mapping.long and self._sql.is_whole(self._questions[question])
        if in_bytes and is_whole and all(0 <= answer < _NO_ANSWER for answer in codes):
            return f"try_cast({column} AS UTINYINT)", codes
        return self._sql.code(column, codes), None

    @cached_property
    def _rows(self) -> str:
        """The table of respondents. Only that of a long table takes work, which is done once."""
        if not self._mapping.long:
            return f"({self._sql.rows()})"
        self._ask(f"CREATE TABLE rows_ AS {self._sql.rows()}")
        return "rows_"

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        return self._answers.ask(query, self._sql.parameters(query))


def _coded(column: NDArray[Any], codes: Dict[int, int] | None) -> NDArray[Any]:
    """The code of each byte of a column: 0 where there is no answer, or it has none."""
    import numpy as np

    if codes is None:
        return column
    table = bytes(codes.get(place, 0) for place in range(256))
    filled = column.filled(_NO_ANSWER) if hasattr(column, "filled") else column  # masked only where one is NULL
    return np.frombuffer(filled.tobytes().translate(table), np.uint8)
