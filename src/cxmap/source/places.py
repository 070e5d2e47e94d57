"""Where every key and value of a file stands, worked out when the first place is asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cxmap.source.lines import Lines
from cxmap.source.problem import START

if TYPE_CHECKING:
    from cxmap.diagnostics.record import Span
    from cxmap.source.build import Builder
    from cxmap.source.pointer import Pointer
    from cxmap.source.values import Key, Value

# An anchor or a tag; and the blanks, line breaks and comments behind it.
_PROPERTY = re.compile(r"&[^\s,\[\]{}]+|!<[^>]*>|![^\s,\[\]{}]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+")
_BLANKS = " \t\r\n"

Extent: TypeAlias = tuple[int, int]
"""From one offset in the text up to, not including, another."""


class _Branch(NamedTuple):
    """A mapping or list that holds something. Of other values there is only the index of their marks."""

    at: int
    keyed: bool
    children: dict[Key, int | _Branch]


class Places:
    """The places of one file's data."""

    def __init__(self, text: str, builder: Builder | None) -> None:
        """``builder`` is what was built from the text, whether or not it came to the end; ``None``: nothing was."""
        self._text = text
        self._builder = builder
        self._far_keys: dict[int, int] = {}  # for values whose key is a mapping or a list: where its marks are

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self._text)

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
        marks = self._builder.marks if self._builder else ()
        if isinstance(node, _Branch):
            start, end = marks[node.at], marks[node.at + 1]
            end = end or self._extent(next(reversed(node.children.values())))[1]
        else:
            start, end = marks[node], marks[node + 1]
        end = max(start, end)
        if self._text[start : start + 1] in ("&", "!"):
            start = _behind_properties(self._text, start, end)
        return start, start + len(self._text[start:end].rstrip(_BLANKS))

    @cached_property
    def _root(self) -> int | _Branch | None:
        """The tree of places: the marks go with the data, each in the order of the text."""
        builder = self._builder
        if not builder or not builder.marks:
            return None
        aliases, skips, far_keys = builder.aliases, builder.skips, self._far_keys
        branches: dict[int, _Branch] = {}
        position = 0

        def plant(value: Value) -> int | _Branch:
            nonlocal position
            while position in skips:
                position = skips[position]
            index = position
            position += 2
            if index in aliases:
                target = branches.get(aliases[index])
                return target._replace(at=index) if target else index
            if not value or not isinstance(value, dict | list):
                return index
            children: dict[Key, int | _Branch] = {}
            keyed = isinstance(value, dict)
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                if keyed:
                    while position in skips:
                        position = skips[position]
                    key_index = position
                    position += 2
                    if position in skips:
                        position = skips[position]
                        far_keys[position] = key_index
                children[key] = plant(item)
            branch = branches[index] = _Branch(index, keyed, children)
            return branch

        return plant(builder.root)


def _behind_properties(text: str, start: int, end: int) -> int:
    """Where the value starts whose anchor or tag starts at an offset; that offset if there is nothing else."""
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
