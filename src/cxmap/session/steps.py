"""Places in a file, named by ids and never by positions: what they mean stays the same while a list changes.

A place is a list of steps from the root of a file: a key, ``#pay`` (the item with that id), or ``{"is": …}`` (the item
that is a text, or in which some keys have some values).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cxmap.project.document import value_at
from cxmap.session.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.yaml.values import Key, Pointer

At: TypeAlias = "Sequence[Any]"
LAST: Final = {"last": True}
"""The step to the last item of a list, such as the wave of a score that counts."""


def resolved(data: Any, at: At) -> Pointer:
    """The pointer of a place.

    Raises:
        ConflictError: Something on the way is not there, or there twice.
    """
    pointer = reached(data, at)
    if len(pointer) < len(at):
        raise ConflictError(f"{named(at[: len(pointer) + 1])} is not there any more", at)
    return pointer


def reached(data: Any, at: At) -> Pointer:
    """The pointer of as much of a place as is there.

    Raises:
        ConflictError: Something on the way is there twice.
    """
    pointer: tuple[Key, ...] = ()
    for step in at:
        found = list(matching(value_at(data, pointer), step))
        if len(found) > 1:
            raise ConflictError(f"{named((*at[: len(pointer)], step))} is there {len(found)} times", at)
        if not found:
            break
        pointer = (*pointer, found[0])
    return pointer


def matching(around: Any, step: Any) -> Iterator[Key]:
    """The keys or positions that a step may mean."""
    if isinstance(around, dict) and isinstance(step, str):
        if step in around:
            yield step
        else:  # the marks of counted answers are numbers
            yield from (key for key in around if not isinstance(key, str) and str(key) == step)
    elif isinstance(around, list):
        here = range(len(around))[-1:] if step == LAST else range(len(around))
        yield from (place for place in here if step == LAST or _is(around[place], step))


def _is(item: Any, step: Any) -> bool:
    if isinstance(step, str):
        return isinstance(item, dict) and step.startswith("#") and item.get("id") == step[1:]
    wanted = step["is"]
    if isinstance(wanted, dict) and isinstance(item, dict):
        return all(same(as_json(item.get(key)), value) for key, value in wanted.items())
    return same(as_json(item), wanted)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: ``7`` is ``7.0``, and neither is ``true``."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(isinstance(one, bool) == isinstance(other, bool) and one == other)


def steps(data: Any, pointer: Pointer) -> list[Any]:
    """The place that a pointer leads to, in steps."""
    found: list[Any] = []
    for step in pointer:
        inside = data[step]
        if not isinstance(step, int) or not isinstance(data, list):
            found.append(str(step))
        elif isinstance(inside, dict) and isinstance(inside.get("id"), str):
            found.append(f"#{inside['id']}")
        else:
            found.append({"is": as_json(inside)})
        data = inside
    return found


def as_json(value: Any) -> Any:
    """Data of a file as JSON has it: an empty value is ``None``."""
    if isinstance(value, dict):
        return {str(key): as_json(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [as_json(inside) for inside in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float) else None


def named(at: At) -> str:
    """A place in words, for messages."""
    said = [step.removeprefix("#") if isinstance(step, str) else str(step.get("is", "last"))[:40] for step in at]
    return f"'{' › '.join(said[-3:])}'"


def is_key(step: Any) -> bool:
    """Whether a step is the key of a mapping."""
    return isinstance(step, str) and not step.startswith("#")
