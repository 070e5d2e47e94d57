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

    from cxmap.exchange.survey.counting import Set
    from cxmap.exchange.survey.duckdb_table import DuckDbTable
    from cxmap.exchange.survey.mapping_model import Mapping


_NO_TEXT: Final = 255  # the place of no answer in a type of answers, which has fewer

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
            counted["nameless"] = f"count(*) FILTER (respondent IS NULL AND {counts})"
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
        for set_ in sets:
            columns = ", ".join(f"q{question}" for question in set_)
            rows = self._ask(
                f"SELECT who, count(*), sum(w), sum(w * w), {columns} FROM {self._rows} "
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

        found = [
            f"coalesce(enum_code(q{place}), {_NO_TEXT})::UTINYINT"
            if self._texts
            else self._sql.code(f"q{place}", by_answer)
            for place, by_answer in enumerate(codes)
        ]
        columns = ", ".join(f"{code} AS m{place}" for place, code in enumerate(found))
        query = f"SELECT who::USMALLINT AS who, w::DOUBLE AS w, {columns} FROM {self._rows}"
        groups, weights, *answers = self._answers.columns(query, self._sql.parameters(query))
        if self._texts:
            tables = [np.zeros(_NO_TEXT + 1, np.uint8) for _ in codes]
            for table, by_answer in zip(tables, codes, strict=True):
                table[: len(self._texts)] = [by_answer.get(text, 0) for text in self._texts]
            answers = [table[places] for table, places in zip(tables, answers, strict=True)]
        return OneByOne(groups, weights, answers)

    @cached_property
    def _rows(self) -> str:
        """The table of respondents. Only that of a long table takes work, which is done once."""
        if not self._mapping.long:
            return f"({self._sql.rows()})"
        self._ask(f"CREATE TABLE rows_ AS {self._sql.rows()}")
        return "rows_"

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        return self._answers.ask(query, self._sql.parameters(query))
