"""Putting a key in front of the others of a mapping, so that nothing else in the file changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Span

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

_NEAR = 200  # characters looked at; a line may be as long as the file
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLOCK_START = re.compile(r" *(?:- +)*")
_FLOW_START = re.compile(r"[{\r\n]\s*\Z")


def insert_first(document: Document, mapping: Pointer, text: str) -> Edit | None:
    """The edit that puts ``key: value`` in front of a mapping's first key, in block and in flow style.

    Returns:
        The edit; ``None`` where the first key is written in a way (``? key``, an anchor) that leaves no safe place.
    """
    source = document.source
    first = source.first_key_span(mapping)
    place = Span(first.line, first.column, first.line, first.column)
    if _starts_with_brace(document, mapping):
        return Edit(place, f"{text}, ") if _FLOW_START.search(source.before(first, _NEAR)) else None
    indentation = first.column - 1
    if indentation > _NEAR or not _BLOCK_START.fullmatch(source.before(first, indentation)):
        return None
    line_break = next(_LINE_BREAK.finditer(source.text))  # there is one: the mapping stands below its key
    return Edit(place, f"{text}{line_break[0]}{' ' * indentation}")


def _starts_with_brace(document: Document, mapping: Pointer) -> bool:
    start = document.source.span(mapping)
    before_it = Span(start.line, start.column, start.line, start.column)
    return document.source.behind(before_it, 1) == "{"
