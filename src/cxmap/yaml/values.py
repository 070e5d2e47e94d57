"""What a file's data is made of: plain Python values, and two kinds that Python has no plain value for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias


class Empty(Enum):
    """The type of ``EMPTY``: an empty value in the file (``owner:``, ``~``, ``null``).

    Not ``None``, which means absence everywhere else: no pydantic field but ``Any`` takes it.
    """

    EMPTY = "EMPTY"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "EMPTY"

    __str__ = __repr__


EMPTY: Final = Empty.EMPTY


@dataclass(frozen=True, slots=True, repr=False)
class OddKey:
    """A key of which the format can make nothing: ``true``, an empty one, a mapping, a list; ``1.0`` beside ``1``.

    To Python ``1``, ``1.0`` and ``True`` are one key, and a list can be none.

    Attributes:
        text: The key as the file has it.
    """

    text: str

    def __repr__(self) -> str:
        return self.text  # pydantic names the place of an error by the key's repr


Key: TypeAlias = str | int | float | OddKey
Scalar: TypeAlias = str | int | float | bool | Empty
Value: TypeAlias = "Scalar | list[Value] | dict[Key, Value]"


Pointer: TypeAlias = tuple[Key, ...]
"""``("journey", "stages", 0, "title")``; ``()`` is the whole document. An index of a list is an ``int``."""


def to_json_pointer(pointer: Pointer) -> str:
    """A pointer as RFC 6901 writes it: ``/journey/stages/0/title``; ``""`` for the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
