"""Charts drawn by other processes: one gets ready while this one finds out what to draw, and many share many charts.

What draws takes as long to import as a project to read and judge; so where there are two processors, both happen at
once. Copies of this process are made, which inherit what has been imported and measured; where there can be none, this
process draws.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from select import select
from typing import TYPE_CHECKING

from cxmap.charts.options import ChartError, Options
from cxmap.rules.forked import forked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.charts.render import Picture, View
    from cxmap.charts.save import Format
    from cxmap.rules.forked import Line

    Answer = Picture | ChartError

# Fewer charts than this are drawn sooner by one process than shared.
WORTH_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Job:
    """One chart to draw.

    Attributes:
        view: What it shows.
        form: ``png``, ``svg`` or ``pdf``.
        options: How it is to look.
        dpi: Pixels an inch; a PNG only.
    """

    view: View
    form: Format
    options: Options
    dpi: float


def draw(job: Job) -> Answer:
    """Draw one chart; one that cannot be made is an answer, not an end."""
    from cxmap.charts.render import render

    try:
        return render(job.view, job.form, job.options, dpi=job.dpi)
    except ChartError as error:
        return error


@contextmanager
def drawing(charts: Sequence[str], form: Format) -> Iterator[Callable[[Sequence[Job]], Iterator[Answer]]]:
    """What draws charts, in the order asked for; it gets ready from now on, until the block ends.

    Args:
        charts: The names of the charts that will most likely be asked for.
        form: The kind of file that will.
    """
    if _processors() < 2:
        yield partial(map, draw)
        return
    with forked([partial(_serve, charts, form)]) as (line,):
        yield partial(_asked_of, line)


def _asked_of(line: Line, jobs: Sequence[Job]) -> Iterator[Answer]:
    """The answers of the process at the other end of a line."""
    left = deque(jobs)
    try:
        line.send([pickle.dumps(job) for job in jobs])
        while left:
            answer = pickle.loads(line.receive())  # noqa: S301 - from a process of this very run
            left.popleft()
            yield answer
    except (EOFError, OSError, pickle.UnpicklingError):  # it could not go on; this one can, or meets the reason
        yield from map(draw, left)


def _serve(charts: Sequence[str], form: Format, line: Line) -> None:
    """What the other process does. It passes on jobs and answers as bytes, and looks at neither."""
    from cxmap.charts.render import rehearse

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would only wait, and busily
    rehearse(charts, form)
    jobs: list[bytes] = line.receive()
    if len(jobs) < WORTH_WORKERS:
        for job in jobs:
            line.send(_drawn(job))
        return
    gc.freeze()  # or each collection in a copy would walk over what they share, and so have it copied
    with forked([partial(_take_turns, jobs)] * _processors()) as lines:
        for answer in _in_order(len(jobs), lines):
            line.send(answer)


def _take_turns(jobs: Sequence[bytes], line: Line) -> None:
    """What each of many processes does."""
    while True:
        line.send(_drawn(jobs[line.receive()]))


def _drawn(job: bytes) -> bytes:
    return pickle.dumps(draw(pickle.loads(job)))  # noqa: S301 - from a process of this very run


def _in_order(count: int, lines: Sequence[Line]) -> Iterator[bytes]:
    """The answers to so many jobs, each of which goes to whoever has nothing to do."""
    left = iter(range(count))
    busy: dict[int, tuple[Line, int]] = {}  # by where the answer is to be received
    done: dict[int, bytes] = {}

    def give(line: Line) -> None:
        number = next(left, None)
        if number is not None:
            line.send(number)
            busy[line.receiving.fileno()] = line, number

    for line in lines:
        give(line)
    for wanted in range(count):
        while wanted not in done:
            for ready in select(busy, (), ())[0]:
                line, number = busy.pop(ready)
                done[number] = line.receive()
                give(line)
        yield done.pop(wanted)


def _processors() -> int:
    """How many processes can draw at once."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
