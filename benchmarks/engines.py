"""The same answers in files and engines: the same figures of each, with time, memory and the rows that come back.

``python -m benchmarks.engines`` asks about ten million generated answers; with PROJECT MAPPING ANSWERS.csv behind it,
about those of a project. Spark is asked where ``pyspark`` can be imported.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from benchmarks.places import PYTHON, ROOT
from benchmarks.survey_import import project_files
from benchmarks.timing import most_held

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.exchange.survey.engine import Engine, Kind, Select

FILES = ("CSV", "Parquet")
TABLE = "answers"


class Counting:
    """An engine, and what was asked of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.queries = self.rows = 0

    def columns(self) -> Sequence[tuple[str, Kind]]:
        """The columns of the table."""
        return self._engine.columns()

    def ask(self, select: Select) -> Sequence[Sequence[Any]]:
        """The rows that a query gives."""
        rows = self._engine.ask(select)
        self.queries += 1
        self.rows += len(rows)
        return rows


def ask(kind: str, project: str, mapping: str, where: str) -> dict[str, Any]:
    """Sum the answers up, in this process."""
    import cxmap
    from cxmap.exchange.survey.answers import open_answers
    from cxmap.exchange.survey.database import open_database
    from cxmap.exchange.survey.engine_survey import EngineAnswers
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import respondents
    from cxmap.exchange.survey.scores import sum_up

    engine = spark_table(where) if kind == "Spark" else None
    start = time.perf_counter()
    loaded = cxmap.load(project)
    file = MappingFile(Path(mapping).read_bytes(), mapping)
    ((_, journey),) = [pair for pair in loaded.journey_documents() if file.mapping.journey in {None, pair[1].id}]
    groups = respondents(file, loaded, journey)
    with contextlib.ExitStack() as stack:
        counted = None
        if kind in FILES:
            answers: Any = stack.enter_context(open_answers(Path(where)))
        else:
            counted = Counting(engine or stack.enter_context(open_database(where, TABLE, timeout=3600)))
            answers = EngineAnswers(counted)
        summed = sum_up(file, answers, groups, one_by_one=False)
    said = [[*key, score] for key, score in sorted(summed.scores.items())]
    return {
        "seconds": time.perf_counter() - start,
        "memory": most_held(os.getpid()) / 1024,
        "figures": hashlib.sha256(json.dumps([summed.respondents, said]).encode()).hexdigest()[:12],
        "queries": counted.queries if counted else None,
        "rows": counted.rows if counted else None,
    }


def spark_table(path: str) -> Engine:
    """The answers in Spark, by the adapter that docs/how-to/databases.md gives."""
    from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]  # never a dependency

    blocks = (ROOT / "docs/how-to/databases.md").read_text(encoding="utf-8").split("```python\n")[1:]
    code = next(block.split("```")[0] for block in blocks if "class SparkTable" in block)
    names: dict[str, Any] = {}
    exec(compile(code, "databases.md", "exec"), names)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    session.read.parquet(path).createOrReplaceTempView(TABLE)
    table: Engine = names["SparkTable"](session, TABLE)
    return table


@contextlib.contextmanager
def places(answers: Path) -> Iterator[dict[str, str]]:
    """By kind, where the answers of a CSV file are."""
    import duckdb
    import psycopg
    from tests.database.conftest import PASSWORD, running

    with tempfile.TemporaryDirectory() as folder, running() as server:
        parquet, file = Path(folder, "answers.parquet"), Path(folder, "answers.db")
        with duckdb.connect() as connection:
            table = connection.read_csv(str(answers))
            table.write_parquet(str(parquet))
            types = zip(table.columns, map(str, table.types), strict=True)
            kinds = {name: "BIGINT" if "INT" in kind else "TEXT" for name, kind in types}
        columns = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
        with contextlib.closing(sqlite3.connect(file)) as lite, lite, answers.open(newline="") as text:
            lite.execute(f"CREATE TABLE {TABLE} ({columns})")
            rows = csv.reader(text)
            next(rows)
            cells = ([cell or None for cell in row] for row in rows)
            lite.executemany(f"INSERT INTO {TABLE} VALUES ({', '.join('?' * len(kinds))})", cells)
        login = f"owner:{quote(PASSWORD, safe='')}"
        with psycopg.connect(f"postgresql://{login}@/postgres?host={server}", autocommit=True) as owner:
            owner.execute(f"CREATE TABLE {TABLE} ({columns})")
            with owner.cursor().copy(f"COPY {TABLE} FROM STDIN (FORMAT csv, HEADER)") as copy:
                copy.write(answers.read_bytes())
            owner.execute(f"ANALYZE {TABLE}")
        os.environ["SQLITE"] = f"sqlite:///{file}"
        os.environ["POSTGRESQL"] = f"postgresql+psycopg://{login}@/postgres?host={server}"
        found = {"CSV": str(answers), "Parquet": str(parquet), "SQLite": "env:SQLITE", "PostgreSQL": "env:POSTGRESQL"}
        yield found | ({"Spark": str(parquet)} if importlib.util.find_spec("pyspark") else {})


def main(project: Path, mapping: Path, answers: Path) -> str:
    """Ask each; a table in Markdown."""
    lines = ["| answers in | figures | time | memory | queries | rows back |", "|---|---|---:|---:|---:|---:|"]
    with places(answers) as found:
        for kind, where in found.items():
            argv = [PYTHON, "-m", "benchmarks.engines", "ask", kind, str(project), str(mapping), where]
            done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                raise RuntimeError(f"{kind}: {done.stderr[-500:]}")
            said = json.loads(done.stdout.splitlines()[-1])
            asked = f"{said['queries']} | {said['rows']:,}" if said["queries"] else "– | –"
            lines.append(
                f"| {kind} | `{said['figures']}` | {said['seconds']:.1f} s | {said['memory']:.0f} MiB | {asked} |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        print(json.dumps(ask(*sys.argv[2:])))
    elif sys.argv[1:]:
        folder, mapping_file, answers_file = map(Path, sys.argv[1:])
        print(main(folder.resolve(), mapping_file.resolve(), answers_file.resolve()))
    else:
        home = project_files(10_000_000)
        print(main(home, home / "wide.yaml", home / "wide.csv"))
