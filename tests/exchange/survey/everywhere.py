"""The same answers in a file and in engines, and what a survey says of them there."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.database import open_database
from cxmap.exchange.survey.engine_survey import EngineAnswers
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.respondents import respondents
from cxmap.exchange.survey.scores import sum_up
from tests.exchange.survey.support import FILE, JOURNEY
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cxmap.exchange.survey.counting import OpenAnswers

COLUMNS = {
    "id": "INTEGER",
    "W": "DOUBLE",
    "D": "DATE",
    "P": "TEXT",
    "S": "TEXT",
    "I": "INTEGER",
    "E": "INTEGER",
    "O": "TEXT",
}
"""Columns with their types: a weight, a date, a persona, a state, importance, experience and the whole."""
MAPPING = """source: {id: survey, title: A survey}
answers: {scale: {min: 1, max: 5}, not_answers: [9, n.a.], outside: leave-out%s}
touchpoints: {a: {%sexperience: E}, b: {experience: O}}
"""

Row = tuple[Any, ...]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Row], str]:
    """Rows of answers, and a mapping that uses some of their columns."""
    row = st.tuples(
        st.sampled_from([0.25, 0.5, 1.0, 1.75, 3.0]),
        st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 9)),
        st.sampled_from(["noor", "Noor ", "andre", "New clients", "somebody", "", None]),
        st.sampled_from(["done", " Done", "started", None]),
        st.none() | st.integers(1, 6),
        st.none() | st.sampled_from([1, 2, 3, 4, 5, 9]),
        st.none() | st.sampled_from(["1", "2", "3,0", "4.5", "n.a.", " 5 ", ""]),
    )
    rows = [(number, *cells) for number, cells in enumerate(draw(st.lists(row, min_size=1, max_size=30)))]
    derive = draw(st.sampled_from(["", "overall: O\nderive: correlation\n"]))
    only = draw(st.sampled_from(["", ", only: {S: [done]}", ", only: {S: []}", ", only: {S: [done], E: [1, 2]}"]))
    keys = [
        "respondent: id\n",
        "weight: W\n",
        "persona: {column: P}\n",
        draw(st.sampled_from(["date: {column: D}\n", "date: {column: D, from: 2026-01-03, until: 2026-01-06}\n"])),
    ]
    mapping = MAPPING % (only, "" if derive else "importance: I, ")
    return rows, mapping + derive + "".join(key for key in keys if draw(st.booleans()))


def said(answers: OpenAnswers, mapping: str) -> Any:
    """What a survey says (``Summed``), or what is wrong with it (a list of sentences)."""
    from cxmap.exchange.errors import ForeignError

    loaded = project({FILE: JOURNEY})
    ((_, journey),) = loaded.journey_documents()
    file = MappingFile(mapping.encode(), "m.yaml")
    try:
        return sum_up(file, answers, respondents(file, loaded, journey))
    except ForeignError as error:
        return [problem.replace(" below the header", "") for problem in error.problems]


def in_csv(folder: Path, rows: Sequence[Row], mapping: str) -> Any:
    """What is said of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([COLUMNS, *rows])
    (folder / "answers.csv").write_text(out.getvalue(), newline="")
    with open_answers(folder / "answers.csv") as opened:
        return said(opened, mapping)


def in_parquet(folder: Path, rows: Sequence[Row], mapping: str) -> Any:
    """What is said of a Parquet file."""
    import duckdb

    columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE answers ({columns})")
        connection.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        connection.execute(f"COPY answers TO '{folder}/answers.parquet' (FORMAT parquet)")
    with open_answers(folder / "answers.parquet") as opened:
        return said(opened, mapping)


def sqlite_file(folder: Path, rows: Sequence[Row]) -> Path:
    """A file of SQLite with the answers."""
    path = folder / "answers.db"
    path.unlink(missing_ok=True)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE answers ({columns})")
        plain = [[cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row] for row in rows]
        connection.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * len(COLUMNS))})", plain)
    return path


def in_database(named: str, mapping: str, table: str = "answers") -> Any:
    """What is said of a table in the database whose URL stands in an environment variable."""
    with open_database(named, table) as database:
        return said(EngineAnswers(database), mapping)
