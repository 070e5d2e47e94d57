"""Where every key and value of a file stands, worked out when the first place is asked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cxmap.diagnostic import START, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.yaml.values import Key, Pointer, Value

# An anchor or a tag; and the blanks, line breaks and comments behind it.
_PROPERTY = re.compile(r"&[^\s,\[\]{}]+|!<[^>]*>|![^\s,\[\]{}]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+")
_BLANKS = " \t\r\n"

Extent: TypeAlias = tuple[int, int]
"""From one offset in the text up to, not including, another."""


class Notes(NamedTuple):
    """What was noted of places when the data was built.

    Attributes:
        root: The data.
        marks: Two offsets, start and end, for each key and value in the order of the text. The end of a block
            mapping or list is 0: it ends where the last thing in it does.
        aliases: For each value that is an alias, by the index of its marks: the index of what it stands for.
        skips: Stretches of ``marks``, from index to index, that belong to nothing in ``root``.
    """

    root: Value
    marks: array[int]
    aliases: Mapping[int, int]
    skips: Mapping[int, int]


class _Branch(NamedTuple):
    """A mapping or list that holds something. Of other values there is only the index of their marks."""

    at: int
    keyed: bool
    children: dict[Key, int | _Branch]


class SourceMap:
    """The places of one file's data."""

    def __init__(self, text: str, notes: Notes | None = None) -> None:
        """``notes`` may be those of a text that was not read to its end; ``None``: nothing was read."""
        self._text = text
        self._notes = notes
        self._far_keys: dict[int, int] = {}

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self._text)

    def respelled(self, text: str, root: Value, end: int, longer: int) -> SourceMap | None:
        """The places after a value has got another spelling: all behind it move.

        Args:
            text: All of the text, with that spelling.
            root: The data that it says.
            end: Where the value ended.
            longer: By how many characters it grew; below 0: shrank.

        Returns:
            The places; ``None`` where a value may stand in several.
        """
        if self._notes is None or self._notes.aliases:
            return None
        marks = self._notes.marks
        if longer:
            marks = array("I", [mark + longer if mark >= end else mark for mark in marks])
        return SourceMap(text, self._notes._replace(root=root, marks=marks))

    def span(self, pointer: Pointer, *, key: bool = False) -> Span:
        """The place of a value or of its key; of the nearest value around it where there is none."""
        node, key_index, _ = self._find(pointer)
        return self._span(key_index if key and key_index is not None else node)

    def first_key_span(self, pointer: Pointer) -> Span:
        """The place of the first key of a mapping; of the value itself where it has none."""
        node, _, found = self._find(pointer)
        if found and isinstance(node, _Branch) and node.keyed:
            return self.span((*pointer, next(iter(node.children))), key=True)
        return self._span(node)

    def written(self, pointer: Pointer) -> str:
        """The text of a value; of the nearest value around it where there is none."""
        node, _, _ = self._find(pointer)
        start, end = (0, 0) if node is None else self._extent(node)
        return self._text[start:end]

    def in_flow(self, pointer: Pointer) -> bool:
        """Whether a value stands in a mapping or list that is written with ``{ }`` or ``[ ]``."""
        around, _, found = self._find(pointer[:-1])
        return found and isinstance(around, _Branch) and self._text[self._extent(around)[0]] in "{["

    def _find(self, pointer: Pointer) -> tuple[int | _Branch | None, int | None, bool]:
        """The node of a value, the index of its key, and whether it is there; if not, the nearest node around it."""
        node = self._root
        key_index = None
        for step in pointer:
            if not isinstance(node, _Branch) or step not in node.children:
                return node, None, False
            child = node.children[step]
            index = child.at if isinstance(child, _Branch) else child
            key_index = self._far_keys.get(index, index - 2) if node.keyed else None
            node = child
        return node, key_index, node is not None

    def _span(self, node: int | _Branch | None) -> Span:
        return START if node is None else self.lines.span(*self._extent(node))

    def _extent(self, node: int | _Branch) -> Extent:
        """From behind the anchor and the tag to the last character that is not blank."""
        marks = self._notes.marks if self._notes else ()
        at = node.at if isinstance(node, _Branch) else node
        start, end = marks[at], marks[at + 1]
        if isinstance(node, _Branch) and not end:
            end = self._extent(next(reversed(node.children.values())))[1]
        end = max(start, end)
        start = behind_properties(self._text, start, end)
        return start, start + len(self._text[start:end].rstrip(_BLANKS))

    @cached_property
    def _root(self) -> int | _Branch | None:
        if not self._notes or not self._notes.marks:
            return None
        return _Planter(self._notes, self._far_keys).plant(self._notes.root)


class _Planter:
    """Makes the tree of places: the marks go with the data, both in the order of the text.

    A key's marks stand right before its value's, but for ``far_keys``: values by their index, whose key is a mapping or
    a list itself.
    """

    def __init__(self, notes: Notes, far_keys: dict[int, int]) -> None:
        self._aliases = notes.aliases
        self._skips = notes.skips
        self._far_keys = far_keys
        self._branches: dict[int, _Branch] = {}
        self._position = 0

    def plant(self, value: Value) -> int | _Branch:
        """The node of a value, and with it the nodes of all that it holds."""
        index = self._take()
        if index in self._aliases:
            target = self._branches.get(self._aliases[index])
            return target._replace(at=index) if target else index
        if not value or not isinstance(value, dict | list):
            return index
        children: dict[Key, int | _Branch] = {}
        if isinstance(value, dict):
            for key, item in value.items():
                key_index = self._take()
                if self._position in self._skips:
                    self._position = self._skips[self._position]
                    self._far_keys[self._position] = key_index
                children[key] = self.plant(item)
        else:
            for number, item in enumerate(value):
                children[number] = self.plant(item)
        branch = self._branches[index] = _Branch(index, isinstance(value, dict), children)
        return branch

    def _take(self) -> int:
        """The index of the next marks that belong to something."""
        while self._position in self._skips:
            self._position = self._skips[self._position]
        self._position += 2
        return self._position - 2


def behind_properties(text: str, start: int, end: int) -> int:
    """Where a value starts behind the anchor and the tag that it may have; where these start if it has nothing else."""
    position = start
    while match := _PROPERTY.match(text, position, end):
        between = _BETWEEN.match(text, match.end(), end)
        position = between.end() if between else match.end()
    return position if position < end else start


def tag_extent(text: str, start: int) -> Extent:
    """Where the tag of a value stands whose anchor or tag starts at an offset."""
    match = _PROPERTY.match(text, start)
    if match and match[0].startswith("&"):
        between = _BETWEEN.match(text, match.end())
        match = _PROPERTY.match(text, between.end() if between else match.end())
    return match.span() if match else (start, start)


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
