"""A file of answers, opened by DuckDB: CSV, TSV, XLSX and Parquet become one kind of table.

The database is in memory, and what does not fit there in a temporary folder; it may open this one file and nothing
else, and cannot load what is not built in. Columns are known by their position (``c0``, ``c1``, …), so no name out of a
file ever stands in a query.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from cxmap.errors import UsageError
from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.exchange.foreign_text import EXCEL, decoded
from cxmap.exchange.sheet import workbook
from cxmap.exchange.sheet.cells import declared_separator, separator, text_rows
from cxmap.exchange.survey import sav
from cxmap.exchange.survey.counting import Meanings
from cxmap.exchange.survey.duckdb_table import MEMORY, TOO_LONG, DuckDbTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Dict

    import duckdb

    from cxmap.exchange.survey.counting import Set
    from cxmap.exchange.survey.duckdb_survey import DuckDbSurvey
    from cxmap.exchange.survey.mapping_model import Mapping

PARQUET_SUFFIXES: Final = {".parquet", ".pq"}

_MAX_TEXT: Final = 32 << 10  # bytes; what a cell of a spreadsheet holds at most
_MOST_COLUMNS: Final = 20_000  # each takes some memory, whatever it holds
_HEAD: Final = 4 << 20  # how much of a text the header is looked for in
_SETTINGS: Final = {
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": MEMORY,
    "preserve_insertion_order": "false",
}


class Answers(DuckDbTable):
    """An open file of answers."""

    @property
    def kinds(self) -> dict[str, str]:
        """None: of a file, any column may hold anything."""
        return {}

    def first_rows(self, limit: int) -> list[tuple[Any, ...]]:
        """The first rows, as they stand there."""
        return self.ask(f"SELECT * FROM {self.table} LIMIT {limit}", {})

    def values(self, name: str, limit: int) -> list[Any]:
        """The different values of a column."""
        column = f"c{self.header.index(name)}"
        return [row[0] for row in self.ask(f"SELECT DISTINCT {column} FROM {self.table} LIMIT {limit}", {})]

    def survey(
        self, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int], _sets: Sequence[Set] = ()
    ) -> DuckDbSurvey:
        """Ask what a mapping wants to know; see ``counting.OpenAnswers``."""
        from cxmap.exchange.survey.duckdb_survey import DuckDbSurvey

        return DuckDbSurvey(self, mapping, questions, groups)


@contextlib.contextmanager
def open_answers(
    answers: Path | IO[bytes], *, separated_by: str | None = None, skip_rows: int = 0, coded: bool = False
) -> Iterator[Answers]:
    """Open a file of answers.

    Args:
        answers: CSV, TSV (any other text too), XLSX, SAV or Parquet, by its ending; a folder of Parquet files, which
            are one table; or a stream of text.
        separated_by: What separates the columns of a text; ``None``: what its first line has most of.
        skip_rows: Rows below the header to pass over.
        coded: Whether answers that the file itself declares to be missing stay as the codes they are.

    Raises:
        UsageError: It does not exist.
        ForeignError: It cannot be read.
        MissingExtraError: DuckDB, or what reads XLSX or SAV, is not installed.
    """
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("importing a survey", "survey") from None
    parts = _parts(answers) if isinstance(answers, Path) and answers.is_dir() else []
    kind = ".parquet" if parts else _checked_kind(answers) if isinstance(answers, Path) else ""
    with tempfile.TemporaryDirectory(prefix="cxmap-", ignore_cleanup_errors=True) as folder:
        # A name of our own: DuckDB takes `*` and `[` in a name for a pattern, and `s3:` for a place elsewhere.
        inside = Path(folder) / ("answers.parquet" if kind in PARQUET_SUFFIXES else "answers.csv")
        linked = [inside]
        meanings = Meanings()
        if parts:
            linked = [Path(folder) / f"answers-{number}.parquet" for number in range(len(parts))]
            for part, name in zip(parts, linked, strict=True):
                _link(part, name)
        elif not isinstance(answers, Path):
            with inside.open("wb") as file:
                shutil.copyfileobj(answers, file)
        elif kind in workbook.SUFFIXES:
            with inside.open("wb") as file:
                workbook.write_sheet(_whole(answers), file)
            separated_by = ","
        elif kind in sav.SUFFIXES:
            _link(answers, data := Path(folder) / f"answers{kind}")
            meanings = sav.meanings(data)
            with inside.open("wb") as file:
                sav.write_answers(data, file, coded=coded)
            separated_by = ","
        else:
            _link(answers, inside)
        settings: dict[str, Any] = {**_SETTINGS, "temp_directory": str(Path(folder) / "spill")}
        with duckdb.connect(":memory:", config=settings) as connection:
            with _ctrl_c():
                allowed = ", ".join(_literal(str(path)) for path in linked)
                connection.execute(f"SET allowed_paths = [{allowed}]")
                connection.execute("SET enable_progress_bar = false")
                connection.execute("SET enable_external_access = false")
                connection.execute("SET lock_configuration = true")
                if kind in PARQUET_SUFFIXES:
                    opened = _parquet(connection, linked, skip_rows)
                else:
                    opened = replace(_text(connection, inside, separated_by, skip_rows), meanings=meanings)
            yield opened


@contextlib.contextmanager
def _ctrl_c() -> Iterator[None]:
    """Take DuckDB's word for Ctrl-C, where it works in this thread, for what it is."""
    try:
        yield
    except RuntimeError as error:
        if str(error) == "Query interrupted":
            raise KeyboardInterrupt from None
        raise


def _checked_kind(path: Path) -> str:
    """The ending of a file that can be read, in lower case."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise UsageError(f"no such file: '{path}'") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise ForeignError(f"cannot be read: {reason.lower()}") from None
    if not stat.S_ISREG(status.st_mode):
        raise ForeignError("cannot be read: not a regular file")
    if not status.st_size:
        raise ForeignError("the file is empty")
    if not os.access(path, os.R_OK):
        raise ForeignError("cannot be read: no permission")
    return path.suffix.lower()


def _whole(path: Path) -> bytes:
    """The bytes of a workbook; no more than tell that it is too large."""
    with path.open("rb") as file:
        return file.read(workbook.MAX_PACKED + 1)


def _link(path: Path, name: Path) -> None:
    try:
        name.symlink_to(path.resolve())
    except OSError:  # Windows gives links to few
        shutil.copyfile(path, name)


def _parts(folder: Path) -> list[Path]:
    """The Parquet files of a folder, by name."""
    parts = sorted(path for path in folder.iterdir() if path.suffix.lower() in PARQUET_SUFFIXES)
    if not parts:
        raise ForeignError("no Parquet file in this folder; name a file, or a folder of .parquet files")
    for part in parts:
        if not part.resolve().is_relative_to(folder.resolve()):
            raise ForeignError(f"'{part.name}' is a link that leads out of the folder; put the file itself there")
        _checked_kind(part)
    return parts


def _parquet(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path], skip_rows: int) -> Answers:
    """Parquet files as one table: columns by name, and empty where a file has none of that name."""
    if skip_rows:
        raise ForeignError("'skip_rows' is for tables of text; a Parquet file has no rows below its header")
    import duckdb

    try:
        files = "[" + ", ".join(_literal(str(path)) for path in paths) + "]"
        source = f"read_parquet({files}, union_by_name = true)"
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    except duckdb.Error:
        which = "" if len(paths) == 1 else "one of the files is "
        raise ForeignError(f"{which}not a Parquet file, or a damaged one") from None
    names = ", ".join(f"c{index}" for index in range(len(described)))
    cells = ", ".join(_bounded(index, row[1]) for index, row in enumerate(described))
    table = f"(SELECT {cells} FROM {source} AS parts({names})) AS answers"
    return Answers([row[0] for row in described], table, True, [row[1] for row in described], connection)


def _bounded(index: int, kind: str) -> str:
    """A column whose texts are no longer than answers can be: in Parquet one that a million rows share is free."""
    if kind != "VARCHAR":
        return f"c{index}"
    return f"CASE WHEN strlen(c{index}) > {_MAX_TEXT} THEN error({_literal(TOO_LONG)}) ELSE c{index} END AS c{index}"


def _text(connection: duckdb.DuckDBPyConnection, path: Path, separated_by: str | None, skip_rows: int) -> Answers:
    text = _head(path)
    declared = declared_separator(text)
    delimiter = separated_by or (declared[1] if declared else separator(text))
    rows = text_rows(text[declared.end() :] if declared else text, delimiter)
    header = [name.strip() for name in next(rows, [])]
    if not any(header):
        raise ForeignError("the first line, which should name the columns, is empty; put their names there")
    if len(header) > _MOST_COLUMNS:
        raise ForeignError(
            f"{len(header):,} columns, and no more than {_MOST_COLUMNS:,} are read; save those of the survey alone"
        )
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(len(header)))
    options = {
        "auto_detect": "false",
        "header": "false",
        "skip": str(1 + skip_rows + bool(declared)),
        "delim": _literal(delimiter),
        "quote": "'\"'",
        "escape": "'\"'",
        "columns": f"{{{columns}}}",
    }
    if "\n" not in text and "\r" in text:
        options["new_line"] = "'\\r'"
    told_how = ", ".join(f"{key} = {value}" for key, value in options.items())
    table = f"read_csv({_literal(str(path))}, {told_how}) AS answers"
    return Answers(header, table, False, ["VARCHAR"] * len(header), connection)


def _head(path: Path) -> str:
    """The first lines of a text."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise ForeignError("the file is empty")
    if len(head) == _HEAD:
        head = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1]
    if not head:
        raise ForeignError(f"not a table: the first line is longer than {_HEAD >> 20} MiB")
    if head.startswith(b"\x1f\x8b"):
        raise ForeignError("packed with gzip; unpack it on the way: gzip -dc FILE | cxmap import survey - …")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ForeignError("not a table of text: it holds NUL characters; is its name's ending right?")
    return decoded(head, EXCEL)


def _literal(text: str) -> str:
    """Text as a literal of SQL: only for a path and a separator of our own making."""
    return "'" + text.replace("'", "''") + "'"
