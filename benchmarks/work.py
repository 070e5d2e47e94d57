"""One piece of work, and what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.timing import Command, Timing, alternate, memory

RUNS = 9


@dataclass(frozen=True)
class Against:
    """What a piece of work is compared with.

    Attributes:
        name: As it is shown.
        command: What is run.
        target: The ratio, cxmap's time over this one's, that should not be exceeded.
        times: How often the work of the command goes into that of cxmap.
    """

    name: str
    command: Command
    target: float
    times: int = 1


@dataclass(frozen=True)
class Work:
    """A piece of cxmap's work.

    Attributes:
        name: As it is shown.
        ours: What is run.
        against: What it is compared with, in the same alternating runs.
        milliseconds: The time that it should not exceed, whatever others take.
        mebibytes: The memory that the main process should not exceed.
        largest: Whether none of the processes that it starts should exceed it either.
        runs: How many runs count.
    """

    name: str
    ours: Command
    against: Sequence[Against] = ()
    milliseconds: float | None = None
    mebibytes: float | None = None
    largest: bool = False
    runs: int = RUNS


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    work: str
    against: str
    ratio: float
    target: float
    ours: Timing | None
    theirs: Timing | None

    @property
    def reached(self) -> bool:
        """Whether the target is kept."""
        return self.ratio <= self.target


def measure(work: Work) -> Iterator[Row]:
    """The rows of one piece of work."""
    ours, *others = alternate([work.ours, *(one.command for one in work.against)], work.runs)
    for against, theirs in zip(work.against, others, strict=True):
        ratio = ours.median / (theirs.median * against.times)
        name = f"{against.times} × {against.name}" if against.times > 1 else against.name
        yield Row(work.name, name, ratio, against.target, ours, theirs)
    if work.milliseconds is not None:
        yield Row(work.name, "ms", ours.median * 1000, work.milliseconds, ours, None)
    if work.mebibytes is not None:
        whose, most = "largest" if work.largest else "main", memory(work.ours, largest=work.largest)
        yield Row(f"{work.name}: memory", f"MiB, {whose} process", most, work.mebibytes, None, None)


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| work | against | ratio | target | | cxmap | the other |", "|---|---|---:|---:|---|---|---|"]
    for row in rows:
        mark = "✓" if row.reached else "✗"
        figures = f"{row.ratio:.0f} | ≤ {row.target:.0f}" if row.ours is None else f"{row.ratio:.3g} | ≤ {row.target:g}"
        lines.append(f"| {row.work} | {row.against} | {figures} | {mark} | {row.ours or ''} | {row.theirs or ''} |")
    return "\n".join(lines) + "\n"
