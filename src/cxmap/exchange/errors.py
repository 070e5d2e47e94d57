"""What can be wrong with a foreign file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ForeignError", "MissingExtraError", "PlacedError"]


class ForeignError(Exception):
    """A foreign file cannot be taken over as it is: nothing was written.

    Attributes:
        problems: What is wrong, one line each, with what to do about it.
    """

    def __init__(self, problems: str | Iterable[str]) -> None:
        self.problems = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(self.problems))


class PlacedError(ForeignError):
    """What is wrong with a file that a person wrote; each problem starts with file, line and column."""
