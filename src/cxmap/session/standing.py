"""What stands until something changes on disk: the files of a project, its rules and its baseline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxmap.lint.baseline import DEFAULT_NAME, read_baseline
from cxmap.lint.selection import select
from cxmap.project.load import Stdin, project_files
from cxmap.project.tree import DISK
from cxmap.yaml.reader.disk import read_file

if TYPE_CHECKING:
    import datetime as dt
    from collections import Counter
    from pathlib import Path

    from cxmap.lint.baseline import Entry
    from cxmap.lint.selection import Selection
    from cxmap.project.files import ProjectFiles


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands until something changes on disk.

    Attributes:
        project_files: The files of the project, as they are there.
        selection: The rules that its configuration selects.
        accepted: What its baseline accepts, if it has one.
    """

    project_files: ProjectFiles
    selection: Selection
    accepted: Counter[Entry] | None

    @classmethod
    def at(cls, root: Path, today: dt.date, *, below: bool = False) -> Standing:
        """Look at a project.

        Args:
            root: The folder of its configuration; the folder of its files where there is none.
            today: The day that due dates and ages are judged on.
            below: Whether folders below one without a configuration belong to it, as where the folder itself is asked
                about; a file that an editor has open stands for its own folder alone.

        Raises:
            UsageError: There is something wrong with the configuration or the baseline.
        """
        found = project_files((), today=today, today_given=False, cwd=root) if below else _files(root, today)
        return cls(found, select(found.config, file=found.inputs.config), _baseline(root))


def _files(root: Path, today: dt.date) -> ProjectFiles:
    """The files of a project, found as for a file without a name in its root."""
    found = project_files((), today=today, today_given=False, cwd=root, stdin=Stdin(b""))
    files = tuple(path for path in found.inputs.files if path != found.unnamed)
    return replace(
        found,
        named=frozenset(),
        folders=(found.root,),
        tree=DISK,
        unnamed=None,
        inputs=replace(found.inputs, files=files),
    )


def _baseline(root: Path) -> Counter[Entry] | None:
    data = read_file(root / DEFAULT_NAME)
    return read_baseline(data.decode(errors="replace"), DEFAULT_NAME) if isinstance(data, bytes) else None
