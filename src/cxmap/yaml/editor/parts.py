"""Parts of mappings and lists taken out of a text, put into it, or given another value; all the rest stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cxmap.yaml.editor.nodes import FileStyle, column, spliced
from cxmap.yaml.editor.value import behind, flow, item, pair, scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.yaml.editor.nodes import Node
    from cxmap.yaml.values import Key, Value

_BETWEEN = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_PROPERTIES = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*|&[^\s,\[\]{}]+|![^\s,\[\]{}]*)*")
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_LINE_END_BEFORE = re.compile(r"(?:\r\n|\r|\n)[ \t]*\Z")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)\Z")
_KEEPS = re.compile(r"[^#\r\n]*[|>][-+0-9]*[+0-9]")
_FIRST_INDENT = re.compile(r"[\r\n]( *)[^ \r\n]")
_COMMENT_LINE = re.compile(r"(?:\r\n|\r|\n)([ \t]*)#[^\r\n]*")
_LATER_LINE = re.compile(r"(?:\r\n|\r|\n)([ \t]*)(?=[^\r\n])")
_EMPTY_LINES = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|\Z))*")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_EMPTY_LINES_BEFORE = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*)+\Z")
_ANY_LINE = re.compile(r"(\A|(?:\r\n|\r|\n))([ \t]*)(?=[^\r\n])")


class StuckError(Exception):
    """Something cannot be moved with its text; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """A pair of a mapping or an item of a list.

    Attributes:
        node: Its value.
        start: Offset where it starts: its key, its dash, or (an item between brackets) its value.
        behind: Offset behind its colon or dash; of an item between brackets its start.
        end: Offset where what is written of it ends.
        column: Where the keys or dashes around it stand.
        flow: Whether it stands between brackets.
    """

    node: Node
    start: int
    behind: int
    end: int
    column: int
    flow: bool

    @classmethod
    def root(cls, node: Node) -> Part:
        """A whole document."""
        return cls(node, node.start, node.start, node.end, 0, flow=False)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where something new goes: before or behind a part, given by its position."""

    position: int
    before: bool


class Editor:
    """Collects the edits of one text.

    Args:
        text: The text.
        root: Its nodes.
    """

    def __init__(self, text: str, root: Node) -> None:
        self._text = text
        self._root = root
        self._hand = FileStyle.of(text, root)
        self._edits: list[tuple[int, int, str]] = []

    def applied(self) -> str:
        """The text with all edits made."""
        return spliced(self._text, self._edits)

    def parts(self, node: Node) -> list[Part]:
        """The parts of a mapping or list, in order."""
        return self._pairs(node) if node.kind == "mapping" else self._items(node)

    @property
    def edits(self) -> tuple[tuple[int, int, str], ...]:
        """The edits so far: each puts a text in place of what stands from one offset up to another."""
        return tuple(self._edits)

    def replace(self, part: Part, value: Value) -> None:
        """Give a part another value."""
        node = part.node
        if part.flow:
            start = part.behind if node.empty else node.start
            self._edits.append((start, node.end, (" " if node.empty else "") + flow(value)))
            return
        sign = self._text[part.start : part.behind]
        hand = self._hand
        first, *rest = (
            item(value, part.column, hand.step, hand.dash)
            if sign == "-"
            else behind(sign, value, part.column, hand.step, hand.dash)
        )
        new = first[len(sign) :]
        if rest:  # a comment after the old value moves to after the key
            line_end = self._line_end(part.end)
            tail = self._text[part.end : line_end].rstrip()
            self._edits.append((part.behind, line_end, self._joined([new + tail, *rest])))
        elif node.empty or node.block_scalar or node.block_collection:
            self._edits.append((part.behind, part.end, new))
        else:
            self._edits.append((node.start, node.end, new[1:]))

    def wrap(self, part: Part) -> None:
        """Make the value of a part the only item of a list: it keeps its text, its comments and its anchor."""
        node = part.node
        if part.flow:
            self._edits += [(node.start, node.start, "["), (node.end, node.end, "]")]
            return
        if self._text[part.start : part.behind] == "-":  # a list in a list begins on the line of its item
            dash = column(self._text, node.start)
            self._edits.append((node.start, node.start, "- "))
        else:
            dash = part.column + self._hand.dash
            line_end = _LINE_END_BEFORE.search(self._text, part.behind, node.start)
            start = line_end.start() if line_end else part.behind
            self._edits.append((start, node.start, f"{self._hand.line_break}{' ' * dash}- "))
        if node.block_collection:
            first = node.pairs[0][0].start if node.pairs else self._skip(node.start, _PROPERTIES)
            deeper = dash + 2 - column(self._text, first)
        else:
            deeper = dash - part.column + (2 if node.flow else 0)
        # Blanks on the lines after a block scalar become part of it where it moves to the left of them.
        end = self._skip(self._end_with_comments(part), _EMPTY_LINES)
        for line in _LATER_LINE.finditer(self._text, node.start, end):
            start, end = line.span(1)
            blanks = line[1] + " " * deeper if deeper > 0 else line[1][: max(0, len(line[1]) + deeper)]
            self._edits.append((start, end, blanks))

    def remove(self, parts: Sequence[Part], first: int, last: int) -> None:
        """Take out the parts from one position to another, both included; the others stay."""
        start, end = parts[first], parts[last]
        line_end = _LINE_END_BEFORE.search(self._text, 0, start.start)
        if start.flow and first:
            self._edits.append((parts[first - 1].end, end.end, ""))
        elif line_end and not start.flow:
            self._edits.append((line_end.start(), self._line_end(end.end), ""))
        else:  # what follows moves to where it began
            self._edits.append((start.start, parts[last + 1].start, ""))

    def cut(self, around: Part, parts: Sequence[Part], position: int) -> None:
        """Take out a part with the comments right above it and its empty line; the last one leaves ``[]`` or ``{}``.

        Args:
            around: The mapping or list.
            parts: Its parts.
            position: Which of them.
        """
        block = None if around.flow or around.node.flow else self._block(around.node, parts, position)
        if block is not None:
            self._cut(around, parts, position, block)
        elif len(parts) > 1:
            self.remove(parts, position, position)
        else:
            self.replace(around, {} if around.node.kind == "mapping" else [])

    def move(self, around: Part, parts: Sequence[Part], position: int, to: Part, place: Insertion | None) -> None:
        """Take an item of a list to another place of it, or into another list, with its text.

        It goes with the comments right above it and its empty line; its lines keep all but their indentation.

        Args:
            around: The list.
            parts: Its items.
            position: Which of them.
            to: The list that it goes to, which may be the same.
            place: Where there, not beside itself; ``None``: that list is empty.

        Raises:
            StuckError: One of them is written between brackets and the other is not.
        """
        part, others = parts[position], self.parts(to.node) if place else []
        if around.node.flow != (to.node.flow if place else to.flow or around.node.flow):
            raise StuckError("one of the lists is written between brackets, the other over several lines")
        if around.node.flow:
            self._move_between_brackets(parts, position, to, others, place)
            return
        block = self._block(around.node, parts, position)
        if block is None:
            raise StuckError("it begins on the line of something else")
        spaced = self._is_spaced(others) if len(others) > 1 else self._cut_gap(parts, position, block)[1]
        self._cut(around, parts, position, block)
        gap = [""] if spaced else []
        chunk = self._text[block[0] : block[1]]
        if place is None:
            chunk = _shifted(chunk, to.column + self._hand.dash - part.column)
            end = self._line_end(to.end)
            self._edits += [(to.behind, to.end, ""), (end, end, self._joined(["", chunk]))]
            return
        neighbour = others[place.position]
        chunk = _shifted(chunk, neighbour.column - part.column)
        beside = self._block(to.node, others, place.position)
        if beside is None:
            raise StuckError("what it goes beside begins on the line of something else")
        if place.before:
            self._edits.append((beside[0], beside[0], self._joined([chunk, *gap, ""])))
        else:
            self._edits.append((beside[1], beside[1], self._joined(["", *gap, chunk])))

    def _block(self, node: Node, parts: Sequence[Part], position: int) -> tuple[int, int] | None:
        """Where the lines of a part start and end, comments that belong to it included; ``None``: it shares a line."""
        part = parts[position]
        line = part.start - column(self._text, part.start)
        if self._text[line : part.start].strip(" \t"):
            return None
        if position == 0 and node is self._root:  # comments there are about the file
            return line, self._end_with_comments(part)
        floor = self._end_with_comments(parts[position - 1]) if position else 0
        while line:
            end = line - 2 if self._text[line - 2 : line] == "\r\n" else line - 1
            above = end - column(self._text, end)
            if above < floor or not self._text[above:end].lstrip(" \t").startswith("#"):
                break
            line = above
        return line, self._end_with_comments(part)

    def _cut_gap(self, parts: Sequence[Part], position: int, block: tuple[int, int]) -> tuple[tuple[int, int], bool]:
        """What goes when a block goes, its empty line included, and whether there is one."""
        start, end = block
        if position or len(parts) == 1:
            floor = self._end_with_comments(parts[position - 1]) if position else 0
            found = _EMPTY_LINES_BEFORE.search(self._text, floor, start)
            first = found.start() if found else start
            return (first, end), len(_LINE_END.findall(self._text[first:start])) > 2
        empty = _EMPTY_LINES.match(self._text, end)
        after = empty.end() if empty else end
        line_break = _LINE_END.match(self._text, after)
        return (start, line_break.end() if line_break else after), after > end

    def _cut(self, around: Part, parts: Sequence[Part], position: int, block: tuple[int, int]) -> None:
        (start, end), _ = self._cut_gap(parts, position, block)
        if len(parts) == 1:
            nothing = " {}" if around.node.kind == "mapping" else " []"
            self._edits.append((around.behind, around.behind, nothing))
        self._edits.append((start, end, ""))

    def _move_between_brackets(
        self, parts: Sequence[Part], position: int, to: Part, others: Sequence[Part], place: Insertion | None
    ) -> None:
        part = parts[position]
        text = self._text[part.start : part.end]
        if len(parts) == 1:
            self._edits.append((part.start, part.end, ""))
        else:
            self.remove(parts, position, position)
        if place is None:
            start = to.behind if to.node.empty else to.node.start
            self._edits.append((start, to.node.end, (" " if to.node.empty else "") + f"[{text}]"))
        elif place.before:
            where = others[place.position].start
            self._edits.append((where, where, f"{text}, "))
        else:
            where = others[place.position].end
            self._edits.append((where, where, f", {text}"))

    def insert(self, node: Node, parts: Sequence[Part], place: Insertion, key: Key | None, value: Value) -> None:
        """Put in a pair, or (without a key) an item.

        Args:
            node: The mapping or list.
            parts: Its parts.
            place: Where.
            key: The key of a pair.
            value: The value.
        """
        neighbour = parts[place.position]
        if node.flow:
            written = flow(value) if key is None else f"{scalar(key)}: {flow(value)}"
            where = neighbour.start if place.before else neighbour.end
            self._edits.append((where, where, f"{written}, " if place.before else f", {written}"))
            return
        at, hand = neighbour.column, self._hand
        lines = item(value, at, hand.step, hand.dash) if key is None else pair(key, value, at, hand.step, hand.dash)
        indent = " " * at
        if place.before:
            where, text = self._start_with_comments(node, neighbour), self._joined([*lines, ""])
            text = text + indent if where == neighbour.start else indent + text
        else:
            empty = [""] if node is self._root and self._is_spaced(parts) else []
            where, text = self._end_with_comments(neighbour), self._joined(["", *empty, indent + lines[0], *lines[1:]])
        self._edits.append((where, where, text))

    def _pairs(self, node: Node) -> list[Part]:
        found = []
        for key, value in node.pairs:
            colon = self._skip(key.end)
            after = colon + 1 if self._text[colon : colon + 1] == ":" else key.end
            found.append(self._part(value, key.start, after, node))
        return found

    def _items(self, node: Node) -> list[Part]:
        if node.flow:
            return [self._part(inside, inside.start, inside.start, node) for inside in node.items]
        found = []
        dash = self._skip(node.start, _PROPERTIES)
        for inside in node.items:
            found.append(self._part(inside, dash, dash + 1, node))
            dash = self._skip(max(dash + 1, inside.end))
        return found

    def _part(self, node: Node, start: int, after: int, around: Node) -> Part:
        end = after if node.empty else self._written_end(node)
        first = around.pairs[0][0].start if around.pairs else self._skip(around.start, _PROPERTIES)
        return Part(node, start, after, end, column(self._text, first), around.flow)

    def _written_end(self, node: Node) -> int:
        """Where what is written of a value ends: without empty lines behind it that are no part of it."""
        while node.block_collection:
            node = node.items[-1] if node.items else node.pairs[-1][1]
        written = self._text[node.start : node.end]
        if node.block_scalar and _keeps_its_end(written):
            return node.end - (len(written) - len(_LAST_BREAK.sub("", written)))
        return node.start + len(written.rstrip())

    def _start_with_comments(self, node: Node, part: Part) -> int:
        """Where the first part of a mapping or list starts, or the first line of the comments above it.

        What stands above the first part of a file is about the file.
        """
        start = part.start
        line = start - column(self._text, start)
        if node is self._root or self._text[line:start].strip(" \t"):
            return start
        while line:
            end = line - 2 if self._text[line - 2 : line] == "\r\n" else line - 1
            above = end - column(self._text, end)
            if not self._text[above:end].lstrip(" \t").startswith("#"):
                break
            start = line = above
        return start

    def _end_with_comments(self, part: Part) -> int:
        """Where the last line of a part ends, or of the comments below that stand deeper than its key or dash."""
        end = self._line_end(part.end)
        while (comment := _COMMENT_LINE.match(self._text, end)) and len(comment[1]) > part.column:
            end = comment.end()
        return end

    def _is_spaced(self, parts: Sequence[Part]) -> bool:
        """Whether empty lines stand between parts."""
        return any(_EMPTY_LINE.search(self._text, part.end, following.start) for part, following in pairwise(parts))

    def _joined(self, lines: Sequence[str]) -> str:
        return self._hand.line_break.join(lines)

    def _skip(self, offset: int, what: re.Pattern[str] = _BETWEEN) -> int:
        found = what.match(self._text, offset)
        return found.end() if found else offset

    def _line_end(self, offset: int) -> int:
        found = _LINE_END.search(self._text, offset)
        return found.start() if found else len(self._text)


def _shifted(lines: str, by: int) -> str:
    """Whole lines, each with so many blanks more or fewer before it."""

    def blanks(line: re.Match[str]) -> str:
        return line[1] + (line[2] + " " * by if by > 0 else line[2][: max(0, len(line[2]) + by)])

    return _ANY_LINE.sub(blanks, lines) if by else lines


def _keeps_its_end(written: str) -> bool:
    """Whether blanks at the end of a block scalar may be part of its text: ``|+``, or lines deeper than the text."""
    if _KEEPS.match(written):
        return True
    indent = _FIRST_INDENT.search(written)
    behind_text = written[len(written.rstrip()) :]
    return indent is not None and any(len(line) > len(indent[1]) for line in re.split(r"[\r\n]+", behind_text))
