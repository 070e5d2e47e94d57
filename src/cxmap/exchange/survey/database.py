"""A table of answers in a database, by SQLAlchemy: read and never written, for a limited time, in one transaction.

What opens the database comes out of an environment variable, and nothing of it is shown but the kind of database, its
host and its name.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import threading
import time
import warnings
from concurrent.futures import Future, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote, unquote

from cxmap.errors import UsageError
from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.model.constants import DATABASE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import sqlalchemy as sa

    from cxmap.exchange.survey.engine import Condition, Figure, Kind, Select

TIMEOUT: Final = 120.0
"""Seconds that a query may take, where nothing else is said."""
_LONGEST_CONNECT: Final = 30.0
_UNTIL_CANCELLED: Final = 2.0
_BETWEEN: Final = 0.2  # seconds between two calls to cancel a query
_DRIVERS: Final = {"psycopg": "psycopg[binary]", "psycopg2": "psycopg2-binary", "MySQLdb": "mysqlclient"}
_DIALECTS: Final = {
    "bigquery": "sqlalchemy-bigquery",
    "databricks": "databricks-sqlalchemy",
    "snowflake": "snowflake-sqlalchemy",
    "trino": "trino[sqlalchemy]",
}
_MASK: Final = "***"

T = TypeVar("T")


class Database:
    """An open table of answers: an engine (``engine.Engine``).

    Attributes:
        called: The database, as it is shown.
        read_only: Whether it could not be written to in this connection.
        queries: How many were asked.
        rows: How many came back.
    """

    def __init__(self, url: sa.URL, secrets: Sequence[str], timeout: float) -> None:
        self._url, self._secrets, self._timeout = url, secrets, timeout
        self._connection: sa.Connection | None = None
        self._table: sa.TableClause | None = None
        self._columns: list[tuple[str, Kind]] = []
        where = url.host or ""
        name = Path(url.database).name if _is_sqlite(url) and url.database else url.database or ""
        self.called = f"{url.get_backend_name()}://{where}/{name}"
        self.read_only = _is_sqlite(url) or url.get_backend_name() == "postgresql"
        self.queries = self.rows = 0

    def open(self, table: str) -> None:
        """Connect, and find a table.

        Args:
            table: Its name, behind that of its schema and a dot where it is not in the usual one.

        Raises:
            ForeignError: That cannot be done.
        """
        self._connection = self._wait(self._connect, min(self._timeout, _LONGEST_CONNECT))
        self._wait(lambda: self._find(table), self._timeout)

    def close(self) -> None:
        """End the connection; one that is still busy is left to end by itself."""
        connection = self._connection
        if connection is not None:
            with contextlib.suppress(Exception):
                _in_a_thread(connection.close).result(_UNTIL_CANCELLED)

    @property
    def connection(self) -> sa.Connection:
        """SQLAlchemy's connection."""
        if self._connection is None:
            raise RuntimeError("the database is not open")
        return self._connection

    def columns(self) -> list[tuple[str, Kind]]:
        """The columns of the table."""
        return self._columns

    def ask(self, select: Select) -> list[tuple[Any, ...]]:
        """The rows that a query gives.

        Raises:
            ForeignError: The database refuses, or takes too long.
        """
        connection, statement = self.connection, self._statement(select)
        rows = self._wait(lambda: [_plain(row) for row in connection.execute(statement)], self._timeout)
        self.queries += 1
        self.rows += len(rows)
        return rows

    # Opening.

    def _connect(self) -> sa.Connection:
        import sqlalchemy as sa
        from sqlalchemy.pool import NullPool

        if _is_sqlite(self._url):
            engine = sa.create_engine("sqlite://", creator=lambda: _sqlite(self._url), poolclass=NullPool)
            connection = engine.connect()
            connection.exec_driver_sql("BEGIN")
            return connection
        engine = sa.create_engine(self._url, poolclass=NullPool, hide_parameters=True)
        connection = engine.connect()
        if self._url.get_backend_name() == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            milliseconds = int(1000 * (self._timeout + _UNTIL_CANCELLED))  # should this process be killed
            for setting, value in (
                ("default_transaction_read_only", "on"),
                ("statement_timeout", str(milliseconds)),
                ("search_path", "pg_catalog, public"),
                ("timezone", "UTC"),
                ("application_name", "cxmap"),
            ):
                connection.execute(sa.select(sa.func.set_config(setting, value, sa.false())))
        return connection

    def _find(self, table: str) -> None:
        import sqlalchemy as sa

        inspector = sa.inspect(self.connection)
        places: list[tuple[str | None, str]] = [(None, table)]
        places += [(table[: dot.start()], table[dot.end() :]) for dot in re.finditer(r"\.", table)]
        place = next((place for place in places if place[1] and inspector.has_table(place[1], place[0])), None)
        if place is None:
            raise ForeignError(f"the database has no table '{table}' that this user may see; is the schema before it?")
        schema, name = place
        found = inspector.get_columns(name, schema)
        self._columns = [(column["name"], _kind(column["type"])) for column in found]
        # Numbers have no type here: they come as the driver has them, and nothing is rounded.
        typed = [
            sa.column(column["name"]) if kind == "number" else sa.column(column["name"], column["type"])
            for column, (_, kind) in zip(found, self._columns, strict=True)
        ]
        self._table = sa.table(name, *typed, schema=schema)

    # Asking.

    def _statement(self, select: Select) -> sa.Select[Any]:
        import sqlalchemy as sa

        if self._table is None:
            raise RuntimeError("the database is not open")
        by_name = self._table.c
        columns = [by_name[name] for name in select.columns]
        figures = [_figure(figure, by_name) for figure in select.figures]
        statement = sa.select(*columns, *figures).select_from(self._table)
        statement = statement.where(*(_condition(condition, by_name) for condition in select.where))
        if columns and figures:
            statement = statement.group_by(*columns)
        return statement.limit(select.limit)

    def _wait(self, work: Callable[[], T], seconds: float) -> T:
        """Do something in a thread of its own, so that Ctrl-C and the time are noticed."""
        from sqlalchemy.exc import NoSuchModuleError

        future = _in_a_thread(work)
        try:
            return future.result(seconds)
        except TimeoutError:
            self._cancel(future)
            raise ForeignError(
                f"{self.called} has not answered within {seconds:g} s; allow more with --timeout SECONDS"
            ) from None
        except KeyboardInterrupt:
            self._cancel(future)
            raise
        except NoSuchModuleError:
            name = self._url.get_backend_name()
            remedy = f"pip install '{_DIALECTS[name]}'" if name in _DIALECTS else "is there a package of its dialect?"
            raise UsageError(f"SQLAlchemy does not know {name}:// databases by itself; {remedy}") from None
        except ImportError as error:
            driver = error.name or ""
            remedy = f"; pip install '{_DRIVERS.get(driver, driver)}'" if driver else ""
            raise UsageError(f"{self._url.get_backend_name()}:// needs the driver '{driver}'{remedy}") from None
        except ForeignError:
            raise
        except Exception as error:  # noqa: BLE001 - drivers raise what they like, and it may hold a password
            raise ForeignError(f"{self.called}: {self._words(error)}") from None

    def _cancel(self, future: Future[Any]) -> None:
        """Have the database end what it does, where the driver can; then wait a moment."""
        driver: Any = None
        with contextlib.suppress(Exception):
            driver = self._connection.connection.driver_connection if self._connection is not None else None
        cancel = getattr(driver, "cancel", None) or getattr(driver, "interrupt", None)
        end = time.monotonic() + _UNTIL_CANCELLED
        while not future.done() and time.monotonic() < end:  # a query that has not begun yet does not hear it
            if callable(cancel):
                with contextlib.suppress(Exception):
                    cancel()
            wait([future], _BETWEEN)

    def _words(self, error: Exception) -> str:
        """A driver's complaint in one line, without a secret."""
        said = str(getattr(error, "orig", None) or error)
        line = next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)
        for secret in self._secrets:
            line = line.replace(secret, _MASK)
        return line


@contextlib.contextmanager
def open_database(named: str, table: str, *, timeout: float = TIMEOUT) -> Iterator[Database]:
    """Open a table of answers in a database.

    Args:
        named: ``env:NAME``, the environment variable with the URL of the database as SQLAlchemy has it.
        table: The name of the table or view.
        timeout: Seconds that a query may take.

    Raises:
        UsageError: There is no such variable, it holds no URL, or a driver is missing.
        MissingExtraError: SQLAlchemy is not installed.
        ForeignError: The database cannot be reached, or has no such table.
    """
    name = named.removeprefix("env:")
    if not re.fullmatch(DATABASE_PATTERN, named):
        raise UsageError("a database is named by an environment variable with its URL, as env:NAME")
    try:
        import sqlalchemy as sa
    except ImportError:
        raise MissingExtraError("asking a database", "sql") from None
    given = os.environ.get(name)
    if not given:
        example = f"export {name}='postgresql+psycopg://reader@host/database'"
        raise UsageError(f"the environment variable '{name}' is not set; {example}")
    try:
        url = sa.make_url(given)
    except (sa.exc.ArgumentError, ValueError):
        raise UsageError(
            f"'{name}' holds no URL of a database, such as postgresql+psycopg://reader@host/database"
        ) from None
    database = Database(url, _secrets(url, given), timeout)
    try:
        database.open(table)
        yield database
    finally:
        database.close()


def _secrets(url: sa.URL, given: str) -> list[str]:
    """What no message may hold, the longest first: passwords, and whatever the URL asks for behind its name."""
    asked = [value for values in url.query.values() for value in ((values,) if isinstance(values, str) else values)]
    secrets = [given, str(url.password or ""), *asked, os.environ.get("PGPASSWORD", "")]
    both = {form for secret in secrets for form in (secret, quote(secret, safe=""), unquote(secret)) if form}
    return sorted(both, key=len, reverse=True)


def _is_sqlite(url: sa.URL) -> bool:
    return bool(url.get_backend_name() == "sqlite")


def _sqlite(url: sa.URL) -> sqlite3.Connection:
    """A file of SQLite, opened to be read."""
    path = Path(url.database or "")
    if not path.is_file():
        raise ForeignError(f"there is no file '{path}'" if url.database else "a database in memory holds no answers")
    connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _in_a_thread(work: Callable[[], T]) -> Future[T]:
    """Do something in a thread that keeps nobody from leaving."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            with (
                warnings.catch_warnings()
            ):  # about types that SQLAlchemy does not know: they are asked about as they are
                warnings.simplefilter("ignore")
                result = work()
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=run, daemon=True).start()
    return future


def _kind(type_: Any) -> Kind:
    """What a column of a type of SQLAlchemy holds."""
    import datetime as dt
    from decimal import Decimal

    try:
        found = getattr(type_, "data_type", type_).python_type  # of a domain, what it is made of
    except NotImplementedError:
        return "other"
    kinds: dict[type, Kind] = {int: "number", float: "number", Decimal: "number", str: "text"}
    return {**kinds, dt.date: "date", dt.datetime: "time"}.get(found, "other")


def _figure(figure: Figure, columns: Any) -> Any:
    import sqlalchemy as sa

    if figure.name == "count":
        return sa.func.count()
    column = columns[figure.column]
    if figure.name == "different":
        return sa.func.count(column.distinct())
    if figure.name in {"min", "max"}:
        return getattr(sa.func, figure.name)(column)
    weight = sa.cast(column, sa.Double)
    return sa.func.sum(weight * weight if figure.name == "squares" else weight)


def _condition(condition: Condition, columns: Any) -> Any:
    import sqlalchemy as sa

    column = columns[condition.column]
    if condition.test == "in":
        return column.in_(condition.values)
    if condition.test == "filled":
        filled = column.is_not(None)
        return sa.and_(filled, sa.func.trim(column) != "") if condition.text else filled
    return column >= condition.values[0] if condition.test == "from" else column < condition.values[0]


def _plain(row: Any) -> tuple[Any, ...]:
    """A row of values that can be told apart; lists and the like become text."""
    return tuple(value if value.__hash__ else str(value) for value in row)
