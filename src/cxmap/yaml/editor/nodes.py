"""The nodes of a text with their offsets: the base of edits.

The reader keeps two numbers a value, for speed and for messages. An edit asks for more: which style a value is written
in, where its anchor or tag starts, and where the pairs of a mapping are, so it looks at the events once more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from cxmap.yaml.reader.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    open_events,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.yaml.reader.events import Event, NextEvent

_BREAK = re.compile(r"\r\n|\r|\n")

Kind: TypeAlias = Literal["scalar", "alias", "mapping", "sequence"]


@dataclass(slots=True)
class Node:
    """A value, or a key, as it is written.

    Attributes:
        kind: What it is.
        start: Offset where it starts, its anchor and tag included.
        end: Offset where it ends. A block mapping or list ends where its last part does.
        style: Of a scalar: ``""`` plain, ``'``, ``"``, ``|`` or ``>``.
        flow: Whether a mapping or list is written with ``{ }`` or ``[ ]``.
        bare: Whether it has neither anchor nor tag.
        pairs: Keys and values of a mapping.
        items: Items of a list.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    flow: bool = False
    bare: bool = True
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing is written at all: ``owner:``."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def block_scalar(self) -> bool:
        """Whether it is text behind ``|`` or ``>``."""
        return self.style in {"|", ">"}

    @property
    def block_collection(self) -> bool:
        """Whether it is a mapping or list written over lines by indentation."""
        return self.kind in {"mapping", "sequence"} and not self.flow


@dataclass(frozen=True, slots=True)
class FileStyle:
    """How a file is written, so that something new in it looks like the rest.

    Attributes:
        step: How much deeper a mapping stands in a mapping.
        dash: How much deeper the dashes of a list stand than its key.
        line_break: LF, CRLF or CR.
    """

    step: int
    dash: int
    line_break: str

    @classmethod
    def of(cls, text: str, root: Node) -> FileStyle:
        """The hand of a text, by the first mapping and the first list inside a mapping; two spaces without one."""
        first_break = _BREAK.search(text)
        steps: dict[Kind, int] = {}
        waiting = [root]
        while waiting and len(steps) < 2:
            node = waiting.pop()
            for _, value in node.pairs:
                if value.block_collection and value.bare and value.kind not in steps:
                    steps[value.kind] = column(text, value.start) - column(text, node.pairs[0][0].start)
            waiting += [*node.items, *(value for _, value in node.pairs)][::-1]
        return cls(steps.get("mapping", 2), steps.get("sequence", 2), first_break[0] if first_break else "\n")


def spliced(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A text with stretches of it replaced, from one offset up to another; two at one place keep their order."""
    pieces, position = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[position:start], new]
        position = end
    return "".join((*pieces, text[position:]))


def nodes(text: str) -> Node | None:
    """The root of a text that was read without a problem; ``None`` if it holds nothing."""
    following = open_events(text)
    following()
    if isinstance(following(), StreamEndEvent):
        return None
    return _node(following(), following)


def _node(event: Event, following: NextEvent) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, AliasEvent):
        return Node("alias", start, end)
    bare = event.anchor is None and event.tag is None
    if isinstance(event, ScalarEvent):
        return Node("scalar", start, end, event.style or "", bare=bare)
    if isinstance(event, MappingStartEvent):
        node = Node("mapping", start, end, flow=bool(event.flow_style), bare=bare)
        while not isinstance(inside := following(), MappingEndEvent):
            key = _node(inside, following)
            node.pairs.append((key, _node(following(), following)))
    else:
        assert isinstance(event, SequenceStartEvent)  # noqa: S101 - nothing else can begin a value
        node = Node("sequence", start, end, flow=bool(event.flow_style), bare=bare)
        while not isinstance(inside := following(), SequenceEndEvent):
            node.items.append(_node(inside, following))
    last = [*node.items, *(value for _, value in node.pairs)][-1:]
    node.end = inside.end_mark.index if node.flow or not last else last[0].end
    return node


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    start = text.rfind("\n", 0, offset) + 1
    return offset - max(start, text.rfind("\r", start, offset) + 1)
