"""The text of the queries.

Columns of the file are known by position, and every text out of a mapping is a parameter, so that nothing foreign
stands in a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from cxmap.exchange.survey.duckdb_table import DuckDbTable
    from cxmap.exchange.survey.mapping_model import Mapping

_BLANKS: Final = " \t\r\n\u00a0"
_NUMBER: Final = "coalesce(try_cast(weight_ AS DOUBLE), try_cast(replace(weight_, ',', '.') AS DOUBLE))"
_WEIGHT: Final = f"CASE WHEN {_NUMBER} >= 0 AND {_NUMBER} < 1e15 THEN {_NUMBER} END"
_ABSENT: Final = {"day": "NULL::DATE", "who": "0", "w": "1"}
_SIGNED: Final = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"}
_WHOLE: Final = _SIGNED | {f"U{name}" for name in _SIGNED}


class Sql:
    """Writes the two tables that all queries about a mapping stand on.

    ``read_`` (a table, or of Parquet the query for it) has a row for each row of the file: ``respondent``, ``date_``,
    ``persona_`` and ``weight_`` as they stand there, as far as the mapping names them, what they come to as ``day``,
    ``who`` (the number of a group) and ``w``, and the answers. Behind FROM stands ``table``, which always has the
    last three. Of a long table it has the question's number ``k``, where the mapping names the question, and then
    ``answer_``.

    ``rows_`` has a row for each respondent who counts, with what stands in the file for each question: ``q0``, ``q1``,
    …; and, of a long table, how many of the answers are there ``repeated``ly, and whether the respondent is ``torn``
    between groups or weights.

    Args: as ``counting.OpenAnswers.survey`` has them, and the file.

    Attributes:
        answer_type: The type of answers in ``read_``; empty: that of the file.
    """

    def __init__(
        self, answers: DuckDbTable, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int]
    ) -> None:
        self._answers, self._mapping = answers, mapping
        self._questions, self._groups = questions, groups
        self.answer_type = ""
        self._parameters: dict[str, Any] = {}
        self._names: dict[tuple[type, Any], str] = {}

    def parameters(self, query: str) -> dict[str, Any]:
        """The parameters that a query has."""
        return {name: value for name, value in self._parameters.items() if f"${name}" in query}

    def read(self) -> str:
        """The query for ``read_``."""
        mapping, columns, figures = self._mapping, [], []
        if mapping.respondent:
            columns.append(f"{self._whole(mapping.respondent)} AS respondent")
        if mapping.date:
            columns.append(f"{self._text(mapping.date.column)} AS date_")
            figures.append(f"{self._day(mapping.date.format)} AS day")
        if mapping.persona:
            columns.append(f"{self._text(mapping.persona.column)} AS persona_")
            figures.append(f"{self._who()} AS who")
        if mapping.weight:
            columns.append(f"{self._text(mapping.weight)} AS weight_")
            figures.append(f"{_WEIGHT} AS w")
        if mapping.long:
            numbered = {self._parameter(name): number for number, name in enumerate(self._questions)}
            numbers = " ".join(f"WHEN {name} THEN {number}" for name, number in numbered.items())
            as_it_is, text = self._column(mapping.long.question), self._text(mapping.long.question)
            columns.append(f"(CASE {as_it_is}::VARCHAR {numbers} ELSE CASE {text} {numbers} END END)::USMALLINT AS k")
            # An answer that is empty is one too: nobody may answer twice.
            answer = f"coalesce({self._column(mapping.long.answer)}::VARCHAR, '')"
            columns.append(f"{self._answer(f'CASE WHEN k IS NOT NULL THEN {answer} END')} AS answer_")
        else:
            columns += [f"{self._answer(self._column(name))} AS q{index}" for index, name in enumerate(self._questions)]
        if mapping.answers.only:
            columns.append(f"{self._only()} AS wanted")
        return f"SELECT {', '.join(['*', *figures])} FROM (SELECT {', '.join(columns)} FROM {self._answers.table})"

    def question_names(self) -> str:
        """The query for the names of the questions of a long table."""
        name = self._mapping.long.question if self._mapping.long else ""
        return f"SELECT DISTINCT {self._text(name)} FROM {self._answers.table}"

    @property
    def read_(self) -> str:
        """What follows FROM for ``read_``."""
        return f"({self.read()})" if self._answers.in_place else "read_"

    @property
    def table(self) -> str:
        """``read_``, with what the mapping does not name: no day, one group, the weight 1."""
        mapping = self._mapping
        named = {"day": mapping.date, "who": mapping.persona, "w": mapping.weight}
        absent = [f"{_ABSENT[name]} AS {name}" for name, there in named.items() if not there]
        wanted = " WHERE wanted" if self._mapping.answers.only else ""
        return f"(SELECT {', '.join(['*', *absent])} FROM {self.read_}{wanted})"

    def rows(self) -> str:
        """The query for ``rows_``."""
        used = f"{self.counts()} AND w IS NOT NULL"
        if not self._mapping.long:
            return f"SELECT *, 0 AS repeated, 0 AS torn FROM {self.table} WHERE {used}"
        questions = range(len(self._questions))
        answers = [f"max(answer_) FILTER (k = {index}) AS q{index}" for index in questions]
        given = " + ".join(f"(max(answer_) FILTER (k = {index}) IS NOT NULL)::INT" for index in questions)
        found, torn = ["respondent", f"count(k) - ({given}) AS repeated"], ["false"]
        for name, named in (("who", self._mapping.persona), ("w", self._mapping.weight)):
            found.append(f"min({name}) AS {name}" if named else f"{_ABSENT[name]} AS {name}")
            torn += [f"min({name}) < max({name})"] if named else []
        found.append("max(day) AS day" if self._mapping.date else f"{_ABSENT['day']} AS day")
        found.append(f"({' OR '.join(torn)})::INT AS torn")
        return f"SELECT {', '.join(found + answers)} FROM {self.table} WHERE {used} GROUP BY respondent"

    def code(self, column: str, codes: Dict[Any, int]) -> str:
        """What turns an answer into its code: 0 where it has none."""
        cases = " ".join(
            f"WHEN {self._answer(self._parameter(answer))} THEN {int(code)}" for answer, code in codes.items()
        )
        type_ = "UTINYINT" if max(codes.values(), default=0) < 1 << 8 else "USMALLINT"
        return f"(CASE {column} {cases} ELSE 0 END)::{type_}" if cases else f"0::{type_}"

    def counts(self) -> str:
        """The condition that a row counts: it is of a persona of the journey, and inside the window of dates."""
        return f"who IS NOT NULL AND {self.in_window()}"

    def in_window(self) -> str:
        """The condition that the day of an answer counts."""
        window = self._mapping.date
        ends = []
        if window and window.from_:
            ends.append(f"day >= {self._parameter(window.from_)}")
        if window and window.until:
            ends.append(f"day <= {self._parameter(window.until)}")
        return " AND ".join(ends) or "true"

    def _only(self) -> str:
        """The condition that each column of ``only`` holds what is wanted; case does not matter."""
        conditions = []
        for name, values in self._mapping.answers.only.items():
            listed = ", ".join(self._parameter(value.strip().lower()) for value in values)
            text = self._text(name)
            conditions.append(f"coalesce(lower({text}) IN ({listed}), false)" if values else f"{text} IS NOT NULL")
        return "(" + " AND ".join(conditions) + ")"

    def _day(self, written: str | None) -> str:
        if written:
            how = self._parameter(written)
            # A time of any form may follow a day: what comes after the first blank is tried without.
            return f"coalesce(try_strptime(date_, {how}), try_strptime(split_part(date_, ' ', 1), {how}))::DATE"
        return "coalesce(try_cast(date_ AS DATE), try_cast(date_ AS TIMESTAMP)::DATE)"

    def _who(self) -> str:
        cases = " ".join(f"WHEN {self._parameter(value)} THEN {int(who)}" for value, who in self._groups.items())
        return f"CASE lower(persona_) {cases} END"

    def _answer(self, text: str) -> str:
        return f"({text})::{self.answer_type}" if self.answer_type else text

    def _column(self, name: str) -> str:
        return f"c{self._answers.header.index(name)}"

    def _whole(self, name: str) -> str:
        """What tells one from another in a column: whole numbers as they are, which takes less time than as text."""
        return self._column(name) if self.is_whole(name) else self._text(name)

    def is_whole(self, name: str) -> bool:
        """Whether the file itself says that a column holds whole numbers."""
        return self._type(name) in _WHOLE

    def _type(self, name: str) -> str:
        return self._answers.types[self._answers.header.index(name)]

    def _text(self, name: str) -> str:
        """What stands in a column, without blanks around it; NULL if it is empty."""
        if self.is_whole(name):
            return f"{self._column(name)}::VARCHAR"
        if self._type(name) != "VARCHAR":
            return f"nullif(trim({self._column(name)}::VARCHAR, {self._parameter(_BLANKS)}), '')"
        # Trimming takes longer than all else of reading. Most texts need none: they begin and end with a character of
        # ASCII that is no blank.
        column = self._column(name)
        ends = " AND ".join(f"{end} >= '!' AND {end} < '\x7f'" for end in (column, f"reverse({column})"))
        return f"CASE WHEN {ends} THEN {column} ELSE nullif(trim({column}, {self._parameter(_BLANKS)}), '') END"

    def _parameter(self, value: Any) -> str:
        """What stands for a value in a query."""
        name = self._names.setdefault((type(value), value), f"p{len(self._names):06}")
        self._parameters[name] = value
        return f"${name}"
