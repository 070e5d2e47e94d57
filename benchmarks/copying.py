"""Answers counted in PostgreSQL, against one copy of their table to a file: in turn, the whole command.

``python -m benchmarks.copying`` starts a server of its own. *Processor* is that of the command and of the server.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.places import CXMAP
from benchmarks.survey_import import NOT_USED, project_files
from benchmarks.timing import Command, alternate, once

RUNS = 3
TABLES = {  # rows, questions and whether a respondent is named
    "10⁷ rows × 5 questions": (10_000_000, 5, False),
    "10⁶ rows × 10 questions, respondents": (1_000_000, 10, True),
}
MAPPING = f"source: {{id: survey, title: Survey}}\nanswers: {{scale: {{min: 1, max: 5}}, not_answers: [{NOT_USED}]}}\n"


class Taken(NamedTuple):
    """Medians of several runs, in seconds."""

    clock: float
    processor: float


def main() -> str:
    """Measure; a table in Markdown."""
    import psycopg
    from tests.database.conftest import PASSWORD, programs, running

    lines = [
        "| table | clock | copy | ratio | processor | copy | ratio |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    with running() as server, tempfile.TemporaryDirectory() as folder:
        url = f"postgresql://owner:{quote(PASSWORD, safe='')}@/postgres?host={server}"
        os.environ["ANSWERS"] = url.replace("postgresql:", "postgresql+psycopg:", 1)
        postmaster = int((server / "data/postmaster.pid").read_text().split()[0])
        for number, (name, (rows, questions, named)) in enumerate(TABLES.items()):
            table, home = f"answers_{number}", project_files(rows * questions if named else 100_000)
            marks = ", ".join(f"1 + abs(hashint8(n * 10 + {q})::bigint) % 100 / 19 AS q{q}" for q in range(questions))
            with psycopg.connect(url, autocommit=True) as owner:
                owner.execute(f"CREATE TABLE {table} AS SELECT n AS id, {marks} FROM generate_series(1, {rows}) AS n")
                owner.execute(f"VACUUM ANALYZE {table}")
            mapping, copied = Path(folder, f"{table}.yaml"), Path(folder, f"{table}.csv")
            mapping.write_text(MAPPING + ("respondent: id\n" if named else "") + touchpoints(questions))
            asking = ["import", "survey", "env:ANSWERS", "--table", table, "--mapping", mapping, "--dry-run"]
            copying = [programs() / "psql", "-Xq", url, "-c", f"\\copy {table} to '{copied}' csv"]
            ours, theirs = in_turn(Command([CXMAP, *asking], cwd=home), Command(copying), postmaster)
            cells = [name]
            for mine, other in zip(ours, theirs, strict=True):
                cells += [f"{mine:.1f} s", f"{other:.1f} s", f"{mine / other:.2f}"]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def touchpoints(questions: int) -> str:
    """Two questions about each touchpoint, and one about the last where they are odd."""
    pairs = [f"{{importance: q{q}, experience: q{q + 1}}}" for q in range(0, questions - 1, 2)]
    pairs += [f"{{experience: q{questions - 1}}}"] if questions % 2 else []
    return "touchpoints:\n" + "".join(f"  t{number}: {pair}\n" for number, pair in enumerate(pairs))


def in_turn(ours: Command, theirs: Command, postmaster: int) -> list[Taken]:
    """Run both in turn, after one run of each that does not count."""
    alternate([ours, theirs], 0)
    taken: list[list[tuple[float, float]]] = [[], []]
    for _ in range(RUNS):
        for command, runs in zip((ours, theirs), taken, strict=True):
            before, start = processor(postmaster), time.perf_counter()
            once(command)
            clock = time.perf_counter() - start
            time.sleep(0.3)  # until the server has seen its processes end
            runs.append((clock, processor(postmaster) - before))
    return [Taken(*map(statistics.median, zip(*runs, strict=True))) for runs in taken]


def processor(postmaster: int) -> float:
    """Seconds of the processor that the ended processes of a server have taken, and those that this one started."""
    fields = Path(f"/proc/{postmaster}/stat").read_text().rpartition(")")[2].split()
    mine = os.times()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK") + mine.children_user + mine.children_system


if __name__ == "__main__":
    print(main())
