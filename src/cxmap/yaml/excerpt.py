"""Pieces of a file's text inside messages: on one line, cut, and as one would type them."""

from __future__ import annotations

import re
from typing import Final

_MAX_SHOWN: Final = 60
_END = re.compile(r"[\r\n]|(?<=[ \t])#")


def shown(source: str) -> str:
    """A piece of the text on one line, cut at 60 characters."""
    flat = " ".join(source[: 4 * _MAX_SHOWN].split())
    return flat if len(flat) <= _MAX_SHOWN else f"{flat[: _MAX_SHOWN - 1]}…"


def rest_of_line(text: str, start: int) -> str:
    """What stands on the line from an offset on, without a comment at the end; the beginning of a very long line."""
    piece = text[start : start + 4 * _MAX_SHOWN]
    end = _END.search(piece)
    return piece[: end.start() if end else None].rstrip(" \t")


def in_quotes(value: str) -> str:
    """Text as it is typed in quotes: ``"…"`` where it is long."""
    if not value or len(value) > _MAX_SHOWN:
        return '"…"'
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
