"""Charts drawn by other processes: one gets ready while this one finds out what to draw, and many share many charts.

What draws takes as long to import as a project to read and judge; so where there are two processors, both happen at
once. Copies of this process are made, which inherit what has been imported and measured; where there can be none, this
process draws.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

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


def laid_out(charts: Sequence[tuple[View, ChartOptions]]) -> list[Scene | ChartError]:
    """The scenes of charts, in their order, by as many processes as there are processors; or why there is none."""
    from cxmap.output.drawing import mpl

    mpl.load()  # before there are copies, which inherit it
    count = min(processors(), len(charts)) if len(charts) >= WORTH_WORKERS else 1
    found: list[Scene | ChartError | None] = [None] * len(charts)
    with ExitStack() as copies:
        lines: list[Pipe] = []
        with suppress(OSError):  # this user may start no more processes
            lines = copies.enter_context(
                forked([partial(_lay_out_share, charts[start::count]) for start in range(1, count)])
            )
        own = range(0, len(charts), len(lines) + 1)
        for place in own:
            found[place] = _laid_out(charts[place])
        for start, line in enumerate(lines, 1):
            for place in range(start, len(charts), count):
                with suppress(EOFError, OSError):  # it could not go on; this one can, or meets the reason
                    found[place] = line.receive()
    return [_laid_out(chart) if made is None else made for chart, made in zip(charts, found, strict=True)]


def _lay_out_share(charts: Sequence[tuple[View, ChartOptions]], line: Pipe) -> None:
    for made in [_laid_out(chart) for chart in charts]:
        line.send(made)


def _laid_out(chart: tuple[View, ChartOptions]) -> Scene | ChartError:
    from cxmap.output.charts.render import scene

    try:
        return scene(*chart)
    except ChartError as error:
        return error


@contextmanager
def drawing(charts: Sequence[str], form: ChartFormat) -> Iterator[Callable[[Sequence[Job]], Iterator[Answer]]]:
    """What draws charts, in the order asked for; it gets ready from now on, until the block ends.

    Args:
        charts: The names of the charts that will most likely be asked for.
        form: The kind of file that will.
    """
    with ExitStack() as copies:
        line: Pipe | None = None
        if processors() > 1:
            with suppress(OSError):  # this user may start no more processes
                (line,) = copies.enter_context(forked([partial(_serve, charts, form)]))
        yield partial(_asked_of, line) if line else partial(map, draw)


def _asked_of(line: Pipe, jobs: Sequence[Job]) -> Iterator[Answer]:
    """The answers of the process at the other end of a line."""
    left = deque(jobs)
    try:
        line.send([packed(job) for job in jobs])
        while left:
            answer = unpacked(line.receive())
            left.popleft()
            yield answer
    except (EOFError, OSError):  # it could not go on; this one can, or meets the reason
        yield from map(draw, left)


def _serve(charts: Sequence[str], form: ChartFormat, line: Pipe) -> None:
    """What the other process does. It passes on jobs and answers as bytes, and looks at neither."""
    from cxmap.output.charts.render import rehearse

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would only wait, and busily
    rehearse(charts, form)
    jobs: list[bytes] = line.receive()
    if len(jobs) < WORTH_WORKERS:
        _draw_share(jobs, line)
        return
    gc.freeze()  # or each collection in a copy would walk over what they share, and so have it copied
    count = min(processors(), len(jobs))
    # Charts are much alike: dealt out in turn, they take each about as long.
    with forked([partial(_draw_share, jobs[start::count]) for start in range(count)]) as lines:
        for number in range(len(jobs)):
            line.send(lines[number % count].receive())


def _draw_share(jobs: Sequence[bytes], line: Pipe) -> None:
    """What each of many processes does."""
    for job in jobs:
        line.send(_drawn(job))


def _drawn(job: bytes) -> bytes:
    return packed(draw(unpacked(job)))
