"""Changes that name things by ids, never by positions: what an op means stays the same while a list changes.

A place is a list of steps from the root of a file: a key, ``#pay`` (the item with that id), or ``{"is": …}`` (the item
that is a text, or in which some keys have some values).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from cxmap.model.constants import SECTIONS
from cxmap.model.ids import NewIds, as_id
from cxmap.model.introspection import required, shape_at, usual_keys
from cxmap.project.document import value_at
from cxmap.yaml.editor.ops import insert_value, move_value, remove_value, set_value
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.yaml.editor.ops import Draft
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Key, Pointer, Value

At: TypeAlias = "Sequence[Any]"
DEEPEST: Final = 32
"""Levels of what is put in; the format has fewer."""
LAST: Final = {"last": True}
"""The step to the last item of a list, such as the wave of a score that counts."""
WITH_IDS: Final = ("stages", "touchpoints")


class OpError(Exception):
    """An op that means nothing: it is not of the form that it should have. The message says why."""


class ConflictError(Exception):
    """Something that an op names is not there any more, is there twice, or is not what it was.

    Attributes:
        at: What it names.
        now: What stands there now, as JSON has it; ``None``: nothing.
        was: What was expected, likewise.
    """

    def __init__(self, message: str, at: At = (), now: Any = None, was: Any = None) -> None:
        super().__init__(message)
        self.at = list(at)
        self.now = now
        self.was = was


@dataclass(frozen=True, slots=True)
class Op:
    """One change of a file.

    Attributes:
        kind: ``set``, ``remove``, ``add`` or ``move``.
        at: What it is about; of ``add`` the list or the section.
        value: What is to stand there, as JSON has it; of ``set``, ``None`` takes it away.
        was: What stood there, as the caller saw it, in a tuple; ``()``: anything may.
        to: Of ``move``: the list that it goes to.
        after: Of ``add`` and ``move``, in a tuple: the item that it goes behind, ``None`` for the first place; ``()``:
            the last place.
        key: Of ``add``, in a tuple: the id of a definition, ``None`` to make one; ``()``: it is an item.
    """

    kind: Literal["set", "remove", "add", "move"]
    at: At
    value: Any = None
    was: tuple[Any, ...] = ()
    to: At = ()
    after: tuple[Any, ...] = ()
    key: tuple[str | None, ...] = ()

    @classmethod
    def of(cls, given: Any) -> Op:
        """The op that some JSON describes.

        Raises:
            OpError: It describes none.
        """
        if not isinstance(given, dict) or given.get("op") not in ("set", "remove", "add", "move"):
            raise OpError("an op is one of set, remove, add and move")
        unknown = given.keys() - {"op", "at", "value", "was", "to", "after", "key"}
        if unknown:
            raise OpError(f"an op has no '{min(unknown)}'")
        kind = given["op"]
        if kind in {"set", "add"} and "value" not in given:
            raise OpError(f"{kind} takes a value")
        key = (given["key"],) if "key" in given else ()
        if any(not isinstance(name, str | None) for name in key):
            raise OpError("a key is text")
        return cls(
            kind,
            _place(given.get("at")),
            given.get("value"),
            (given["was"],) if "was" in given else (),
            _place(given.get("to")) if kind == "move" else (),
            (_step(given["after"]) if given["after"] is not None else None,) if "after" in given else (),
            key,
        )


def applied(draft: Draft, op: Op) -> tuple[SourceText, str | None]:
    """A file with one change made, and the step of what was added, if something was.

    Raises:
        OpError: The op means nothing here.
        ConflictError: What it names is not there, or not what it was.
        EditError: The text cannot be changed so.
    """
    match op.kind:
        case "set" if op.value is not None:
            return _set(draft, op), None
        case "set" | "remove":
            return _remove(draft, op), None
        case "add":
            return _add(draft, op)
    return _move(draft, op), None


def resolved(data: Any, at: At) -> Pointer:
    """The pointer of a place.

    Raises:
        ConflictError: Something on the way is not there, or there twice.
    """
    pointer = _as_far_as_there(data, at)
    if len(pointer) < len(at):
        raise ConflictError(f"{_named(at[: len(pointer) + 1])} is not there any more", at)
    return pointer


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


def _place(given: Any) -> list[Any]:
    if not isinstance(given, list) or not given or len(given) > DEEPEST:
        raise OpError("a place is a list of steps")
    return [_step(step) for step in given]


def _step(step: Any) -> Any:
    if isinstance(step, str) or step == LAST or (isinstance(step, dict) and step.keys() == {"is"}):
        return step
    raise OpError("a step is a key, '#' with an id, what an item is, or the last item")


def _as_far_as_there(data: Any, at: At) -> Pointer:
    pointer: tuple[Key, ...] = ()
    for step in at:
        found = list(_matching(value_at(data, pointer), step))
        if len(found) > 1:
            raise ConflictError(f"{_named((*at[: len(pointer)], step))} is there {len(found)} times", at)
        if not found:
            break
        pointer = (*pointer, found[0])
    return pointer


def _matching(around: Any, step: Any) -> Iterator[Key]:
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
        return all(_same(as_json(item.get(key)), value) for key, value in wanted.items())
    return _same(as_json(item), wanted)


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: ``7`` is ``7.0``, and neither is ``true``."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(isinstance(one, bool) == isinstance(other, bool) and one == other)


def _named(at: At) -> str:
    """A place in words, for messages."""
    said = [step.removeprefix("#") if isinstance(step, str) else str(step.get("is", "last"))[:40] for step in at]
    return f"'{' › '.join(said[-3:])}'"


def _look(data: Any, op: Op, pointer: Pointer) -> None:
    """Whether what an op is about is still what the caller saw.

    Raises:
        ConflictError: It is not.
    """
    there = len(pointer) == len(op.at)
    now = as_json(value_at(data, pointer)) if there else None
    if op.was and not _same(now, op.was[0]):
        raise ConflictError(f"{_named(op.at)} has changed meanwhile", op.at, now, op.was[0])


def _set(draft: Draft, op: Op) -> SourceText:
    pointer = _as_far_as_there(draft.data, op.at)
    _look(draft.data, op, pointer)
    missing = op.at[len(pointer) :]
    if missing and not all(_is_key(step) for step in missing):
        raise ConflictError(f"{_named(op.at[: len(pointer) + 1])} is not there any more", op.at)
    target = (*pointer, *missing)
    value = _ordered(_value(op.value, target), target)
    if not missing:
        return set_value(draft, pointer, value)
    for step in reversed(missing[1:]):
        value = {step: value}
    return _put(draft, pointer, missing[0], value)


def _is_key(step: Any) -> bool:
    return isinstance(step, str) and not step.startswith("#")


def _put(draft: Draft, around: Pointer, key: Key, value: Value) -> SourceText:
    """Put a new pair into a mapping at its usual place."""
    inside = value_at(draft.data, around)
    if inside is EMPTY:
        return set_value(draft, around, {key: value})
    if not isinstance(inside, dict):
        raise ConflictError(f"{_named([str(step) for step in around])} is not what it was", list(map(str, around)))
    order = usual_keys(around)
    before = order[: order.index(str(key))][::-1] if key in order else []
    present = list(inside)
    place = next((present.index(other) + 1 for other in before if other in inside), 0 if key in order else len(present))
    return insert_value(draft, around, place, key, value)


def _remove(draft: Draft, op: Op) -> SourceText:
    pointer = _as_far_as_there(draft.data, op.at)
    _look(draft.data, op, pointer)
    if len(pointer) < len(op.at):
        if op.kind == "set" or op.was:  # nothing is there, as it should be
            return draft.source
        raise ConflictError(f"{_named(op.at)} is not there any more", op.at)
    while len(pointer) > 1 and len(value_at(draft.data, pointer[:-1])) == 1 and _may_be_absent(pointer[:-1]):
        pointer = pointer[:-1]
    return remove_value(draft, pointer)


def _may_be_absent(pointer: Pointer) -> bool:
    """Whether what stands at a place may be left out; of an item nobody knows what it would mean then."""
    shape = shape_at(pointer[:-1])
    if shape is None or isinstance(pointer[-1], int):
        return False
    return not any(pointer[-1] in required(entity) for entity in shape.entities)


def _add(draft: Draft, op: Op) -> tuple[SourceText, str | None]:
    if op.key:
        return _define(draft, op)
    pointer = _as_far_as_there(draft.data, op.at)
    missing = op.at[len(pointer) :]
    if missing and not all(_is_key(step) for step in missing):
        raise ConflictError(f"{_named(op.at[: len(pointer) + 1])} is not there any more", op.at)
    target = (*pointer, *missing)
    value = _value(op.value, (*target, 0))
    _with_ids(draft.data, target, value)
    value = _ordered(value, (*target, 0))
    step = f"#{value['id']}" if isinstance(value, dict) and isinstance(value.get("id"), str) else None
    items = value_at(draft.data, pointer) if not missing else None
    if items in (None, EMPTY) or items == []:
        return applied(draft, Op("set", op.at, as_json([value])))[0], step
    if not isinstance(items, list):  # a score that gets its second wave
        return set_value(draft, pointer, [items, value]), step
    return insert_value(draft, pointer, _place_in(items, op), None, value), step


def _place_in(items: Sequence[Any], op: Op) -> int:
    """Before which item something goes."""
    if not op.after:
        return len(items)
    if op.after[0] is None:
        return 0
    found = [place for place, item in enumerate(items) if _is(item, op.after[0])]
    if len(found) != 1:
        what = "is not there any more" if not found else f"is there {len(found)} times"
        raise ConflictError(f"{_named([op.after[0]])} {what}", op.at)
    return found[0] + 1


def _define(draft: Draft, op: Op) -> tuple[SourceText, str | None]:
    """Add a definition to a section."""
    section = op.at[0]
    if len(op.at) != 1 or section not in SECTIONS:
        raise OpError(f"a key goes with one of {', '.join(SECTIONS)}")
    there = value_at(draft.data, (section,))
    there = there if isinstance(there, dict) else {}
    key = op.key[0]
    if key is None:
        called = op.value.get("title", op.value.get("name")) if isinstance(op.value, dict) else None
        key = NewIds(map(str, there)).make(as_id(called or "") or str(section).removesuffix("s"))
    elif key in there:
        raise ConflictError(f"there is '{key}' already", [section, key], as_json(there[key]))
    return applied(draft, Op("set", [section, key], op.value))[0], key


def _with_ids(data: Any, pointer: Pointer, value: Any) -> None:
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


def _move(draft: Draft, op: Op) -> SourceText:
    pointer, to = resolved(draft.data, op.at), _as_far_as_there(draft.data, op.to)
    if not isinstance(pointer[-1], int) or to[: len(pointer)] == pointer:
        raise OpError("what is moved is an item of a list, and goes to a list outside of it")
    if len(to) < len(op.to):
        raise ConflictError(f"{_named(op.to)} is not there any more", op.to)
    items = value_at(draft.data, to)
    if not (isinstance(items, list) or items is EMPTY) or to[-1] != pointer[-2]:
        raise OpError("what is moved goes to a list of the same kind")
    return move_value(draft, pointer, to, _place_in(items if isinstance(items, list) else (), op))


def _value(given: Any, pointer: Pointer, depth: int = 0) -> Any:
    """A value of JSON as a file holds it.

    Raises:
        OpError: No file can hold it.
    """
    if depth > DEEPEST:
        raise OpError(f"more than {DEEPEST} levels")
    if isinstance(given, dict):
        keys = {name: _mark(name) if pointer and pointer[-1] == "counts" else name for name in given}
        inside = {keys[name]: _value(value, (*pointer, name), depth + 1) for name, value in given.items()}
        return {key: value for key, value in inside.items() if value is not None}
    if isinstance(given, list):
        return [_value(item, (*pointer, 0), depth + 1) for item in given]
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


def _ordered(value: Any, pointer: Pointer) -> Any:
    """A value with the keys of its mappings in their usual order."""
    if isinstance(value, list):
        return [_ordered(item, (*pointer, 0)) for item in value]
    if not isinstance(value, dict):
        return value
    order = {key: place for place, key in enumerate(usual_keys(pointer))}
    keys = sorted(value, key=lambda key: order.get(str(key), len(order)))
    return {key: _ordered(value[key], (*pointer, key)) for key in keys}
