"""Answers in a real PostgreSQL: what is said of them, what cannot be done to it, and what is never shown."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given

from cxmap.exchange.survey.database import open_database
from cxmap.yaml.editor.value import scalar
from tests.database.conftest import PASSWORD
from tests.exchange.survey.everywhere import COLUMNS, in_csv, in_database, tables
from tests.exchange.survey.support import FILE, JOURNEY
from tests.exchange.survey.test_engines import HOSTILE, ONE
from tests.profiles import examples
from tests.support import in_a_process

pytestmark = pytest.mark.database
psycopg = pytest.importorskip("psycopg")
sql = pytest.importorskip("psycopg.sql")

TYPES = {**COLUMNS, "id": "BIGINT", "W": "NUMERIC(9,2)", "D": "TIMESTAMPTZ", "I": "SMALLINT", "E": "DOUBLE PRECISION"}


@pytest.fixture(scope="module", autouse=True)
def reader(server, owner):
    """The variable that names the database, for a user who may only read."""
    with pytest.MonkeyPatch.context() as patch:
        url = f"postgresql+psycopg://reader:{quote(PASSWORD, safe='')}@/postgres?host={server}"
        patch.setenv("ANSWERS", url)
        yield url


def fill(owner, rows, types=COLUMNS, name="answers"):
    """Make a table of answers anew."""
    table = sql.Identifier("crm", name)
    kinds = {
        column: kind.replace("DOUBLE PRECISION", "FLOAT8").replace("DOUBLE", "FLOAT8") for column, kind in types.items()
    }
    columns = sql.SQL(", ").join(sql.Identifier(column) + sql.SQL(f" {kind}") for column, kind in kinds.items())
    owner.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
    owner.execute(sql.SQL("CREATE TABLE {} ({})").format(table, columns))
    with owner.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copy:
        for row in rows:
            copy.write_row(row)


@pytest.mark.parametrize("types", [COLUMNS, TYPES], ids=["as in SQLite", "other types"])
@examples(30)
@given(tables())
def test_the_same_is_said_of_a_table_as_of_a_file(tmp_path_factory, owner, types, table):
    rows, mapping = table
    fill(owner, rows, types)
    folder = tmp_path_factory.getbasetemp()
    assert in_database("env:ANSWERS", mapping, "crm.answers") == in_csv(folder, rows, mapping)


def test_answers_of_types_that_only_postgresql_has(owner):
    owner.execute("DROP TABLE IF EXISTS crm.typed")
    owner.execute(
        "DO $$ BEGIN CREATE TYPE crm.mark AS ENUM ('good', 'bad'); EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    owner.execute("DROP DOMAIN IF EXISTS crm.grade")
    owner.execute("CREATE DOMAIN crm.grade AS INTEGER CHECK (VALUE < 10)")
    owner.execute("CREATE TABLE crm.typed (m crm.mark, g crm.grade, j JSONB, a INTEGER[], c CHAR(9), t BOOLEAN)")
    owner.execute(
        "INSERT INTO crm.typed VALUES ('good', 4, '{\"x\": 1}', '{1,2}', 'yes', true), "
        "('bad', 2, NULL, NULL, 'no', false)"
    )
    labelled = ONE.replace("max: 5}", "max: 5}, labels: {good: 5, bad: 1, yes: 4, no: 2}, only: {t: [True]}")
    for column, mark in (("m", 5), ("g", 4), ("c", 4)):
        found = in_database("env:ANSWERS", labelled % column, "crm.typed")
        assert found.scores[0, "a"] == {"experience": {"counts": {mark: 1}}}
    only = ONE.replace("max: 5}", "max: 5}, only: {m: [GOOD]}")
    assert in_database("env:ANSWERS", only % "g", "crm.typed").scores[0, "a"]["experience"] == {"counts": {4: 1}}
    for column, said in (("j", "{'x': 1}"), ("a", "[1, 2]")):
        (problem,) = in_database("env:ANSWERS", ONE % column, "crm.typed")
        assert f"answers that are no marks: '{said}' (1)" in problem


@pytest.mark.parametrize("name", [name for name in HOSTILE if len(name.encode()) <= 63])
def test_names_are_names_and_nothing_else(owner, name):
    fill(owner, [(4, name), (2, "x")], {name: "INTEGER", "other": "TEXT"}, name)
    mapping = ONE.replace("max: 5}", "max: 5}, only: {other: [NAME]}").replace("%s", "{experience: NAME}")
    mapping = mapping.replace("NAME", scalar(name))
    assert in_database("env:ANSWERS", mapping, f"crm.{name}").scores[0, "a"] == {"experience": {"counts": {4: 1}}}


def test_nothing_can_be_written_even_by_who_may(owner, server, monkeypatch):
    fill(owner, [])
    monkeypatch.setenv("OWNER", f"postgresql+psycopg://owner:{quote(PASSWORD, safe='')}@/postgres?host={server}")
    for statement in (
        "CREATE TABLE crm.x (y INT)",
        "DROP TABLE crm.answers",
        "SET TRANSACTION READ WRITE",
        "SELECT pg_sleep(60)",
    ):
        with open_database("env:OWNER", "crm.answers", timeout=1) as database:
            connection = database.connection
            assert connection.exec_driver_sql("SHOW transaction_isolation").scalar() == "repeatable read"
            assert connection.exec_driver_sql("SHOW application_name").scalar() == "cxmap"
            start = time.monotonic()
            with pytest.raises(Exception, match=r"read-only transaction|read-write mode|statement timeout"):
                connection.exec_driver_sql(statement)
            assert time.monotonic() - start < 20


@pytest.fixture
def project(tmp_path):
    (tmp_path / FILE).write_text(JOURNEY)
    (tmp_path / "m.yaml").write_text(ONE % "E")
    return tmp_path


def command(project, url, *more, table="crm.answers"):
    """Run the import; what is said, and never a secret."""
    variables = {**os.environ, "OTHER": url, "CXMAP_DEBUG": "1"}
    argv = [
        sys.executable,
        "-m",
        "cxmap",
        "import",
        "survey",
        "env:OTHER",
        "--table",
        table,
        "--mapping",
        "m.yaml",
        *more,
    ]
    done = subprocess.run(argv, cwd=project, capture_output=True, text=True, env=variables, check=False)
    said = done.stdout + done.stderr + (project / FILE).read_text()
    for secret in (PASSWORD, quote(PASSWORD, safe=""), "hunter2"):
        assert secret not in said
    assert "Traceback" not in said
    return done


def test_a_whole_import(project, owner, reader):
    fill(owner, [(1, 1, None, "noor", "done", 5, 4, "3"), (2, 1, None, "noor", "done", 5, 2, "3")])
    done = command(project, reader)
    first, *rest = done.stderr.splitlines()
    assert first.startswith("asked postgresql:///postgres, table crm.answers: 1 query, 2 rows back, ")
    assert rest == ["2 respondents; 2 scores and the source 'survey' changed in journey.cxmap.yaml."]
    assert "experience: {counts: {2: 1, 4: 1}, source: survey}" in (project / FILE).read_text()


def test_the_database_may_stand_in_the_mapping_but_no_url(project, owner, reader):
    fill(owner, [(1, 1, None, "noor", "done", 5, 4, "3")])
    (project / "m.yaml").write_text('from: {table: crm.answers, url: "env:OTHER"}\n' + ONE % "E")
    variables = {**os.environ, "OTHER": reader}
    argv = [sys.executable, "-m", "cxmap", "import", "survey", "--mapping", "m.yaml", "--dry-run"]
    done = subprocess.run(argv, cwd=project, capture_output=True, text=True, env=variables, check=False)
    assert "1 respondent; " in done.stderr, done.stderr
    (project / "m.yaml").write_text(f'from: {{table: crm.answers, url: "{reader}"}}\n' + ONE % "E")
    done = command(project, reader)
    assert (done.returncode, done.stderr) == (
        1,
        "m.yaml:1:33: write env:NAME here, and put the URL into that environment variable\nNothing was written.\n",
    )


@pytest.mark.parametrize(
    ("url", "table", "said"),
    [
        ("postgresql+psycopg://reader:x{secret}@/postgres?host={server}", "crm.answers", 'failed for user "reader"'),
        ("postgresql+psycopg://reader:{secret}@localhost:1/postgres", "crm.answers", "efused"),
        ("postgresql+psycopg://reader:{secret}@/gone?host={server}", "crm.answers", 'database "gone" does not exist'),
        ("postgresql+pg8000://reader:{secret}@/postgres", "crm.answers", "pip install 'pg8000'"),
        ("postgresql+psycopg://reader:{secret}@:x/postgres", "crm.answers", "holds no URL of a database"),
        (
            "postgresql+psycopg://@/postgres?host={server}&user=reader&password={secret}",
            "crm.gone",
            "has no table 'crm.",
        ),
        ("postgresql+psycopg://@/postgres?host={server}&user=reader&password=x{secret}", "crm.gone", "failed for user"),
        ("postgresql+psycopg://@/postgres?host={server}&wrong={secret}", "crm.gone", "invalid"),
        (
            "postgresql+psycopg://reader:{secret}@/postgres?host={server}",
            "owners.answers",
            "has no table 'owners.answers'",
        ),
        ("postgresql+psycopg://reader:{secret}@/postgres?host={server}", "answers", "has no table 'answers'"),
        ("postgresql+psycopg://reader:{secret}@/postgres?host={server}", "crm.secret", "permission denied"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line_without_a_secret(project, owner, server, url, table, said):
    fill(owner, [])
    owner.execute("DROP TABLE IF EXISTS crm.secret")
    owner.execute('CREATE TABLE crm.secret ("E" INT)')
    owner.execute("REVOKE ALL ON crm.secret FROM reader")
    done = command(project, url.format(secret=quote(PASSWORD, safe=""), server=server), table=table)
    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert len(done.stderr.splitlines()) <= 2
    assert (project / FILE).read_text() == JOURNEY


@pytest.fixture
def slow(owner):
    """A view that takes a minute."""
    owner.execute('CREATE OR REPLACE VIEW crm.slow AS SELECT 3 AS "E" FROM pg_sleep(60)')


def test_a_query_that_takes_too_long_is_ended(project, reader, slow, owner):
    done = command(project, reader, "--timeout", "1", table="crm.slow")
    assert "has not answered within 1 s; allow more with --timeout SECONDS" in done.stderr
    assert (done.returncode, busy(owner)) == (1, 0)


def test_ctrl_c_ends_the_query_and_the_run(project, reader, slow, owner):
    argv = [
        sys.executable,
        "-m",
        "cxmap",
        "import",
        "survey",
        "env:ANSWERS",
        "--table",
        "crm.slow",
        "--mapping",
        "m.yaml",
    ]
    process = subprocess.Popen(argv, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not busy(owner):
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "cxmap: interrupted; no file was changed\n")
    assert (project / FILE).read_text() == JOURNEY
    assert busy(owner) == 0


def busy(owner):
    """How many queries of ours the server is at."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cxmap' AND state = 'active'"
    return owner.execute(query).fetchone()[0]


def test_little_comes_back_and_little_memory_is_taken(project, owner, reader, monkeypatch):
    owner.execute("DROP TABLE IF EXISTS crm.large")
    owner.execute(
        'CREATE TABLE crm.large AS SELECT n AS id, 1 + n % 5 AS "I", 1 + n * 7 % 5 AS "E" '
        "FROM generate_series(1, 200000) n"
    )
    (project / "m.yaml").write_text(ONE % "{importance: I, experience: E}" + "respondent: id\n")
    monkeypatch.chdir(project)
    argv = ["import", "survey", "env:ANSWERS", "--table", "crm.large", "--mapping", "m.yaml", "--dry-run"]
    status, said, memory = in_a_process(argv)
    assert (status, ": 2 queries, " in said) == (0, True), said
    assert int(re.findall(r", (\d+) rows back", said)[0]) <= 1000
    assert memory <= 100


STARTS_A_SERVER = """
import time
from tests.database.conftest import running
with running() as folder:
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_of_the_tests_ends_with_who_started_it(number):
    with subprocess.Popen([sys.executable, "-c", STARTS_A_SERVER], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        assert (folder / "data/postmaster.pid").exists()
        process.send_signal(number)
    until = time.monotonic() + 60
    while folder.exists():
        assert time.monotonic() < until
        time.sleep(0.05)
