"""Survey answers summed up, by cxmap and by pandas or polars: the same files, the same figures, in turn.

``python -m benchmarks.survey_import processor`` takes seconds of the processor, which say more on a busy machine.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import CXMAP, HERE, python_tool
from benchmarks.timing import Command, Timing, alternate, memory

QUESTIONS = 10
ANSWERS = (100_000, 1_000_000, 10_000_000)
RUNS = {100_000: 9, 1_000_000: 5, 10_000_000: 3}
LAYOUTS = ("wide CSV", "long CSV", "wide Parquet")
NOT_USED = 6  # a code that is no mark, as in many surveys

JOURNEY = """cxmap: 1
personas: {somebody: {name: Somebody}}
journey:
  id: survey
  title: Survey
  personas: [somebody]
  stages:
    - id: stage
      title: Stage
      touchpoints:
"""
# What a person with pandas would write: codes out, the scale checked, counts by mark, mean, sd, n, sd of differences.
PANDAS = f"""
import sys
import pandas as pd

path, layout = sys.argv[1:]
if layout == "long CSV":
    rows = pd.read_csv(path)
    if rows.duplicated(["id", "question"]).any():
        sys.exit("answered twice")
    rows = rows.pivot(index="id", columns="question", values="answer")
else:
    rows = pd.read_csv(path)
    if rows["id"].duplicated().any():
        sys.exit("there twice")
questions = [f"q{{number}}" for number in range({QUESTIONS})]
marks = rows[questions].where(rows[questions] != {NOT_USED})
if ((marks < 1) | (marks > 5)).any(axis=None):
    sys.exit("outside the scale")
for question in questions:
    print(question, marks[question].value_counts().sort_index().to_dict())
    print(marks[question].mean(), marks[question].std(), marks[question].count())
for number in range(0, {QUESTIONS}, 2):
    print((marks[f"q{{number}}"] - marks[f"q{{number + 1}}"]).std())
"""
# The same with polars, which is the faster of the two with Parquet.
POLARS = f"""
import sys
import polars as pl

rows = pl.read_parquet(sys.argv[1])
if rows["id"].is_duplicated().any():
    sys.exit("there twice")
questions = [f"q{{number}}" for number in range({QUESTIONS})]
marks = rows.select(pl.when(pl.col(name) != {NOT_USED}).then(pl.col(name)).alias(name) for name in questions)
if marks.select(pl.any_horizontal(((pl.all() < 1) | (pl.all() > 5)).any())).item():
    sys.exit("outside the scale")
for question in questions:
    print(question, marks[question].value_counts(sort=True).rows())
    print(marks[question].mean(), marks[question].std(), marks[question].count())
for number in range(0, {QUESTIONS}, 2):
    print((marks[f"q{{number}}"] - marks[f"q{{number + 1}}"]).std())
"""


@dataclass(frozen=True)
class Measured:
    """One layout and size.

    Attributes:
        layout: Of the file.
        answers: How many.
        against: The other library.
        cxmap, other: Seconds of each run.
        cxmap_memory, other_memory: The most that the process holds, in MiB.
    """

    layout: str
    answers: int
    against: str
    cxmap: Timing
    other: Timing
    cxmap_memory: float
    other_memory: float

    def __str__(self) -> str:
        cells = (
            self.layout,
            f"{self.answers:,}",
            str(self.cxmap),
            f"{self.answers / self.cxmap.median:,.0f}",
            f"{self.cxmap_memory:,.0f} MiB",
            self.against,
            str(self.other),
            f"{self.other_memory:,.0f} MiB",
            f"{self.cxmap.median / self.other.median:.2f}",
        )
        return f"| {' | '.join(cells)} |"


def main(*, processor: bool = False) -> str:
    """Measure; a table in Markdown."""
    lines = [
        "| file | answers | cxmap | answers a second | memory | against | its time | memory | ratio of time |",
        "|---|---:|---:|---:|---:|---|---:|---:|---:|",
    ]
    lines += [str(measured(layout, answers, processor=processor)) for layout in LAYOUTS for answers in ANSWERS]
    return "\n".join(lines)


def measured(layout: str, answers: int, *, processor: bool = False) -> Measured:
    """Run both on one file."""
    folder = project_files(answers)
    shape, form = layout.lower().split()
    file, mapping = folder / f"{shape}.{form}", folder / f"{shape}.yaml"
    against, program = ("polars", POLARS) if form == "parquet" else ("pandas", PANDAS)
    ours = Command([CXMAP, "import", "survey", file, "--mapping", mapping, "--dry-run"], cwd=folder)
    theirs = Command([python_tool(against, "python"), "-c", program, file, layout])
    our_time, their_time = alternate([ours, theirs], RUNS[answers], processor=processor)
    return Measured(layout, answers, against, our_time, their_time, memory(ours), memory(theirs))


def project_files(answers: int) -> Path:
    """A project with so many answers to ten questions, one file a layout; the same everywhere."""
    import duckdb

    folder = HERE / ".corpus" / f"survey-{answers}"
    if (folder / "wide.parquet").is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"q{number}" for number in range(QUESTIONS)]
    # One in twenty is a code; `//` is the whole part of a quotient.
    marks = ", ".join(f"1 + hash(id * 10 + {number}) % 100 // 19 AS {name}" for number, name in enumerate(names))
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"CREATE TABLE wide AS SELECT id, {marks} FROM range({answers // QUESTIONS}) AS ids(id)")
        connection.execute(f"COPY wide TO '{folder / 'wide.csv'}'")
        connection.execute(f"COPY wide TO '{folder / 'wide.parquet'}' (FORMAT parquet)")
        long = f"UNPIVOT wide ON {', '.join(names)} INTO NAME question VALUE answer"
        connection.execute(f"COPY (SELECT * FROM ({long}) ORDER BY id, question) TO '{folder / 'long.csv'}'")
    pairs = [f"{{importance: {one}, experience: {other}}}" for one, other in zip(names[::2], names[1::2], strict=True)]
    mapping = (
        "source: {id: survey, title: Survey}\n"
        f"answers: {{scale: {{min: 1, max: 5}}, not_answers: [{NOT_USED}]}}\nrespondent: id\ntouchpoints:\n"
        + "".join(f"  t{number}: {pair}\n" for number, pair in enumerate(pairs))
    )
    (folder / "wide.yaml").write_text(mapping)
    (folder / "long.yaml").write_text(mapping + "long: {question: question, answer: answer}\n")
    touchpoints = "".join(f"        - {{id: t{number}, title: Touchpoint}}\n" for number in range(len(pairs)))
    (folder / "journey.cxmap.yaml").write_text(JOURNEY + touchpoints)
    return folder


if __name__ == "__main__":
    print(main(processor=sys.argv[1:] == ["processor"]))
