"""Copies of this process that work for it, with a pipe each way. There are none where the system cannot fork.

``multiprocessing`` does the same and much more; importing it takes as long as judging thirty files.
"""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Channel:
    """One end of the way between two processes."""

    def __init__(self, reading: int, writing: int) -> None:
        """Args: the descriptors of the pipes to read from and to write to."""
        self._from, self._to = os.fdopen(reading, "rb"), os.fdopen(writing, "wb")

    def send(self, what: object) -> None:
        """Tell the other process something; waits while it does not listen and the pipe is full.

        Raises:
            OSError: The other process is gone.
        """
        pickle.dump(what, self._to)
        self._to.flush()

    def receive(self) -> Any:
        """What the other process sent first of what was not received yet; waits for it.

        Raises:
            EOFError: The other process has ended without sending anything more.
            pickle.UnpicklingError: It ended while it sent something.
        """
        return pickle.load(self._from)  # noqa: S301 - from a process of this very run

    def close(self) -> None:
        """Let go of it, with whatever was not sent."""
        for end in (self._from, self._to):
            with suppress(OSError):
                end.close()


@contextmanager
def forked(works: list[Callable[[Channel], None]]) -> Iterator[list[Channel]]:
    """Have each of some functions carried out by a copy of this process, until the block ends.

    Args:
        works: What to do, given the way to this process. What a function raises ends its process in silence.

    Yields:
        The ways to these processes.
    """
    started: list[tuple[int, Channel]] = []
    try:
        for work in works:
            started.append(_fork(work))  # noqa: PERF401 - those that started are ended even where the next cannot
        yield [channel for _, channel in started]
    finally:
        for process, channel in started:
            with suppress(ProcessLookupError, ChildProcessError):  # some callers have what ended cleared away at once
                os.kill(process, signal.SIGKILL)  # it has told all, or nobody listens any more
                os.waitpid(process, 0)
            channel.close()


def _fork(work: Callable[[Channel], None]) -> tuple[int, Channel]:
    """A process that does the work, by its number, and the way to it."""
    (here, from_there), (there, from_here) = os.pipe(), os.pipe()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            os.close(here)  # or this process would never learn that the other is gone
            os.close(from_here)
            work(Channel(there, from_there))
            status = 0
        finally:
            os._exit(status)  # whatever happened: the rest of the program is the other process's
    os.close(there)
    os.close(from_there)
    return process, Channel(here, from_here)
