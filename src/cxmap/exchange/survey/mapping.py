"""The mapping: which column of a survey's answers is whose score, and what its codes mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from cxmap.exchange.errors import PlacedError
from cxmap.model.base import Count, Date, Entity, Id, Number, Text
from cxmap.model.scale import Range
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint
from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.yaml.reader.source import SourceText as Read
    from cxmap.yaml.values import Pointer

_NOT_OURS: Final = "CX008"  # a mapping has no line 'cxmap: 1'
NAMED_DATABASE: Final = r"^env:[A-Za-z_][A-Za-z0-9_]*$"
"""How a database is named: by the environment variable that holds its URL."""
_DATE_FORMAT: Final = re.compile(r"(?:[^%]|%-?[aAbBdHIjmMpSyYfzZ%])+")


def _as_text(value: Any) -> Any:
    """A whole number is a name too: columns may be called 1, 2 and 3."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_code(value: Any) -> Any:
    """A number or a truth value is a code too."""
    if isinstance(value, bool):
        return str(value)
    return f"{value:g}" if isinstance(value, int | float) else value


def _text_keys(value: Any) -> Any:
    return {_as_text(key): inside for key, inside in value.items()} if isinstance(value, dict) else value


def _date_format(value: Any) -> Any:
    if isinstance(value, str) and not _DATE_FORMAT.fullmatch(value):
        raise PydanticCustomError("format", "not a format of dates, such as %d-%m-%Y")
    return value


Column = Annotated[Text, BeforeValidator(_as_text)]


class Origin(Entity):
    """The source that the answers become in the journey's file."""

    id: Id = Field(description="Its id among the journey's `sources`.")
    title: Text = Field(description="What the survey is called.")
    kind: Literal["survey", "panel", "reviews", "complaints", "employees", "feedback-session"] = Field(
        "survey", description="What kind of source it is; absent: survey."
    )
    date: Date | None = Field(None, description="Its date; absent: the last day of the answers, with a date column.")
    description: str | None = Field(None, description="How it was done.")
    url: str | None = Field(None, description="Where to read more.")


class AnswersMapping(Entity):
    """How the answers are written."""

    scale: Range = Field(description="The lowest and the highest mark.")
    not_answers: list[str | Number] = Field(
        [], description="Codes that are no mark: `not used`, `refused`, 99. An empty cell never is one."
    )
    labels: Annotated[dict[str, Number], BeforeValidator(_text_keys)] = Field(
        {}, description="Words or codes that stand for a mark: `very satisfied: 5`, or `1: 5` where 1 is the best."
    )
    outside: Literal["refuse", "leave-out"] = Field(
        "refuse", description="What to do with marks outside the scale: refuse the file (default), or leave them out."
    )
    separator: Literal[",", ";", "\t", "|"] | None = Field(
        None, description="What separates columns; absent: what the first line has most of."
    )
    only: Annotated[dict[str, list[Annotated[str, BeforeValidator(_as_code)]]], BeforeValidator(_text_keys)] = Field(
        {}, description="Rows that count, by what a column holds: `Finished: [True, 1]`; `[]`: whatever is not empty."
    )
    skip_rows: Count = Field(0, description="Rows below the header that are no answers.")


class Window(Entity):
    """Which answers count, by their date."""

    column: Column = Field(description="The column with the date of an answer.")
    from_: Date | None = Field(None, alias="from", description="The first day that counts.")
    until: Date | None = Field(None, description="The last day that counts.")
    format: Annotated[str, BeforeValidator(_date_format)] | None = Field(
        None, description="How dates are written, such as `%d-%m-%Y`; absent: `2026-03-31`, with a time or without."
    )


class Who(Entity):
    """Whose answers they are."""

    column: Column = Field(description="The column that names the persona or the segment.")
    values: Annotated[dict[str, Id], BeforeValidator(_text_keys)] = Field(
        {}, description="What it holds, and the persona or segment meant; absent: their ids, names or titles."
    )


class Long(Entity):
    """Answers below one another: a row for each respondent and question."""

    question: Column = Field(description="The column that names the question.")
    answer: Column = Field(description="The column with the answer.")


class Questions(Entity):
    """The questions about a touchpoint."""

    importance: Column | None = Field(None, description="The column (in a long table the question) about importance.")
    experience: Column | None = Field(None, description="The column (or question) about the experience.")


class DatabaseTable(Entity):
    """Where the answers are: a table of a database."""

    table: Text = Field(description="The table or view, behind its schema and a dot where it has one.")
    url: Annotated[str, Field(pattern=NAMED_DATABASE)] = Field(
        description="The environment variable with the URL of the database: `env:NAME`."
    )


class Mapping(Entity):
    """A mapping."""

    journey: Id | None = Field(None, description="The journey that the scores go into; or --into.")
    from_: DatabaseTable | None = Field(None, alias="from", description="The table of a database with the answers.")
    source: Origin = Field(description="The source that the answers become.")
    answers: AnswersMapping = Field(description="How the answers are written.")
    touchpoints: Annotated[dict[Id, Questions], Field(min_length=1)] = Field(
        description="By touchpoint, the columns of its questions; a column alone is about the experience."
    )
    respondent: Column | None = Field(None, description="The column that names the respondent, who answers once.")
    weight: Column | None = Field(None, description="The column with the weight of a respondent.")
    date: Window | None = Field(None, description="Which answers count, by their date.")
    persona: Who | None = Field(None, description="Whose answers they are.")
    long: Long | None = Field(None, description="For a table with a row for each respondent and question.")
    overall: Column | None = Field(
        None, description="The column (or question) about the whole, to derive importance from."
    )
    derive: Literal["correlation", "relative-weights"] | None = Field(
        None, description="How importance is derived, where only the experience was asked."
    )
    figures: Literal["counts", "mean"] | None = Field(
        None, description="What is written: answers by mark, or mean, sd and n; absent: counts where they are short."
    )

    @field_validator("touchpoints", mode="before")
    @classmethod
    def _experience_alone(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: {"experience": inside} if isinstance(inside, str | int) else inside for key, inside in value.items()
        }

    @property
    def columns(self) -> Iterator[tuple[Pointer, str]]:
        """The columns of the file that it names, each with its place; in a long table questions are no columns."""
        for name in self.answers.only:
            yield ("answers", "only", name), name
        if self.respondent:
            yield ("respondent",), self.respondent
        if self.weight:
            yield ("weight",), self.weight
        if self.date:
            yield ("date", "column"), self.date.column
        if self.persona:
            yield ("persona", "column"), self.persona.column
        if self.long:
            yield ("long", "question"), self.long.question
            yield ("long", "answer"), self.long.answer
        else:
            yield from self.questions

    @property
    def questions(self) -> Iterator[tuple[Pointer, str]]:
        """The questions that it names, with the place of each."""
        for name, questions in self.touchpoints.items():
            for kind in ("importance", "experience"):
                if column := getattr(questions, kind):
                    yield ("touchpoints", name, kind), column
        if self.overall:
            yield ("overall",), self.overall


class MappingFile:
    """A mapping as it stands in its file.

    Attributes:
        mapping: What it says.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read a mapping.

        Args:
            data: The file.
            name: As it is shown.

        Raises:
            PlacedError: It is no mapping.
        """
        self._source: Read = read(data, name)
        problems = [
            f"{self._at(problem.span)}: {problem.message}" + (f"; {problem.help}" if problem.help else "")
            for problem in self._source.problems
            if problem.code != _NOT_OURS
        ]
        if problems:
            raise PlacedError(problems)
        try:
            self.mapping = Mapping.model_validate(self._source.data)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            contradictions = list(self._contradictions())
            if contradictions:
                raise PlacedError(contradictions)
            return
        raise PlacedError(dict.fromkeys(self._explained(detail) for detail in details))

    def problem(self, pointer: Pointer, message: str, *, key: bool = False) -> str:
        """A problem with what stands at a place, or with its key: file, line and column, and what is wrong."""
        return f"{self._at(self._source.span(pointer, key=key))}: {message}"

    def _contradictions(self) -> Iterator[str]:
        """What is right by itself and does not go together."""
        mapping = self.mapping
        if mapping.derive and not mapping.overall:
            yield self.problem(("derive",), "'derive' needs 'overall': the question about the whole", key=True)
        asked = [name for name, questions in mapping.touchpoints.items() if questions.importance]
        if mapping.derive and asked:
            message = "importance that was asked cannot be ranked with 'derive'; import each with a mapping of its own"
            yield self.problem(("touchpoints", asked[0], "importance"), message, key=True)
        if mapping.long and not mapping.respondent:
            message = "'long' needs 'respondent': the column that names who answered"
            yield self.problem(("long",), message, key=True)
        if mapping.weight and mapping.figures == "counts":
            yield self.problem(("figures",), "weighted answers are not counted by mark; write 'mean', or nothing")
        window = mapping.date
        if window and window.from_ and window.until and window.from_ > window.until:
            yield self.problem(("date", "until"), f"'{window.until}' is before 'from', {window.from_}")

    def _at(self, span: Span) -> str:
        return f"{self._source.name}:{span.line}:{span.column}"

    def _explained(self, detail: Any) -> str:
        pointer: Pointer = tuple(step for step in detail["loc"] if step not in _STEPS_OF_ITS_OWN)
        is_code = pointer[:2] == ("answers", "not_answers") and len(pointer) > 2
        if is_code:
            pointer = pointer[:3]  # behind it stands which of text and number was tried
        kind, value = detail["type"], detail["input"]
        if pointer == ("from", "url") and kind != "missing":  # it is not shown: it may hold a password
            return self.problem(pointer, "write env:NAME here, and put the URL into that environment variable")
        if kind == "extra_forbidden":
            known = _keys_beside(pointer[:-1])
            near = nearest(str(pointer[-1]), known)
            remedy = hint(near, f"known are {', '.join(known)}")
            return self.problem(pointer, f"unknown key '{pointer[-1]}'{remedy}", key=True)
        if kind == "missing":
            return self.problem(pointer[:-1], f"the key '{pointer[-1]}' is missing")
        if value is EMPTY:
            return self.problem(pointer, f"'{pointer[-1]}' is empty" if pointer else "the file is empty", key=True)
        if kind == "string_pattern_mismatch" and not value.strip():
            return self.problem(pointer, "blank")
        if pointer[:1] == ("touchpoints",) and len(pointer) == 2 and kind == "model_type":
            return self.problem(pointer, "the name of a column belongs here, or 'importance' and 'experience'")
        shown = f"'{value}': " if pointer and isinstance(value, str | int | float) else ""
        message = _WORDS.get(kind, detail["msg"]).format(**detail.get("ctx", {}))
        if is_code:
            message = "text or a number belongs here"
        return self.problem(pointer, f"{shown}{message}")


# What pydantic puts into the path besides keys and positions: that a key is meant.
_STEPS_OF_ITS_OWN: Final = {"[key]"}
_WORDS: Final = {
    "dict_type": "keys with values belong here",
    "float_type": "a number belongs here",
    "int_type": "a whole number belongs here",
    "list_type": "a list belongs here, such as [0, 6]",
    "literal_error": "choose {expected}",
    "model_type": "keys with values belong here",
    "string_pattern_mismatch": "not an id: lower-case letters, digits, - and _",
    "string_type": "text belongs here; put it in quotes",
    "too_short": "at least one belongs here",
}


def _keys_beside(pointer: Pointer) -> list[str]:
    """The keys that may stand in the mapping at a place."""
    inside: dict[Any, type[Entity]] = {
        "source": Origin,
        "answers": AnswersMapping,
        "touchpoints": Questions,
        "date": Window,
        "from": DatabaseTable,
        "persona": Who,
        "long": Long,
    }
    model = inside.get(pointer[0], Mapping) if pointer else Mapping
    return [info.alias or name for name, info in model.model_fields.items()]
