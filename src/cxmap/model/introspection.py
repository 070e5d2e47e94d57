"""The shape of the format, read off the models: which keys a mapping has, and where references stand.

Everything that must look at a file without a valid model in hand (suggestions for keys, references in a file with
errors elsewhere) uses this, so that the models stay the one source of truth.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from cxmap.model.base import Entity, Ref
from cxmap.model.file import File

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.yaml.values import Pointer


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at a place.

    Attributes:
        entities: The models of a mapping with fixed fields; several where alternatives share the place.
        item: The shape of a list's items, or of the values of a mapping by id. With ``entities`` too, the place takes
            one of them or a list.
        key_ref: What the keys of a mapping by id refer to, if they are references.
        ref: What the text refers to, if it is a reference.
        keyed: Whether it is a mapping by id (or another free mapping).
    """

    entities: tuple[type[Entity], ...] = ()
    item: Shape | None = None
    key_ref: str | None = None
    ref: str | None = None
    keyed: bool = False


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
        if shape.entities and isinstance(part, str):
            known: Mapping[Any, Shape] = {key: sub for entity in shape.entities for key, sub in fields(entity).items()}
            shape = known.get(part)
        else:
            shape = shape.item
    return shape


def keys_at(pointer: Pointer) -> list[str]:
    """The keys that a mapping at this place may have; empty where keys are free."""
    shape = shape_at(pointer)
    return [key for entity in shape.entities for key in fields(entity)] if shape else []


FIRST = ("id", "title", "description", "personas")
LAST = ("scores", "handover", "evidence", "by_persona")


def usual_keys(pointer: Pointer) -> list[str]:
    """The keys that a mapping at this place may have, in the order in which a person writes them.

    That is the order of the models; but what a touchpoint shares with ``by_persona`` stands between what names it and
    its figures.
    """
    keys = list(dict.fromkeys(keys_at(pointer)))
    rank = {key: place - len(FIRST) for place, key in enumerate(FIRST)} | {key: 1 + at for at, key in enumerate(LAST)}
    return sorted(keys, key=lambda key: rank.get(key, 0))


def reference_table(entity: type[Entity]) -> dict[str, dict[str, Any]]:
    """Where references stand in a mapping and in all below it, for ``cxmap.model.references``.

    Returns:
        For each model by its name: the keys below which there are references, each with what stands there. That is
        ``("text", section)``, ``("list", item)``, ``("by id", section of the keys or None, value or None)``,
        ``("mapping", name)``, ``("one of", (name, its keys), …)`` where several models share the place, or
        ``("one or list", item)``.
    """
    table: dict[str, dict[str, Any]] = {}
    waiting = [entity]
    while waiting:
        one = waiting.pop()
        if one.__name__ not in table:
            within = {key: shape for key, shape in fields(one).items() if _has_references(shape)}
            table[one.__name__] = {key: _node(shape) for key, shape in within.items()}
            waiting += [inner for shape in within.values() for inner in _entities(shape)]
    return dict(sorted(table.items()))


def _node(shape: Shape | None) -> tuple[Any, ...] | None:
    if shape is None or not _has_references(shape):
        return None
    if shape.entities and shape.item:
        return "one or list", _node(Shape(entities=shape.entities))
    match shape.entities:
        case [one]:
            return "mapping", one.__name__
        case [_, *_] as several:
            return "one of", *((model.__name__, tuple(fields(model))) for model in several)
    if shape.keyed:
        return "by id", shape.key_ref, _node(shape.item)
    return ("list", _node(shape.item)) if shape.item else ("text", shape.ref)


def _entities(shape: Shape) -> tuple[type[Entity], ...]:
    return shape.entities or (_entities(shape.item) if shape.item else ())


@cache
def _has_references(shape: Shape) -> bool:
    return bool(
        shape.ref
        or shape.key_ref
        or any(_has_references(inner) for entity in shape.entities for inner in fields(entity).values())
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
        several = next((shape for shape in shapes if shape.item), None)
        if entities:
            return Shape(entities, several.item if several else None)
        return next((shape for shape in shapes if shape != Shape()), Shape())
    if origin is list:
        return Shape(item=_shape(arguments[0]))
    if origin is dict:
        return Shape(item=_shape(arguments[1]), key_ref=_shape(arguments[0]).ref, keyed=True)
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return Shape(entities=(annotation,))
    return Shape()
