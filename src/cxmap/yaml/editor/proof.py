"""Proofs about edits of a text, made before anything is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cxmap.yaml.editor.nodes import column
from cxmap.yaml.reader.events import (
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    open_events,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = ("anchor", "tag", "value", "style", "flow_style", "explicit")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_HEADER = re.compile(r"[^\r\n]*")


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts are the same YAML: values, order, quotes, anchors, tags and comments.

    Args:
        one: The text of a file that was read without a problem.
        other: Any text.
    """
    try:
        return list(_tokens(one)) == list(_tokens(other))
    except MarkedYAMLError:
        return False


def same_but_for_lists(one: str, other: str) -> bool:
    """Whether two texts are the same YAML, comments included, once every start and end of a list is passed over."""
    lists = {SequenceStartEvent, SequenceEndEvent}
    try:
        first, second = ([token for token in _tokens(text) if token[0] not in lists] for text in (one, other))
    except MarkedYAMLError:
        return False
    return first == second


def comments(text: str) -> list[str]:
    """The comments of a text that was read without a problem, in order."""
    return [str(token[1]) for token in _tokens(text) if token[0] == "comment"]


def same_data(one: object, other: object) -> bool:
    """Whether two values that were read are the same, order included: ``1``, ``1.0`` and ``true`` are three values."""
    if isinstance(one, dict) and isinstance(other, dict):
        return same_data(list(one), list(other)) and all(map(same_data, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_data, one, other))
    if type(one) is not type(other):
        return False
    return one == other if type(one) is str else repr(one) == repr(other)  # .nan does not equal itself


def _tokens(text: str) -> Iterator[tuple[object, ...]]:
    """All tokens of a text, in order: what the parser reads, and each comment with whether it has a line."""
    following = open_events(text)
    position = 0
    while True:
        event = following()
        end = isinstance(event, StreamEndEvent)
        start = len(text) if end else event.start_mark.index
        if isinstance(event, ScalarEvent) or end:
            for match in _COMMENT.finditer(text, position, _header_end(text, event, start)):
                at = match.start()
                yield "comment", match[0].rstrip(" \t"), not text[at - column(text, at) : at].strip(" \t")
            position = event.end_mark.index
        if end:
            return
        yield (type(event), *(getattr(event, name, None) for name in _FIELDS))


def _header_end(text: str, event: object, start: int) -> int:
    """Where a value begins that no comment can stand in; one may stand behind the sign of a block scalar."""
    if isinstance(event, ScalarEvent) and event.style in {"|", ">"}:
        header = _HEADER.match(text, text.index(event.style, start))
        return header.end() if header else start
    return start
