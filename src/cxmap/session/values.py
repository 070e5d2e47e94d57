"""Values that an op puts in, as a file holds them: their types, the order of their keys, the ids that they lack."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from cxmap.model.ids import NewIds, as_id
from cxmap.model.introspection import usual_keys
from cxmap.project.document import value_at
from cxmap.session.errors import OpError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.yaml.values import Key, Pointer

DEEPEST: Final = 32
"""Levels of what is put in; the format has fewer."""
WITH_IDS: Final = ("stages", "touchpoints")


def value_for(given: Any, pointer: Pointer, depth: int = 0) -> Any:
    """A value of JSON as a file holds it.

    Raises:
        OpError: No file can hold it.
    """
    if depth > DEEPEST:
        raise OpError(f"more than {DEEPEST} levels")
    if isinstance(given, dict):
        keys = {name: _mark(name) if pointer and pointer[-1] == "counts" else name for name in given}
        inside = {keys[name]: value_for(value, (*pointer, name), depth + 1) for name, value in given.items()}
        return {key: value for key, value in inside.items() if value is not None}
    if isinstance(given, list):
        return [value_for(item, (*pointer, 0), depth + 1) for item in given]
    if isinstance(given, float):
        if not math.isfinite(given):
            raise OpError("a number is finite")
        return int(given) if given.is_integer() and abs(given) < 1e15 else given
    if isinstance(given, str):
        try:
            given.encode()
        except UnicodeEncodeError:
            raise OpError("a text holds half a character") from None
    return given


def _mark(name: str) -> Key:
    """A mark of counted answers."""
    try:
        number = float(name)
    except ValueError:
        return name
    return int(number) if number.is_integer() else number


def ordered(value: Any, pointer: Pointer) -> Any:
    """A value with the keys of its mappings in their usual order."""
    if isinstance(value, list):
        return [ordered(item, (*pointer, 0)) for item in value]
    if not isinstance(value, dict):
        return value
    order = {key: place for place, key in enumerate(usual_keys(pointer))}
    keys = sorted(value, key=lambda key: order.get(str(key), len(order)))
    return {key: ordered(value[key], (*pointer, key)) for key in keys}


def with_ids(data: Any, pointer: Pointer, value: Any) -> None:
    """Give stages and touchpoints that are new the ids that they lack, made from their titles."""
    if not pointer or pointer[-1] not in WITH_IDS or not isinstance(value, dict):
        return
    stages = value_at(data, ("journey", "stages"))
    stages = [stage for stage in stages if isinstance(stage, dict)] if isinstance(stages, list) else []
    every = [item for stage in stages for item in (stage.get("touchpoints") or ()) if isinstance(item, dict)]
    ids = {
        kind: NewIds(str(item.get("id")) for item in items)
        for kind, items in zip(WITH_IDS, (stages, every), strict=True)
    }
    _name(ids, str(pointer[-1]), value)
    inside = value.get("touchpoints")
    for item in inside if isinstance(inside, list) and pointer[-1] == "stages" else ():
        if isinstance(item, dict):
            _name(ids, "touchpoints", item)


def _name(ids: Mapping[str, NewIds], kind: str, value: dict[Any, Any]) -> None:
    if "id" not in value:
        value["id"] = ids[kind].make(as_id(value.get("title") or "") or kind.removesuffix("s"))
