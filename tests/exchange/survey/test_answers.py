"""Files of answers: CSV as programs write it, XLSX, Parquet, and what the database may not do."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.duckdb_table import DuckDbTable
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.respondents import EVERYBODY
from cxmap.exchange.survey.scores import sum_up
from cxmap.yaml.editor.value import scalar
from tests.exchange.survey.support import BOTH, HEAD, ONE, WIDE, problems, scores
from tests.profiles import examples
from tests.support import in_a_process

if TYPE_CHECKING:
    from pathlib import Path

duckdb = pytest.importorskip("duckdb")


@pytest.mark.parametrize(
    "answers",
    [
        WIDE.replace("\n", "\r\n"),
        WIDE.replace("\n", "\r"),
        "\ufeff" + WIDE,
        "sep=;\n" + WIDE.replace(",", ";"),
        "\ufeffsep=;\r\n" + WIDE.replace(",", ";").replace("\n", "\r\n"),
        WIDE.replace(",", "\t"),
        WIDE.replace(",", "|"),
        WIDE.replace("id,I,E", '"id","I"," E "'),
        WIDE.replace("id,", '"id\nof the respondent",'),
        WIDE.replace("id,I,E", 'id,I,E\n"the text\nof the questions",Q1,Q2'),
        WIDE + "\n\n",
        WIDE[:-1],
        WIDE.replace("1,5,1", "1,5.0, 1 "),
    ],
    ids=[
        "CRLF",
        "CR",
        "byte order mark",
        "sep=",
        "sep= as Excel writes it",
        "tabs",
        "bars",
        "quotes",
        "a header of two lines",
        "a second header",
        "empty lines at the end",
        "no line break at the end",
        "decimals and blanks",
    ],
)
def test_tables_as_programs_write_them(tmp_path, answers):
    head = HEAD.replace("n.a.]", "n.a.], skip_rows: 1") if "Q1" in answers else HEAD
    assert scores(tmp_path, answers, head + BOTH) == scores(tmp_path, WIDE, BOTH)


LONG = "id,Q,A\n1,I,5\n1,E,1\n1,remarks,=SUM(A1) and more\n2,I,4\n2,E,2\n3,I,9\n3,E,3\n4,I,\n4,E,2\n5,I,n.a.\n5,E,5\n"


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        (WIDE, "ENUM"),
        (WIDE.replace("4,,2", '4,"",2'), "ENUM"),
        (WIDE.replace("4,,2", "4, ,2"), "VARCHAR"),
        (WIDE.replace("1,5,1", "1,5,1.0"), "VARCHAR"),
        (WIDE.replace("n.a.", "N.A."), "VARCHAR"),
        (LONG, "ENUM"),
        (LONG.replace("1,E", "1, E "), "ENUM"),
        (LONG.replace("1,E,1", "1,E, 1"), "VARCHAR"),
    ],
)
def test_a_text_that_the_mapping_does_not_name_is_read_as_it_is(tmp_path, monkeypatch, answers, kept):
    types: list[str] = []

    def ask(table, query, parameters):
        found = asked(table, query, parameters)
        if query.startswith("CREATE TABLE read_"):
            described = asked(table, "DESCRIBE read_", {})
            types.extend(row[1].partition("(")[0] for row in described if row[0] in {"q0", "answer_"})
        return found

    asked = DuckDbTable.ask
    monkeypatch.setattr(DuckDbTable, "ask", ask)
    mapping = BOTH + ("respondent: id\nlong: {question: Q, answer: A}\n" if "Q" in answers else "respondent: id\n")
    assert scores(tmp_path, answers, mapping) == scores(tmp_path, WIDE, BOTH)
    assert types == [kept, "ENUM"]


def test_a_question_that_nobody_answered_is_looked_for_among_all(tmp_path):
    answers = "id,Q,A\n" + "".join(f"1,q{number},3\n" for number in range(900)) + "1,Speed ,4\n"
    mapping = "touchpoints: {a: Sped, b: Speed}\nrespondent: id\nlong: {question: Q, answer: A}\n"
    assert problems(tmp_path, answers, mapping) == [
        "m.yaml:3:18: nobody answered a question 'Sped'; did you mean 'Speed'?"
    ]


def test_a_table_as_dutch_spreadsheets_write_it(tmp_path):
    answers = "id;Rapportcijfer;Weging\r\n1;7,5;0,8\r\n2;6,0;1,2\r\n"
    head = HEAD.replace("max: 5", "max: 10")
    found = scores(tmp_path, answers, head + "touchpoints: {a: Rapportcijfer}\nweight: Weging\n")
    assert found[0, "a"]["experience"]["mean"] == 6.6  # (0.8 · 7.5 + 1.2 · 6) / 2


def parquet(path: Path, query: str) -> bytes:
    duckdb.connect().execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("SELECT repeat('x', 1000000) AS E FROM range(1000)", "a text of more than 32 KiB; is this a file of answers?"),
        ("SELECT repeat('x', 250000000) AS E", "needs more than 192 MiB of memory and of temporary files"),
        ("SELECT list(1) AS E FROM range(30000000)", "needs more than 192 MiB of memory and of temporary files"),
    ],
    ids=["a text that all rows share", "a huge text", "a huge list"],
)
def test_a_parquet_bomb_is_refused_in_little_memory(tmp_path, rows, said):
    path = tmp_path / "bomb.parquet"
    duckdb.connect().execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
    status, error, memory = in_a_process(["import", "survey", str(path), "--suggest-mapping"])
    assert (status, error) == (1, f"{path}: {said}\nNothing was written.\n")
    assert memory <= 300


@pytest.fixture
def folder(tmp_path):
    """Parquet files with the answers of ``WIDE`` between them: columns in another order, and one of them missing."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "w.csv").write_text(WIDE)
    table = f"read_csv('{tmp_path}/w.csv', all_varchar = true)"
    parquet(tmp_path / "parts/b.parquet", f"SELECT E, I, id FROM {table} WHERE id::INT < 4")
    parquet(tmp_path / "parts/a.PARQUET", f"SELECT id, I, E FROM {table} WHERE id = '5'")
    parquet(tmp_path / "parts/c.pq", f"SELECT E, id FROM {table} WHERE id = '4'")
    (tmp_path / "parts/readme.txt").write_text("not an answer")
    return tmp_path / "parts"


def test_a_folder_of_parquet_is_one_table(folder):
    file = MappingFile((HEAD + BOTH).encode(), "m.yaml")
    with open_answers(folder) as opened:
        assert sum_up(file, opened, EVERYBODY).scores == scores(folder.parent, WIDE, BOTH)


def test_a_folder_without_parquet_or_with_a_link_out_of_it_is_refused(folder):
    (folder.parent / "empty").mkdir()
    with pytest.raises(ForeignError, match="no Parquet file in this folder"), open_answers(folder.parent / "empty"):
        pass
    (folder / "d.parquet").symlink_to(folder.parent / "w.csv")
    with (
        pytest.raises(ForeignError, match=r"'d\.parquet' is a link that leads out of the folder"),
        open_answers(folder),
    ):
        pass
    (folder / "d.parquet").unlink()
    (folder / "d.parquet").write_bytes(b"PAR1")
    with pytest.raises(ForeignError, match="one of the files is not a Parquet file"), open_answers(folder):
        pass


def test_a_damaged_part_of_parquet_is_told_without_names_of_ours(tmp_path):
    data = bytearray(parquet(tmp_path / "w", "SELECT 1 + hash(i) % 5 AS E, hash(i) AS h FROM range(50000) AS r(i)"))
    for place in range(1_000, 4_000):
        data[place] ^= 0x5A
    (found,) = problems(tmp_path, bytes(data), ONE, name="x.parquet")
    assert found == "damaged: a part of it cannot be read; fetch or save it again"


def test_parquet_says_the_same_as_csv(tmp_path):
    (tmp_path / "w.csv").write_text(WIDE)
    data = parquet(tmp_path / "w", f"SELECT * FROM read_csv('{tmp_path}/w.csv')")
    assert scores(tmp_path, data, BOTH, name="x.parquet") == scores(tmp_path, WIDE, BOTH)


@pytest.mark.parametrize(
    "typed", ["TINYINT", "UBIGINT", "HUGEINT", "DOUBLE", "FLOAT", "DECIMAL(9,2)", "VARCHAR", "ENUM('3', '4')"]
)
def test_parquet_of_any_type(tmp_path, typed):
    data = parquet(tmp_path / "w", f"SELECT unnest([3, 4, 3, NULL])::VARCHAR::{typed} AS E")
    assert scores(tmp_path, data, ONE, name="x.parquet")[0, "a"]["experience"] == {"counts": {3: 2, 4: 1}}


@pytest.mark.parametrize("typed", ["DATE", "TIMESTAMP", "TIMESTAMP_NS", "VARCHAR"])
def test_parquet_with_dates(tmp_path, typed):
    data = parquet(tmp_path / "w", f"SELECT 3 AS E, '2026-03-31'::{typed} AS D UNION ALL SELECT 4, '2025-01-01'")
    mapping = ONE + "date: {column: D, from: 2026-01-01}\n"
    assert scores(tmp_path, data, mapping, name="x.parquet")[0, "a"]["experience"] == {"counts": {3: 1}}


def test_xlsx_says_the_same_as_csv(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    book = xlsxwriter.Workbook(str(tmp_path / "w.xlsx"))
    sheet = book.add_worksheet()
    for number, row in enumerate(csv.reader(io.StringIO(WIDE))):
        for column, cell in enumerate(row):
            sheet.write(number, column, float(cell) if cell.isdigit() else cell)
    book.add_worksheet().write(0, 0, "another sheet")
    book.close()
    assert scores(tmp_path, (tmp_path / "w.xlsx").read_bytes(), BOTH, name="z.xlsx") == scores(tmp_path, WIDE, BOTH)


def test_standard_input():
    with open_answers(io.BytesIO(WIDE.encode())) as opened:
        assert opened.header == ["id", "I", "E"]
        assert opened.ask(f"SELECT count(*) FROM {opened.table}", {}) == [(5,)]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x.csv", b"", "the file is empty"),
        ("x.csv", b"\n3\n", "the first line, which should name the columns, is empty"),
        ("x.csv", b"E,F\n3\n", "line 2: 1 column instead of 2; is the separator right?"),
        ("x.csv", b"E,F\n3,4\n3,4,5\n", "line 3: 3 columns instead of 2; is the separator right?"),
        (
            "x.csv",
            b"E\n3\xe9\n",
            "line 2: not UTF-8: the byte 0xE9, which is 'é' in Windows-1252; save it as UTF-8 (in Excel: 'CSV UTF-8')",
        ),
        ("x.csv", b"E\n" + b"3\n" * (9 << 20) + b"\xe9\n", "line 9437186: not UTF-8; save it as UTF-8 "),
        ("x.csv", "E\n3\n".encode("utf-16"), "UTF-16, not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')"),
        ("x.csv", "E\n3\n".encode("utf-16-le"), "not a table of text: it holds NUL characters; is its name's ending "),
        (
            "x.csv.gz",
            gzip.compress(b"E\n3\n", mtime=0),
            "packed with gzip; unpack it on the way: gzip -dc FILE | cxmap import s",
        ),
        ("x.csv", b"PK\x03\x04\x00\x00", "not a table of text: it holds NUL characters; is its name's ending right?"),
        ("x.csv", b'E\n"3\n', "line 2: a quote that never closes, or text after a closing quote"),
        ("x.csv", b'E,F\n3,4\n3,"4" x\n', "line 3: a quote that never closes, or text after a closing quote"),
        ("x.csv", b"E,F\n3," + b"4" * 3_000_000 + b"\n", "line 2: longer than 2 MB; a quote that never closes?"),
        ("x.csv", b"E,F\n3,4\r\n3,4\n5,5\r\n", "not a table: line ends of two kinds, or quotes"),
        ("x.csv", b'"E\n3\n', "line 1: a quote that never closes; close it, or"),
        ("x.csv", b"E" + b",F" * 20_000 + b"\n3\n", "20,001 columns, and no more than 20,000 are read; save those of"),
        ("x.csv", b"E" * (5 << 20), "not a table: the first line is longer than 4 MiB"),
        ("x.parquet", b"PAR1", "not a Parquet file, or a damaged one"),
        ("x.parquet", b"PAR1" + bytes(100) + b"PAR1", "not a Parquet file, or a damaged one"),
        ("x.xlsx", b"PK\x03\x04", "not a workbook: it is no archive, or a damaged one; save it again as .xlsx"),
        ("x.xlsx", b"E\n3\n", "not a workbook: it is no archive, or a damaged one; save it again as .xlsx"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, name, data, problem):
    (found,) = problems(tmp_path, data, ONE, name=name)
    assert found.startswith(problem)


def test_ten_thousand_columns(tmp_path):
    names = [f"q{number}" for number in range(10_000)]
    answers = ",".join(names) + "\n" + ",".join(["3"] * 10_000) + "\n"
    assert scores(tmp_path, answers, "touchpoints: {a: q9999}\n")[0, "a"] == {"experience": {"counts": {3: 1}}}
    assert problems(tmp_path, answers, "touchpoints: {a: q9998x}\n") == [
        "m.yaml:3:18: the answers have no column 'q9998x'; did you mean 'q9998'?"
    ]


@pytest.mark.parametrize("name", ["answers[1]*?.csv", "s3:x.csv", "it's.csv", "~.csv", "a{b,c}.csv"])
def test_names_of_files_are_names(tmp_path, name):
    assert scores(tmp_path, WIDE, BOTH, name=name) == scores(tmp_path, WIDE, BOTH)


HOSTILE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).map(str.strip)


@examples(20)
@given(
    st.one_of(
        HOSTILE.filter(bool),
        st.sampled_from(
            ['"; DROP TABLE x; --', "c0", "q0", "'", '"', "$p000000", "read_csv('/etc/passwd')", "a.b", "*", "?", "%"]
        ),
    )
)
def test_names_of_columns_are_names_and_nothing_else(tmp_path_factory, name):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("other " + name, name), (9, 4)])
    mapping = f"touchpoints: {{a: {{experience: {scalar(name)}}}}}\n"
    assert scores(tmp_path_factory.mktemp("x"), out.getvalue(), mapping)[0, "a"] == {"experience": {"counts": {4: 1}}}


@pytest.mark.parametrize(
    "hostile", ["'; DROP TABLE read_; --", "=cmd|' /C calc'!A0", "\x1b[31mred", "$p000000", "%s{0}"]
)
def test_answers_are_text_and_nothing_else(tmp_path, hostile):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [("id", "E", "W", "D", "P"), (hostile, hostile, 1, "2026-01-01", "noor"), (2, 3, 1, "", "x")]
    )
    (found,) = problems(tmp_path, out.getvalue(), ONE + "respondent: id\n")
    assert found == f"m.yaml:3:18: 'E': answers that are no marks: '{hostile}' (1); name them in not_answers or labels"
    coded = HEAD.replace("9, n.a.", scalar(hostile)) + ONE
    assert scores(tmp_path, out.getvalue(), coded)[0, "a"] == {"experience": {"counts": {3: 1}}}


def test_the_database_reaches_nothing_but_the_answers(tmp_path):
    (tmp_path / "other.csv").write_text("a\n1\n")
    (tmp_path / "answers.csv").write_text(WIDE)
    with open_answers(tmp_path / "answers.csv") as opened:
        for query in (
            f"SELECT * FROM read_csv('{tmp_path}/other.csv')",
            f"SELECT * FROM read_text('{tmp_path}/other.csv')",
            f"SELECT * FROM glob('{tmp_path}/*')",
            "SELECT * FROM read_csv('http://localhost/x.csv')",
            "INSTALL httpfs",
            "LOAD spatial",
            "SET enable_external_access = true",
            "SET memory_limit = '100GB'",
            "SELECT getenv('HOME')",
            f"ATTACH '{tmp_path}/other.duckdb'",
            f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        ):
            with pytest.raises(ForeignError):
                opened.ask(query, {})
    assert {path.name for path in tmp_path.iterdir()} == {"other.csv", "answers.csv"}


def test_ctrl_c_ends_a_query(tmp_path):
    (tmp_path / "answers.csv").write_text(WIDE)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # it is ignored in a job in the background
    try:
        with open_answers(tmp_path / "answers.csv") as opened:
            timer = threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT])  # as a terminal sends it
            timer.start()
            with pytest.raises(KeyboardInterrupt):
                opened.ask("SELECT sum(range % 7) FROM range(1000000000000)", {})  # in small steps, without an end
            timer.join()
    finally:
        signal.signal(signal.SIGINT, before)


def test_ctrl_c_before_a_query_has_begun_ends_it_too():
    class Slow:
        """A connection that hears only the third time that its query is to end."""

        def __init__(self):
            self.told = threading.Semaphore(0)

        def execute(self, *_):
            os.kill(os.getpid(), signal.SIGINT)
            for _time in range(3):
                assert self.told.acquire(timeout=30)
            return self

        def fetchall(self):
            return []

        def interrupt(self):
            self.told.release()

    connection: Any = Slow()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            DuckDbTable([], "", True, [], connection).ask("SELECT 1", {})
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("owner", "method", "call"),
    [(threading.Thread, "start", 1), (ThreadPoolExecutor, "submit", 1), (ThreadPoolExecutor, "submit", 2)],
    ids=["while a thread starts", "before the query", "when the query has just been handed over"],
)
def test_ctrl_c_leaves_no_query_behind(tmp_path, monkeypatch, owner, method, call):
    real, calls = getattr(owner, method), itertools.count(1)

    def interrupted(*given, **options):
        done = real(*given, **options)
        if next(calls) == call:
            raise KeyboardInterrupt
        return done

    def ask():
        with open_answers(tmp_path / "answers.csv") as opened:
            monkeypatch.setattr(owner, method, interrupted)
            opened.ask("SELECT sum(range % 7) FROM range(5000000000)", {})  # for half a minute

    (tmp_path / "answers.csv").write_text(WIDE)
    with pytest.raises(KeyboardInterrupt):
        ask()


def test_ctrl_c_while_a_file_is_opened(tmp_path, monkeypatch):
    def interrupted(*_):
        raise RuntimeError("Query interrupted")  # as DuckDB has it

    (tmp_path / "x.csv").write_text("E\n3\n")
    monkeypatch.setattr("cxmap.exchange.survey.answers._text", interrupted)
    with pytest.raises(KeyboardInterrupt), open_answers(tmp_path / "x.csv"):
        pass
