"""A file of answers, opened by DuckDB: CSV, TSV, XLSX and Parquet become one kind of table.

The database lives in memory, may open this one file and nothing else, and cannot load what is not built in. Columns are
known by their position (``c0``, ``c1``, …), so no name out of a file ever stands in a query.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.archive import check_archive
from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.exchange.foreign_text import EXCEL, decoded
from cxmap.exchange.sheet import WORKBOOK_SUFFIXES, separator
from cxmap.project.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

MEMORY: Final = "1GB"
"""More than this goes to a temporary folder."""
MAX_WORKBOOK: Final = 256 << 20
PARQUET_SUFFIXES: Final = {".parquet", ".pq"}

_HEAD: Final = 16 << 20  # how much of a text the header is looked for in
_SEPARATOR_LINE = re.compile(r"sep=(.)[ \t]*\Z")
_NUMBER_TYPE = re.compile(r"(?:U?(?:TINY|SMALL|HUGE|BIG)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\b.*)\Z")
_SETTINGS: Final = {
    "allow_community_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": MEMORY,
    "preserve_insertion_order": "false",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """An open file of answers.

    Attributes:
        header: The names of its columns.
        numeric: Whether each column holds numbers by its type, rather than text.
        table: What stands behind FROM in a query: its columns are called ``c0``, ``c1``, ….
    """

    header: list[str]
    numeric: list[bool]
    table: str
    _connection: duckdb.DuckDBPyConnection

    def ask(self, query: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        """The rows that a query gives.

        Raises:
            ForeignError: The file is damaged, or asks for more memory than there is.
        """
        import duckdb

        try:
            return self._connection.execute(query, parameters).fetchall()
        except duckdb.Error as error:
            raise ForeignError(_words(error)) from None


@contextlib.contextmanager
def open_answers(path: Path, *, separated_by: str | None = None, skip_rows: int = 0) -> Iterator[Answers]:
    """Open a file of answers.

    Args:
        path: CSV, TSV (any other text too), XLSX or Parquet, by its ending.
        separated_by: What separates the columns of a text; ``None``: what its first line has most of.
        skip_rows: Rows below the header to pass over.

    Raises:
        UsageError: It does not exist.
        ForeignError: It cannot be read.
        MissingExtraError: DuckDB, or what reads XLSX, is not installed.
    """
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("importing a survey", "survey") from None
    _check_file(path)
    with tempfile.TemporaryDirectory(prefix="cxmap-", ignore_cleanup_errors=True) as folder:
        # A name of our own: DuckDB takes `*` and `[` in a name for a pattern, and `s3:` for a place elsewhere.
        kind = path.suffix.lower()
        inside = Path(folder) / ("answers.parquet" if kind in PARQUET_SUFFIXES else "answers.csv")
        if kind in WORKBOOK_SUFFIXES:
            _unpack_workbook(path, inside)
            separated_by = ","
        else:
            _link(path, inside)
        with duckdb.connect(
            ":memory:", config={**_SETTINGS, "temp_directory": str(Path(folder) / "spill")}
        ) as connection:
            connection.execute(f"SET allowed_paths = [{_literal(str(inside))}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            if kind in PARQUET_SUFFIXES:
                yield _parquet(connection, inside, skip_rows)
            else:
                yield _text(connection, inside, separated_by, skip_rows)


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise UsageError(f"no such file: '{path}'") from None
    except (OSError, ValueError) as error:
        raise ForeignError(
            f"cannot be read: {getattr(error, 'strerror', None) or 'no file can have this name'}"
        ) from None
    if not stat.S_ISREG(status.st_mode):
        raise ForeignError("cannot be read: it is no ordinary file")
    if not status.st_size:
        raise ForeignError("the file is empty")
    if not os.access(path, os.R_OK):
        raise ForeignError("cannot be read: no permission")


def _link(path: Path, name: Path) -> None:
    try:
        name.symlink_to(path.resolve())
    except OSError:  # Windows gives links to few
        shutil.copyfile(path, name)


def _unpack_workbook(path: Path, name: Path) -> None:
    """The first sheet of a workbook as CSV, row by row."""
    try:
        from python_calamine import CalamineError, load_workbook
    except ImportError:
        raise MissingExtraError("reading XLSX", "office") from None
    if path.stat().st_size > MAX_WORKBOOK:
        raise ForeignError(f"a workbook of more than {MAX_WORKBOOK >> 20} MiB is not opened; export it as CSV")
    check_archive(path.read_bytes())
    try:
        book = load_workbook(str(path))
        rows = book.get_sheet_by_index(0).iter_rows() if book.sheet_names else iter(())
        with name.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    except (CalamineError, ValueError, OSError) as error:
        raise ForeignError(f"not a workbook: {error}") from None


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path, skip_rows: int) -> Answers:
    if skip_rows:
        raise ForeignError("'skip_rows' is for tables of text; a Parquet file has no rows below its header")
    import duckdb

    try:
        described = connection.execute("DESCRIBE SELECT * FROM read_parquet($path)", {"path": str(path)}).fetchall()
    except duckdb.Error:
        raise ForeignError("not a Parquet file, or a damaged one") from None
    names = ", ".join(f"c{index}" for index in range(len(described)))
    table = f"read_parquet({_literal(str(path))}) AS answers({names})"
    numeric = [bool(_NUMBER_TYPE.match(row[1])) for row in described]
    return Answers([row[0] for row in described], numeric, table, connection)


def _text(connection: duckdb.DuckDBPyConnection, path: Path, separated_by: str | None, skip_rows: int) -> Answers:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    text = decoded(head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1], EXCEL)
    first, _, rest = text.partition("\n")
    told = _SEPARATOR_LINE.match(first.rstrip("\r"))  # Excel's own way to say it
    delimiter = separated_by or (told[1] if told else separator(text))
    try:
        header = [
            name.strip()
            for name in next(csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=delimiter), [])
        ]
    except csv.Error as error:
        raise ForeignError(f"not a table: {error}") from None
    if not any(header):
        raise ForeignError("the first line, which should name the columns, is empty")
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(len(header)))
    options = {
        "auto_detect": "false",
        "header": "false",
        "skip": str(1 + skip_rows + bool(told)),
        "delim": _literal(delimiter),
        "quote": "'\"'",
        "escape": "'\"'",
        "columns": f"{{{columns}}}",
    }
    if "\n" not in text and "\r" in text:
        options["new_line"] = "'\\r'"
    table = (
        f"read_csv({_literal(str(path))}, {', '.join(f'{key} = {value}' for key, value in options.items())}) AS answers"
    )
    return Answers(header, [False] * len(header), table, connection)


def _literal(text: str) -> str:
    """Text as a literal of SQL: only for a path and a separator of our own making."""
    return "'" + text.replace("'", "''") + "'"


_LINE = re.compile(r"Error on Line: (?P<line>\d+)")
_EXPECTED = re.compile(r"Expected Number of Columns: (?P<expected>\d+) Found: (?P<found>\d+)")


def _words(error: Exception) -> str:
    """DuckDB's complaint in one line, in our words where it is a usual one."""
    message = str(error)
    line = _LINE.search(message)
    place = f"line {line['line']}: " if line else ""
    if found := _EXPECTED.search(message):
        return f"{place}{found['found']} columns instead of {found['expected']}; is the separator right?"
    if "nvalid unicode" in message or "not utf-8 encoded" in message or "UTF-8" in message:
        return f"{place}not UTF-8; save it as UTF-8{EXCEL}"
    if "quote" in message and place:
        return f"{place}a quote that never closes, or text behind a closing quote"
    if type(error).__name__ == "OutOfMemoryException":
        return f"needs more than {MEMORY} of memory and of temporary files"
    return place + message.partition("\n")[0].strip()
