"""Paths from the root of the repository: what code hosts ask for, wherever the command was run."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.diagnostics.record import Report

STDIN = "<stdin>"


class Places:
    """The paths of a report, from the root of the repository that its project lies in."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[str, str] = {}

    @cached_property
    def root(self) -> Path:
        """The nearest folder with a ``.git``, from the project's root upwards; without one the project's root."""
        start = Path(os.path.realpath(self._report.root))
        return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), start)

    def absolute(self, path: str) -> Path:
        """A path of a diagnostic, links resolved: hosts show no file behind a link under the link's name."""
        return Path(os.path.realpath(self._report.cwd / path))

    def from_root(self, path: str) -> str:
        """A path of a diagnostic relative to the root, with ``/``; as it is when it lies elsewhere."""
        if path not in self._known:
            absolute = self.absolute(path)
            inside = path != STDIN and absolute.is_relative_to(self.root)
            self._known[path] = absolute.relative_to(self.root).as_posix() if inside else path
        return self._known[path]

    def is_inside(self, path: str) -> bool:
        """Whether a path of a diagnostic lies in the repository."""
        return path == STDIN or self.absolute(path).is_relative_to(self.root)
