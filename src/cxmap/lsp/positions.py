"""Lines and columns as the rest of cxmap counts them, and as an editor does.

Ours are from 1, and columns count characters. A client counts from 0, in units that it has agreed on with the server:
UTF-16 unless it asks for another, so that an emoji is two columns wide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lsprotocol.types import Position, PositionEncodingKind, Range

if TYPE_CHECKING:
    from cxmap.diagnostic import Span

_BREAK = re.compile(r"\r\n?|\n")
_CODECS: Final = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf16: ("utf-16-le", 2)}
_MOST_UNITS: Final = 4  # of one character
_BYTE_ORDER_MARK: Final = "\ufeff"


class Positions:
    """The places of one text in both ways of counting. Places that the text does not have become the nearest."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str) -> None:
        """``text`` as the editor has it: a byte order mark takes a column there, and none in a span."""
        self._lines = _BREAK.split(text)
        self._codec, self._width = _CODECS.get(PositionEncodingKind(encoding), ("utf-32-le", 4))
        self._mark = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0

    def range(self, span: Span) -> Range:
        """A span as the client counts."""
        return Range(self.position(span.line, span.column), self.position(span.end_line, span.end_column))

    def position(self, line: int, column: int) -> Position:
        """A line and a column, both from 1, as the client counts; what lies behind the text is its end."""
        if line > len(self._lines):
            line, column = len(self._lines), len(self._lines[-1]) + 1
        before = self._lines[line - 1][: column - 1 + self._shift(line)]
        return Position(line - 1, len(before) if before.isascii() else self._units(before))

    def place(self, position: Position) -> tuple[int, int]:
        """Line and column from 1 of what the client means."""
        line = min(position.line, len(self._lines) - 1) + 1
        text = self._lines[line - 1]
        units = position.character if position.line < line else len(text) * _MOST_UNITS
        if text.isascii():
            column = min(units, len(text))
        else:
            encoded = text.encode(self._codec, "surrogatepass")[: units * self._width]
            column = len(encoded.decode(self._codec, "ignore"))
        return line, max(column - self._shift(line), 0) + 1

    def _shift(self, line: int) -> int:
        return self._mark if line == 1 else 0

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._width
