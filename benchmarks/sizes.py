"""What each command and chart takes of a journey of 25 touchpoints and of two, four and eight times as many.

Seconds of processor, of the process and of those that it starts, the lowest of three runs. Eight times as much may take
eight times as long; what takes much longer grows with the square somewhere.
"""

from __future__ import annotations

import resource
import tempfile
from typing import TYPE_CHECKING

from benchmarks.large import actions, journey, measured, tied
from benchmarks.places import CXMAP
from benchmarks.timing import Command, once
from cxmap.choices import CHARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TIMES = (1, 2, 4, 8)
RUNS = 3
SMALLEST = 25
PERSONAS = 2
OTHERS: dict[str, tuple[Callable[[int], Path], int]] = {
    "stakeholders": (tied, 4),
    "roadmap": (actions, 50),
    "change": (measured, SMALLEST),
    "dashboard": (measured, 6),
    "trend": (measured, 6),
}
"""What is drawn of something else than touchpoints with one score, and of how many of them."""
LEFT_OUT = {"drivers"}
"""It needs a survey's answers, of as many questions as people answer."""
COMMANDS = ("validate --no-cache", "gaps", "summary", "fmt --check", "export csv", "export json", "export mermaid")


def main() -> str:
    """Measure, and give the table."""
    lines = ["| | " + " | ".join(f"× {times}" for times in TIMES) + " | 8 to 1 |", "|---|" + "---:|" * (len(TIMES) + 1)]
    lines += [_row(f"`{command}`", command.split(), journey_of, SMALLEST) for command in COMMANDS]
    with tempfile.TemporaryDirectory() as folder:
        for chart in (each for each in CHARTS if each not in LEFT_OUT):
            project, smallest = OTHERS.get(chart, (journey_of, SMALLEST))
            drawing = ["render", "--chart", chart, "--format", "svg", "-o", f"{folder}/{chart}.svg"]
            lines.append(_row(chart, drawing, project, smallest, (0,)))
    return "\n".join(lines) + "\n"


def journey_of(touchpoints: int) -> Path:
    """A file with a journey of so many touchpoints."""
    return journey(touchpoints, PERSONAS)


def _row(
    name: str,
    arguments: Sequence[str],
    project: Callable[[int], Path],
    smallest: int,
    statuses: tuple[int, ...] = (0, 1),
) -> str:
    seconds = []
    for times in TIMES:
        command = Command([CXMAP, *arguments, project(smallest * times)], statuses=statuses)
        seconds.append(min(_processor(command) for _ in range(RUNS)))
    return f"| {name} | {' | '.join(f'{value:.2f} s' for value in seconds)} | {seconds[-1] / seconds[0]:.1f} |"


def _processor(command: Command) -> float:
    def used() -> float:
        found = resource.getrusage(resource.RUSAGE_CHILDREN)
        return found.ru_utime + found.ru_stime

    before = used()
    once(command)
    return used() - before
