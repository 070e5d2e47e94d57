"""A table that DuckDB has open, and what DuckDB says of it in our words."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.foreign_text import EXCEL
from cxmap.exchange.survey.counting import Meanings
from cxmap.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb
    from numpy.typing import NDArray

Fetched = TypeVar("Fetched")

MEMORY: Final = "192 MiB"
"""More than this goes to a temporary folder."""
TOO_LONG: Final = "a text of more than 32 KiB; is this a file of answers?"


@dataclass(frozen=True, slots=True)
class DuckDbTable:
    """A table of answers.

    Attributes:
        header: The names of its columns.
        table: What follows FROM in a query: its columns are called ``c0``, ``c1``, ….
        in_place: Whether it can be asked again and again; a text is read once instead.
        types: DuckDB's types of the columns; of a text all are ``VARCHAR``.
        meanings: What the file says of its columns.
    """

    header: list[str]
    table: str
    in_place: bool
    types: list[str]
    _connection: duckdb.DuckDBPyConnection
    meanings: Meanings = field(default_factory=Meanings)

    def ask(self, query: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        """The rows that a query gives.

        Raises:
            ForeignError: The file is damaged, or asks for more memory than there is.
        """
        return self._run(query, parameters, lambda found: found.fetchall())

    def columns(self, query: str, parameters: dict[str, Any]) -> list[NDArray[Any]]:
        """The columns of numbers that a query gives; masked where one is NULL.

        Raises:
            ForeignError: The file is damaged, or asks for more memory than there is.
        """
        return [*self._run(query, parameters, lambda found: found.fetchnumpy()).values()]

    def _run(
        self, query: str, parameters: dict[str, Any], fetch: Callable[[duckdb.DuckDBPyConnection], Fetched]
    ) -> Fetched:
        import duckdb

        # In a thread of its own: DuckDB asks for Ctrl-C only where this thread does the work, and not while it waits
        # for its own threads to end theirs.
        with ThreadPoolExecutor(1) as executor:
            executor.submit(bool).result()  # nobody waits for a thread that Ctrl-C meets while it starts
            try:
                return executor.submit(lambda: fetch(self._connection.execute(query, parameters))).result()
            except duckdb.Error as error:
                raise ForeignError(_words(error)) from None
            except KeyboardInterrupt:
                last = executor.submit(bool)  # done when what was asked before is
                while not last.done():  # a query that has not begun yet does not hear it
                    self._connection.interrupt()
                    wait([last], _BETWEEN)
                raise


_BETWEEN: Final = 0.05  # seconds between two calls to end a query
DAMAGED: Final = "damaged: a part of it cannot be read; fetch or save it again"
_LINE = re.compile(r"Error on Line: (?P<line>\d+)")
_EXPECTED = re.compile(r"Expected Number of Columns: (?P<expected>\d+) Found: (?P<found>\d+)")
_COMPLAINTS: Final = {
    TOO_LONG: TOO_LONG,
    "nvalid unicode": f"not UTF-8; save it as UTF-8{EXCEL}",
    "not utf-8 encoded": f"not UTF-8; save it as UTF-8{EXCEL}",
    "unterminated quote": "a quote that never closes, or text after a closing quote",
    "Failed to read file": DAMAGED,
    "Maximum line size": "longer than 2 MB; a quote that never closes?",
    "state machine": "not a table: line ends of two kinds, or quotes that nothing separates; save it again as CSV",
}


def _words(error: Exception) -> str:
    """DuckDB's complaint in one line, in our words where it is a usual one."""
    message = str(error)
    line = _LINE.search(message)
    place = f"line {line['line']}: " if line else ""
    if found := _EXPECTED.search(message):
        return (
            f"{place}{counted(int(found['found']), 'column')} instead of {found['expected']}; is the separator right?"
        )
    if type(error).__name__ == "OutOfMemoryException":
        return f"needs more than {MEMORY} of memory and of temporary files"
    if type(error).__name__ == "Error":  # of no kind: what unpacks and decodes Parquet throws these
        return DAMAGED
    ours = (words for sign, words in _COMPLAINTS.items() if sign in message)
    return place + next(ours, message.partition("\n")[0].strip())
