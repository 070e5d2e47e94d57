"""The parser: libyaml's events by way of PyYAML; those of ruamel.yaml where PyYAML has no libyaml.

Only events are used, never a composer or constructor: those recurse in C, build Python objects for tags, or resolve
YAML 1.1. What libyaml does otherwise than YAML 1.2 is mended here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None

__all__ = [
    "AliasEvent",
    "CollectionStartEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NodeEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "open_events",
]


def open_events(text: str) -> Callable[[], Event]:
    """A function that gives the next event of a text each time it is called; ``MarkedYAMLError`` where it is not YAML."""
    get_event: Callable[[], Event] = CParser(text).get_event
    return get_event
