"""What can be wrong with a file before anyone asks what it says: the findings CX001 to CX008."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.diagnostic import Span

if TYPE_CHECKING:
    from cxmap.yaml.pointer import Pointer

START: Final = Span(1, 1, 1, 1)
"""The place of what is wrong with a file as a whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file as YAML.

    Attributes:
        code: ``CX001`` to ``CX008``.
        message: What is wrong, in one line, lower case.
        span: Where.
        help: What to do or to type instead, as a sentence.
        related: Other places that belong to it, in the same file, each with what is there.
        pointer: The value it concerns; ``()`` for the whole document.
    """

    code: str
    message: str
    span: Span = START
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()
    pointer: Pointer = ()
