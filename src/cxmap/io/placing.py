"""The last step of writing: a new file takes its place, takes that of another, or one goes away.

Comparing a file and then renaming another over it leaves a moment between the two, and a program that has opened the
old file may write to it after. Linux has what closes both, in one machine's own file systems:

- Two files exchange their names in one step (``exchange``). What was there is looked at after it, when nobody can
  replace it any more, and the two are exchanged back where it is not what it was.
- A lease is granted on a file that nobody has open for writing; as long as it lasts, whoever opens the file for
  writing is held up, and that is told (``_held``). Then too the two are exchanged back, before that program goes on.

Elsewhere the comparison is what comes right before the rename.
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
    """Give a new file its name, where nothing has it: a link is refused there, where a rename would replace.

    Args:
        new: The file, in the same folder. It may keep its own name too.
        target: Where it is to be.

    Raises:
        FileExistsError: Something is there.
        OSError: It cannot be done.
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


def replace(new: Path, target: Path, is_known: Callable[[Path], bool]) -> bool:
    """Let a file take the place of another.

    Args:
        new: The file, in the same folder.
        target: The other one.
        is_known: Whether what a path leads to is what may go. It is asked before and after.

    Returns:
        Whether it did. Where not, all is as others left it, and ``new`` is still there.

    Raises:
        OSError: It cannot be done; ``ETXTBSY``, as another program has the file open for writing.
    """
    with _held(target) as is_wanted:

        def may_go(path: Path) -> bool:
            return is_known(path) and not is_wanted()

        if not may_go(target):
            return False
        if not exchange(new, target):
            if not may_go(target):  # such as a file that is gone by now
                return False
            new.replace(target)
            return True
        went = False
        try:
            went = may_go(new)
        finally:  # after Ctrl-C too
            if not went and not exchange(new, target):
                new.replace(target)
        if went:
            new.unlink()
        return went


def remove(target: Path, aside: Path, is_known: Callable[[Path], bool]) -> bool:
    """Take a file away.

    Args:
        target: The file.
        aside: A name in the same folder that nothing has.
        is_known: Whether what a path leads to is what may go. It is asked before and after.

    Returns:
        Whether it is gone. Where not, it is where it was.

    Raises:
        FileExistsError: It cannot be put back, as another program has made a new one: it is at ``aside``.
        OSError: It cannot be done; ``ETXTBSY``, as another program has the file open for writing.
    """
    with _held(target) as is_wanted:
        if not is_known(target) or is_wanted():
            return False
        target.rename(aside)
        gone = is_known(aside) and not is_wanted()
        if not gone:
            place(aside, target)
        aside.unlink(missing_ok=True)
        return gone


def exchange(one: Path, other: Path) -> bool:
    """Let two files exchange their names in one step; ``False`` where that is not possible, with both as they were."""
    return _call("renameat2", _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[Callable[[], bool]]:
    """Hold up whoever opens a file for writing, where the system can; gives what tells whether somebody waits."""
    if sys.platform != "linux" or _is_remote(path) or (lease := _lease(path)) is None:
        yield lambda: False
        return
    try:
        yield lambda: fcntl.fcntl(lease, fcntl.F_GETLEASE) != fcntl.F_RDLCK
    finally:
        with contextlib.suppress(OSError):  # somebody has waited longer than the system lets a program wait
            fcntl.fcntl(lease, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        os.close(lease)


def _lease(path: Path) -> int | None:
    """An open file under a lease, once nobody has it open for writing; ``None`` where no lease is to be had.

    Raises:
        OSError: ``ETXTBSY``: another program has had it open for writing all along.
    """
    until = time.monotonic() + PATIENCE
    while path.is_file():
        try:
            descriptor = os.open(path, os.O_RDONLY | NO_WAITING)
        except OSError:  # such as a file that is gone by now: whoever compares it will tell
            break
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # ignored, where the usual one ends the process
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            os.close(descriptor)
            if error.errno != errno.EAGAIN:  # a file of somebody else's, or a file system without leases
                break
            if time.monotonic() > until:
                raise OSError(errno.ETXTBSY, os.strerror(errno.ETXTBSY)) from error
            time.sleep(_PAUSE)
        else:
            return descriptor
    return None


def _is_remote(path: Path) -> bool:
    """Whether another machine keeps a file. It may refuse a lease where nobody has the file open at all."""
    import ctypes

    told = (ctypes.c_long * 64)()  # more than the system tells, which begins with the kind of file system
    return _call("statfs", os.fsencode(path), told) and told[0] & 0xFFFFFFFF in _REMOTE


def _call(name: str, *given: object) -> bool:
    """Whether a function of the C library that Python does not have did its work."""
    if sys.platform != "linux":
        return False
    import ctypes  # only where something is written

    try:
        function = ctypes.CDLL(None)[name]
    except (AttributeError, OSError):  # a C library without it
        return False
    return bool(function(*given) == 0)
