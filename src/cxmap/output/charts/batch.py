"""Charts drawn by other processes: one gets ready while this one finds out what to draw, and many share many charts.

What draws takes as long to import as a project to read and judge; so where there are two processors, both happen at
once. Copies of this process are made, which inherit what has been imported and measured; where there can be none, this
process draws.
"""

from __future__ import annotations

import gc
from collections import deque
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from cxmap.io.processes import forked, packed, processors, unpacked
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.choices import ChartFormat, SvgText
    from cxmap.io.processes import Pipe
    from cxmap.output.charts.render import Picture
    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Scene

    Answer = Picture | ChartError

J = TypeVar("J")
A = TypeVar("A")

# Fewer charts than this are drawn sooner by one process than shared.
WORTH_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Job:
    """One file to draw: a chart, or several on pages of their own.

    Attributes:
        view: What it shows.
        form: ``png``, ``svg``, ``pdf`` or ``pptx``.
        options: How it is to look.
        dpi: Pixels an inch; a PNG only.
        svg_text: What text is made of; an SVG only.
        following: What further pages show; a PDF only.
        headlines: What each page shows in a sentence, to stand above its title; none: nothing.
    """

    view: View
    form: ChartFormat
    options: ChartOptions
    dpi: float
    svg_text: SvgText = "outlines"
    following: tuple[View, ...] = ()
    headlines: tuple[str, ...] = ()


def draw(job: Job) -> Answer:
    """Draw one chart; one that cannot be made is an answer, not an end."""
    from cxmap.output.charts.render import render

    try:
        return render(
            job.view,
            job.form,
            job.options,
            dpi=job.dpi,
            svg_text=job.svg_text,
            following=job.following,
            headlines=job.headlines,
        )
    except ChartError as error:
        return error


def lay_out(chart: tuple[View, ChartOptions]) -> Scene | ChartError:
    """The scene of a chart, or why there is none."""
    from cxmap.output.charts.render import scene

    try:
        return scene(*chart)
    except ChartError as error:
        return error


def drawing(
    charts: Sequence[str], form: ChartFormat
) -> AbstractContextManager[Callable[[Sequence[Job]], Iterator[Answer]]]:
    """What draws charts, in the order asked for; it gets ready from now on, until the block ends.

    Args:
        charts: The names of the charts that will most likely be asked for.
        form: The kind of file that will.
    """
    return _elsewhere(draw, charts, form, processors())


def laying_out(
    charts: Sequence[str],
) -> AbstractContextManager[Callable[[Sequence[tuple[View, ChartOptions]]], Iterator[Scene | ChartError]]]:
    """What lays charts out, likewise, beside this process, which has other work until it asks for the first."""
    return _elsewhere(lay_out, charts, None, max(processors() - 1, 1))


@contextmanager
def _elsewhere(
    work: Callable[[J], A], charts: Sequence[str], form: ChartFormat | None, count: int
) -> Iterator[Callable[[Sequence[J]], Iterator[A]]]:
    """Some work on charts, done by so many other processes if there can be some."""
    with ExitStack() as copies:
        line: Pipe | None = None
        if processors() > 1:
            with suppress(OSError):  # this user may start no more processes
                (line,) = copies.enter_context(forked([partial(_serve, work, charts, form, count)]))
        yield partial(_asked_of, work, line) if line else partial(map, work)


def _asked_of(work: Callable[[J], A], line: Pipe, jobs: Sequence[J]) -> Iterator[A]:
    """The answers of the process at the other end of a line, which begins at once."""
    with suppress(OSError):  # it is no more, which is noticed when its answer is awaited
        line.send([packed(job) for job in jobs])
    return _answers(work, line, deque(jobs))


def _answers(work: Callable[[J], A], line: Pipe, left: deque[J]) -> Iterator[A]:
    """The answers that are left, each when it is asked for."""
    try:
        while left:
            answer: A = unpacked(line.receive())
            left.popleft()
            yield answer
    except (EOFError, OSError):  # it could not go on; this one can, or meets the reason
        yield from map(work, left)


def _serve(
    work: Callable[[Any], object], charts: Sequence[str], form: ChartFormat | None, count: int, line: Pipe
) -> None:
    """What the other process does. It passes on jobs and answers as bytes, and looks at neither."""
    from cxmap.output.charts.render import rehearse

    rehearse(charts, form)
    jobs: list[bytes] = line.receive()
    if count == 1 or len(jobs) < WORTH_WORKERS:
        _do_share(work, jobs, line)
        return
    gc.freeze()  # or each collection in a copy would walk over what they share, and so have it copied
    count = min(count, len(jobs))
    # Charts are much alike: dealt out in turn, they take each about as long.
    with forked([partial(_do_share, work, jobs[start::count]) for start in range(count)]) as lines:
        for number in range(len(jobs)):
            line.send(lines[number % count].receive())


def _do_share(work: Callable[[Any], object], jobs: Sequence[bytes], line: Pipe) -> None:
    """What each of many processes does."""
    for job in jobs:
        line.send(packed(work(unpacked(job))))
