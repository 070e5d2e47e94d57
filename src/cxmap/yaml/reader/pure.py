"""The events of ruamel.yaml's parser, which is all Python, as PyYAML's.

It serves where PyYAML came without libyaml, some thirty times slower. PyYAML's own Python parser will not do: it
refuses ``[who is this?]``, which is YAML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError as RuamelError
from yaml.error import Mark, MarkedYAMLError

from yaml import events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.yaml.reader.events import Event, NextEvent

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a pair: no character
_BETWEEN = re.compile(r"(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+")  # blanks, line breaks and comments
# What its scanner lets escape on some texts: a character beyond U+10FFFF, ``%YAML 1.3``.
_ESCAPES: Final = (ValueError, OverflowError, AssertionError, AttributeError, TypeError, IndexError)


def open_pure_events(text: str) -> NextEvent:
    """What ``cxmap.yaml.reader.events.open_events`` gives, without libyaml."""
    return _events(text).__next__


def _events(text: str) -> Iterator[Event]:
    offset = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            converted = _converted(event, text, offset)
            offset = converted.end_mark.index
            if isinstance(converted, events.ScalarEvent) and _SURROGATE.search(converted.value):
                words = "found invalid Unicode character escape code"
                raise MarkedYAMLError("while parsing a quoted scalar", event.start_mark, words, event.start_mark)
            yield converted
    except RuamelError as error:
        raise MarkedYAMLError(error.context, error.context_mark, error.problem, error.problem_mark) from None
    except _ESCAPES as error:
        raise MarkedYAMLError(None, None, str(error) or "the parser gave up", _mark(offset)) from None


def _mark(offset: int) -> Mark:
    return Mark("", offset, 0, offset, None, 0)


def _converted(event: Event, text: str, last: int) -> events.Event:
    """An event as PyYAML's.

    Args:
        event: The event.
        text: The whole text.
        last: Where the event before it ended.
    """
    marks = event.start_mark, event.end_mark
    kind = getattr(events, type(event).__name__)
    if kind is events.ScalarEvent:
        if event.start_mark.index == event.end_mark.index:
            marks = (_mark(_place_of_nothing(text, last, event.end_mark.index)),) * 2
        return events.ScalarEvent(event.anchor, event.tag, event.implicit, event.value, *marks, event.style)
    if issubclass(kind, events.CollectionStartEvent):
        converted: events.Event = kind(event.anchor, event.tag, event.implicit, *marks, event.flow_style)
    elif kind is events.AliasEvent:
        converted = events.AliasEvent(event.anchor, *marks)
    elif issubclass(kind, events.DocumentStartEvent | events.DocumentEndEvent):
        converted = kind(*marks, event.explicit)
    else:
        converted = kind(*marks)
    return converted


def _place_of_nothing(text: str, last: int, offset: int) -> int:
    """Where libyaml sees an empty value: right behind its colon, in ``{ }`` and ``[ ]`` at the character after it.

    ruamel.yaml has it the other way round: ``offset`` is where what comes next ends, or right behind the colon.
    """
    colon = _next(text, last)
    if colon >= offset or not text.startswith(":", colon):
        return offset
    following = _next(text, colon + 1)
    return following if colon + 1 == offset and text.startswith((",", "]", "}"), following) else colon + 1


def _next(text: str, offset: int) -> int:
    """Where something stands that is no blank, line break or comment."""
    between = _BETWEEN.match(text, offset)
    return between.end() if between else offset
