"""Where a key stands in TOML, whose reader in the standard library keeps no places."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LINES = 500
"""Of a longer text nothing is told: a list over all of its lines would be read in part that often."""


def place_of(text: str, keys: Sequence[str]) -> tuple[int, int] | None:
    """The line and the column, from 1, at which a key is first given; ``None``: it cannot be told.

    Whatever precedes a statement is TOML as well. So the statement that gives the key begins behind the longest
    beginning of the text that can be read and lacks the key.

    Args:
        text: What can be read as TOML.
        keys: The tables that the key is in, and the key itself.
    """
    lines = text.splitlines(keepends=True)
    if not 0 < len(lines) <= MOST_LINES:
        return None
    low, high = 0, len(lines)  # the statement begins on one of these lines
    while high - low > 1:
        middle = (low + high) // 2
        beginnings = ((end, _read("".join(lines[:end]))) for end in range(middle, high))
        end, table = next((beginning for beginning in beginnings if beginning[1] is not None), (high, None))
        low, high = (low, middle) if table is None or _holds(table, keys) else (end, high)
    return low + 1, max(lines[low].find(keys[-1]), 0) + 1


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _holds(table: Any, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return False
        table = table[key]
    return True
