"""A few lines of a file with a place marked below them, as a terminal shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.output.findings.style import FAINT
from cxmap.text.escape import terminal_line
from cxmap.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.diagnostic import Span
    from cxmap.output.findings.style import ReportStyle

CONTEXT = 1
TAB = "→   "  # seen, since as indentation it is the mistake itself
CUT = "…"


def source_lines(text: str) -> list[str]:
    """The lines of a file as YAML and the diagnostics count them: LF, CRLF and CR end one, nothing else does."""
    return re.split(r"\r\n|\r|\n", text)


def excerpt(lines: Sequence[str], span: Span, style: ReportStyle, *, mark: str = "^", color: str) -> list[str]:
    """The first line of a span between its neighbours, numbered, with the span marked.

    Args:
        lines: All lines of the file.
        span: The place. Of one over several lines the part in the first is marked.
        style: Colours, and how wide a line may get: a longer one is cut to the surroundings of the span.
        mark: The character to mark with.
        color: Of the mark.

    Returns:
        Lines without line breaks; none when the file has no such line.
    """
    if not 1 <= span.line <= len(lines):
        return []
    shown = [
        number
        for number in range(max(1, span.line - CONTEXT), min(len(lines), span.line + CONTEXT) + 1)
        if number == span.line or lines[number - 1].strip()
    ]
    gutter = gutter_width(lines, span)
    width = max(style.width - gutter - 3, 40)
    excerpted = [style.paint(" " * gutter + " |", FAINT)]
    for number in shown:
        line = lines[number - 1]
        start, end = _marked(line, span) if number == span.line else (0, 0)
        text, lead, marked = _window(line, start, end, width)
        excerpted.append(f"{style.paint(f'{number:>{gutter}} |', FAINT)} {text}".rstrip())
        if number == span.line:
            pointer = style.paint(mark * max(marked, 1), color)
            excerpted.append(f"{style.paint(' ' * gutter + ' |', FAINT)} {' ' * lead}{pointer}")
    return excerpted


def gutter_width(lines: Sequence[str], span: Span) -> int:
    """The columns of the line numbers of an excerpt."""
    return len(str(min(len(lines), span.line + CONTEXT)))


def _marked(line: str, span: Span) -> tuple[int, int]:
    """Where the span starts and ends in its first line, as offsets."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    return start, max(start, min(end, len(line)))


def _window(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """What is shown of a line, the columns before the mark in it, and the columns of the mark."""
    left, right = _bounds(line, start, width)
    before, after = (CUT if left else ""), (CUT if right < len(line) else "")
    shown = _visible(line[left:right])
    lead = columns(before) + columns(_visible(line[left:start]))
    marked = columns(before) + columns(_visible(line[left : min(end, right)])) - lead
    return f"{before}{shown}{after}", lead, marked


def _bounds(line: str, start: int, width: int) -> tuple[int, int]:
    """The part of a line that fits: two thirds for the span and what follows, the rest for what stands before it."""
    if len(line) <= width and columns(_visible(line)) <= width:
        return 0, len(line)
    room = width - 2 * columns(CUT)
    near = 4 * room  # characters, so that a line of a million zero-width ones is not walked through
    after, used = _take(line[start : start + near], room * 2 // 3)
    before, used_before = _take(line[max(0, start - near) : start][::-1], room - used)
    right = start + after
    more, _ = _take(line[right : right + near], room - used - used_before)
    return start - before, right + more


def _take(characters: str, room: int) -> tuple[int, int]:
    """How many of the characters fit in so many columns, and the columns that they take."""
    used = 0
    for count, character in enumerate(characters):
        width = columns(_visible(character))
        if used + width > room:
            return count, used
        used += width
    return len(characters), used


def _visible(part: str) -> str:
    return terminal_line(part.replace("\t", TAB))
