"""Parts of messages that several rules have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.lint.messages import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.model.journey import Journey

MAX_LISTED = 4


def listed(names: Iterable[str]) -> str:
    """Names in quotes, as a sentence lists them: ``'noor' and 'andre'``."""
    return in_words([shown(name) for name in names])


def in_words(parts: Sequence[str], conjunction: str = "and") -> str:
    """Parts of a sentence in a row: ``a``, ``a and b``, ``a, b, c and 3 more``."""
    if len(parts) > MAX_LISTED:
        parts = [*parts[: MAX_LISTED - 1], f"{len(parts) - MAX_LISTED + 1} more"]
    *first, last = parts
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def for_personas(names: Iterable[str], journey: Journey) -> str:
    """`` for 'noor' and 'andre'``; nothing where the journey has one persona only."""
    several = len({name for name in journey.personas if name}) > 1
    return f" for {listed(names)}" if several else ""
