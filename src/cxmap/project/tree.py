"""What a project is found on: the disk, the disk under files that are open in an editor, or a revision (``revisions``).

Paths are absolute and text, on every tree, so that a file is shown by one name wherever it is read from.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from cxmap.yaml.reader.disk import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.yaml.reader.errors import Problem

State: TypeAlias = "tuple[int, int, int] | str | None"
"""What tells that a file is still the one that was read; ``None``: it is not there."""


class Item(Protocol):
    """What stands in a folder, as ``os.scandir`` has it."""

    @property
    def name(self) -> str:
        """Its name in the folder."""

    @property
    def path(self) -> str:
        """Its path."""

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        """Whether it is a folder."""


class Tree(Protocol):
    """Folders and files."""

    contents: Mapping[str, bytes]
    """What is read instead of what files hold, by their paths."""

    def list(self, folder: str) -> Sequence[Item]:
        """What stands in a folder, by name.

        Raises:
            OSError: It cannot be listed.
        """

    def read(self, path: str) -> bytes | Problem:
        """The bytes of a file, or why there are none."""

    def state(self, path: str) -> State:
        """What tells that a file is still the same."""

    def exists(self, path: str) -> bool:
        """Whether something stands there, a link that leads nowhere included."""

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""

    def is_file(self, path: str) -> bool:
        """Whether a file stands there."""

    def leads_out(self, path: str, folder: str | os.PathLike[str]) -> bool:
        """Whether it is a link that leads out of a folder."""

    def real_path(self, path: str) -> str:
        """Where a path leads, links followed."""


class Disk:
    """The disk as it is."""

    def __init__(self) -> None:
        self.contents: Mapping[str, bytes] = {}

    def list(self, folder: str) -> Sequence[Item]:
        """What stands in a folder, by name."""
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)

    def read(self, path: str) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        return read_file(path)

    def state(self, path: str) -> State:
        """When it was written, its size, and which file it is."""
        try:
            status = os.stat(path)  # noqa: PTH116 - text is faster here
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def exists(self, path: str) -> bool:
        """Whether something stands there, a link that leads nowhere included."""
        return os.path.lexists(path)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""
        return os.path.isdir(path)  # noqa: PTH112 - text is faster here

    def is_file(self, path: str) -> bool:
        """Whether a file stands there."""
        return os.path.isfile(path)  # noqa: PTH113 - text is faster here

    def leads_out(self, path: str, folder: str | os.PathLike[str]) -> bool:
        """Whether it is a link that leads out of a folder; links in a circle lead nowhere else."""
        if not os.path.islink(path):  # noqa: PTH114 - text is faster here
            return False
        return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))

    def real_path(self, path: str) -> str:
        """Where a path leads, links followed; unlike ``Path.resolve`` it goes round no circle of links."""
        return os.path.realpath(path)


DISK: Tree = Disk()


class WorkingTree(Disk):
    """The working tree of a repository: the disk without other repositories in it, submodules among them.

    Attributes:
        skipped: The folders that were passed over.
    """

    def __init__(self) -> None:
        super().__init__()
        self.skipped: dict[str, None] = {}

    def list(self, folder: str) -> Sequence[Item]:
        """What stands in a folder, by name."""
        kept = []
        for item in super().list(folder):
            if item.is_dir(follow_symlinks=False) and os.path.lexists(os.path.join(item.path, ".git")):  # noqa: PTH118 - text is faster here
                self.skipped[item.path] = None
            else:
                kept.append(item)
        return kept


class Without(Disk):
    """The disk as one of two states that are compared: without the other, where that is beside it or in it.

    Where a state lies within the other, it is what is left of that.
    """

    def __init__(self, state: Path, other: Path) -> None:
        """Absolute paths."""
        super().__init__()
        self._state, self._other, self._within = state, other, state.is_relative_to(other)

    def list(self, folder: str) -> Sequence[Item]:
        """What stands in a folder, by name."""
        return [item for item in super().list(folder) if not self._hides(Path(item.path))]

    def _hides(self, path: Path) -> bool:
        if not path.is_relative_to(self._other):
            return False
        return not (self._within and (path.is_relative_to(self._state) or self._state.is_relative_to(path)))


class Overlay:
    """A tree on which some files hold something else: what an editor has open, or standard input."""

    def __init__(self, below: Tree, contents: Mapping[str, bytes]) -> None:
        self._below = below
        self.contents = contents
        self.list, self.state = below.list, below.state
        self.exists, self.is_folder, self.is_file = below.exists, below.is_folder, below.is_file
        self.leads_out, self.real_path = below.leads_out, below.real_path

    def read(self, path: str) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        return self.contents[path] if path in self.contents else self._below.read(path)
