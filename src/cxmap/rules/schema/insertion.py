"""Putting a key in front of the others of a mapping, so that nothing else in the file changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Span

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.source.pointer import Pointer

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLOCK_START = re.compile(r" *(?:- +)*")
_FLOW_START = re.compile(r"(?:.*\{)?\s*")


def insert_first(document: Document, mapping: Pointer, text: str) -> Edit | None:
    """The edit that puts ``key: value`` in front of a mapping's first key, in block and in flow style.

    Returns:
        The edit; ``None`` where the first key is written in a way (``? key``, an anchor) that leaves no safe place.
    """
    source = document.source
    first = source.first_key_span(mapping)
    before = source.line(first.line)[: first.column - 1]
    place = Span(first.line, first.column, first.line, first.column)
    start = source.span(mapping)
    if source.line(start.line)[start.column - 1 : start.column] == "{":
        return Edit(place, f"{text}, ") if _FLOW_START.fullmatch(before) else None
    if not _BLOCK_START.fullmatch(before):
        return None
    line_break = _LINE_BREAK.search(source.text)
    return Edit(place, f"{text}{line_break[0] if line_break else chr(10)}{' ' * (first.column - 1)}")
