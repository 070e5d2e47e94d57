"""Files written whole or not at all: the only way by which cxmap writes one.

A reader, a crash, a full disk or a second writer meets the old bytes or the new ones, nothing between. What another
program wrote meanwhile is never lost: a file that was read is changed only while it holds what was read (``write``), a
new one is made only where there is none (``create``), and a result takes the place of what lay there when the command
started and of nothing else (``Output``).

Links are followed, so that the file behind a symbolic link changes and the link stays; a hard link is parted from its
other names, since the new bytes come in by a rename. But whoever can put a link into a project must not choose what a
chart or a report overwrites: what was not read before is written through no link that leads away, be it to a file, a
device or a pipe, and that is asked before anything is opened.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxmap.io import placing
from cxmap.io.placing import NO_WAITING
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

_EVERYBODY: Final = 0o666
_MOST_LINKS: Final = 40  # as many as Linux follows
_BINARY: Final = getattr(os, "O_BINARY", 0)
_REASONS: Final = {
    errno.ENXIO: "nobody reads from it; start its reader first",
    errno.EBADF: "it is not open for writing; name a file",
    errno.ETXTBSY: "another program has it open for writing; close it there, and run again",
    errno.EBUSY: "it is mounted by itself, as into a container; mount its folder, or choose another place",
    errno.EISDIR: "it is a directory; name a file in it",
    errno.ENOTDIR: "a part of its path is a file, not a folder; choose another place",
    errno.EEXIST: "a part of its path is a file, not a folder; choose another place",
    errno.EACCES: "no permission; change the permissions or choose another place",
    errno.EPERM: "no permission; change the permissions or choose another place",
    errno.EROFS: "the file system is read-only; choose another place",
    errno.ENOSPC: "no space left; free some and run again",
    errno.EDQUOT: "no space left; free some and run again",
    errno.EFBIG: "it is larger than the size limit for files; raise the limit or choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "its symbolic links go round in a circle; choose another place",
}


class WriteError(Exception):
    """A file could not be written. The message is one line that names the file, says why, and what to do."""


class ChangedError(WriteError):
    """A file is not written, as it is not what it was any more: another program has changed it, or taken it away."""


def write(path: str | os.PathLike[str], data: bytes, *, expected: bytes) -> bool:
    """Change a file that was read, atomically. It keeps its mode and, where the system allows, its owner.

    Args:
        path: The file; it may lie behind any link, as it did when it was read.
        data: All that it is to hold.
        expected: What was read, and what the change was computed from: it is left alone when it holds anything else by
            now.

    Returns:
        Whether anything was written: ``False`` when the file held these bytes already.

    Raises:
        WriteError: When it could not be written. The file is as it was, and nothing is left beside it.
    """
    with _telling(path):
        target = Path(os.path.realpath(path))
        if _look(target, _content) == data:
            return False
        if not _put(target, data, lambda place: _look(place, _content) == expected):
            raise _Changed("it changed after it was read; run again")
    return True


def create(path: str | os.PathLike[str], data: bytes, *, mode: int = _EVERYBODY) -> None:
    """Make a new file, atomically.

    Args:
        path: The file. Its folder must exist, and no link may lead from there out of the current folder, or of the
            file's own where that is elsewhere.
        data: All that it is to hold.
        mode: Its mode, narrowed by the umask.

    Raises:
        WriteError: When it could not be written, as where another program has created it: its file stays as it is.
    """
    with _telling(path):
        _put(_target(Path(path)), data, mode=mode)


def remove(path: str | os.PathLike[str], *, expected: bytes) -> None:
    """Take away a file that was made.

    Args:
        path: The file.
        expected: What it was made to hold: it is left alone when it holds anything else by now.

    Raises:
        WriteError: When it could not be taken away, or there is none.
    """
    with _telling(path, "remove"):
        target = _target(Path(path))
        aside = _beside(target)
        try:
            gone = placing.remove(target, aside, lambda place: _look(place, _content) == expected)
        except FileExistsError:
            raise _Changed(f"it changed, and was created again meanwhile; the changed one is in {aside.name}") from None
        if not gone:
            raise _Changed("it changed after it was made; look at it")
        _settle(target.parent)


class Output:
    """A place for a result, as it is before a command works: what others write there meanwhile is not overwritten.

    ``-``, ``/dev/stdout`` and ``/dev/fd/63`` are what the caller has opened, and a device or a pipe that is named
    itself is written straight away: there is nothing to keep whole.

    Attributes:
        path: As it was named.
        is_stream: Whether it is no file but a stream.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Look at what is there.

        Raises:
            WriteError: A link leads from there out of the current folder, or of the file's own where that is elsewhere;
                or nothing can be written there.
        """
        self.path = Path(path)
        self._descriptor = _descriptor(path)
        self._was: bytes | None = None
        self.is_stream = True
        if self._descriptor is None:
            with _telling(path):
                target = _target(self.path)
                self.is_stream = is_stream(target)
                self._was = None if self.is_stream else _look(target, _digest)

    def write(self, data: bytes) -> bool:
        """Write a result, atomically where it is a file. A file keeps its mode and, where possible, its owner.

        Args:
            data: All that it is to hold. The folder must exist.

        Returns:
            Whether anything was written: ``False`` when the file held these bytes already.

        Raises:
            WriteError: When it could not be written. The file is as it was, and nothing is left beside it.
        """
        with _telling(self.path):
            if self._descriptor is not None:
                sys.stdout.flush()
                _pour(os.dup(self._descriptor), data)
                return True
            target = _target(self.path)
            if self.is_stream:
                descriptor = os.open(target, os.O_WRONLY | NO_WAITING | _BINARY)
                if NO_WAITING:  # the reader may be slow, now that there is one
                    os.set_blocking(descriptor, True)
                _pour(descriptor, data)
                return True
            return self._replace(target, data)

    def _replace(self, target: Path, data: bytes) -> bool:
        import hashlib  # it takes as long as checking ten files

        if _look(target, _digest) == hashlib.blake2b(data).digest():
            return False
        if self._was is None:
            _put(target, data)
        elif not _put(target, data, lambda place: _look(place, _digest) == self._was):
            raise _Changed("it changed after the command started; look at it, and run again")
        return True


def make_folder(path: str | os.PathLike[str]) -> None:
    """Make a folder, with those above it, unless it is there.

    Raises:
        WriteError: When it cannot be made, or a link leads away from there, as for a file.
    """
    with _telling(path, "make the folder"):
        _target(Path(path)).mkdir(parents=True, exist_ok=True)


def is_stream(path: str | os.PathLike[str]) -> bool:
    """Whether a path names no file but a stream: what the caller has opened (see ``Output``), a device or a pipe."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        mode = stat.S_IFREG  # what cannot be looked at is reported when it is written
    return _descriptor(path) is not None or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


@contextlib.contextmanager
def _telling(path: str | os.PathLike[str], what: str = "write") -> Iterator[None]:
    """Say in one line what could not be done with a path, and why."""
    start = f"cannot {what} {escape.path_name(os.fspath(path))}"
    try:
        yield
    except BrokenPipeError:  # `-o /dev/stdout | head`: the reader has had enough
        raise
    except _Changed as error:
        raise ChangedError(f"{start}: {error}") from error
    except _Refusal as error:
        raise WriteError(f"{start}: {error}") from error
    except OSError as error:
        raise WriteError(f"{start}: {reason(error, Path(path))}") from error
    except ValueError as error:  # a NUL in the path
        raise WriteError(f"{start}: this is no file name") from error


class _Refusal(Exception):
    """Why something is not written, though the system would let us."""


class _Changed(_Refusal):
    """What is there is not what was there."""


def _descriptor(path: str | os.PathLike[str]) -> int | None:
    """The number of what the caller has opened, where a path names that; ``-`` is standard output."""
    match os.fspath(path).split("/"):
        case ["-"] | ["", "dev", "stdout"]:
            return 1
        case ["", "dev", "stderr"]:
            return 2
        case ["", "dev", "fd", number] | ["", "proc", "self", "fd", number] if number.isdecimal():
            return int(number)
    return None


def _target(path: Path) -> Path:
    """Where a path leads, link by link, so that nothing outside is as much as looked at.

    Raises:
        _Refusal: A link leads out of the current folder; out of the one that the path names, where that is elsewhere.
    """
    absolute, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 - .. goes back by its text, not by links
    folder = os.path.realpath(here if absolute.is_relative_to(here) else absolute.parent)
    for _ in range(_MOST_LINKS):
        place = Path(os.path.realpath(absolute.parent))
        target = place / absolute.name
        if not target.is_relative_to(folder) or target.name == "..":
            raise _Refusal(f"a link leads from there to {escape.path_name(target)}; name that place")
        if not target.is_symlink():
            return target
        absolute = place / target.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _pour(descriptor: int, data: bytes) -> None:
    """Write into a stream, and close it."""
    with open(descriptor, "wb") as file:
        file.write(data)


def _put(
    target: Path, data: bytes, is_unchanged: Callable[[Path], bool] | None = None, *, mode: int = _EVERYBODY
) -> bool:
    """Make a file hold these bytes.

    Args:
        target: The file, behind all links.
        data: These bytes.
        is_unchanged: Whether the file at a path is still the one that may be replaced; ``None``: a new file.
        mode: The mode of a new file.

    Returns:
        Whether it was written; ``False``: the file has changed.
    """
    before = _stat(target) if is_unchanged else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = _beside(target)
    try:
        _fill(temporary, data, before, mode)
        if is_unchanged is None:
            placing.place(temporary, target)
        elif not placing.replace(temporary, target, is_unchanged):
            return False
    except FileExistsError:
        raise _Changed("another program has created it meanwhile; name another place, or move it away") from None
    finally:  # after Ctrl-C too, nothing stays behind
        temporary.unlink(missing_ok=True)
    _settle(target.parent)
    return True


def _beside(target: Path) -> Path:
    """An unused name beside a file: short, because a name of 255 bytes leaves no room for a longer one."""
    return target.with_name(f".cxmap-{os.urandom(8).hex()}")


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _look(path: Path, take: Callable[[BufferedReader], bytes]) -> bytes | None:
    """What a regular file holds, or something made of that; ``None`` where there is none. It waits for nobody."""
    there = _stat(path)
    if there is None or not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):
        return None
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | NO_WAITING)) as file:
            return take(file)
    except FileNotFoundError:
        return None


def _content(file: BufferedReader) -> bytes:
    return file.read()


def _digest(file: BufferedReader) -> bytes:
    """What stands for the content of a file, as a hundred charts may hold more than the memory should."""
    import hashlib

    return hashlib.file_digest(file, "blake2b").digest()


def _fill(temporary: Path, data: bytes, before: os.stat_result | None, mode: int) -> None:
    """Make the new file beside the old one: on the disk, with the mode and owner of the old one."""
    if before is not None:
        mode = 0o600  # until the old one's is set below
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    with open(os.open(temporary, flags, mode), "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(data)
        file.flush()
        if before is not None and hasattr(os, "fchmod"):
            with contextlib.suppress(PermissionError):  # only root may give a file away
                os.fchown(file.fileno(), before.st_uid, before.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(before.st_mode))
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Put the rename itself on the disk. The file is whole without it, so a system that cannot is no failure."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def reason(error: OSError, path: Path) -> str:
    """Why the system refused to do something with a path, and the remedy."""
    if error.errno == errno.ENOENT:
        return f"the folder {escape.path_name(path.parent)} does not exist; make it first"
    return _REASONS.get(error.errno or 0) or (error.strerror or "the system refused").lower()
