"""Changes of data in a file's text: what changes is written, and every other byte stays.

A caller changes plain data; the text is edited where the two differ. Comments, quotes, order, empty lines and
indentation elsewhere are not touched, because they are never read into anything. The new text is read again before it
is handed back, and must hold exactly the data that was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from cxmap.yaml.editor.nodes import nodes
from cxmap.yaml.editor.parts import Editor, Insertion, Part
from cxmap.yaml.editor.proof import same_but_for_lists, same_data
from cxmap.yaml.reader.read import read
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.yaml.editor.nodes import Node
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Key, Value


class EditError(Exception):
    """A text cannot be edited so that it holds the data asked for and nothing else changes; says what to do."""


def own_copy(value: Value) -> Value:
    """A copy of data, to change: what an alias stands for is one object in several places, here it is several."""
    if isinstance(value, dict):
        return {key: own_copy(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [own_copy(inside) for inside in value]
    return value


def edited(source: SourceText, data: Value) -> str:
    """The text of a file, changed so that it holds other data.

    Args:
        source: A file that was read without a problem.
        data: What it is to hold (see ``own_copy``). What stays, stays in its order; what is new is written behind what
            it follows here.

    Raises:
        EditError: There is no such text: an anchor that is used elsewhere stands in the way, for instance.
    """
    if source.problems:
        raise EditError(f"{source.name}: what cannot be read cannot be changed")
    in_lists = _wrapped(source.data, data)
    text = source.text
    if not same_data(source.data, in_lists):
        text = _written(source, in_lists)
        if not same_but_for_lists(source.text, text):
            raise stuck(source)
        source = read(text.encode(), source.name)
    return _written(source, data)


def _written(source: SourceText, data: Value) -> str:
    """The text of a file with other data; proven by reading it."""
    root = nodes(source.text)
    if root is None:
        raise EditError(f"{source.name}: what cannot be read cannot be changed")
    editor = Editor(source.text, root)
    _change(editor, Part.root(root), source.data, data)
    text = editor.applied()
    after = read(text.encode(), source.name)
    if after.problems or not same_data(after.data, data):
        raise stuck(source)
    return text


def stuck(source: SourceText) -> EditError:
    """What to say where the text would not hold what was asked for, or something else would change."""
    stumbling = next((sign for sign in ("&", "|+", ">+") if sign in source.text), None)
    why = f"a '{stumbling}' may stand in the way" if stumbling else "please report it"
    return EditError(f"{source.name}: cannot be changed without changing something else ({why}); change it by hand")


def _wrapped(old: Value, new: Value) -> Value:
    """The old data, in which each value that becomes an item of a list is the only item of one."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: _wrapped(inside, new[key]) if key in new else inside for key, inside in old.items()}
    if isinstance(old, list) and isinstance(new, list):
        becomes = {origin: item for origin, item in zip(_origins(old, new), new, strict=True) if origin is not None}
        return [_wrapped(item, becomes[at]) if at in becomes else item for at, item in enumerate(old)]
    if isinstance(new, list) and not isinstance(old, list) and old is not EMPTY:
        return [old] if any(_goes_on_as(old, item) for item in new) else old
    return old


def _goes_on_as(old: Value, new: Value) -> bool:
    """Whether a value is another one, or that with more in it."""
    if isinstance(old, dict) and isinstance(new, dict) and old:
        return all(key in new and same_data(inside, new[key]) for key, inside in old.items())
    return same_data(old, new)


@dataclass(frozen=True, slots=True)
class _Match:
    """What becomes of the parts of a mapping or list.

    Attributes:
        stays: By its old position, for each part that stays, its old and its new value.
        new: In order, each new part with the place where it goes.
    """

    stays: dict[int, tuple[Value, Value]]
    new: list[tuple[Insertion, Key | None, Value]]


def _change(editor: Editor, part: Part, old: Value, new: Value) -> None:
    """Make the value of a part another one."""
    if same_data(old, new):
        return
    if isinstance(new, list) and len(new) == 1 and same_data(old, new[0]):
        editor.wrap(part)
        return
    match = _matched(part.node, old, new)
    if not match.stays:
        editor.replace(part, new)
        return
    parts = editor.parts(part.node)
    for position, (was, becomes) in match.stays.items():
        _change(editor, parts[position], was, becomes)
    for first, last in _runs(len(parts), match.stays):
        editor.remove(parts, first, last)
    for place, key, value in match.new:
        editor.insert(part.node, parts, place, key, value)


def _matched(node: Node, old: Value, new: Value) -> _Match:
    """Which part of the new value is which of the old one; nothing stays where kind or order is another."""
    if node.kind == "mapping" and isinstance(old, dict) and isinstance(new, dict):
        positions = {_identity(key): position for position, key in enumerate(old)}
        origins = [positions.get(_identity(key)) for key in new]
        keys: Sequence[Key | None] = list(new)
        was, becomes = list(old.values()), list(new.values())
    elif node.kind == "sequence" and isinstance(old, list) and isinstance(new, list):
        origins = list(_origins(old, new))
        keys = [None] * len(new)
        was, becomes = old, new
    else:
        return _Match({}, [])
    match = _Match({}, [])
    stay = [origin for origin in origins if origin is not None]
    if stay != sorted(stay):
        return match
    place = Insertion(min(stay, default=0), before=True)
    for origin, key, value in zip(origins, keys, becomes, strict=True):
        if origin is None:
            match.new.append((place, key, value))
        else:
            match.stays[origin] = (was[origin], value)
            place = Insertion(origin, before=False)
    return match


def _origins(old: list[Value], new: list[Value]) -> Iterator[int | None]:
    """For each new item the position of the old one that it is, or takes the place of."""
    # What is the same at both ends stays where it is: of equal items, none takes the place of another.
    start = _same_at_start(old, new)
    end = _same_at_start(old[start:][::-1], new[start:][::-1])
    yield from range(start)
    for origin in _origins_by_identity(old[start : len(old) - end], new[start : len(new) - end]):
        yield None if origin is None else start + origin
    yield from range(len(old) - end, len(old))


def _same_at_start(old: list[Value], new: list[Value]) -> int:
    """How many items are the same from the start."""
    pairs = zip(map(_identity, old), map(_identity, new), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _origins_by_identity(old: list[Value], new: list[Value]) -> Iterator[int | None]:
    identities = [_identity(item) for item in old], [_identity(item) for item in new]
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, *identities, autojunk=False).get_opcodes():
        origin = old_start
        for position in range(new_start, new_end):
            if origin == old_end:
                yield None
            elif any(_goes_on_as(old[origin], item) for item in new[position + 1 : new_end]) and not _goes_on_as(
                old[origin], new[position]
            ):
                yield None  # it stands further on
            else:
                yield origin
                origin += 1


def _identity(value: Value | Key) -> tuple[str, str]:
    """What makes an item the same item though something in it changed: its id, if it has one, else all of it."""
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        return "id", str(value["id"])
    return type(value).__name__, repr(value)


def _runs(count: int, stays: dict[int, tuple[Value, Value]]) -> Iterator[tuple[int, int]]:
    """The positions that do not stay, as runs from first to last."""
    first = None
    for position in range(count + 1):
        if position < count and position not in stays:
            first = position if first is None else first
        elif first is not None:
            yield first, position - 1
            first = None
