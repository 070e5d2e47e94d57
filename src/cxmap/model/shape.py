"""The shape of the format, read off the models: which keys a mapping has, and where references stand.

Everything that must look at a file without a valid model in hand (suggestions for keys, references in a file with
errors elsewhere) goes by this, so that the models stay the one source of truth.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from cxmap.model.base import Entity, Ref
from cxmap.model.file import File

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.source.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at a place.

    Attributes:
        entities: The models of a mapping with fixed fields; several where alternatives share the place.
        item: The shape of a list's items, or of the values of a mapping by id.
        key_ref: What the keys of a mapping by id refer to, if they are references.
        ref: What the text refers to, if it is a reference.
        keyed: Whether it is a mapping by id (or another free mapping).
    """

    entities: tuple[type[Entity], ...] = ()
    item: Shape | None = None
    key_ref: str | None = None
    ref: str | None = None
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names something defined elsewhere: the section, the id, and where it says so."""

    to: str
    id: str
    pointer: Pointer
    is_key: bool = False


@cache
def fields(entity: type[Entity]) -> Mapping[str, Shape]:
    """The keys of a mapping with fixed fields, as they are written in a file, with the shape of each."""
    return {
        info.alias or name: _shape(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
        for name, info in entity.model_fields.items()
    }


def required(entity: type[Entity]) -> list[str]:
    """The keys that a mapping with fixed fields must have."""
    return [info.alias or name for name, info in entity.model_fields.items() if info.is_required()]


def shape_at(pointer: Pointer) -> Shape | None:
    """The shape at a place in a file, or ``None`` where the format has none."""
    shape: Shape | None = Shape(entities=(File,))
    for part in pointer:
        if shape is None:
            return None
        if shape.entities:
            known: Mapping[Any, Shape] = {key: sub for entity in shape.entities for key, sub in fields(entity).items()}
            shape = known.get(part)
        else:
            shape = shape.item
    return shape


def keys_at(pointer: Pointer) -> list[str]:
    """The keys that a mapping at this place may have; empty where keys are free."""
    shape = shape_at(pointer)
    return [key for entity in shape.entities for key in fields(entity)] if shape else []


def references(data: Any) -> Iterator[Reference]:
    """All references in a file's data, in the order of the format; text of the wrong type is passed over."""
    return _walk(data, Shape(entities=(File,)), ())


def _walk(data: Any, shape: Shape, pointer: Pointer) -> Iterator[Reference]:
    if shape.entities:
        if isinstance(data, dict):
            for entity in shape.entities:
                for key, sub in _fields_with_references(entity):
                    if key in data:
                        yield from _walk(data[key], sub, (*pointer, key))
                if len(shape.entities) > 1 and data.keys() <= fields(entity).keys():
                    break  # the alternative that it is: the others share keys with it
    elif shape.keyed:
        if isinstance(data, dict):
            for key, value in data.items():
                if shape.key_ref and isinstance(key, str):
                    yield Reference(shape.key_ref, key, (*pointer, key), is_key=True)
                if shape.item:
                    yield from _walk(value, shape.item, (*pointer, key))
    elif shape.item:
        if isinstance(data, list):
            for index, value in enumerate(data):
                yield from _walk(value, shape.item, (*pointer, index))
    elif shape.ref and isinstance(data, str):
        yield Reference(shape.ref, data, pointer)


@cache
def _fields_with_references(entity: type[Entity]) -> tuple[tuple[str, Shape], ...]:
    return tuple((key, shape) for key, shape in fields(entity).items() if _has_references(shape))


@cache
def _has_references(shape: Shape) -> bool:
    return bool(
        shape.ref
        or shape.key_ref
        or any(_fields_with_references(entity) for entity in shape.entities)
        or (shape.item and _has_references(shape.item))
    )


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape = _shape(arguments[0])
        ref = next((note.to for note in arguments[1:] if isinstance(note, Ref)), None)
        return Shape(ref=ref) if ref else shape
    if origin in {Union, types.UnionType}:
        shapes = [_shape(argument) for argument in arguments if argument is not types.NoneType]
        entities = tuple(entity for shape in shapes for entity in shape.entities)
        return Shape(entities=entities) if entities else next((s for s in shapes if s != Shape()), Shape())
    if origin is list:
        return Shape(item=_shape(arguments[0]))
    if origin is dict:
        return Shape(item=_shape(arguments[1]), key_ref=_shape(arguments[0]).ref, keyed=True)
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return Shape(entities=(annotation,))
    return Shape()
