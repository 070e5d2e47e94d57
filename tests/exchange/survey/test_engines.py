"""Answers where they are: the same scores from a file, a database, and whatever can group and count."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import cxmap
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.database import open_database
from cxmap.exchange.survey.drivers import survey_drivers
from cxmap.exchange.survey.engine import Condition, Figure, Select
from cxmap.exchange.survey.engine_survey import EngineAnswers
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.yaml.editor.value import scalar
from tests.exchange.survey.everywhere import in_csv, in_database, in_parquet, said, sqlite_file, tables
from tests.exchange.survey.support import FILE, JOURNEY
from tests.profiles import examples

pytest.importorskip("duckdb")
pytest.importorskip("sqlalchemy")

HOW_TO = Path(__file__).parents[3] / "docs/how-to/databases.md"
ONE = "source: {id: survey, title: A survey}\nanswers: {scale: {min: 1, max: 5}}\ntouchpoints: {a: %s}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("answers")


@pytest.fixture(scope="module", autouse=True)
def variable(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANSWERS", f"sqlite:///{folder}/answers.db")
        yield


class Cursor:
    """What a session of Spark gives back, of the few things that the adapter asks for."""

    def __init__(self, rows: list[Any], dtypes: list[tuple[str, str]]) -> None:
        self._rows, self.dtypes = rows, dtypes

    def collect(self) -> list[Any]:
        return self._rows


class Session:
    """Stands in for a session of Spark: it takes names between backticks and parameters after colons, as Spark does."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def sql(self, text: str, args: dict[str, Any]) -> Cursor:
        assert '"' not in text
        plain = {name: str(value) if hasattr(value, "isoformat") else value for name, value in args.items()}
        with closing(sqlite3.connect(self._path)) as connection:
            return Cursor(connection.execute(text, plain).fetchall(), [])

    def table(self, name: str) -> Cursor:
        kinds = {"INTEGER": "int", "DOUBLE": "double", "DATE": "date", "TEXT": "string"}
        with closing(sqlite3.connect(self._path)) as connection:
            found = connection.execute(f"PRAGMA table_info({name})").fetchall()
        return Cursor([], [(row[1], kinds[row[2]]) for row in found])


def adapter() -> Any:
    """The adapter as the page gives it."""
    blocks = (block.split("```")[0] for block in HOW_TO.read_text(encoding="utf-8").split("```python\n")[1:])
    code = next(block for block in blocks if "class SparkTable" in block)
    names: dict[str, Any] = {}
    exec(compile(code, HOW_TO.name, "exec"), names)
    return names["SparkTable"]


class DatesBack:
    """SQLite has no dates, so what the stand-in gives back as text becomes one here; Spark has them."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def columns(self) -> Any:
        return self._engine.columns()

    def ask(self, select: Select) -> list[tuple[Any, ...]]:
        import datetime as dt

        place = next(
            (i for i, figure in enumerate(select.figures) if figure.name == "max" and figure.column == "D"), None
        )
        rows: list[tuple[Any, ...]] = self._engine.ask(select)
        if place is None:
            return rows
        place += len(select.columns)
        return [
            tuple(dt.date.fromisoformat(cell) if cell and at == place else cell for at, cell in enumerate(row))
            for row in rows
        ]


@pytest.mark.slow
@examples(60)
@given(tables())
def test_the_same_is_said_everywhere(folder, table):
    rows, mapping = table
    expected = in_csv(folder, rows, mapping)
    assert in_parquet(folder, rows, mapping) == expected
    path = sqlite_file(folder, rows)
    assert in_database("env:ANSWERS", mapping) == expected
    spark = adapter()(Session(path), "answers")
    assert said(EngineAnswers(DatesBack(spark)), mapping) == expected


def test_the_library_takes_an_engine(tmp_path):
    (tmp_path / FILE).write_text(JOURNEY)
    (tmp_path / "m.yaml").write_text(ONE % "E")
    path = sqlite_file(tmp_path, [(1, 1, None, "noor", "done", 5, 4, "3"), (2, 1, None, "noor", "done", 5, 2, "3")])
    engine = adapter()(Session(path), "answers")
    project = cxmap.load(tmp_path)
    dry = cxmap.import_survey(project, tmp_path / "m.yaml", engine, dry_run=True)
    assert (dry.respondents, dry.changed, (tmp_path / FILE).read_text()) == (2, 2, JOURNEY)  # and gap_sd goes
    done = cxmap.import_survey(project, tmp_path / "m.yaml", engine)
    assert "experience: {counts: {2: 1, 4: 1}, source: survey}" in (tmp_path / FILE).read_text()
    assert cxmap.import_survey(done.project, tmp_path / "m.yaml", engine).changed == 0
    (tmp_path / "m.yaml").write_text(ONE % "Q")
    with pytest.raises(cxmap.ForeignError, match="no column 'Q'"):
        cxmap.import_survey(project, tmp_path / "m.yaml", engine)


WHOLE = ONE.replace("touchpoints", "overall: I\nderive: %s\ntouchpoints")
"""With a question about the whole."""


def test_what_needs_answers_one_by_one_is_said_of_a_database(folder):
    """Only counts come back; importance that is a relative weight is left out, and the remedy said."""
    sqlite_file(folder, [(k, 1, None, "noor", "done", 1 + k % 5, 1 + k % 4, "3") for k in range(80)])
    weights = in_database("env:ANSWERS", WHOLE % ("relative-weights", "E"))
    remedy = "they need the answers one by one; take a file, or a part of it"
    assert [remark for remark in weights.remarks if remedy in remark]
    assert set(weights.scores[0, "a"]) == {"experience"}
    assert weights.marks is None
    correlated = in_database("env:ANSWERS", WHOLE % ("correlation", "E"))
    assert set(correlated.scores[0, "a"]) == {"importance", "experience"}
    with pytest.raises(ForeignError, match=remedy):
        survey_drivers(MappingFile((WHOLE % ("correlation", "E")).encode(), "m.yaml").mapping, correlated.marks, 1)


def test_a_query_is_plain_sql():
    select = Select(
        10,
        ('a"b',),
        (Figure("count"), Figure("squares", "w")),
        (
            Condition("p", "in", ("x", "y")),
            Condition("q", "in"),
            Condition("d", "below", (3,)),
            Condition("t", "filled", (), True),
        ),
    )
    text = (
        'SELECT "a""b", count(*), sum("w" * 1e0 * "w") FROM t WHERE "p" IN (:p0, :p1) AND 1 = 0 AND "d" < :p2 '
        'AND "t" IS NOT NULL AND trim("t") <> \'\' GROUP BY "a""b" LIMIT 10'
    )
    assert select.sql("t") == (text, {"p0": "x", "p1": "y", "p2": 3})


HOSTILE = [
    'x" FROM big; DROP TABLE answers; --',
    "100% {} %s %(x)s",
    ":x",
    "a\nb",
    "select",
    "Ünïcode",
    "n" * 70,
    "a.b",
    "'",
    "[x]",
    "`x`",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_names_and_nothing_else(folder, name):
    with closing(sqlite3.connect(folder / "hostile.db")) as connection, connection:
        quoted = '"' + name.replace('"', '""') + '"'
        connection.execute(f"DROP TABLE IF EXISTS {quoted}")
        connection.execute(f"CREATE TABLE {quoted} ({quoted} INTEGER, other TEXT)")
        connection.executemany(f"INSERT INTO {quoted} VALUES (?, ?)", [(4, name), (2, "x")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOSTILE", f"sqlite:///{folder}/hostile.db")
        column = ONE % f"{{experience: {scalar(name)}}}"
        every = in_database("env:HOSTILE", column, name)
        some = in_database("env:HOSTILE", column.replace("5}}", f"5}}, only: {{other: [{scalar(name)}]}}}}"), name)
    assert every.scores[0, "a"] == {"experience": {"counts": {2: 1, 4: 1}}}
    assert some.scores[0, "a"] == {"experience": {"counts": {4: 1}}}


def test_a_database_is_only_read(folder):
    sqlite_file(folder, [(1, 1, None, "noor", "done", 5, 4, "3")])
    before = (folder / "answers.db").read_bytes()
    with open_database("env:ANSWERS", "answers") as database:
        assert database.called == "sqlite:///answers.db"
        for text in (
            "DROP TABLE answers",
            "CREATE TABLE x (y)",
            "INSERT INTO answers (id) VALUES (2)",
            "PRAGMA user_version = 3",
        ):
            with pytest.raises(Exception, match=r"readonly|read-only"):
                database.connection.exec_driver_sql(text)
    assert (folder / "answers.db").read_bytes() == before


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///nowhere/gone.db", "there is no file 'nowhere/gone.db'"),
        ("sqlite://", "a database in memory holds no answers"),
        ("sqlite:///{folder}/text.db", "sqlite:///text.db: file is not a database"),
        (
            "sqlite:///{folder}/answers.db",
            "the database has no table 'x.y' that this user may see; is the schema before it?",
        ),
    ],
)
def test_a_database_that_cannot_be_asked(folder, url, said, monkeypatch):
    (folder / "text.db").write_text("id,E\n" * 1000)
    sqlite_file(folder, [])
    monkeypatch.setenv("OTHER", url.format(folder=folder))
    with pytest.raises(ForeignError) as refused, open_database("env:OTHER", "x.y"):
        pass
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (None, "the environment variable 'OTHER' is not set; export OTHER="),
        ("hunter2", "'OTHER' holds no URL of a database, such as postgresql+psycopg://reader@host/database"),
        ("postgresql+nodriver://u:hunter2@h/d", "SQLAlchemy does not know postgresql:// databases by itself; is there"),
        (
            "trino://u:hunter2@h/d",
            "SQLAlchemy does not know trino:// databases by itself; pip install 'trino[sqlalchemy]'",
        ),
    ],
)
def test_a_database_that_there_is_not(url, said, monkeypatch):
    monkeypatch.delenv("OTHER", raising=False)
    if url is not None:
        monkeypatch.setenv("OTHER", url)
    with pytest.raises(cxmap.UsageError) as refused, open_database("env:OTHER", "x"):
        pass
    assert str(refused.value).startswith(said)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("respondent: S\n", "m.yaml:4:13: respondents who are there more than once: 1 row too many; each answers once"),
        ("respondent: P\n", "m.yaml:4:13: 1 row without a respondent"),
        ("weight: W\n", "m.yaml:4:9: 1 weight other than a number of 0 or more, such as '-1.0'"),
        ("weight: P\n", "m.yaml:4:9: 'P' is no number to the database; make a view that casts it to one"),
        ("date: {column: P}\n", "m.yaml:4:16: 'P' is no date to the database; make a view that casts it to one"),
        ("date: {column: D, from: 2027-01-01}\n", "m.yaml:4:7: no answer is inside the window of dates"),
        ("persona: {column: S}\n", "m.yaml:4:19: the answers are of nobody in the journey: 'done' (2); known are "),
        (
            "respondent: id\nlong: {question: P, answer: E}\n",
            "m.yaml:5:1: a row an answer is read from files only; make ",
        ),
        ("overall: x\n", "m.yaml:4:10: the answers have no column 'x'"),
    ],
)
def test_answers_that_make_no_sense(folder, key, found):
    sqlite_file(folder, [(1, -1.0, "2026-01-01", "noor", "done", 5, 4, "3"), (2, 1.0, None, " ", "done", 5, 2, "3")])
    (problem,) = in_database("env:ANSWERS", ONE % "E" + key)
    assert problem.startswith(found)


def test_a_text_is_no_question_and_a_time_ends_a_query(folder):
    with closing(sqlite3.connect(folder / "many.db")) as connection, connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answers AS "
            "WITH RECURSIVE n(E) AS (SELECT 1 UNION ALL SELECT E + 1 FROM n LIMIT 20001) SELECT E FROM n"
        )
        connection.execute(
            "CREATE VIEW IF NOT EXISTS endless AS "
            "WITH RECURSIVE n(E) AS (SELECT 1 UNION ALL SELECT E FROM n) SELECT E FROM n"
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MANY", f"sqlite:///{folder}/many.db")
        assert in_database("env:MANY", ONE % "E") == ["'E': more than 10,000 different answers; are these marks?"]
        with open_database("env:MANY", "endless", timeout=0.3) as database:
            assert said(EngineAnswers(database), ONE % "E") == [
                "sqlite:///many.db has not answered within 0.3 s; allow more with --timeout SECONDS"
            ]


def test_what_may_say_who_somebody_is_stays_in_the_database(folder):
    with closing(sqlite3.connect(folder / "people.db")) as connection, connection:
        connection.execute("CREATE TABLE IF NOT EXISTS answers (email TEXT, E INTEGER)")
        connection.execute("INSERT INTO answers VALUES ('ann@example.org', 3)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEOPLE", f"sqlite:///{folder}/people.db")
        with open_database("env:PEOPLE", "answers") as database:
            assert EngineAnswers(database).first_rows(5) == [(None, 3)]


@pytest.mark.parametrize(
    ("more", "queries"),
    [
        ("", 1),
        ("respondent: id\n", 2),
        ("date: {column: D}\n", 2),
        ("weight: W\n", 5),  # how many, the least and the most weight, how many have one, and who counts
    ],
)
def test_who_counts_is_asked_for_only_where_not_everybody_does(folder, more, queries):
    sqlite_file(folder, [(1, 1, None, "noor", "done", 5, 4, "3"), (2, 1, None, "noor", "done", 5, 2, "3")])
    with open_database("env:ANSWERS", "answers") as database:
        found = said(EngineAnswers(database), ONE % "{importance: I, experience: E}" + more)
        assert (found.respondents, database.queries) == (2, queries)


class Deaf(sqlite3.Connection):
    """A connection that hears only the third time that its query is to end."""

    told = 0

    def interrupt(self) -> None:
        self.told += 1
        if self.told >= 3:
            super().interrupt()


def test_a_query_is_told_to_end_until_it_does(folder, monkeypatch):
    path = sqlite_file(folder, [(1, 1, None, "noor", "done", 5, 4, "3")])
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS E FROM n"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE VIEW endless AS {endless}")
    opened: list[Deaf] = []

    def connect(*args: Any, **options: Any) -> Deaf:
        opened.append(Deaf(*args, **options))
        return opened[0]

    monkeypatch.setattr("cxmap.exchange.survey.database.sqlite3.connect", connect)
    with open_database("env:ANSWERS", "endless") as database:
        monkeypatch.setattr(database, "_timeout", 0.05)
        with pytest.raises(ForeignError, match=r"has not answered within 0\.05 s"):
            database.ask(Select(1, (), (Figure("count"),)))
    assert opened[0].told == 3
