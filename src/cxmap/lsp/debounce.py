"""When open files are checked: soon after a change, and only once for many changes in a row."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TYPING: Final = 0.002
"""Seconds from a change to the first check: time enough for changes that are on their way already."""
BETWEEN: Final = 0.05
"""Seconds from one check to the next, in which the editor may ask for something, or typing goes on."""


class Pace:
    """A queue of files to check, in an event loop. What is asked for goes before what waits already."""

    def __init__(self, check: Callable[[str], None]) -> None:
        self._check = check
        self._waiting: list[str] = []
        self._timer: asyncio.TimerHandle | None = None

    def soon(self, files: Iterable[str]) -> None:
        """Check files, the first of them first, each once."""
        self._waiting = list(dict.fromkeys((*files, *self._waiting)))
        if self._timer:
            self._timer.cancel()
        self._after(TYPING)

    def _after(self, seconds: float) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, self._next) if self._waiting else None

    def _next(self) -> None:
        self._check(self._waiting.pop(0))
        self._after(BETWEEN)
        gc.collect()  # now, while nobody waits: every check leaves a project behind, which is full of circles
