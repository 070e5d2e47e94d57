"""The public library, behind ``import cxmap``: the shell's door to the core, which knows the clock and the rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.project import load as loading
from cxmap.project.project import Project as Core

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from cxmap.diagnostics.record import Diagnostic

__all__ = ["Project", "load"]


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

        return diagnose(self, selection(self.config, only=select, without=ignore))


def load(*paths: str | os.PathLike[str], today: dt.date | None = None) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on; the clock's, unless given.

    Returns:
        The project. Files with errors are in it as well: see ``Project.diagnostics``.

    Raises:
        cxmap.project.errors.UsageError: A path does not exist, there is no journey file, or the configuration is wrong.
    """
    core = loading.load(paths, today=today or dt.datetime.now().astimezone().date(), cwd=Path.cwd())
    return Project(core.root, core.cwd, core.config, core.documents, core.reported, core.skipped, core.today)
