"""Offsets in a text to lines and columns."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import chain

from cxmap.diagnostic import Span

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """Where the lines of a text start. LF, CRLF and CR end a line, as in YAML 1.2, and nothing else does."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("I", chain((0,), (match.end() for match in _BREAK.finditer(text))))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span from one offset up to, not including, another."""
        return Span(*self.place(start), *self.place(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a character, by line and column from 1."""
        return self._starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """A line by its number from 1, without its break; ``""`` beyond the end."""
        start, *end = self._starts[number - 1 : number + 1] or [len(self._text)]
        return self._text[start : end[0] if end else len(self._text)].rstrip("\r\n")
