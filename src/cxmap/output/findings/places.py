"""Paths from the root of the repository: what code hosts ask for, wherever the command was run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.diagnostic import Report

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class RepositoryPlace:
    """Where a file lies.

    Attributes:
        path: From the root of the repository, with ``/``; as the diagnostic has it when the file lies elsewhere.
        inside: Whether it lies in the repository.
        absolute: Where it really is, links resolved: hosts show no file behind a link under the link's name.
    """

    path: str
    inside: bool
    absolute: Path


class RepositoryPlaces:
    """The files of a report, from the root of the repository that its project lies in."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[str, RepositoryPlace] = {}

    @cached_property
    def root(self) -> Path:
        """The nearest folder with a ``.git``, from the project's root upwards.

        Without one it is the current directory, as far as the project lies in it, else the project's root.
        """
        start, here = Path(os.path.realpath(self._report.root)), Path(os.path.realpath(self._report.cwd))
        otherwise = here if start.is_relative_to(here) else start
        return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), otherwise)

    def of(self, path: str) -> RepositoryPlace:
        """Where a file lies, by the path in its diagnostics."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> RepositoryPlace:
        absolute = Path(os.path.realpath(self._report.cwd / path))
        if path == STDIN:
            return RepositoryPlace(path, inside=True, absolute=absolute)
        if absolute.is_relative_to(self.root):
            return RepositoryPlace(absolute.relative_to(self.root).as_posix(), inside=True, absolute=absolute)
        return RepositoryPlace(path, inside=False, absolute=absolute)
