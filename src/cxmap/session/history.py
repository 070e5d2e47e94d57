"""The edits of a session, to be taken back and made again: each is the bytes of some files before and after."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cxmap.io import files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileChange:
    """What an edit did to a file.

    Attributes:
        path: The file.
        name: Relative to the root, with ``/``.
        before: What it held; ``None``: it was not there.
        after: What it holds; ``None``: it is not there any more.
    """

    path: Path
    name: str
    before: bytes | None
    after: bytes | None

    @property
    def reverse(self) -> FileChange:
        """What takes it back."""
        return FileChange(self.path, self.name, self.after, self.before)

    def write(self) -> None:
        """Do it.

        Raises:
            WriteError: It cannot be done; as where the file is not what it was, a ``ChangedError``.
        """
        if self.before is None:
            files.make_folder(self.path.parent)
            files.create(self.path, self.after or b"")
        elif self.after is None:
            files.remove(self.path, expected=self.before)
        else:
            files.write(self.path, self.after, expected=self.before)

    @property
    def lines(self) -> tuple[int, int, int]:
        """The first line that differs, from 1, and how many lines came and went."""
        old, new = ((content or b"").splitlines() for content in (self.before, self.after))
        same = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
        first = min(len(old), len(new)) if same is None else same
        end = 0
        while end < min(len(old), len(new)) - first and old[-1 - end] == new[-1 - end]:
            end += 1
        matcher = SequenceMatcher(None, old[first : len(old) - end], new[first : len(new) - end], autojunk=False)
        kept = sum(match.size for match in matcher.get_matching_blocks())
        return first + 1, len(new) - end - first - kept, len(old) - end - first - kept


@dataclass(frozen=True, slots=True)
class Edit:
    """One step that can be taken back.

    Attributes:
        label: What it is called.
        changes: What it did to files.
        version: Of the session, after it.
    """

    label: str
    changes: tuple[FileChange, ...]
    version: int


def write_all(changes: Iterable[FileChange]) -> None:
    """Make all changes, or none.

    Raises:
        WriteError: One cannot be made; those before it are taken back.
    """
    done: list[FileChange] = []
    try:
        for change in changes:
            change.write()
            done.append(change)
    except files.WriteError:
        for change in reversed(done):
            change.reverse.write()
        raise
