"""A revision of a git repository as a tree on which a project is found, as on the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cxmap.io.git import LINK, SUBMODULE, GitError
from cxmap.yaml.reader.disk import read_file, too_large
from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.reader.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.io.git import Blob, Commit, Repository
    from cxmap.project.tree import Item, State

_MOST_LINKS = 40


class RevisionItem(NamedTuple):
    """What stands in a folder of a revision."""

    name: str
    path: str
    folder: bool

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - as os.DirEntry has it
        """Whether it is a folder; a link never is."""
        return self.folder


class Revision:
    """The files of a commit, by the paths that they have in the working tree.

    Attributes:
        commit: The commit.
        skipped: The paths of submodules, which are skipped.
    """

    def __init__(self, repository: Repository, commit: Commit, top: str | None = None) -> None:
        """``top`` is the folder whose paths the files have; absent: that of the repository."""
        self.contents: Mapping[str, bytes] = {}
        self.commit = commit
        self.skipped: dict[str, None] = {}
        self._repository = repository
        self._top = top or repository.top
        self._blobs: dict[str, Blob] = {}
        self._folders: dict[str, dict[str, bool]] = {self._top: {}}
        for blob in repository.files(commit.tree):
            path = f"{self._top}{os.sep}{blob.path.replace('/', os.sep)}"
            if blob.mode == SUBMODULE:
                self.skipped[path] = None
            else:
                self._blobs[path] = blob
                self._add(path)

    def _add(self, path: str) -> None:
        is_folder = False
        while path != self._top:
            folder, _, name = path.rpartition(os.sep)
            inside = self._folders.setdefault(folder, {})
            if name in inside:
                return
            inside[name] = is_folder
            path, is_folder = folder, True

    def list(self, folder: str) -> Sequence[Item]:
        """What stands in a folder, by name."""
        found = self._folders.get(folder)
        if found is None:
            raise FileNotFoundError(folder)
        return [RevisionItem(name, f"{folder}{os.sep}{name}", is_folder) for name, is_folder in sorted(found.items())]

    def read(self, path: str) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        blob = self._blobs.get(self.real_path(path))
        if blob is None:
            if path == os.path.join(self._top, ".git", "info", "exclude"):  # noqa: PTH118 - text is faster here
                return read_file(path)  # what the working tree's owner leaves out, of all revisions
            return Problem("CX006", "cannot be read: it does not exist")
        if blob.size > MAX_BYTES:
            return too_large(blob.size)
        try:
            return self._repository.content(blob.object)
        except GitError as error:
            return Problem("CX006", f"cannot be read: {error}")

    def state(self, path: str) -> State:
        """The name of its content."""
        blob = self._blobs.get(path)
        return blob.object if blob else None

    def exists(self, path: str) -> bool:
        """Whether something stands there; above the top what does in the working tree."""
        if path == f"{self._top}{os.sep}.git":
            return True
        return path in self._blobs or path in self._folders

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""
        return path in self._folders

    def is_file(self, path: str) -> bool:
        """Whether a file stands there, or a link to one of this revision."""
        return self.real_path(path) in self._blobs

    def leads_out(self, path: str, folder: str | os.PathLike[str]) -> bool:
        """Whether it is a link that leads to no file of this revision inside a folder."""
        blob = self._blobs.get(path)
        if blob is None or blob.mode != LINK:
            return False
        end = self.real_path(path)
        return end not in self._blobs or not end.startswith(f"{os.fspath(folder)}{os.sep}")

    def real_path(self, path: str) -> str:
        """Where a path leads: links are followed inside the revision, to files and not through folders."""
        for _ in range(_MOST_LINKS):
            blob = self._blobs.get(path)
            if blob is None or blob.mode != LINK:
                return path
            target = os.fsdecode(self._repository.content(blob.object))
            path = os.path.normpath(os.path.join(os.path.dirname(path), target))  # noqa: PTH118, PTH120 - text is faster here
        return ""
