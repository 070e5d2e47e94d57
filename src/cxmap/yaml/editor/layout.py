"""The canonical layout of a file, as edits of its text: nothing moves that is not blank.

- Two spaces a level; a list stands two deeper than its key; an item starts one blank behind its dash.
- One blank behind a colon and a comma, none before them and none inside brackets: ``{a: 1, b: [2, 3]}``.
- One empty line at most in a row, none at the ends of the file; no blanks at the end of a line; a line break at the end
  of the last one.
- Later lines of a value move along with its first one; lines of ``|`` and ``>`` stand two deeper than their key. A
  comment on a line of its own goes along with what it stands level with.

Quotes, order, line breaks and the blanks before a comment stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.yaml.editor.nodes import nodes, spliced
from cxmap.yaml.editor.proof import says_the_same
from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cxmap.yaml.editor.nodes import Node

STEP: Final = 2

_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_PROPERTIES = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*|&[^\s,\[\]{}]+|![^\s,\[\]{}]*)*")
_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n?|\n|\Z)")
_HEADER = re.compile(r"[|>][-+0-9]*")


class LayoutError(Exception):
    """A text cannot be laid out without changing what it says; the message says why, and where."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A block mapping or list: the column that it had, the column that it gets, and what is around it."""

    old: int
    new: int
    around: _Level | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where it starts and ends, break included, the blanks it starts with, and the rest without the break."""

    start: int
    end: int
    blanks: str
    rest: str


def laid_out(text: str) -> str:
    """A text in the canonical layout. It says the same, comments included, and laid out once more it stays as it is.

    Args:
        text: The text of a file that was read without a problem.

    Raises:
        LayoutError: There is no such text: a key is marked with ``?``, for instance.
    """
    laid = _once(text)
    if not says_the_same(text, laid) or _once(laid) != laid:
        raise LayoutError("its layout cannot be changed without changing what it says; please report it")
    return laid


def _once(text: str) -> str:
    root = nodes(text)
    if root is None:
        return text
    layout = _Layout(text)
    layout.value(root, 0, None, 0)
    layout.lines()
    return layout.applied()


class _Layout:
    """Collects the edits of one text: one pass over its nodes, in their order, then one over its lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        found = (match for match in _LINE.finditer(text) if match[0])
        self._all = [_Line(match.start(), match.end(), match[1], match[2]) for match in found]
        self._edits: list[tuple[int, int, str]] = []
        # By number of the line:
        self._columns: dict[int, tuple[int, int]] = {}  # old and new column of the key, dash or value that starts it
        self._levels: dict[int, _Level] = {}  # the innermost level of which something starts there
        self._between_brackets: set[int] = set()  # it starts there
        self._in_scalar: set[int] = set()  # it starts there
        self._ends_in_scalar: set[int] = set()

    def applied(self) -> str:
        """The text with all edits made."""
        return spliced(self._text, self._edits)

    # The pass over the nodes.

    def value(self, node: Node, behind: int, level: _Level | None, column: int) -> None:
        """Lay out a value.

        Args:
            node: The value.
            behind: Where the colon or dash before it ends.
            level: The innermost level around it.
            column: Where it stands if it starts a line.
        """
        if node.empty:
            return
        if level:
            self._space(behind, node.start, " ")
        if not (node.block_collection and node.bare):
            self._place(node.start, column)
        if node.flow:
            self._flow(node, level)
        elif node.kind == "mapping":
            self._mapping(node, _Level(self._column(node.pairs[0][0].start), column, level))
        elif node.kind == "sequence":
            self._sequence(node, _Level(self._column(self._skip(node.start, _PROPERTIES)), column, level))
        elif node.block_scalar:
            self._block_scalar(node, level)
        else:
            self._scalar(node, level)

    def _mapping(self, node: Node, level: _Level) -> None:
        for key, value in node.pairs:
            self._place(key.start, level.new, level)
            colon = self._skip(key.end)
            before = self._text[self._line(self._number(key.start)).start : key.start]
            if key.block_collection or before.rstrip(" \t").endswith("?"):
                raise LayoutError(f"line {self._number(key.start)}: a key marked with '?'; write 'key: value'")
            self._space(key.end, colon, "")
            self.value(value, colon + 1, level, level.new + STEP)

    def _sequence(self, node: Node, level: _Level) -> None:
        dash = self._skip(node.start, _PROPERTIES)
        for item in node.items:
            self._place(dash, level.new, level)
            self.value(item, dash + 1, level, level.new + STEP)
            dash = self._skip(max(dash + 1, item.end))

    def _scalar(self, node: Node, level: _Level | None) -> None:
        later = self._later_lines(node.start, node.end)
        self._in_scalar.update(later)
        self._ends_in_scalar.update(number - 1 for number in later)
        if later:
            self._move(later, self._moved(node.start), level.new + STEP if level else 0)

    def _block_scalar(self, node: Node, level: _Level | None) -> None:
        around = level or _Level(0, 0, None)
        header = _HEADER.match(self._text, self._skip(node.start, _PROPERTIES))
        assert header is not None  # noqa: S101 - its style says so
        numbers = self._later_lines(header.end(), node.end)
        first = next((self._line(number) for number in numbers if self._line(number).rest), None)
        width = header[0].strip("|>+-")
        had = len(first.blanks) if first else len(self._text)  # none: nothing but empty lines
        if width:
            had = around.old + int(width)
        gets = around.new + (int(width) if width else STEP)
        if "+" not in header[0]:  # then empty lines behind the text are no part of it
            while numbers and not self._line(numbers[-1]).rest and len(self._line(numbers[-1]).blanks) <= had:
                numbers.pop()
        self._in_scalar.update(numbers)
        self._ends_in_scalar.update(numbers)
        for line in map(self._line, numbers):
            if line.rest or len(line.blanks) > had:
                self._edit(line.start, line.start + had, " " * gets)
            else:
                self._edit(line.start, line.start + len(line.blanks), "")

    def _flow(self, node: Node, level: _Level | None) -> None:
        """Lay out what stands between brackets, in a block."""
        opening = self._skip(node.start, _PROPERTIES)
        later = self._later_lines(opening, node.end)
        self._between_brackets.update(later)
        first = self._brackets(node, opening)
        if self._number(first) == self._number(opening):  # lines below are in line with it, or meant to be
            self._move(later, self._moved(first), 0)
        elif level:
            self._move(later, level.new - level.old, 0)

    def _brackets(self, node: Node, opening: int) -> int:
        """Lay out the blanks between two brackets; returns where the first thing behind the opening one starts."""
        position, between = opening + 1, ""
        first = self._skip(position)
        for part in node.items or node.pairs:
            start = part[0].start if isinstance(part, tuple) else part.start
            self._space(position, start, between)
            position = self._pair(*part) if isinstance(part, tuple) else self._inside(part)
            comma = self._skip(position)
            self._space(position, comma, "")
            if self._text[comma] == ",":
                position, between = comma + 1, " "
        self._space(position, self._skip(position), "")
        return first

    def _pair(self, key: Node, value: Node) -> int:
        position = self._inside(key)
        colon = self._skip(position)
        if self._text[colon] != ":" or value.empty:
            return max(value.start, position)
        self._space(position, colon, "")
        self._space(colon + 1, value.start, " ")
        return self._inside(value)

    def _inside(self, node: Node) -> int:
        """Lay out a value between brackets; returns where it ends."""
        later = self._later_lines(node.start, node.end)
        if node.kind == "scalar":
            self._in_scalar.update(later)
            self._ends_in_scalar.update(number - 1 for number in later)
        elif node.flow:
            opening = self._skip(node.start, _PROPERTIES)
            if self._text[opening] in "[{":
                self._brackets(node, opening)
            else:
                self._pair(*node.pairs[0])  # [a: 1]
        return node.end

    # The pass over the lines.

    def lines(self) -> None:
        """Lay out how lines start and end, and drop empty lines."""
        last = max((number for number, line in self._numbered() if line.rest or number in self._in_scalar), default=0)
        following = self._following()
        level: _Level | None = None
        after_empty = True
        for number, line in self._numbered():
            level = self._levels.get(number, level)
            inside = number in self._in_scalar
            if not line.rest and not inside:
                if after_empty or number > last:
                    self._edit(line.start, line.end, "")
                else:
                    self._edit(line.start, line.start + len(line.blanks), "")
                after_empty = True
                continue
            after_empty = False
            if number in self._columns:
                self._edit(line.start, line.start + len(line.blanks), " " * self._columns[number][1])
            elif line.rest.startswith("#") and not inside and number not in self._between_brackets:
                column = _comment_column(len(line.blanks), following[number], level)
                self._edit(line.start, line.start + len(line.blanks), " " * column)
            if number not in self._ends_in_scalar:
                written = line.start + len(line.blanks) + len(line.rest)
                self._edit(written - len(line.rest) + len(line.rest.rstrip(" \t")), written, "")
                if number == last and written == line.end:
                    self._edit(line.end, line.end, self._break())

    def _following(self) -> dict[int, tuple[int, int] | None]:
        """For each line the columns of the first key, dash or value that starts a line behind it."""
        found: dict[int, tuple[int, int] | None] = {}
        columns = None
        for number in range(len(self._all), 0, -1):
            found[number] = columns
            columns = self._columns.get(number, columns)
        return found

    def _break(self) -> str:
        first = self._all[0]
        return self._text[first.start + len(first.blanks) + len(first.rest) : first.end] or "\n"

    # What both passes use.

    def _edit(self, start: int, end: int, new: str) -> None:
        if self._text[start:end] != new:
            self._edits.append((start, end, new))

    def _space(self, start: int, end: int, blanks: str) -> None:
        """Put these blanks between two things on one line; what has a line break or a comment between it stays."""
        if not self._text[start:end].strip(" \t"):
            self._edit(start, end, blanks)

    def _move(self, numbers: Collection[int], by: int, least: int) -> None:
        """Move the starts of lines, though not to the left of a column."""
        for line in map(self._line, numbers):
            if line.rest and "\t" not in line.blanks:
                self._edit(line.start, line.start + len(line.blanks), " " * max(len(line.blanks) + by, least))

    def _moved(self, offset: int) -> int:
        """How far something moves to the right on the line where the pass over the nodes is."""
        number = self._number(offset)
        start = self._line(number).start
        old, new = self._columns.get(number, (0, 0))
        by = new - old
        for begin, end, text in reversed(self._edits):
            if begin < start:
                break
            by += len(text) - (end - begin) if end <= offset else 0
        return by

    def _place(self, offset: int, column: int, level: _Level | None = None) -> None:
        """Something that stands in a column of its own if it starts a line."""
        number = self._number(offset)
        if self._line(number).start + len(self._line(number).blanks) == offset:
            self._columns[number] = (self._column(offset), column)
        if level:
            self._levels[number] = level

    def _skip(self, offset: int, what: re.Pattern[str] = _BETWEEN) -> int:
        """The offset behind blanks, line breaks and comments."""
        found = what.match(self._text, offset)
        return found.end() if found else offset

    def _number(self, offset: int) -> int:
        return self._lines.place(offset)[0]

    def _column(self, offset: int) -> int:
        return self._lines.place(offset)[1] - 1

    def _line(self, number: int) -> _Line:
        return self._all[number - 1]

    def _numbered(self) -> Iterator[tuple[int, _Line]]:
        return enumerate(self._all, 1)

    def _later_lines(self, start: int, end: int) -> list[int]:
        """The numbers of the lines that start inside a stretch."""
        return list(range(self._number(start) + 1, self._number(max(start, end - 1)) + 1))


def _comment_column(column: int, following: tuple[int, int] | None, level: _Level | None) -> int:
    """The new column of a comment: that of the deepest thing before or behind it that it is not left of."""
    candidates = [following] if following else []
    while level:
        candidates.append((level.old, level.new))
        level = level.around
    level_with = [candidate for candidate in candidates if candidate[0] <= column]
    nearest = max(level_with, key=lambda columns: columns[0]) if level_with else min(candidates)
    return nearest[1]
