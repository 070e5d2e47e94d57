"""What a rule finds: a symbolic place (a pointer into a file), made concrete only when it is shown."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxmap.diagnostic import Edit, Severity, Span
    from cxmap.project.document import Document
    from cxmap.yaml.values import Key, Pointer


class At(Enum):
    """Which part of the text a pointer means."""

    VALUE = "the value"
    KEY = "the key of the value"
    FIRST_KEY = "the first key of the mapping, for something that it lacks"


class Place(NamedTuple):
    """A place in a file.

    Attributes:
        document: The file.
        pointer: The value that it belongs to.
        at: Which part of the text is meant.
        exact: The span itself, where it is not that of a key or value.
    """

    document: Document
    pointer: Pointer
    at: At = At.VALUE
    exact: Span | None = None

    @property
    def span(self) -> Span:
        """Lines and columns of the place."""
        if self.exact is not None:
            return self.exact
        if self.at is At.FIRST_KEY:
            return self.document.source.first_key_span(self.pointer)
        return self.document.source.span(self.pointer, key=self.at is At.KEY)


class Finding(NamedTuple):
    """One finding of a rule.

    Attributes:
        place: Where.
        message: What is wrong: lower case, one line, the value quoted.
        suggestion: What to type instead, bare.
        help: What to do, as a sentence.
        edits: How to fix it, as edits of exact spans in the same file; empty: not by a machine.
        severity: Where it is another than the rule's own, which a configuration may change.
        safe: Whether nothing else can be meant than these edits.
        related: Other places that belong to it, each with what it is.
    """

    place: Place
    message: str
    suggestion: str | None = None
    help: str | None = None
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[str, Place], ...] = ()
    severity: Severity | None = None
    safe: bool = True


def value(document: Document, *pointer: Key) -> Place:
    """The value at a pointer."""
    return Place(document, pointer)


def key(document: Document, *pointer: Key) -> Place:
    """The key that the pointer ends with."""
    return Place(document, pointer, At.KEY)


def first_key(document: Document, *pointer: Key) -> Place:
    """The first key of the mapping at a pointer."""
    return Place(document, pointer, At.FIRST_KEY)
