"""The states of files and folders: what would be another if they were another.

Only modules that Python has loaded anyway are imported here, because ``cxmap.cli.replay`` answers from this.
"""

from __future__ import annotations

import os
import sys

from cxmap.cli.sealed import content, digest
from cxmap.project.names import GITIGNORE, PASSED_OVER, YAML_SUFFIXES

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A file that changed so shortly before may change again without a trace: the clocks of file systems are coarse.
SETTLED = 2_000_000_000
ABSENT, FOLDER, CONTENT = "absent", "folder", "content "
# What cxmap's own code reads files with.
READERS = ("yaml", "pydantic_core", "pathspec")


def file_state(path: str) -> tuple[str, int]:
    """The state of a file, whatever links lead to it; and when it last changed, in nanoseconds since 1970."""
    try:
        found = os.stat(path)  # noqa: PTH116 - pathlib is not imported
    except (OSError, ValueError):
        return ABSENT, 0
    return (FOLDER, 0) if found.st_mode & 0o170000 == 0o040000 else _told(found)


def settled_state(path: str, now: int) -> str | None:
    """The state of an ordinary file that has not just changed; ``None``: another content could have the same state.

    Args:
        path: The file; of a link nobody can tell where it leads tomorrow.
        now: The present, in nanoseconds since 1970.
    """
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    if found.st_mode & 0o170000 != 0o100000:
        return None
    state, changed = _told(found)
    return state if changed + SETTLED < now else None


def content_state(data: bytes) -> str:
    """The state of a file that goes by what it holds."""
    return CONTENT + digest(data)


def folder_state(folder: str) -> str:
    """The names in a folder that could matter, a ``/`` behind each folder's."""
    try:
        with os.scandir(folder) as entries:
            names = [one.name + "/" if one.is_dir(follow_symlinks=False) else one.name for one in entries]
    except OSError:
        return ABSENT
    mattering = (GITIGNORE, *YAML_SUFFIXES, "/")
    return "/".join(sorted(one for one in names if one.lower().endswith(mattering) and one[:-1] not in PASSED_OVER))


def last_change(folder: str) -> int:
    """When a folder last changed, as by a file that came or went, in nanoseconds since 1970; 0 where there is none."""
    try:
        return _told(os.stat(folder))[1]  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return 0


def code_states() -> Iterator[tuple[str, str]]:
    """The files of the code that has been loaded, and their states: another version gives other results."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "cxmap" or name in READERS:
            path = module.__file__ or ""
            yield path, file_state(path)[0]


def are_unchanged(states: Iterable[tuple[str, str]]) -> bool:
    """Whether files and folders (whose paths end as a folder's do) are in the states that they were in."""
    return all(_state_as_in(path, state) == state for path, state in states)


def _state_as_in(path: str, state: str) -> str:
    """The state of a file or folder now, told as it was told then."""
    if path.endswith(os.sep):
        return folder_state(path)
    return content_state(content(path)) if state.startswith(CONTENT) else file_state(path)[0]


def _told(found: os.stat_result) -> tuple[str, int]:
    state = f"{found.st_mode} {found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}"
    return state, max(found.st_mtime_ns, found.st_ctime_ns)
