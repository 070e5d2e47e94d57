"""Pieces of a file's text inside messages: one line, cut, and quoted as one would type it."""

from __future__ import annotations

import re
from typing import Final

_MAX_SHOWN: Final = 60
_VALUE = re.compile(r"[^\r\n]*?(?=[ \t]*(?:[ \t]#[^\r\n]*)?(?:[\r\n]|\Z))")


def shown(source: str) -> str:
    """A piece of the text on one line, cut at 60 characters."""
    flat = " ".join(source[: 4 * _MAX_SHOWN].split())
    return flat if len(flat) <= _MAX_SHOWN else f"{flat[: _MAX_SHOWN - 1]}…"


def quoted(text: str, start: int) -> str:
    """The rest of the line from an offset, without a comment, as it is typed in quotes; an example if it is long."""
    match = _VALUE.match(text, start)
    value = match[0] if match else ""
    if not value or len(value) > _MAX_SHOWN:
        return '"…"'
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
