"""Pointers: where a value stands in a file's data, as the keys and indices that lead to it."""

from __future__ import annotations

from typing import TypeAlias

from cxmap.yaml.values import Key

Pointer: TypeAlias = tuple[Key, ...]
"""``("journey", "stages", 0, "title")``; ``()`` is the whole document. An index of a list is an ``int``."""


def to_json_pointer(pointer: Pointer) -> str:
    """A pointer as RFC 6901 writes it: ``/journey/stages/0/title``; ``""`` for the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
