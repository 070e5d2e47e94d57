"""A file that another process has read: what others need to know of it, and itself when more is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.project.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cxmap.model.references import Reference
    from cxmap.project.definitions import ActionOutline

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
    def text(self) -> str:
        """Its text, which may be known without reading the file."""
        return self._whole.text if self.known_text is None else self.known_text

    def knowing(self, text: str | None) -> Unread:
        """The same, with the text that another process has read."""
        object.__setattr__(self, "known_text", text)
        return self

    def __getattribute__(self, name: str) -> Any:
        if name in _OF_THE_WHOLE:
            return getattr(self._whole, name)
        return super().__getattribute__(name)


_OF_THE_WHOLE = frozenset({"source", "model", "errors", "marked", "_wrong", "_touchpoints", "_holding_wrong"})
