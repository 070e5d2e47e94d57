"""The parser: libyaml's events by way of PyYAML; those of ruamel.yaml where PyYAML has no libyaml.

Only events are used, never a composer or constructor: those recurse in C, build Python objects for tags, or resolve
YAML 1.1. Two things that libyaml does otherwise than YAML 1.2 are corrected here: it breaks lines at U+0085, U+2028 and
U+2029, and it refuses the pairs of escapes in which JSON writes characters beyond U+FFFF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from yaml.error import Mark, MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from yaml import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


CParser: Callable[[str], Any] | None
try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None

__all__ = [
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NextEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "open_events",
]


Event: TypeAlias = Any
"""One of the events above. They are told apart by their class, in the innermost loop, which types cannot follow."""
NextEvent: TypeAlias = "Callable[[], Event]"

# Noncharacters, which Unicode keeps for the inside of programs, stand in for what libyaml would misread.
_STAND_INS: Final = {"\u0085": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2"}
_BACKSLASH: Final = "\ufdd3"
_FORWARD: Final = str.maketrans(_STAND_INS)
_BACK: Final = str.maketrans({stand_in: character for character, stand_in in _STAND_INS.items()})
_MISREAD: Final = (*_STAND_INS, r"\ud", r"\uD")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\(u[dD][89abAB][0-9a-fA-F]{2})\\(u[dD][c-fC-F][0-9a-fA-F]{2})")
_MENDED_PAIR = re.compile(f"{_BACKSLASH}u(d[89ab]..){_BACKSLASH}u(d[c-f]..)", re.IGNORECASE)
_ANY_STAND_IN = re.compile(r"[\ufdd0-\ufdd3]|\\[uU](?:0000)?[fF][dD][dD][0-3]")


def open_events(text: str) -> NextEvent:
    """A function that gives the next event of a text each time it is called.

    It raises ``MarkedYAMLError`` where the text is not YAML. Offsets in events count characters of the text.
    """
    if any(misread in text for misread in _MISREAD) and not _ANY_STAND_IN.search(text):
        closed = _PAIR.sub(rf"\1{_BACKSLASH}\2{_BACKSLASH}\3", text.translate(_FORWARD))
        return _restoring(_parse(closed))
    return _parse(text)


def _parse(text: str) -> NextEvent:
    if CParser is None:
        return open_pure_events(text)
    get_event: NextEvent = CParser(text).get_event
    return get_event


def _restoring(next_event: NextEvent) -> NextEvent:
    """The same events, with the characters that were in the text."""

    def restored() -> Event:
        event = next_event()
        if isinstance(event, ScalarEvent):
            value = event.value.translate(_BACK)
            if event.style == '"':
                value = _MENDED_PAIR.sub(_joined, value)
            event.value = value.replace(_BACKSLASH, "\\")
        return event

    return restored


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a pair: no character
_BETWEEN = re.compile(r"(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+")  # blanks, line breaks and comments
# What its scanner lets escape on some texts: a character beyond U+10FFFF, ``%YAML 1.3``.
_ESCAPES: Final = (ValueError, OverflowError, AssertionError, AttributeError, TypeError, IndexError)


def open_pure_events(text: str) -> NextEvent:
    """What ``cxmap.yaml.reader.events.open_events`` gives, without libyaml."""
    return _events(text).__next__


def _events(text: str) -> Iterator[Event]:
    from ruamel.yaml import YAML  # it takes a fifth of a run over one file
    from ruamel.yaml.error import MarkedYAMLError as RuamelError

    offset = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            converted = _converted(event, text, offset)
            offset = converted.end_mark.index if converted.end_mark else offset
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
