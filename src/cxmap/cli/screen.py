"""Where a table will be read: how wide, with colour or without, with which characters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import Color, is_terminal, wants_color

if TYPE_CHECKING:
    from cxmap.output.tables.signs import Screen

NARROWEST = 60


def screen(color: Color, output: str | None) -> Screen:
    """The screen that standard output is, or the file that is written instead.

    Args:
        color: When to colour.
        output: The file; ``None`` or ``-``: standard output.
    """
    from cxmap.output.tables.signs import Screen

    if output not in {None, "-"}:
        return Screen(color=color is Color.ALWAYS)
    return Screen(_width() if is_terminal() else None, wants_color(color), _shows("█░→◆"))


def _width() -> int:
    import shutil

    return max(NARROWEST, shutil.get_terminal_size().columns)


def _shows(text: str) -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
