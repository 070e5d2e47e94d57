"""One change of a file's text at one place: set, remove, insert or move; all else stays, and the result is proven.

Where ``changes`` looks for what differs between two states of the data, here it is said.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cxmap.yaml.editor.changes import EditError, edited, stuck
from cxmap.yaml.editor.nodes import nodes
from cxmap.yaml.editor.parts import Editor, Insertion, Part, StuckError
from cxmap.yaml.editor.proof import comments, same_data
from cxmap.yaml.reader.limits import MAX_BYTES
from cxmap.yaml.reader.read import read
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.yaml.editor.nodes import Node
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Key, Pointer, Value

_NUMERAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?").fullmatch


@dataclass(frozen=True)
class Draft:
    """A file that was read, to be changed."""

    source: SourceText

    @classmethod
    def of(cls, source: SourceText) -> Draft:
        """The draft of a file.

        Raises:
            EditError: It was not read without a problem.
        """
        if source.problems:
            raise EditError(f"{source.name}: what cannot be read cannot be changed")
        return cls(source)

    @cached_property
    def root(self) -> Node:
        """The nodes of its text: of what is edited again and again, looked for when there is time."""
        found = nodes(self.source.text)
        assert found is not None  # noqa: S101 - what was read without a problem holds a mapping
        return found

    @property
    def data(self) -> Any:
        """What it says."""
        return self.source.data


def set_value(draft: Draft, pointer: Pointer, value: Value) -> SourceText:
    """Give what stands at a place another value.

    Raises:
        EditError: The text cannot be changed so.
    """
    data = _with(draft.data, pointer, lambda _: value)
    old = _get(draft.data, pointer)
    if not pointer or isinstance(old, dict | list) or isinstance(value, dict | list):
        return read(edited(draft.source, data).encode(), draft.source.name)
    editor = Editor(draft.source.text, draft.root)
    part = _chain(editor, draft, pointer)[-1]
    editor.replace(part, value)
    return _renumbered(draft, editor, part.node, data) or _proven(draft, editor, data)


def insert_value(draft: Draft, pointer: Pointer, place: int, key: Key | None, value: Value) -> SourceText:
    """Put a pair into a mapping, or an item into a list.

    Args:
        draft: The file.
        pointer: The mapping or list.
        place: Before which part, counted from 0.
        key: The key of a pair; ``None``: it is an item.
        value: The value.

    Raises:
        EditError: The text cannot be changed so.
    """

    def with_it(inside: Any) -> Value:
        if key is None:
            return [*inside[:place], value, *inside[place:]]
        pairs = list(inside.items())
        return dict([*pairs[:place], (key, value), *pairs[place:]])

    inside = _get(draft.data, pointer)
    data = _with(draft.data, pointer, with_it)
    if not inside:
        return read(edited(draft.source, data).encode(), draft.source.name)
    editor = Editor(draft.source.text, draft.root)
    node = _chain(editor, draft, pointer)[-1].node
    _not_an_alias(node, draft)
    where = Insertion(place - 1, before=False) if place else Insertion(0, before=True)
    editor.insert(node, editor.parts(node), where, key, value)
    return _proven(draft, editor, data)


def remove_value(draft: Draft, pointer: Pointer) -> SourceText:
    """Take out a pair or an item, with the comments right above it.

    Raises:
        EditError: The text cannot be changed so.
    """

    def without(inside: Any) -> Value:
        if isinstance(inside, list):
            return [item for place, item in enumerate(inside) if place != pointer[-1]]
        return {key: value for key, value in inside.items() if key != pointer[-1]}

    data = _with(draft.data, pointer[:-1], without)
    editor = Editor(draft.source.text, draft.root)
    around = _chain(editor, draft, pointer[:-1])[-1]
    _not_an_alias(around.node, draft)
    editor.cut(around, editor.parts(around.node), _position(draft.data, pointer))
    return _proven(draft, editor, data)


def move_value(draft: Draft, pointer: Pointer, to: Pointer, place: int) -> SourceText:
    """Take an item of a list to another place, with its text and its comments.

    Args:
        draft: The file.
        pointer: The item.
        to: The list that it goes to, which lies outside of it.
        place: Before which item there, counted with this one where it is the same list; their number: the last.

    Raises:
        EditError: The text cannot be changed so.
    """
    position, around = _position(draft.data, pointer), pointer[:-1]
    item = _get(draft.data, pointer)
    if around == to and place in {position, position + 1}:
        return draft.source
    editor = Editor(draft.source.text, draft.root)
    parts_around, part_to = (_chain(editor, draft, where)[-1] for where in (around, to))
    for part in (parts_around, part_to):
        _not_an_alias(part.node, draft)
    count = len(_get(draft.data, to) or ())
    where = None if not count else Insertion(place - 1, before=False) if place else Insertion(0, before=True)
    try:
        editor.move(parts_around, editor.parts(parts_around.node), position, part_to, where)
    except StuckError as error:
        raise EditError(f"{draft.source.name}: cannot be moved: {error}; move it in an editor") from error
    if around == to:
        data = _with(draft.data, to, lambda inside: _moved(inside, position, place))
    else:
        # The outer one of the two lists last, so that the way to the inner one holds until then.
        steps = [
            (around, lambda inside: [*inside[:position], *inside[position + 1 :]]),
            (to, lambda inside: [*(inside or [])[:place], item, *(inside or [])[place:]]),
        ]
        data = draft.data
        for where_, change in sorted(steps, key=lambda step: len(step[0]), reverse=True):
            data = _with(data, where_, change)
    after = _proven(draft, editor, data)
    if Counter(comments(draft.source.text)) != Counter(comments(after.text)):
        raise stuck(draft.source)
    return after


def _moved(items: list[Value], position: int, place: int) -> list[Value]:
    others = [*items[:position], *items[position + 1 :]]
    place -= place > position
    return [*others[:place], items[position], *others[place:]]


def _chain(editor: Editor, draft: Draft, pointer: Pointer) -> list[Part]:
    """The parts on the way to a place, that of the whole document first."""
    chain = [Part.root(draft.root)]
    for length in range(1, len(pointer) + 1):
        _not_an_alias(chain[-1].node, draft)
        chain.append(editor.parts(chain[-1].node)[_position(draft.data, pointer[:length])])
    return chain


def _position(data: Any, pointer: Pointer) -> int:
    """Which part of the mapping or list around it a value is, from 0."""
    around, step = _get(data, pointer[:-1]), pointer[-1]
    return step if isinstance(around, list) and isinstance(step, int) else list(around).index(step)


def _not_an_alias(node: Node, draft: Draft) -> None:
    if node.kind == "alias":
        raise EditError(
            f"{draft.source.name}: it is written once and used in several places (an '&' and a '*'); change it by hand"
        )


def _get(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _with(data: Any, pointer: Pointer, change: Callable[[Any], Value]) -> Any:
    """Data with another value at one place; what lies beside the way there is the same object as before."""
    if not pointer:
        return change(None if data is EMPTY else data)
    step, rest = pointer[0], pointer[1:]
    if isinstance(data, list):
        return [_with(inside, rest, change) if place == step else inside for place, inside in enumerate(data)]
    return {key: _with(inside, rest, change) if key == step else inside for key, inside in data.items()}


def _renumbered(draft: Draft, editor: Editor, node: Node, data: Value) -> SourceText | None:
    """The new text where a plain number took the place of one, which is not read again.

    No sign of YAML is in the one or in the other, so that each is one token, and all before and behind it reads as it
    did. ``None``: it is another edit.
    """
    [(start, end, new)], text = editor.edits, draft.source.text
    bare = node.kind == "scalar" and not node.style and node.bare
    if not bare or (start, end) != (node.start, node.end) or not (_NUMERAL(text[start:end]) and _NUMERAL(new)):
        return None
    after = editor.applied()
    return draft.source.respelled(after, data, end, len(new) - (end - start)) if len(after) < MAX_BYTES / 4 else None


def _proven(draft: Draft, editor: Editor, data: Value) -> SourceText:
    """The new text as it reads, which must be what was asked for."""
    after = read(editor.applied().encode(), draft.source.name)
    if after.problems or not same_data(after.data, data):
        raise stuck(draft.source)
    return after
