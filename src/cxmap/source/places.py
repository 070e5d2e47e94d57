"""Where every key and value of a file stands, worked out when the first place is asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cxmap.source.lines import Lines
from cxmap.source.problem import START

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostics.record import Span
    from cxmap.source.build import Builder
    from cxmap.source.pointer import Pointer
    from cxmap.source.values import Key, Value

# An anchor or a tag; and the blanks, line breaks and comments behind it.
_PROPERTY = re.compile(r"&[^\s,\[\]{}]+|!<[^>]*>|![^\s,\[\]{}]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*")
_BLANKS = " \t\r\n"


class Extent(NamedTuple):
    """From one offset in the text up to, not including, another."""

    start: int
    end: int


class Node(NamedTuple):
    """A value's extent, what it holds, and the extents of the keys to that."""

    extent: Extent
    children: Mapping[Key, Node]
    keys: Mapping[Key, Extent]


_NO_CHILDREN: Mapping[Key, Node] = {}
_NO_KEYS: Mapping[Key, Extent] = {}


class Places:
    """The places of one file's data."""

    def __init__(self, text: str, builder: Builder | None) -> None:
        self._text = text
        self._builder = builder

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self._text)

    def span(self, pointer: Pointer, *, key: bool = False) -> Span:
        """The place of a value or of its key; of the nearest value around it where there is none."""
        node = self._root
        if node is None:
            return START
        extent = node.extent
        for step in pointer:
            child = node.children.get(step)
            if child is None:
                extent = node.extent
                break
            extent = node.keys.get(step, child.extent) if key else child.extent
            node = child
        return self.lines.span(*extent)

    def first_key_span(self, pointer: Pointer) -> Span:
        """The place of the first key of a mapping; of the value itself where it has none."""
        node = self._node(pointer)
        return self.lines.span(*next(iter(node.keys.values()))) if node and node.keys else self.span(pointer)

    def in_flow(self, pointer: Pointer) -> bool:
        """Whether a value stands in a mapping or list that is written with ``{ }`` or ``[ ]``."""
        parent = self._node(pointer[:-1])
        return parent is not None and self._text[parent.extent.start] in "{["

    def _node(self, pointer: Pointer) -> Node | None:
        node = self._root
        for step in pointer:
            node = node.children.get(step) if node else None
        return node

    @cached_property
    def _root(self) -> Node | None:
        return _plant(self._text, self._builder) if self._builder and self._builder.marks else None


def _plant(text: str, builder: Builder) -> Node:
    """The tree of places: the builder's marks, in the order of its data."""
    marks, aliases, skips = builder.marks, builder.aliases, builder.skips
    nodes: dict[int, Node] = {}
    position = 0

    def take() -> int:
        nonlocal position
        while position in skips:
            position = skips[position]
        position += 2
        return position - 2

    def node(value: Value) -> Node:
        index = take()
        start, end = marks[index], marks[index + 1]
        if index in aliases:
            target = nodes.get(aliases[index])
            return target._replace(extent=Extent(start, end)) if target else Node(Extent(start, end), {}, {})
        children, keys = _NO_CHILDREN, _NO_KEYS
        if isinstance(value, dict):
            children, keys = {}, {}
            for key, item in value.items():
                key_index = take()
                keys[key] = _tight(text, marks[key_index], marks[key_index + 1])
                children[key] = node(item)
        elif isinstance(value, list):
            children = {number: node(item) for number, item in enumerate(value)}
        if children and not end:
            end = next(reversed(children.values())).extent.end
        found = nodes[index] = Node(_tight(text, start, end), children, keys)
        return found

    return node(builder.root)


def _tight(text: str, start: int, end: int) -> Extent:
    """Without the anchor and tag in front, and the blank lines behind."""
    if end > start and text[start] in "&!":
        start = _behind_properties(text, start, end)
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return Extent(start, max(start, end))


def _behind_properties(text: str, start: int, end: int) -> int:
    position = start
    while match := _PROPERTY.match(text, position, end):
        position = _BETWEEN.match(text, match.end(), end).end()
    return position if position < end else start


def tag_extent(text: str, start: int) -> Extent:
    """Where the tag of a value stands whose first property starts at an offset."""
    match = _PROPERTY.match(text, start)
    if match and match[0].startswith("&"):
        match = _PROPERTY.match(text, _BETWEEN.match(text, match.end()).end())
    return Extent(*match.span()) if match else Extent(start, start)
