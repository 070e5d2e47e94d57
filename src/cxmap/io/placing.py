"""The last step of a write: create, replace or remove a file without losing what another program saves meanwhile.

Comparing a file and then renaming another over it leaves a gap in which an editor can save, and a program that opened
the old file earlier can still write to it. Linux has a call for each, on local file systems:

- An atomic exchange (``exchange``): the new and the old file swap names, the old one is compared under its temporary
  name, where no other program finds it, and the two are swapped back if it has changed.
- A read lease (``_leased``): granted on a file that no program has open for writing. While it is held, opening the file
  for writing blocks, and the holder can see that; then the two files are swapped back before the lease is released.

Elsewhere the comparison comes right before the rename.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Final

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)  # for the other end of a pipe
PATIENCE: Final = 1.0  # seconds for another program to finish writing; an editor's save takes some milliseconds
_PAUSE: Final = 0.01
_HERE: Final = -100  # AT_FDCWD: paths are relative to the current folder
_EXCHANGE: Final = 2  # RENAME_EXCHANGE
_REMOTE: Final = {0x6969, 0xFF534D42, 0xFE534D42}  # NFS, CIFS and SMB, as Linux's magic.h has them


def place(new: Path, target: Path) -> None:
    """Give a new file its final name, unless that exists: a hard link fails there, where a rename would replace.

    Args:
        new: The file, in the same folder. It may keep its temporary name too.
        target: Its final name.

    Raises:
        FileExistsError: The name exists.
        OSError: The system refuses.
    """
    try:
        target.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the name is taken first
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            new.replace(target)
        except OSError:
            target.unlink()
            raise


def replace(new: Path, target: Path, is_unchanged: Callable[[Path], bool]) -> bool:
    """Replace a file, unless it has changed.

    Args:
        new: The new file, in the same folder.
        target: The file to replace.
        is_unchanged: Whether the file at a path is still the one that may be replaced. Called before and after.

    Returns:
        Whether it was replaced. If not, ``target`` is as the other program left it, and ``new`` still exists.

    Raises:
        OSError: The system refuses; ``ETXTBSY``: another program keeps the file open for writing.
    """
    with _leased(target) as is_writer_waiting:

        def is_free(path: Path) -> bool:
            return is_unchanged(path) and not is_writer_waiting()

        if not is_free(target):
            return False
        if not exchange(new, target):
            if not is_free(target):  # such as a file that is missing by now
                return False
            new.replace(target)
            return True
        replaced = False
        try:
            replaced = is_free(new)
        finally:  # after Ctrl-C too
            if not replaced and not exchange(new, target):
                new.replace(target)
        if replaced:
            new.unlink()
        return replaced


def remove(target: Path, aside: Path, is_unchanged: Callable[[Path], bool]) -> bool:
    """Remove a file, unless it has changed.

    Args:
        target: The file.
        aside: An unused name in the same folder.
        is_unchanged: Whether the file at a path is still the one that may be removed. Called before and after.

    Returns:
        Whether it was removed.

    Raises:
        FileExistsError: It had changed, but another program has created a new one: the changed one is at ``aside``.
        OSError: The system refuses; ``ETXTBSY``: another program keeps the file open for writing.
    """
    with _leased(target) as is_writer_waiting:
        if not is_unchanged(target) or is_writer_waiting():
            return False
        target.rename(aside)
        removed = False
        try:
            removed = is_unchanged(aside) and not is_writer_waiting()
        finally:  # after Ctrl-C too
            if not removed:
                place(aside, target)
            aside.unlink(missing_ok=True)
        return removed


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two files atomically; ``False``: not supported, or one is missing, and both are unchanged."""
    return _call("renameat2", _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)


@contextlib.contextmanager
def _leased(path: Path) -> Iterator[Callable[[], bool]]:
    """Hold a lease on a file where the system grants one; yields a function: is a program waiting to write to it?"""
    if sys.platform != "linux" or _is_remote(path) or (lease := _lease(path)) is None:
        yield lambda: False
        return
    try:
        yield lambda: fcntl.fcntl(lease, fcntl.F_GETLEASE) != fcntl.F_RDLCK
    finally:
        with contextlib.suppress(OSError):  # the system has broken the lease after 45 seconds
            fcntl.fcntl(lease, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        os.close(lease)


def _lease(path: Path) -> int | None:
    """A descriptor that holds a read lease, once no program has the file open for writing; ``None``: not supported.

    Raises:
        OSError: ``ETXTBSY``: another program keeps it open for writing.
    """
    until = time.monotonic() + PATIENCE
    while path.is_file():
        try:
            descriptor = os.open(path, os.O_RDONLY | NO_WAITING)
        except OSError:  # such as a file that is missing by now: the caller's comparison reports it
            break
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # ignored by default, where SIGIO ends the process
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            os.close(descriptor)
            if error.errno != errno.EAGAIN:  # another user's file, or a file system without leases
                break
            if time.monotonic() > until:
                raise OSError(errno.ETXTBSY, os.strerror(errno.ETXTBSY)) from error
            time.sleep(_PAUSE)
        else:
            return descriptor
    return None


def _is_remote(path: Path) -> bool:
    """Whether a file is on a network drive, which may refuse a lease on a file that no program has open."""
    import ctypes

    status = (ctypes.c_long * 64)()  # larger than the structure, whose first field is the file system type
    return _call("statfs", os.fsencode(path), status) and status[0] & 0xFFFFFFFF in _REMOTE


def _call(name: str, *given: object) -> bool:
    """Call a function of the C library that Python lacks; whether it succeeded."""
    if sys.platform != "linux":
        return False
    import ctypes  # imported only when something is written

    try:
        function = ctypes.CDLL(None)[name]
    except (AttributeError, OSError):  # a C library without it
        return False
    return bool(function(*given) == 0)
