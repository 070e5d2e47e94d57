"""The public library, behind ``import cxmap``: the shell's door to the core, which knows the clock and the rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.project import load as loading
from cxmap.project.project import Project as Core

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Iterable

    from cxmap.analysis.gaps import Ranking
    from cxmap.analysis.options import Options
    from cxmap.charts.options import Options as Look
    from cxmap.charts.render import Picture
    from cxmap.charts.save import Format
    from cxmap.diagnostics.record import Diagnostic

__all__ = ["Project", "gaps", "load", "render"]


class Project(Core):
    """All journey files under one root, merged by id, with what the rules say of them."""

    def diagnostics(self, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Diagnostic]:
        """What the rules find in the files that were asked about, in order of path, line and column.

        Args:
            select: Codes, names or prefixes of the only rules to run. None: the configuration's, else all.
            ignore: The same of rules to leave out.

        Raises:
            cxmap.project.errors.UsageError: No rule goes by one of these words.
        """
        from cxmap.rules.engine import diagnose
        from cxmap.rules.selection import select as selection

        return diagnose(self, selection(self.config, only=select, without=ignore, file=self.trail.config))


def load(*paths: str | os.PathLike[str], today: dt.date | None = None) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on; none: the configuration's, else the clock's.

    Returns:
        The project. Files with errors are in it as well: see ``Project.diagnostics``.

    Raises:
        cxmap.project.errors.UsageError: A path does not exist, there is no journey file, or the configuration is wrong.
    """
    clock = dt.datetime.now().astimezone().date()
    core = loading.load(paths, today=today or clock, today_given=today is not None, cwd=Path.cwd())
    return Project(**{field.name: getattr(core, field.name) for field in fields(Core)})


def gaps(project: Core, options: Options | None = None) -> Ranking:
    """Rank the touchpoints of a project's current journeys: see ``docs/method.md`` for every figure.

    Args:
        project: Without errors in the files asked about.
        options: What to rank by, and what to show (``cxmap.analysis.options.Options``).

    Raises:
        cxmap.project.errors.UsageError: What is asked for cannot be done with these scores.
    """
    from cxmap.analysis.gaps import gaps as rank

    return rank(project, options)


def render(
    project: Core,
    journey: str,
    chart: str = "emotion",
    *,
    form: Format = "png",
    personas: Collection[str] = (),
    look: Look | None = None,
) -> Picture:
    """Draw a chart of one journey.

    Args:
        project: Without errors in the files asked about.
        journey: The journey's id.
        chart: The chart's name, as ``cxmap render --chart`` takes it.
        form: ``png``, ``svg`` or ``pdf``.
        personas: Ids of the personas to show; none: all.
        look: Theme, language, size and so on (``cxmap.charts.options.Options``).

    Returns:
        The bytes of the picture, and what it shows in words.

    Raises:
        cxmap.project.errors.UsageError: There is no such journey, or no such chart of a journey.
        cxmap.charts.options.ChartError: It cannot be made as asked.
    """
    from cxmap.charts.catalogue import JOURNEY_CHARTS, Wish
    from cxmap.charts.options import Options as Look
    from cxmap.charts.render import render as draw
    from cxmap.project.errors import UsageError

    definition = project.definition("journeys", journey)
    if definition is None:
        raise UsageError(f"no journey is called '{journey}'")
    if chart not in JOURNEY_CHARTS:
        raise UsageError(f"no chart of a journey is called '{chart}'; choose from {', '.join(JOURNEY_CHARTS)}")
    view = JOURNEY_CHARTS[chart](project, definition.document, Wish(personas))
    return draw(view, form, look or Look(theme=project.config.theme))
