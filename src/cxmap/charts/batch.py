"""Many charts at once: drawn by worker processes where there are enough of them to pay for the start."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.charts import library
from cxmap.charts.options import ChartError, Options
from cxmap.charts.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.charts.render import Picture, View
    from cxmap.charts.save import Format

# Fewer charts than this are drawn sooner by one process than a second one starts.
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


def draw(job: Job) -> Picture | ChartError:
    """Draw one chart; one that cannot be made is an answer, not an end."""
    try:
        return render(job.view, job.form, job.options, dpi=job.dpi)
    except ChartError as error:
        return error


def draw_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[Picture | ChartError]:
    """Draw charts, in the order asked for.

    Args:
        jobs: What to draw.
        workers: Processes to use; by default as many as there are processors. They are forked, so that matplotlib is
            imported once; where processes cannot be forked, this one draws.
    """
    count = min(workers or os.cpu_count() or 1, len(jobs))
    if len(jobs) < WORTH_WORKERS or count < 2 or not hasattr(os, "fork"):
        yield from map(draw, jobs)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    library.load()
    import matplotlib.backends.backend_agg
    import matplotlib.figure  # noqa: F401 - imported before the fork, for all workers

    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(draw, jobs)
