"""A rule's examples: small projects written as one text, for people to read and for tests to run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from cxmap.diagnostic import Span

FILE_NAME = "journey.cxmap.yaml"
OPEN, CLOSE = "⟦", "⟧"
GONE = "a link to a file that is gone"

_HEADER = re.compile(r"^--- (?P<name>\S+)(?: \((?P<how>[^)\n]*)\))?\n", re.MULTILINE)
_SAVED = "saved as "


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of an example.

    Attributes:
        name: Relative to the example's folder.
        text: What it holds, without the marks.
        mark: The marked span, if it has one.
        content: Its bytes; ``None``: a link to a file that is gone.
    """

    name: str
    text: str
    mark: Span | None
    content: bytes | None


def example_files(example: str) -> tuple[ExampleFile, ...]:
    """The files that an example describes.

    A file starts with a line ``--- name``; an example of one file does without, and the file is called
    ``journey.cxmap.yaml``. What text cannot show is said behind the name: ``--- name (saved as windows-1252)``,
    ``--- name (a link to a file that is gone)``.
    """
    first, *rest = _HEADER.split(example)
    described = list(zip(rest[0::3], rest[1::3], rest[2::3], strict=True))
    return tuple(_file(*fields) for fields in ([(FILE_NAME, None, first)] if first else []) + described)


def _file(name: str, how: str | None, body: str) -> ExampleFile:
    text = body.replace(OPEN, "").replace(CLOSE, "")
    mark = None
    if OPEN in body:
        mark = Lines(text).span(body.index(OPEN), body.index(CLOSE) - len(OPEN))
    if how == GONE:
        return ExampleFile(name, text, mark, None)
    encoding = how.removeprefix(_SAVED) if how else "utf-8"
    return ExampleFile(name, text, mark, text.encode(encoding))
