"""A file that another process has read: what others need to know of it, and itself when more is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.project.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cxmap.model.check import SchemaError
    from cxmap.model.file import File
    from cxmap.model.references import Reference
    from cxmap.project.definitions import ActionOutline
    from cxmap.source.pointer import Pointer
    from cxmap.source.source import Source

# References within a journey are nobody else's business.
WITHIN_A_JOURNEY = frozenset({"touchpoints", "redesigned", "targets"})


class Outline(NamedTuple):
    """What the files of a project need to know of one another.

    Attributes:
        readable: Whether it could be read.
        flawed: Whether it breaks the format somewhere.
        definitions: Section and id of what it defines.
        references: What it refers to outside of itself; of several references from one definition to one id the first.
        actions: What its actions are for.
    """

    readable: bool
    flawed: bool
    definitions: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    actions: tuple[ActionOutline, ...]

    @classmethod
    def of(cls, document: Document) -> Outline:
        """The outline of a file that was read."""
        references: dict[Any, Reference] = {}
        for one in document.references:
            if one.to not in WITHIN_A_JOURNEY:
                references.setdefault((one.to, one.id, one.pointer[:2], one.pointer[-1]), one)
        return cls(
            document.readable,
            document.flawed,
            document.definitions,
            tuple(references.values()),
            document.action_outlines,
        )


class Unread(Document):
    """A document that is known by its outline. Whatever else is asked of it makes it read its file."""

    def __init__(
        self, path: Path, names: tuple[str, str], outline: Outline, read: Callable[[Path], Document | None]
    ) -> None:
        for name, value in (("path", path), ("name", names[0]), ("relative", names[1]), ("outline", outline)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_read", read)

    outline: Outline
    known_text: str | None = None
    _read: Callable[[Path], Document | None]

    @cached_property
    def _whole(self) -> Document:
        document = self._read(self.path)
        if document is None:  # it has changed since
            from cxmap.source.read import read

            return Document(self.path, self.name, self.relative, read(b"", self.name))
        return document

    @cached_property
    def readable(self) -> bool:
        """Whether it could be read."""
        return self.outline.readable

    @property
    def flawed(self) -> bool:
        """Whether it breaks the format somewhere."""
        return self.outline.flawed

    @cached_property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """Section and id of what it defines."""
        return self.outline.definitions

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What it refers to outside of itself."""
        return self.outline.references

    @cached_property
    def action_outlines(self) -> tuple[ActionOutline, ...]:
        """What its sound actions are for."""
        return self.outline.actions

    @property
    def source(self) -> Source:
        """Its text, data and places."""
        return self._whole.source

    @property
    def model(self) -> File:
        """The whole file; where there are errors, what is sound of it."""
        return self._whole.model

    @property
    def errors(self) -> tuple[SchemaError, ...]:
        """Where it breaks the format."""
        return self._whole.errors

    @property
    def marked(self) -> bool:
        """Whether it starts with a byte order mark."""
        return self._whole.marked

    def is_wrong(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something around it, breaks the format."""
        return self.flawed and self._whole.is_wrong(pointer)

    def is_wrong_within(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something in it, breaks the format."""
        return self.flawed and self._whole.is_wrong_within(pointer)

    @property
    def text(self) -> str:
        """Its text, which may be known without reading the file."""
        return self._whole.text if self.known_text is None else self.known_text

    def knowing(self, text: str | None) -> Unread:
        """The same, with the text that another process has read."""
        object.__setattr__(self, "known_text", text)
        return self
