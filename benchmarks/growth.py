"""Time and memory by the number of files and by the size of one, as a table and a picture."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.places import CXMAP, ROOT, corpus, forget
from benchmarks.timing import Command, alternate, memory, shown

FILES = (1, 10, 100, 1000, 10_000)
TOUCHPOINTS = (10, 100, 1000)
RUNS = 5
PICTURE = ROOT / "docs" / "images" / "performance.svg"


def main() -> str:
    """Measure, draw, and give the table."""
    by_files = {count: _measure(corpus(count)) for count in FILES}
    by_size = {count: _measure(corpus(1, count)) for count in TOUCHPOINTS}
    _draw(by_files, by_size)
    lines = ["| | time | main process |", "|---|---:|---:|"]
    lines += [f"| {count:,} {'file' if count == 1 else 'files'} | {_row(one)} |" for count, one in by_files.items()]
    lines += [f"| 1 file, {count:,} touchpoints | {_row(one)} |" for count, one in by_size.items()]
    return "\n".join(lines) + "\n"


class Point(NamedTuple):
    """What checking one project took: the median of several runs, and the most memory of the main process."""

    seconds: float
    mebibytes: float


def _measure(project: Path) -> Point:
    command = Command([CXMAP, "validate", project], partial(forget, project), statuses=(0, 1))
    [timing] = alternate([command], RUNS)
    return Point(timing.median, memory(command))


def _row(point: Point) -> str:
    return f"{shown(point.seconds)} | {point.mebibytes:.0f} MiB"


def _draw(by_files: dict[int, Point], by_size: dict[int, Point]) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"svg.hashsalt": "cxmap", "axes.spines.top": False, "axes.spines.right": False}):
        figure = Figure(figsize=(9, 3.4), layout="constrained")
        panels = figure.subplots(1, 3)
        for panel, data, what in (
            (panels[0], by_files, "files"),
            (panels[1], by_size, "touchpoints in one file"),
        ):
            panel.loglog(list(data), [one.seconds for one in data.values()], "o-", color="#1b5e8a")
            panel.set(xlabel=what, ylabel="seconds")
        panels[2].semilogx(list(by_files), [one.mebibytes for one in by_files.values()], "o-", color="#1b5e8a")
        panels[2].set(xlabel="files", ylabel="MiB, main process", ylim=(0, None))
        for panel in panels:
            panel.grid(alpha=0.3)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(PICTURE, metadata={"Date": None})
