"""Time and memory by the number of files and by the size of one, as a table and a picture."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.places import CXMAP, ROOT, corpus, forget
from benchmarks.timing import Command, alternate, memory, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

FILES = (1, 10, 100, 1000, 10_000)
TOUCHPOINTS = (10, 100, 1000)
RUNS = 5
PICTURE = ROOT / "docs" / "images" / "performance.svg"
COLOR = "#1b5e8a"
LOOK = {
    "svg.hashsalt": "cxmap",
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.labelcolor": "#444444",
    "axes.edgecolor": "#888888",
    "xtick.color": "#444444",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
}


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

    with rc_context(LOOK):
        figure = Figure(figsize=(10, 3.2), layout="constrained")
        figure.get_layout_engine().set(w_pad=0.15)
        time_by_files, time_by_size, memory_by_files = figure.subplots(1, 3)
        seconds = {count: one.seconds for count, one in by_files.items()}
        time_by_files.set(yscale="log", ylim=(min(seconds.values()) / 3, max(seconds.values()) * 2))
        _curve(time_by_files, "Time by files, both on log scales", "files", seconds, shown)

        seconds = {count: one.seconds for count, one in by_size.items()}
        time_by_size.set_ylim(0, 1.3 * max(seconds.values()))
        _curve(time_by_size, "Time by the size of one file", "touchpoints", seconds, shown)

        mebibytes = {count: one.mebibytes for count, one in by_files.items()}
        memory_by_files.set_ylim(0, 1.3 * max(mebibytes.values()))
        _curve(memory_by_files, "Memory of the main process", "files", mebibytes, lambda value: f"{value:.0f} MiB")
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(PICTURE, metadata={"Date": None})


def _curve(panel: Axes, title: str, what: str, values: dict[int, float], written: Callable[[float], str]) -> None:
    """A value by a count: each point with its value beside it, so that no axis has to be read."""
    panel.set_title(title, loc="left", pad=12)
    panel.set_xscale("log")
    panel.plot(list(values), list(values.values()), "o-", color=COLOR, markersize=5, clip_on=False)
    panel.set_xticks(list(values), [f"{count:,}" for count in values])
    panel.set_xlabel(what)
    panel.minorticks_off()
    panel.set_yticks([])
    panel.set_xlim(min(values) / 6, max(values) * 1.3)
    for count, value in values.items():  # the curves bend upwards: left above a point there is room
        panel.annotate(written(value), (count, value), (-1, 6), textcoords="offset points", ha="right")
