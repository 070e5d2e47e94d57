"""What an engine that holds answers is asked: how many rows there are, by what columns hold.

Any engine that can group and count will do, such as Spark, Trino or BigQuery: see docs/how-to/databases.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind: TypeAlias = Literal["number", "text", "date", "time", "other"]
"""What a column holds; ``time`` is a date with a time."""

Quote: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a column must hold for a row to count.

    Attributes:
        column: Its name.
        test: ``in``: one of the values. ``from`` and ``below``: at least, or less than, the only one. ``filled``: not
            NULL, and of a text not blank.
        values: As the engine has them: text, numbers, dates and times without a zone.
        text: Whether the column holds text.
    """

    column: str
    test: Literal["in", "from", "below", "filled"]
    values: tuple[Any, ...] = ()
    text: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure about the rows of each group.

    Attributes:
        name: ``count`` (how many rows), ``different`` (values of a column), its ``min`` or ``max``, the ``sum`` of a
            column of numbers, or the sum of its ``squares``.
        column: The column; empty for ``count``.
    """

    name: Literal["count", "different", "min", "max", "sum", "squares"]
    column: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """Rows of the answers, grouped and counted; without figures the rows themselves.

    Attributes:
        limit: The most rows to give back.
        columns: What the rows are grouped by; they stand first in each row.
        figures: What is computed of each group; they stand behind.
        where: What holds of every row that counts.
    """

    limit: int
    columns: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    where: tuple[Condition, ...] = ()

    def sql(
        self, table: str, *, quote: Quote | None = None, parameter: Callable[[str], str] = ":{}".format
    ) -> tuple[str, dict[str, Any]]:
        """The query as plain SQL, and its parameters by name.

        Args:
            table: The table as it stands behind FROM: quoted already.
            quote: What quotes a name; none: as in the standard, ``"name"``.
            parameter: What stands for a parameter, by its name: ``:p0``.
        """
        quote = quote or quoted
        parameters: dict[str, Any] = {}

        def hold(value: Any) -> str:
            name = f"p{len(parameters)}"
            parameters[name] = value
            return parameter(name)

        columns = ", ".join(map(quote, self.columns))
        figures = ", ".join(_FIGURES[figure.name].format(quote(figure.column)) for figure in self.figures)
        text = f"SELECT {', '.join(filter(None, (columns, figures)))} FROM {table}"  # noqa: S608 - names are quoted, values are parameters
        if self.where:
            text += f" WHERE {' AND '.join(_condition(condition, quote, hold) for condition in self.where)}"
        if self.columns and self.figures:
            text += f" GROUP BY {columns}"
        return f"{text} LIMIT {self.limit}", parameters


class Engine(Protocol):
    """What holds a table of answers and can count them."""

    def columns(self) -> Sequence[tuple[str, Kind]]:
        """The columns of the table."""

    def ask(self, select: Select) -> Sequence[Sequence[Any]]:
        """The rows that a query gives."""


def quoted(name: str, sign: str = '"') -> str:
    """A name between signs, each of which is doubled in it, as nearly every SQL has it: ``"`` or a backtick."""
    return sign + name.replace(sign, sign * 2) + sign


_FIGURES = {
    "count": "count(*)",
    "different": "count(DISTINCT {})",
    "min": "min({})",
    "max": "max({})",
    "sum": "sum({})",
    "squares": "sum({0} * 1e0 * {0})",  # whole numbers would overflow
}


def _condition(condition: Condition, quote: Quote, hold: Callable[[Any], str]) -> str:
    column = quote(condition.column)
    if condition.test == "in":
        return f"{column} IN ({', '.join(map(hold, condition.values))})" if condition.values else "1 = 0"
    if condition.test == "filled":
        return f"{column} IS NOT NULL" + (f" AND trim({column}) <> ''" if condition.text else "")
    return f"{column} {'>=' if condition.test == 'from' else '<'} {hold(condition.values[0])}"
