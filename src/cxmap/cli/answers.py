"""Where the answers of a survey are: a file, standard input or a table of a database."""

from __future__ import annotations

import contextlib
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop, is_terminal, remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.exchange.survey.counting import OpenAnswers
    from cxmap.exchange.survey.mapping_model import AnswersMapping, Mapping

_DATABASE = "env:"
_LONGEST = 86_400  # seconds: a day


@dataclass(frozen=True, slots=True)
class Where:
    """Where the answers are.

    Attributes:
        name: As it was given: a file, ``-`` or ``env:NAME``.
        table: The table of a database; ``None`` of a file.
        timeout: Seconds that a query of the database may take; ``None``: as many as usual.
    """

    name: str
    table: str | None
    timeout: float | None = None

    @classmethod
    def of(cls, answers: str | None, table: str | None, timeout: float | None, mapping: Mapping | None = None) -> Where:
        """Where the options say that the answers are, or else a mapping.

        Raises:
            Stop: They say nothing, too little, or name a file that is not there.
        """
        stated = mapping.from_ if mapping else None
        name = answers or (stated.url if stated else None)
        if name is None:
            raise Stop("which answers? name a file, or env:NAME with --table for a database")
        if "://" in name:  # it is not shown: it may hold a password
            raise Stop(
                "put the URL of a database into an environment variable, and name that: "
                "cxmap import survey env:CXMAP_ANSWERS --table TABLE"
            )
        if name.startswith(_DATABASE):
            table = table or (stated.table if stated else None)
            if not table:
                raise Stop("which table of the database? name it with --table")
            if timeout is not None and not 1 <= timeout <= _LONGEST:
                raise Stop(f"--timeout takes seconds from 1 to {_LONGEST:,}, not {timeout:g}")
            return cls(name, table, timeout)
        if table is not None or timeout is not None:
            option = "--table" if table is not None else "--timeout"
            raise Stop(f"{option} goes with a database, env:NAME, and '{name}' is a file")
        check_file(name)
        return cls(name, None)

    @property
    def title(self) -> str:
        """What to call a survey that has no title yet."""
        return self.table or ("answers" if self.name == "-" else Path(self.name).stem)


def check_file(name: str | None) -> None:
    """Check that answers are there, if they are in a file.

    Raises:
        Stop: They are not.
    """
    if name is None or name == "-" or name.startswith(_DATABASE) or "://" in name:
        return
    if not Path(name).exists():
        raise Stop(f"no such file: '{name}'")


@contextlib.contextmanager
def opened(where: Where, codes: AnswersMapping | None = None, *, quiet: bool) -> Iterator[OpenAnswers]:
    """Open answers, show a terminal that they are being read, and say what a database was asked.

    Raises:
        UsageError: A database or an extra is not there.
        ForeignError: They cannot be read.
    """
    if where.table is None:
        from cxmap.exchange.survey.answers import open_answers

        source = sys.stdin.buffer if where.name == "-" else Path(where.name)
        separator, skip_rows = (codes.separator, codes.skip_rows) if codes else (None, 0)
        with (
            _said_if_interrupted(),
            _progress(where, quiet=quiet),
            open_answers(source, separated_by=separator, skip_rows=skip_rows, coded=codes is None) as found,
        ):
            yield found
        return
    from cxmap.exchange.survey.database import TIMEOUT, open_database
    from cxmap.exchange.survey.engine_survey import EngineAnswers
    from cxmap.text.wording import counted

    start = time.monotonic()
    with (
        _said_if_interrupted(),
        _progress(where, quiet=quiet),
        open_database(where.name, where.table, timeout=where.timeout or TIMEOUT) as database,
    ):
        yield EngineAnswers(database)
    if not quiet:
        asked = "1 query" if database.queries == 1 else f"{database.queries} queries"
        back = counted(database.rows, "row")
        seconds = f"{time.monotonic() - start:.1f} s"
        remark(f"asked {database.called}, table {where.table}: {asked}, {back} back, {seconds}")
        if not database.read_only:
            remark("this kind of database is not told that nothing may be written; let the user only read")


@contextlib.contextmanager
def _said_if_interrupted() -> Iterator[None]:
    """Say, after Ctrl-C, that nothing has come of it yet."""
    try:
        yield
    except KeyboardInterrupt:
        remark("cxmap: interrupted; no file was changed")
        raise


@contextlib.contextmanager
def _progress(where: Where, *, quiet: bool) -> Iterator[None]:
    """Show a terminal that answers are being read, and for how long; a pipe or a log sees nothing of it."""
    if quiet or not is_terminal(sys.stderr):
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from cxmap.text.escape import terminal_line

    text = TextColumn("{task.description}", markup=False)
    doing = f"Asking the table {where.table}" if where.table else f"Reading {_shown(where.name)}"
    with Progress(SpinnerColumn(), text, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as shown:
        shown.add_task(terminal_line(doing), total=None)
        yield


def _shown(name: str) -> str:
    return "the answers" if name == "-" else name
