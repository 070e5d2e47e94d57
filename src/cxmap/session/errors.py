"""Why a change is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class OpError(Exception):
    """An op that means nothing: it is not of the form that it should have. The message says why."""


class ConflictError(Exception):
    """Something that an op names is not there any more, is there twice, or is not what it was.

    Attributes:
        at: What it names.
        now: What stands there now, as JSON has it; ``None``: nothing.
        was: What was expected, likewise.
    """

    def __init__(self, message: str, at: Sequence[Any] = (), now: Any = None, was: Any = None) -> None:
        super().__init__(message)
        self.at = list(at)
        self.now = now
        self.was = was
