"""A file that another process or an earlier run has read: its summary, and itself when more is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.io.cache import digest
from cxmap.model.constants import FORMAT_VERSION
from cxmap.project.document import Document, value_at

if TYPE_CHECKING:
    from cxmap.model.check import SchemaError
    from cxmap.model.file import File
    from cxmap.project.files import ProjectFiles
    from cxmap.project.summary import FileSummary
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Pointer


class LazyDocument(Document):
    """A document that is known by its summary. Whatever else is asked of it makes it read its file."""

    def __init__(self, path: str, summary: FileSummary, project_files: ProjectFiles) -> None:
        # At once, because there are thousands of them; a document is frozen.
        vars(self).update(
            _path=path, summary=summary, readable=summary.readable, digest=summary.digest, _files=project_files
        )

    _path: str
    _files: ProjectFiles
    known_text: str | None = None

    @property
    def location(self) -> str:
        """Its path as text."""
        return self._path

    @cached_property
    def path(self) -> Path:
        """Absolute."""
        return Path(self._path)

    @cached_property
    def name(self) -> str:
        """As it is shown."""
        return self._files.names(self._path)[0]

    @cached_property
    def relative(self) -> str:
        """Relative to the project's root."""
        return self._files.names(self._path)[1]

    @cached_property
    def _whole(self) -> Document:
        document = self._files.read(self._path)
        if document is None:  # it has changed since
            from cxmap.yaml.reader.read import read

            return Document(self.path, self.name, self.relative, read(b"", self.name))
        return document

    @property
    def flawed(self) -> bool:
        """Whether it breaks the format somewhere."""
        return self.summary.flawed

    @property
    def source(self) -> SourceText:
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

    def part(self, section: str, name: str) -> Any:
        """What it defines under a name in a section; ``None`` where that breaks the format beyond use."""
        model = self._parts if section in self.summary.parts else self.model
        return getattr(model, section).get(name)

    @cached_property
    def _parts(self) -> File:
        from cxmap.model.check import check  # here, because a run that reads no file needs no models

        return check({"cxmap": FORMAT_VERSION, **self.summary.parts}).model

    def at(self, pointer: Pointer) -> Any:
        """The data at a place, or ``None`` where there is nothing."""
        known = pointer[:1] and pointer[0] in self.summary.parts
        return value_at(self.summary.parts, pointer) if known else super().at(pointer)

    def is_wrong(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something around it, breaks the format."""
        return self.flawed and self._whole.is_wrong(pointer)

    def is_wrong_within(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something in it, breaks the format."""
        return self.flawed and self._whole.is_wrong_within(pointer)

    @property
    def text(self) -> str:
        """Its text, which may be known without reading the file."""
        if self.known_text is None:
            content = self._files.content(self._path)
            if isinstance(content, bytes) and digest(content) == self.digest:
                from cxmap.yaml.reader.decode import decode  # here, as a run over what is known asks for no text

                return decode(content)[0]
            return self._whole.text
        return self.known_text

    def knowing(self, text: str | None) -> LazyDocument:
        """The same, with the text that another process has read."""
        object.__setattr__(self, "known_text", text)
        return self
