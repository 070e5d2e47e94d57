"""The comments of a file that are addressed to cxmap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.yaml.reader.events import MarkedYAMLError, ScalarEvent, StreamEndEvent, open_events
from cxmap.yaml.reader.source_map import behind_properties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.yaml.reader.source_map import Lines

_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_ADDRESSED = re.compile(r"#[ \t]*cxmap:")
_LINE_END = re.compile(r"[\r\n]|\Z")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that starts with ``# cxmap:``.

    Attributes:
        line: From 1.
        column: Of the ``#``, from 1.
        text: From the ``#`` to the end of the line, without blanks at the end.
        own_line: Whether nothing but blanks stands before it on its line.
    """

    line: int
    column: int
    text: str
    own_line: bool


def comments(text: str, lines: Lines) -> tuple[Comment, ...]:
    """The comments of a text that are addressed to cxmap: none that only looks so inside a key or value."""
    return tuple(_comments(text, lines)) if _ADDRESSED.search(text) else ()


def _comments(text: str, lines: Lines) -> Iterator[Comment]:
    for start, end in _gaps(text):
        for match in _COMMENT.finditer(text, start, end):
            if not _ADDRESSED.match(match[0]):
                continue
            line, column = lines.place(match.start())
            own_line = not text[match.start() - column + 1 : match.start()].strip(" \t")
            yield Comment(line, column, match[0].rstrip(" \t"), own_line)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text between the scalars."""
    following = open_events(text)
    position = 0
    while True:
        try:
            event = following()
        except MarkedYAMLError as error:
            yield position, error.problem_mark.index if error.problem_mark else len(text)
            return
        kind = type(event)
        if kind is StreamEndEvent:
            yield position, len(text)
            return
        if kind is ScalarEvent:
            start = behind_properties(text, event.start_mark.index, event.end_mark.index)
            if event.style in ("|", ">"):  # a comment may stand behind the sign, before the text begins
                header_end = _LINE_END.search(text, start)
                start = header_end.start() if header_end else start
            yield position, start
            position = event.end_mark.index
