"""Patterns as ``.gitignore`` has them, which may be a stranger's: none may keep a run busy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

MAX_STARS = 4
"""In one pattern: the matcher tries every way in which they can share a name, and long names have many."""
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_STARS = re.compile(r"\*+")


def is_bounded(pattern: str) -> bool:
    """Whether a pattern can be matched in little time, whatever the name: it has four ``*`` or ``**`` at most."""
    return len(_STARS.findall(_ESCAPED.sub("", pattern))) <= MAX_STARS


def spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    """What matches these patterns.

    Raises:
        UsageError: One is no pattern, or has too many ``*``.
    """
    from pathspec import GitIgnoreSpec

    listed = list(patterns)
    for pattern in listed:
        if not is_bounded(pattern):
            raise UsageError(f"the pattern '{pattern}' has more than {MAX_STARS} *; write several, or a simpler one")
    try:
        return GitIgnoreSpec.from_lines(listed)
    except ValueError as error:
        raise UsageError(f"not a pattern that .gitignore would understand: {error}") from None
