"""A project in memory: files that are open as their editor has them, the others by their summaries."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.errors import NothingThereError, UsageError
from cxmap.lint.baseline import compare
from cxmap.lint.engine import diagnose
from cxmap.project.cache import Cache
from cxmap.project.lazy import LazyDocument
from cxmap.project.load import project_of
from cxmap.project.names import YAML_SUFFIXES
from cxmap.project.tree import DISK, Overlay
from cxmap.session.standing import Standing
from cxmap.yaml.reader.disk import is_ours

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.project.tree import State


class Held:
    """One project. It looks at the disk on ``refresh``, and where a rule asks for more of a file.

    Attributes:
        root: The folder of the configuration; the folder of its files, without those below, where there is none.
        problem: Why there is no project: what is wrong with the configuration or the baseline.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problem: str | None = None
        self._standing: Standing | None = None
        # By paths as text, as a project_files has them.
        self._on_disk: dict[str, tuple[State, Document | None]] = {}
        self._open: dict[str, tuple[bytes, Document | None]] = {}

    def refresh(self, today: dt.date) -> None:
        """Find the files of the project, and read those that are new or have changed."""
        self._standing = self.problem = None
        self._open.clear()
        try:
            standing = Standing.at(self.root, today)
        except UsageError as error:
            self.problem = str(error)
            return
        found = standing.project_files
        if self._on_disk:
            self._look_again(found)
        else:
            self._look(found)
        self._standing = standing

    def _look(self, project_files: ProjectFiles) -> None:
        """Read all files that are not in the cache, for the first time."""
        stamps = {path: DISK.state(path) for path in project_files.inputs.files}
        cache = Cache(project_files)
        for path, stamp in stamps.items():
            known = path in cache.known
            self._on_disk[path] = stamp, cache.known[path] if known else _summarised(project_files, path)
        with suppress(NothingThereError):
            cache.keep(project_of(project_files, {path: document for path, (_, document) in self._on_disk.items()}), {})

    def _look_again(self, project_files: ProjectFiles) -> None:
        """Read the files that are new or have changed."""
        before, self._on_disk = self._on_disk, {}
        for path in project_files.inputs.files:
            stamp = DISK.state(path)
            known = before.get(path)
            self._on_disk[path] = known if known and known[0] == stamp else (stamp, _summarised(project_files, path))

    def project(self, about: Path, contents: Mapping[Path, bytes], today: dt.date) -> Project | None:
        """The project with other contents for some files.

        Args:
            about: Which of these files to report on.
            contents: By absolute path.
            today: The day that due dates and ages are judged on.

        Returns:
            The project; ``None`` where the file is not cxmap's or the configuration leaves it out.
        """
        if self._standing is None:
            return None
        project_files = replace(self._standing.project_files, today=today)
        known = {path: document for path, (_, document) in self._on_disk.items()}
        known |= {str(path): self._read(project_files, str(path), content) for path, content in contents.items()}
        document = known[str(about)]
        if document is None:
            return None
        if len(known) > len(self._on_disk):  # some are not saved yet
            project_files = replace(project_files, inputs=replace(project_files.inputs, files=tuple(sorted(known))))
        return replace(project_of(project_files, known), reported=(document,))

    def findings(self, project: Project) -> list[Diagnostic]:
        """What the selected rules find in the file that a project reports on."""
        return diagnose(project, self._standing.selection) if self._standing else []

    def shown(self, project: Project, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """What the baseline does not accept of it."""
        accepted = self._standing.accepted if self._standing else None
        return compare(project, found, accepted).shown if accepted else found

    def _read(self, project_files: ProjectFiles, path: str, content: bytes) -> Document | None:
        """An open file; ``None`` where it is not cxmap's, or not of this project."""
        known = self._open.get(path)
        if known is None or known[0] is not content:
            new = not os.path.lexists(path) and path.lower().endswith(YAML_SUFFIXES)  # what exists is skipped
            ours = (path in self._on_disk or new) and is_ours(content, path)
            document = replace(project_files, tree=Overlay(DISK, {path: content})).read(path) if ours else None
            known = self._open[path] = content, document
        return known[1]


def _summarised(project_files: ProjectFiles, path: str) -> Document | None:
    document = project_files.read(path)
    return document and LazyDocument(path, document.summary, project_files)
