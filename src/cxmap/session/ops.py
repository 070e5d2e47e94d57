"""Changes of one file, which name what they are about by steps: set, remove, add and move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cxmap.model.constants import SECTIONS
from cxmap.model.ids import NewIds, as_id
from cxmap.model.introspection import required, shape_at, usual_keys
from cxmap.project.document import value_at
from cxmap.session.errors import ConflictError, OpError
from cxmap.session.steps import LAST, as_json, is_key, matching, named, reached, resolved, same, steps
from cxmap.session.values import DEEPEST, ordered, value_for, with_ids
from cxmap.yaml.editor.ops import insert_value, move_value, remove_value, set_value
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.session.steps import At
    from cxmap.yaml.editor.ops import Draft
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Key, Pointer, Value


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


def _place(given: Any) -> list[Any]:
    if not isinstance(given, list) or not given or len(given) > DEEPEST:
        raise OpError("a place is a list of steps")
    return [_step(step) for step in given]


def _step(step: Any) -> Any:
    if isinstance(step, str) or step == LAST or (isinstance(step, dict) and step.keys() == {"is"}):
        return step
    raise OpError("a step is a key, '#' with an id, what an item is, or the last item")


def _look(data: Any, op: Op, pointer: Pointer) -> None:
    """Whether what an op is about is still what the caller saw.

    Raises:
        ConflictError: It is not.
    """
    there = len(pointer) == len(op.at)
    now = as_json(value_at(data, pointer)) if there else None
    if op.was and not same(now, op.was[0]):
        raise ConflictError(f"{named(op.at)} has changed meanwhile", op.at, now, op.was[0])


def _set(draft: Draft, op: Op) -> SourceText:
    pointer = reached(draft.data, op.at)
    _look(draft.data, op, pointer)
    missing = op.at[len(pointer) :]
    if missing and not all(is_key(step) for step in missing):
        raise ConflictError(f"{named(op.at[: len(pointer) + 1])} is not there any more", op.at)
    target = (*pointer, *missing)
    value = ordered(value_for(op.value, target), target)
    if not missing:
        return set_value(draft, pointer, value)
    for step in reversed(missing[1:]):
        value = {step: value}
    return _put(draft, pointer, missing[0], value)


def _put(draft: Draft, around: Pointer, key: Key, value: Value) -> SourceText:
    """Put a new pair into a mapping at its usual place."""
    inside = value_at(draft.data, around)
    if inside is EMPTY:
        return set_value(draft, around, {key: value})
    if not isinstance(inside, dict):
        at = steps(draft.data, around)
        raise ConflictError(f"{named(at)} is not what it was", at)
    order = usual_keys(around)
    before = order[: order.index(str(key))][::-1] if key in order else []
    present = list(inside)
    place = next((present.index(other) + 1 for other in before if other in inside), 0 if key in order else len(present))
    return insert_value(draft, around, place, key, value)


def _remove(draft: Draft, op: Op) -> SourceText:
    pointer = reached(draft.data, op.at)
    _look(draft.data, op, pointer)
    if len(pointer) < len(op.at):
        if op.kind == "set" or op.was:  # nothing is there, as it should be
            return draft.source
        raise ConflictError(f"{named(op.at)} is not there any more", op.at)
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
    pointer = reached(draft.data, op.at)
    missing = op.at[len(pointer) :]
    if missing and not all(is_key(step) for step in missing):
        raise ConflictError(f"{named(op.at[: len(pointer) + 1])} is not there any more", op.at)
    target = (*pointer, *missing)
    value = value_for(op.value, (*target, 0))
    with_ids(draft.data, target, value)
    value = ordered(value, (*target, 0))
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
    found = [place for place in matching(list(items), op.after[0]) if isinstance(place, int)]
    if len(found) != 1:
        what = "is not there any more" if not found else f"is there {len(found)} times"
        raise ConflictError(f"{named([op.after[0]])} {what}", op.at)
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


def _move(draft: Draft, op: Op) -> SourceText:
    pointer, to = resolved(draft.data, op.at), reached(draft.data, op.to)
    if not isinstance(pointer[-1], int) or to[: len(pointer)] == pointer:
        raise OpError("what is moved is an item of a list, and goes to a list outside of it")
    if len(to) < len(op.to):
        raise ConflictError(f"{named(op.to)} is not there any more", op.to)
    items = value_at(draft.data, to)
    if not (isinstance(items, list) or items is EMPTY) or to[-1] != pointer[-2]:
        raise OpError("what is moved goes to a list of the same kind")
    return move_value(draft, pointer, to, _place_in(items if isinstance(items, list) else (), op))
