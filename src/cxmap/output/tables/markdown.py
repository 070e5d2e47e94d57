"""Pieces of Markdown in which foreign text is nothing but text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.text.escape import markdown_cell, markdown_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Names such as gap_low and ids, in which an underscore starts no emphasis.
_OURS = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; ``""`` without rows."""
    body = [_row(row) for row in rows]
    return "\n".join([_row(names), _row(["---"] * len(names)), *body]) if body else ""


def list_items(lines: Iterable[str]) -> str:
    """A list with an item for each line; ``""`` without lines."""
    return "\n".join(f"- {markdown_line(line)}" for line in lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if _OURS.fullmatch(cell) else markdown_cell(cell) for cell in cells)} |"
