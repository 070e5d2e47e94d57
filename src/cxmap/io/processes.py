"""Copies of this process that work beside it, and the lines to them.

A process keeps the ends that are its own, and those that it had before it was copied from another. So all notice when
one is gone, even killed, at the latest when its copies have said what they had to say, and none waits for ever, as the
workers of ``multiprocessing`` then do. That also takes longer to import than many a project to be judged.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Pipe(NamedTuple):
    """One end of a line between two processes: what it sends, the other end receives."""

    receiving: BinaryIO
    sending: BinaryIO

    def send(self, message: Any) -> None:
        """Send something."""
        pickle.dump(message, self.sending, pickle.HIGHEST_PROTOCOL)
        self.sending.flush()

    def receive(self) -> Any:
        """Wait for what the other end sends next.

        Raises:
            EOFError: The other process has ended, before it or in the midst of it.
        """
        try:
            return pickle.load(self.receiving)  # noqa: S301 - from a process of this very run
        except pickle.UnpicklingError:
            raise EOFError from None

    def close(self) -> None:
        """Let go of this end."""
        self.receiving.close()
        with suppress(BrokenPipeError):  # of what nobody will receive any more
            self.sending.close()


def packed(message: Any) -> bytes:
    """Something to send that may be passed on unseen."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def unpacked(message: bytes) -> Any:
    """What was packed."""
    return pickle.loads(message)  # noqa: S301 - from a process of this very run


def processors() -> int:
    """How many processes can work at once: the processors that this one may use; 1 where there can be no copies.

    There can on Linux. Elsewhere there are none, or libraries of the system start threads, and the copy of a process
    that has some may wait for ever.
    """
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def forked(works: Sequence[Callable[[Pipe], object]]) -> Iterator[list[Pipe]]:
    """The lines to copies of this process that each do some work, until the block ends; then they are no more.

    Args:
        works: Each is given its end of the line in a process of its own. What it raises ends that process, and is not
            shown: who waits for it receives nothing, and says what there is to say.

    Raises:
        OSError: They cannot all be started; then there is none.
    """
    lines: list[Pipe] = []
    with ExitStack() as ends:
        for work in works:
            here, there = _line()
            ends.callback(here.close)
            lines.append(here)
            with closing(there):
                process = _fork() or _carry_out(work, there, lines)
            ends.callback(_end, process)
        yield lines


def _fork() -> int:
    with warnings.catch_warnings():  # about threads, which a library may have started: none of them is waited for
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _line() -> tuple[Pipe, Pipe]:
    """The two ends of a line."""
    (here, from_there), (there, from_here) = os.pipe(), os.pipe()
    return _end_of(here, from_here), _end_of(there, from_there)


def _end_of(receiving: int, sending: int) -> Pipe:
    return Pipe(os.fdopen(receiving, "rb"), os.fdopen(sending, "wb"))


def _carry_out(work: Callable[[Pipe], object], line: Pipe, ends_of_others: Sequence[Pipe]) -> NoReturn:
    """Do some work and end this process, which is a copy of another."""
    try:
        for end in ends_of_others:
            end.close()  # they are that other process's alone: by its end it is noticed that one is gone
        work(line)
    finally:
        os._exit(0)


def _end(process: int) -> None:
    """End a process that has sent all, or that nobody listens to any more."""
    with suppress(ProcessLookupError, ChildProcessError):  # who started this one may have it wait for nobody
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
