"""What the parser says when a text is not YAML, and the text around the place where it gave up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxmap.yaml.excerpt import in_quotes, rest_of_line

_BREAK = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Complaint:
    """The parser's complaint.

    Attributes:
        text: The whole text.
        offset: Where it gave up.
        words: What it was doing and what it says, in its own words.
        opening: Where that began; ``offset`` if it does not say.
        last: From where to where the key or value stands that was read last; twice ``offset`` if there is none.
    """

    text: str
    offset: int
    words: str
    opening: int
    last: tuple[int, int]

    @property
    def character(self) -> str:
        """The character at the place; empty at the end of the text."""
        return self.text[self.offset : self.offset + 1]

    @property
    def opener(self) -> str:
        """The character where what went wrong began."""
        return self.text[self.opening : self.opening + 1]

    @property
    def starts_line(self) -> bool:
        """Whether nothing but blanks stands before the place on its line."""
        return not self.text[self.line_start(self.offset) : self.offset].strip(" \t")

    @property
    def line_above(self) -> int:
        """Where the last line before the place starts that is not blank; the place itself if there is none."""
        above = self.text[: self.line_start(self.offset)].rstrip()
        return self.line_start(len(above)) if above else self.offset

    def line_start(self, offset: int) -> int:
        """Where the line around an offset starts."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line(self, offset: int) -> str:
        """The line around an offset."""
        start = self.line_start(offset)
        end = _BREAK.search(self.text, start)
        return self.text[start : end.start() if end else len(self.text)]

    def indent(self, offset: int) -> int:
        """How many characters stand before an offset on its line."""
        return offset - self.line_start(offset)

    def same_line(self, first: int, second: int) -> bool:
        """Whether two offsets are on one line."""
        return self.line_start(first) == self.line_start(second)

    def in_quotes(self, offset: int) -> str:
        """The rest of the line from an offset, as it is typed in quotes."""
        return in_quotes(rest_of_line(self.text, offset))
