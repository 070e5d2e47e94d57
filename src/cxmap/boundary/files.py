"""Files written whole or not at all: the only way by which cxmap writes one.

A reader, a crash, a full disk or a second writer meets the old bytes or the new ones, nothing between. Links are
followed, so that the file behind a symbolic link changes and the link stays; a hard link is parted from its other
names, since the new bytes come in by a rename. But whoever can put a link into a project must not choose what a chart
or a report overwrites: what was not read before is written through no link that leads away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Final

from cxmap.boundary import text

_EVERYBODY: Final = 0o666
_DESCRIPTORS: Final = ("/dev/", "/proc/")  # /dev/stdout is a link to what the caller chose, a file perhaps


class WriteError(Exception):
    """A file could not be written. The message is one line that names the file, says why, and what to do."""


def write(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    expected: bytes | None = None,
    mode: int = _EVERYBODY,
    lasting: bool = True,
) -> bool:
    """Make a file hold these bytes, atomically.

    An existing file keeps its mode and, where the system allows, its owner. A device or a pipe (``/dev/stdout``) is
    written straight away: there is nothing to keep whole.

    Args:
        path: The file. Its folder must exist.
        data: All that it is to hold.
        expected: What the file held when it was read: it is left alone when it holds anything else by now. ``None``
            for a file of which the old content does not matter; it may not lie behind a link that leads out of the
            current folder, or of the file's own where that is elsewhere.
        mode: The mode of a new file, narrowed by the umask.
        lasting: Whether to wait until it is on the disk. A file that can be made again need not outlive a power cut,
            after which it may hold anything.

    Returns:
        Whether anything was written: ``False`` when the file held these bytes already.

    Raises:
        WriteError: When it could not be written. The file is as it was, and nothing is left beside it.
    """
    try:
        return _write(Path(path), data, expected, mode, lasting=lasting)
    except BrokenPipeError:  # `-o /dev/stdout | head`: the reader has had enough
        raise
    except OSError as error:
        raise WriteError(_message(path, error)) from error
    except ValueError as error:  # a NUL in the path
        raise WriteError(f"cannot write {text.path_name(os.fspath(path))}: this is no file name") from error


def make_folder(path: str | os.PathLike[str]) -> None:
    """Make a folder, with those above it, unless it is there.

    Raises:
        WriteError: When it cannot be made, or a link leads away from there, as for a file.
    """
    try:
        if not _is_where_it_says(Path(path), target := Path(os.path.realpath(path))):
            raise WriteError(_leads_away(f"make the folder {text.path_name(os.fspath(path))}", target))
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = _reason(error) if isinstance(error, OSError) else "this is no file name"
        raise WriteError(f"cannot make the folder {text.path_name(os.fspath(path))}: {reason}") from error


def _write(path: Path, data: bytes, expected: bytes | None, mode: int, *, lasting: bool) -> bool:
    before = _stat(path)
    if before is not None and not stat.S_ISREG(before.st_mode) and not stat.S_ISDIR(before.st_mode):
        path.write_bytes(data)
        return True
    target = Path(os.path.realpath(path))
    if expected is None and not _is_where_it_says(path, target):
        raise WriteError(_leads_away(f"write {text.path_name(path)}", target))
    if _content(target) == data:
        return False
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # A short name of its own: beside a name of 255 bytes there is no room for a longer one.
    temporary = target.with_name(f".cxmap-{os.urandom(8).hex()}")
    try:
        _fill(temporary, data, before, mode, lasting=lasting)
        if expected is not None and _content(target) != expected:
            raise WriteError(f"cannot write {text.path_name(path)}: it changed after it was read; run again")
        temporary.replace(target)
    finally:  # after Ctrl-C too, nothing stays behind; after the rename there is nothing
        temporary.unlink(missing_ok=True)
    if lasting:
        _settle(target.parent)
    return True


def _is_where_it_says(path: Path, target: Path) -> bool:
    """Whether a path leads into the current folder as its text does, else into the folder that its text names."""
    absolute, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - .. goes back by its text, not by links
    if str(absolute).startswith(_DESCRIPTORS):
        return True
    folder = here if absolute.is_relative_to(here) else absolute.parent
    return target.is_relative_to(os.path.realpath(folder))


def _leads_away(what: str, target: Path) -> str:
    return f"cannot {what}: a link leads from there to {text.path_name(target)}; name that place"


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _fill(temporary: Path, data: bytes, before: os.stat_result | None, mode: int, *, lasting: bool) -> None:
    """Make the new file beside the old one: on the disk if it is to last, with the mode and owner of the old one."""
    if before is not None:
        mode = 0o600  # until the old one's is set below
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(temporary, flags, mode), "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(data)
        file.flush()
        if before is not None and hasattr(os, "fchmod"):
            with contextlib.suppress(PermissionError):  # only root may give a file away
                os.fchown(file.fileno(), before.st_uid, before.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(before.st_mode))
        if lasting:
            os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Put the rename itself on the disk. The file is whole without it, so a system that cannot is no failure."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _message(path: str | os.PathLike[str], error: OSError) -> str:
    folder = Path(path).parent
    reason = _reason(error)
    if isinstance(error, FileNotFoundError):
        reason = f"the folder {text.path_name(folder)} does not exist; make it first"
    return f"cannot write {text.path_name(os.fspath(path))}: {reason}"


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.EISDIR:
            return "it is a directory; name a file in it"
        case errno.ENOTDIR | errno.EEXIST:
            return "a part of its path is a file, not a folder; choose another place"
        case errno.EACCES | errno.EPERM:
            return "no permission; change the permissions or choose another place"
        case errno.EROFS:
            return "the file system is read-only; choose another place"
        case errno.ENOSPC | errno.EDQUOT:
            return "no space left; free some and run again"
        case errno.EFBIG:
            return "it is larger than the size limit for files; raise the limit or choose another place"
        case errno.ENAMETOOLONG:
            return "the name is too long; choose a shorter one"
        case errno.ELOOP:
            return "its symbolic links go round in a circle; choose another place"
        case _:
            return (error.strerror or "the system refused").lower()
