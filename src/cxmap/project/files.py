"""What there is to read for a project, before any of it is read."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.errors import NothingThereError
from cxmap.project.document import BYTE_ORDER_MARK, Document
from cxmap.project.project import Project
from cxmap.project.tree import DISK
from cxmap.yaml.reader.disk import is_ours
from cxmap.yaml.reader.errors import Problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.project.config_model import Config
    from cxmap.project.discovery import Skipped
    from cxmap.project.inputs import ProjectInputs
    from cxmap.project.tree import Tree

STDIN_NAME = "<stdin>"
LEADS_OUT = Problem(
    "CX006",
    "cannot be read: it is a link that leads out of the project",
    help="put the file itself here, or name the link when you run cxmap",
)
"""Of a link that was found, not named: a stranger's must not show what lies elsewhere."""


@dataclass(frozen=True)
class ProjectFiles:
    """A project whose files are known and not read yet.

    Files are known by absolute paths, as text: to make thousands of ``Path`` takes as long as to read a dozen files.

    Attributes:
        asked: The paths that were asked about, as they were given.
        cwd: The current directory, which shown paths are relative to.
        root: The project's root.
        config: Its configuration.
        today: The day of the clock, or the one that was asked for.
        today_given: Whether it was asked for.
        named: The files that were asked about by name.
        folders: The folders that were asked about.
        unnamed: The path that nameless standard input stands in for.
        passed_over: What is not read because of the configuration or of git, each with the reason.
        ours_only: Whether other people's YAML is passed over where it is named, too.
        inputs: What was looked at; its ``files`` are what there is to read.
        tree: What the files stand on.
    """

    asked: Sequence[str | os.PathLike[str]]
    cwd: Path
    root: Path
    config: Config
    today: dt.date
    today_given: bool
    named: frozenset[str]
    folders: tuple[Path, ...]
    unnamed: str | None
    passed_over: tuple[Skipped, ...]
    ours_only: bool
    inputs: ProjectInputs
    tree: Tree = DISK

    @property
    def contents(self) -> Mapping[str, bytes]:
        """What is read instead of a file, by its path."""
        return self.tree.contents

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        return tuple(os.path.join(folder, "") for folder in self.folders)  # noqa: PTH118 - text is faster here

    def asks_about(self, path: str) -> bool:
        """Whether a file was asked about, by its name or by a folder around it."""
        return path in self.named or path.startswith(self._folders)

    @property
    def leaves_something(self) -> bool:
        """Whether the configuration leaves something of what was asked about."""
        return bool(self.folders) or not self.named.isdisjoint(self.inputs.files)

    def names(self, path: str) -> tuple[str, str]:
        """A file's name as it is shown, and relative to the project's root."""
        relative = shown(path, self.root)
        if path == self.unnamed:
            return STDIN_NAME, relative
        at_hand = self._way_in is not None and not relative.startswith("..")
        return f"{self._way_in}{relative}" if at_hand else shown(path, self.cwd), relative

    @cached_property
    def _way_in(self) -> str | None:
        """What stands before relative names as they are shown; ``None``: that differs from file to file."""
        if self.cwd == self.root:
            return ""
        return None if self.cwd.is_relative_to(self.root) else f"{shown(str(self.root), self.cwd)}/"

    def read(self, path: str) -> Document | None:
        """Read a file; ``None``: one that was found in a folder and is not cxmap's."""
        return self.document(path, self.content(path))

    def document(self, path: str, content: bytes | Problem) -> Document | None:
        """A file that holds these bytes, or cannot be read; ``None`` as for ``read``."""
        from cxmap.yaml.reader.read import read  # here, because a run in which nothing has changed reads nothing

        if content is LEADS_OUT and not is_ours(b"", path):
            return None
        asked_for = path in self.named and not self.ours_only
        if isinstance(content, bytes) and not asked_for and not is_ours(content, path):
            return None
        name, relative = self.names(path)
        marked = isinstance(content, bytes) and content.startswith(BYTE_ORDER_MARK)
        return Document.of(Path(path), name, relative, read(content, name), marked=marked)

    def content(self, path: str) -> bytes | Problem:
        """The bytes of a file, or why it cannot be read."""
        if path not in self.contents and path not in self.named and self.tree.leads_out(path, self.root):
            return LEADS_OUT
        return self.tree.read(path)

    def load(self) -> Project:
        """Read all files.

        Raises:
            NothingThereError: There is no journey file.
        """
        read = ((path, self.read(path)) for path in self.inputs.files)
        return self.project({path: document for path, document in read if document is not None})

    def project(self, documents: Mapping[str, Document]) -> Project:
        """The project that its files make.

        Args:
            documents: Those of the files that are cxmap's by their paths, in the order of ``inputs.files``.

        Raises:
            NothingThereError: None of the files asked about is among them.
        """
        reported = tuple(document for path, document in documents.items() if self.asks_about(path))
        skipped = sum(self.asks_about(path) for path in self.inputs.files) - len(reported)
        if not reported:
            where = ", ".join(f"'{os.fspath(path)}'" for path in self.asked) or f"'{shown(str(self.root), self.cwd)}'"
            raise NothingThereError(f"no journey files in {where}{self._why_nothing(skipped)}")
        day = self.today if self.today_given else self.config.today or self.today
        return Project(self.root, self.cwd, self.config, tuple(documents.values()), reported, skipped, day, self.inputs)

    def _why_nothing(self, others: int) -> str:
        """What to say where there is nothing to check: what was skipped and why, or else how to start."""
        found = Counter(why for path, why in self.passed_over if self.asks_about(path))
        reasons = [f"{count} {'path is' if count == 1 else 'paths are'} {why}" for why, count in sorted(found.items())]
        if others:
            reasons.append(f"skipped {others} YAML {'file' if others == 1 else 'files'} without a `cxmap:` line")
        remedy = "`cxmap validate --show-files` lists them" if found else "start one with `cxmap init`"
        return f": {', '.join(reasons)}; {remedy}" if reasons else f"; {remedy}"

    def listing(self) -> Iterator[tuple[str, str | None]]:
        """The files asked about by their shown names, each with the reason why it is not checked, if it is not."""
        for path in self.inputs.files:
            if self.asks_about(path):
                checked = self.read(path) is not None
                yield self.names(path)[0], None if checked else "no line starts with `cxmap:`"
        for path, why in self.passed_over:
            if self.asks_about(path):
                yield self.names(path.removesuffix(os.sep))[0] + ("/" if path.endswith(os.sep) else ""), why


def shown(path: str, base: Path) -> str:
    """A path as it is shown from a folder."""
    start = f"{base}{os.sep}"
    if path.startswith(start):
        return path[len(start) :].replace(os.sep, "/")
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")
