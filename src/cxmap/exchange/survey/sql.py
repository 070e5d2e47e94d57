"""The text of the queries.

Columns of the file are known by position, and every text out of a mapping is a parameter, so that nothing foreign
stands in a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from cxmap.exchange.survey.answers import Answers
    from cxmap.exchange.survey.mapping import Mapping

_BLANKS: Final = " \t\r\n\u00a0"


class Sql:
    """Writes the tables that all queries about a mapping stand on.

    ``read_`` has a row for each row of the file: ``respondent``, ``date_``, ``persona_`` and ``weight_`` as they stand
    there, and what they come to as ``day``, ``who`` (the number of a persona) and ``w``. ``rows_`` has a row for each
    respondent who counts, with what stands in the file for each question: ``q0``, ``q1``, ….

    Args:
        answers: The file.
        mapping: The mapping.
        questions: The columns of all questions (in a long table their names), each once.
        personas: What the persona column holds, in lower case, with the number of the persona.
    """

    def __init__(self, answers: Answers, mapping: Mapping, questions: Sequence[str], personas: Dict[str, int]) -> None:
        self._answers, self._mapping = answers, mapping
        self._questions, self._personas = questions, personas
        self._parameters: dict[str, Any] = {}

    def parameters(self, query: str) -> dict[str, Any]:
        """The parameters that a query has."""
        return {name: value for name, value in self._parameters.items() if f"${name}" in query}

    def read(self) -> str:
        """The table ``read_``, to stand behind WITH."""
        mapping = self._mapping
        columns = [
            f"{self._text(mapping.respondent)} AS respondent",
            f"{self._text(mapping.weight)} AS weight_",
            f"{self._text(mapping.date.column if mapping.date else None)} AS date_",
            f"{self._text(mapping.persona.column if mapping.persona else None)} AS persona_",
        ]
        if mapping.long:
            columns += [
                f"{self._text(mapping.long.question)} AS question_",
                f"{self._text(mapping.long.answer)} AS answer_",
            ]
        else:
            columns += [f"{self._column(name)} AS q{index}" for index, name in enumerate(self._questions)]
        table = f"src_ AS (SELECT {', '.join(columns)} FROM {self._answers.table})"
        return (
            f"{table}, read_ AS (SELECT *, {self._day()} AS day, {self._who()} AS who, {self._weight()} AS w FROM src_)"
        )

    def rows(self) -> str:
        """The table ``rows_``, to stand behind ``read_``."""
        used = f"who IS NOT NULL AND w IS NOT NULL AND {self.in_window()}"
        if not self._mapping.long:
            return f"rows_ AS (SELECT *, 0 AS repeated FROM read_ WHERE {used})"
        questions = [self._parameter(name) for name in self._questions]
        number = " ".join(f"WHEN {name} THEN {index}" for index, name in enumerate(questions))
        numbered = f"SELECT *, CASE question_ {number} END AS k FROM read_ WHERE {used}"
        answers = [f"max(coalesce(answer_, '')) FILTER (k = {index}) AS q{index}" for index in range(len(questions))]
        given = " + ".join(f"(count(*) FILTER (k = {index}) > 0)::INT" for index in range(len(questions)))
        one = f"any_value(who) AS who, any_value(w) AS w, max(day) AS day, count(k) - ({given}) AS repeated"
        return f"rows_ AS (SELECT respondent, {one}, {', '.join(answers)} FROM ({numbered}) GROUP BY respondent)"

    def in_window(self) -> str:
        """The condition that the day of an answer counts."""
        window = self._mapping.date
        ends = []
        if window and window.from_:
            ends.append(f"day >= {self._parameter(window.from_)}")
        if window and window.until:
            ends.append(f"day <= {self._parameter(window.until)}")
        return " AND ".join(ends) or "true"

    def _day(self) -> str:
        if not self._mapping.date:
            return "NULL::DATE"
        if self._mapping.date.format:
            return f"try_strptime(date_, {self._parameter(self._mapping.date.format)})::DATE"
        return "coalesce(try_cast(date_ AS DATE), try_cast(date_ AS TIMESTAMP)::DATE)"

    def _who(self) -> str:
        if not self._mapping.persona:
            return "0"
        cases = " ".join(f"WHEN {self._parameter(value)} THEN {int(who)}" for value, who in self._personas.items())
        return f"CASE lower(persona_) {cases} END"

    def _weight(self) -> str:
        if not self._mapping.weight:
            return "1"
        number = "coalesce(try_cast(weight_ AS DOUBLE), try_cast(replace(weight_, ',', '.') AS DOUBLE))"
        return f"CASE WHEN {number} >= 0 AND {number} < 1e15 THEN {number} END"

    def _column(self, name: str) -> str:
        return f"c{self._answers.header.index(name)}"

    def _text(self, name: str | None) -> str:
        """What stands in a column, without blanks around it; NULL if it is empty, or there is no column."""
        if name is None:
            return "NULL::VARCHAR"
        return f"nullif(trim({self._column(name)}::VARCHAR, {self._parameter(_BLANKS)}), '')"

    def _parameter(self, value: Any) -> str:
        """What stands for a value in a query."""
        for name, known in self._parameters.items():
            if known == value and type(known) is type(value):
                return f"${name}"
        name = f"p{len(self._parameters):06}"
        self._parameters[name] = value
        return f"${name}"
