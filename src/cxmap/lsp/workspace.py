"""The files that are open, and what is found in them."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cxmap.errors import ConfigError, NothingThereError, UsageError
from cxmap.lsp.uris import to_path
from cxmap.project.config import find_config
from cxmap.session.project import Held

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.project import Project


@dataclass(frozen=True)
class Buffer:
    """An open file as its editor has it.

    Attributes:
        uri: As the editor names it.
        path: Where it is, or will be, saved.
        version: The editor's number for this text.
        text: All of it.
    """

    uri: str
    path: Path
    version: int
    text: str

    @cached_property
    def content(self) -> bytes:
        """The bytes that saving it would write."""
        return self.text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class CheckedFile:
    """An open file that was checked.

    Attributes:
        buffer: The file, as it was then.
        project: The project that it is part of; only this file is reported on.
        document: The file in the project.
        found: All that was found in it.
        shown: What of that a baseline does not accept.
        load: Loads the project with other contents for some files, as ``cxmap.lint.fix`` asks for it.
    """

    buffer: Buffer
    project: Project
    document: Document
    found: Sequence[Diagnostic]
    shown: Sequence[Diagnostic]
    load: Callable[[Mapping[Path, bytes]], Project]


class Workspace:
    """Open files and their projects. A file's project is the one that ``cxmap validate FILE`` would look at."""

    def __init__(self, today: Callable[[], dt.date]) -> None:
        """``today`` gives the day that due dates and ages are judged on."""
        self._today = today
        self._buffers: dict[str, Buffer] = {}
        self._projects: dict[Path, Held] = {}
        self._roots: dict[Path, Path] = {}
        self._fresh: set[Path] = set()
        self._checked: dict[str, tuple[dt.date, CheckedFile | None]] = {}

    def uris(self) -> list[str]:
        """The files that are open, by the names that their editor gives them."""
        return list(self._buffers)

    def beside(self, uri: str) -> list[str]:
        """An open file and the other open ones of its project; nothing where it is not open."""
        buffer = self._buffers.get(uri)
        if buffer is None:
            return []
        root = self._root(buffer.path)
        return [
            uri,
            *(
                opened.uri
                for opened in self._buffers.values()
                if opened is not buffer and self._root(opened.path) == root
            ),
        ]

    def buffer(self, uri: str) -> Buffer | None:
        """An open file."""
        return self._buffers.get(uri)

    def at(self, path: Path) -> Buffer | None:
        """The open file at a path."""
        return next((buffer for buffer in self._buffers.values() if buffer.path == path), None)

    def put(self, uri: str, version: int, text: str) -> None:
        """Open a file, or give it another text; what is no file on disk, now or later, is passed over."""
        path = to_path(uri)
        if path is not None:
            self._buffers[uri] = Buffer(uri, path, version, text)
            self._checked.clear()

    def drop(self, uri: str) -> None:
        """Close a file: from now on it is what the disk has."""
        self._buffers.pop(uri, None)
        self.look_again()

    def look_again(self) -> None:
        """Files, configurations or baselines may have changed on disk."""
        self._roots.clear()
        self._fresh.clear()
        self._checked.clear()

    def check(self, uri: str) -> CheckedFile | None:
        """What is found in an open file now; ``None`` where it is not one that cxmap checks.

        Raises:
            UsageError: There is something wrong with the configuration or the baseline of its project.
        """
        buffer, today = self._buffers.get(uri), self._today()
        if buffer is None:
            return None
        known = self._checked.get(uri)
        if known is None or known[0] != today:
            known = self._checked[uri] = today, self._check(buffer, today)
        return known[1]

    def _check(self, buffer: Buffer, today: dt.date) -> CheckedFile | None:
        held = self._project_of(buffer.path, today)
        contents = {
            opened.path: opened.content for opened in self._buffers.values() if self._root(opened.path) == held.root
        }
        contents[buffer.path] = buffer.content  # an editor may have a file open by two names, with two texts

        def load(others: Mapping[Path, bytes]) -> Project:
            project = held.project(buffer.path, {**contents, **others}, today)
            if project is None:
                raise NothingThereError(f"{buffer.path.name} is not a file that cxmap checks")
            return project

        try:
            project = load({})
        except NothingThereError:
            return None
        found = held.findings(project)
        return CheckedFile(buffer, project, project.reported[0], found, held.shown(project, found), load)

    def _project_of(self, path: Path, today: dt.date) -> Held:
        root = self._root(path)
        held = self._projects.setdefault(root, Held(root))
        if root not in self._fresh:
            held.refresh(today)
            gc.collect()
            gc.freeze()  # what was read stays, so that the collection after each check need not walk over it
            self._fresh.add(root)
        if held.problem is not None:
            raise UsageError(held.problem)
        return held

    def _root(self, path: Path) -> Path:
        """The folder of the configuration that is for a file; its own folder where there is none, or none to read."""
        folder = path.parent
        if folder not in self._roots:
            try:
                found = find_config(folder)
            except ConfigError:  # the project will say so
                found = None
            self._roots[folder] = found.parent if found else folder
        return self._roots[folder]
