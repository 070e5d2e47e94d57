"""What the builder can find wrong with a text that is YAML so far, and its messages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from cxmap.diagnostic import START, Span
from cxmap.yaml.excerpt import in_quotes, rest_of_line, shown
from cxmap.yaml.reader.limits import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.yaml.reader.source_map import SourceMap
    from cxmap.yaml.values import Pointer


class FaultKind(Enum):
    """The kinds, each with its code, its message and what to do about it. ``{}`` is the text at the place."""

    UNDEFINED_ALIAS = ("CX001", "'{}' refers to an anchor that nothing before it defines", None)
    RECURSIVE_ALIAS = ("CX001", "'{}' stands inside what it refers to", "write out what belongs here")
    DUPLICATE_KEY = ("CX002", "duplicate key '{}'", "remove one of the two, or give it its right name")
    TOO_DEEP = ("CX004", f"more than {MAX_DEPTH} levels deep", "a journey needs no more than ten")
    TOO_MANY_NODES = (
        "CX004",
        f"more than {MAX_NODES:,} keys and values, with aliases counted as often as they are used",
        "divide it into several files",
    )
    SECOND_DOCUMENT = (
        "CX005",
        "a second document starts here",
        "one file is one document: remove this line, or move what follows to a file of its own",
    )
    MERGE_KEY = ("CX007", "merge keys (<<) are not supported", "write the keys out here")
    UNKNOWN_TAG = ("CX007", "unsupported tag '{}'", "remove it; put text that starts with ! in quotes")
    UNFIT_TAG = ("CX007", "the tag '{}' does not fit its value", "remove the tag")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, by offsets.

    Attributes:
        kind: What.
        start: Where in the text.
        end: Up to, not including.
        pointer: The value it concerns.
    """

    kind: FaultKind
    start: int
    end: int
    pointer: Pointer = ()

    def problem(self, text: str, places: SourceMap) -> Problem:
        """The same for people."""
        code, message, help_ = self.kind.value
        source = text[self.start : self.end]
        related: tuple[tuple[str, Span], ...] = ()
        if self.kind is FaultKind.DUPLICATE_KEY:
            related = (("first given here", places.span(self.pointer, key=True)),)
        if self.kind is FaultKind.UNDEFINED_ALIAS:
            help_ = f"text that starts with * goes into quotes: {in_quotes(rest_of_line(text, self.start))}"
        span = places.lines.span(self.start, self.end)
        return Problem(code, message.format(shown(source)), span, help_, related, self.pointer)


def problems(faults: Sequence[Fault], count: int, text: str, places: SourceMap) -> Iterator[Problem]:
    """Faults for people. If there are more than are kept, the last says how many it stands for."""
    for index, fault in enumerate(faults):
        problem = fault.problem(text, places)
        more = count - index
        if index == MAX_PROBLEMS and more > 1:
            problem = replace(problem, message=f"{problem.message}; {more:,} problems from here on")
        yield problem


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


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file as YAML.

    Attributes:
        code: ``CX001`` to ``CX008``.
        message: What is wrong, in one line, lower case.
        span: Where.
        help: What to do or to type instead, as a sentence.
        related: Other places that belong to it, in the same file, each with what is there.
        pointer: The value it concerns; ``()`` for the whole document.
    """

    code: str
    message: str
    span: Span = START
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()
    pointer: Pointer = ()
