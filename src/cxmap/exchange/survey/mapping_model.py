"""What a mapping can say. Declared with pydantic and compiled, as the models of the files are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cxmap.model.base import Count, Date, Entity, Id, Number, Text
from cxmap.model.constants import DATABASE_PATTERN
from cxmap.model.scale import Range
from cxmap.model.validators import as_code, as_text, date_format, experience_alone, text_keys

Column = Annotated[Text, BeforeValidator(as_text)]


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
    labels: Annotated[dict[str, Number], BeforeValidator(text_keys)] = Field(
        {}, description="Words or codes that stand for a mark: `very satisfied: 5`, or `1: 5` where 1 is the best."
    )
    outside: Literal["refuse", "leave-out"] = Field(
        "refuse", description="What to do with marks outside the scale: refuse the file (default), or leave them out."
    )
    separator: Literal[",", ";", "\t", "|"] | None = Field(
        None, description="What separates columns; absent: what the first line has most of."
    )
    only: Annotated[dict[str, list[Annotated[str, BeforeValidator(as_code)]]], BeforeValidator(text_keys)] = Field(
        {}, description="Rows that count, by what a column holds: `Finished: [True, 1]`; `[]`: whatever is not empty."
    )
    skip_rows: Count = Field(0, description="Rows below the header that are no answers.")


class Window(Entity):
    """Which answers count, by their date."""

    column: Column = Field(description="The column with the date of an answer.")
    from_: Date | None = Field(None, alias="from", description="The first day that counts.")
    until: Date | None = Field(None, description="The last day that counts.")
    format: Annotated[str, BeforeValidator(date_format)] | None = Field(
        None, description="How dates are written, such as `%d-%m-%Y`; absent: `2026-03-31`, with a time or without."
    )


class Who(Entity):
    """Whose answers they are."""

    column: Column = Field(description="The column that names the persona or the segment.")
    values: Annotated[dict[str, Id], BeforeValidator(text_keys)] = Field(
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
    url: Annotated[str, Field(pattern=DATABASE_PATTERN)] = Field(
        description="The environment variable with the URL of the database: `env:NAME`."
    )


class Mapping(Entity):
    """A mapping."""

    journey: Id | None = Field(None, description="The journey that the scores go into; or --into.")
    from_: DatabaseTable | None = Field(None, alias="from", description="The table of a database with the answers.")
    source: Origin = Field(description="The source that the answers become.")
    answers: AnswersMapping = Field(description="How the answers are written.")
    touchpoints: Annotated[dict[Id, Questions], Field(min_length=1), BeforeValidator(experience_alone)] = Field(
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
