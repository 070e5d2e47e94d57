"""What may be said of a thing, read off the models, for the forms of the studio."""

from __future__ import annotations

import datetime as dt
import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from cxmap.model.base import Entity, Ref
from cxmap.model.introspection import required, shape_at, usual_keys

if TYPE_CHECKING:
    from cxmap.yaml.values import Pointer

KINDS = {bool: "flag", int: "number", float: "number", str: "text", dt.date: "date"}


@cache
def fields_at(pointer: Pointer) -> list[dict[str, Any]]:
    """The keys that may stand in the mapping at a place, in their usual order, each with what it takes."""
    shape = shape_at(pointer)
    entity = shape.entities[0] if shape and shape.entities else None
    if entity is None:
        return []
    made = {field["key"]: field for field in _fields(entity)}
    return [made[key] for key in usual_keys(pointer) if key in made]


@cache
def _fields(entity: type[Entity]) -> list[dict[str, Any]]:
    needed = required(entity)
    found = []
    for name, info in entity.model_fields.items():
        key = info.alias or name
        annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        field = {"key": key, **_kind(annotation), "help": info.description}
        found.append(field | {"required": True} if key in needed else field)
    return found


def _kind(annotation: Any) -> dict[str, Any]:
    """What a value of a type is, for a form."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        ref = next((note.to for note in arguments[1:] if isinstance(note, Ref)), None)
        return {"kind": "ref", "to": ref} if ref else _kind(arguments[0])
    if origin is Literal:
        return {"kind": "choice", "choices": list(arguments)}
    if origin in {Union, types.UnionType}:
        options = [_kind(argument) for argument in arguments if argument is not types.NoneType]
        return options[0] if len(options) == 1 else {"kind": "one-of", "options": options}
    if origin is list:
        return {"kind": "list", "item": _kind(arguments[0])}
    if origin is dict:
        key = _kind(arguments[0])
        return {"kind": "by-id", "item": _kind(arguments[1])} | ({"keys": key["to"]} if "to" in key else {})
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return {"kind": "mapping", "fields": _fields(annotation)}
    return {"kind": KINDS.get(annotation, "text")}
