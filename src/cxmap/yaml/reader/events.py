"""The parser: libyaml's events by way of PyYAML; those of ruamel.yaml where PyYAML has no libyaml.

Only events are used, never a composer or constructor: those recurse in C, build Python objects for tags, or resolve
YAML 1.1. Two things that libyaml does otherwise than YAML 1.2 are mended here: it breaks lines at U+0085, U+2028 and
U+2029, and it refuses the pairs of escapes in which JSON writes characters beyond U+FFFF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from yaml.error import MarkedYAMLError
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

if TYPE_CHECKING:
    from collections.abc import Callable

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
        mended = _PAIR.sub(rf"\1{_BACKSLASH}\2{_BACKSLASH}\3", text.translate(_FORWARD))
        return _restoring(_parse(mended))
    return _parse(text)


def _parse(text: str) -> NextEvent:
    if CParser is None:
        from cxmap.yaml.reader.pure import open_pure_events

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
