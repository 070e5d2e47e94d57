"""One file of a project: its text with places, its data, its model."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cxmap.io.cache import digest
from cxmap.model.constants import FORMAT_VERSION
from cxmap.project.summary import FileSummary, lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cxmap.model.check import SchemaError
    from cxmap.model.file import File
    from cxmap.model.journey import Experience, Journey, Stage, Touchpoint
    from cxmap.model.references import Reference
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Pointer

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


Variant: TypeAlias = "tuple[Experience, Pointer]"


class PlacedTouchpoint(NamedTuple):
    """A touchpoint with its stage and the places of both in the file.

    Attributes:
        stage: The stage that it belongs to.
        touchpoint: Itself.
        stage_pointer: Where the stage stands.
        pointer: Where the touchpoint stands.
        variants: As it is written: the touchpoint itself and each sound entry of its ``by_persona``, with their places.
    """

    stage: Stage
    touchpoint: Touchpoint
    stage_pointer: Pointer
    pointer: Pointer
    variants: tuple[Variant, ...]


@cache
def _nothing() -> File:
    """A file that says nothing."""
    from cxmap.model.check import check

    return check({"cxmap": FORMAT_VERSION}).model


@dataclass(frozen=True, eq=False)
class Document:
    """One file.

    Attributes:
        path: Absolute.
        name: As it is shown: relative to the current directory, with ``/``.
        relative: Relative to the project's root, with ``/``: what patterns and baselines match.
        source: Its text, data and places.
        model: The whole file; where there are errors, what is sound of it.
        errors: Where it breaks the format.
        marked: Whether it starts with a byte order mark, which is no part of its text.
    """

    path: Path
    name: str
    relative: str
    source: SourceText
    model: File = field(default_factory=lambda: _nothing())  # noqa: PLW0108 - mypy knows no type of it before
    errors: tuple[SchemaError, ...] = ()
    marked: bool = False
    _wrong: frozenset[Pointer] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, path: Path, name: str, relative: str, source: SourceText, *, marked: bool = False) -> Document:
        """Check what was read against the format; a file that is no cxmap file of version 1 is not looked into."""
        from cxmap.model.check import CheckedData, check  # here, because a run that reads no file needs no models

        checked = check(source.data) if _is_version_1(source) else CheckedData(_nothing(), ())
        wrong = frozenset(error.meant or error.pointer for error in checked.errors if error.meant or not error.at_key)
        return cls(path, name, relative, source, checked.model, checked.errors, marked, wrong)

    @property
    def location(self) -> str:
        """Its path as text."""
        return str(self.path)

    @cached_property
    def digest(self) -> str:
        """A digest of the bytes that were read; ``""`` where it could not be read: why may be gone tomorrow."""
        return digest(self.encoded(self.text)) if self.readable else ""

    @property
    def text(self) -> str:
        """Its text, without a byte order mark; ``""`` where it could not be decoded."""
        return self.source.text

    def encoded(self, text: str) -> bytes:
        """The bytes of the file with this text; with its own text those that were read."""
        return (BYTE_ORDER_MARK if self.marked else b"") + text.encode("utf-8")

    @cached_property
    def readable(self) -> bool:
        """Whether it could be read as YAML that is ours; if not, nobody knows what it would have defined."""
        return self.source.readable

    @cached_property
    def understood(self) -> bool:
        """Whether it is a file of this version of the format, so that what it says can be judged."""
        return _is_version_1(self.source)

    @property
    def journey(self) -> Journey | None:
        """The journey that it describes, if it describes one."""
        return self.model.journey

    @property
    def data(self) -> Any:
        """Its data, as it was given: plain mappings, lists, texts and numbers."""
        return self.source.data

    def part(self, section: str, name: str) -> Any:
        """What it defines under a name in a section; ``None`` where that breaks the format beyond use."""
        return getattr(self.model, section).get(name)

    @property
    def flawed(self) -> bool:
        """Whether it breaks the format somewhere."""
        return bool(self.errors)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What it refers to, and where."""
        from cxmap.model.references import references

        return tuple(references(self.data))

    @cached_property
    def summary(self) -> FileSummary:
        """What other files need to know of it."""
        return FileSummary.of(self)

    @property
    def touchpoint_ids(self) -> list[str]:
        """Ids of its journey's touchpoints, sound or not."""
        return lines(self.summary.touchpoints)

    def is_wrong(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something around it, breaks the format."""
        return bool(self._wrong) and any(pointer[:length] in self._wrong for length in range(1, len(pointer) + 1))

    def is_wrong_within(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something in it, breaks the format."""
        return bool(self.errors) and pointer in self._holding_wrong

    def at(self, pointer: Pointer) -> Any:
        """The data at a place, or ``None`` where there is nothing."""
        return value_at(self.data, pointer)

    def has(self, pointer: Pointer) -> bool:
        """Whether something was given at a place, right or wrong."""
        return self.at(pointer) is not None

    @cached_property
    def _holding_wrong(self) -> frozenset[Pointer]:
        wrong = self._wrong | {error.pointer for error in self.errors}
        return frozenset(pointer[:length] for pointer in wrong for length in range(len(pointer) + 1))

    def given_stages(self) -> list[dict[Any, Any]]:
        """The journey's stages as the file has them, sound or not."""
        return _mappings(self.at(("journey", "stages")))

    def given_touchpoints(self) -> list[dict[Any, Any]]:
        """The journey's touchpoints as the file has them, sound or not."""
        return [mapping for stage in self.given_stages() for mapping in _mappings(stage.get("touchpoints"))]

    def stages(self) -> Iterator[tuple[Stage, Pointer]]:
        """The journey's sound stages, each with its place."""
        if self.journey:
            for index, stage in enumerate(self.journey.stages):
                if stage is not None:
                    yield stage, ("journey", "stages", index)

    def touchpoints(self) -> tuple[PlacedTouchpoint, ...]:
        """The journey's sound touchpoints in the customer's order, each with its place."""
        return self._touchpoints

    @cached_property
    def _touchpoints(self) -> tuple[PlacedTouchpoint, ...]:
        """Made once: nearly every rule asks for them."""
        return tuple(
            PlacedTouchpoint(stage, touchpoint, stage_pointer, pointer, _variants(touchpoint, pointer))
            for stage, stage_pointer in self.stages()
            for index, touchpoint in enumerate(stage.touchpoints)
            if touchpoint is not None
            for pointer in ((*stage_pointer, "touchpoints", index),)
        )


def value_at(data: Any, pointer: Pointer) -> Any:
    """What stands at a place in some data, or ``None`` where there is nothing."""
    for step in pointer:
        if isinstance(data, list):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        elif isinstance(data, dict):
            data = data.get(step)
        else:
            return None
    return data


def _mappings(given: Any) -> list[dict[Any, Any]]:
    return [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []


def _variants(touchpoint: Touchpoint, pointer: Pointer) -> tuple[Variant, ...]:
    everybody = (touchpoint, pointer)
    if not touchpoint.by_persona:
        return (everybody,)
    personal = touchpoint.by_persona.items()
    return (
        everybody,
        *((part, (*pointer, "by_persona", persona)) for persona, part in personal if part is not None),
    )


def version_is_wrong(source: SourceText) -> bool:
    """Whether a file says that it is of another version of the format than this one."""
    version = source.data.get("cxmap") if isinstance(source.data, dict) else None
    return version is not None and (isinstance(version, bool) or version != FORMAT_VERSION)


def _is_version_1(source: SourceText) -> bool:
    return source.readable and isinstance(source.data, dict) and "cxmap" in source.data and not version_is_wrong(source)
