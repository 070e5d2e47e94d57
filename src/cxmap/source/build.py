"""Events to plain data, with the offsets of everything, within limits.

This runs over every key and value of every file, so it is written for speed: one pass, no node objects, and of places
only two numbers each (see ``places``).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.source.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from cxmap.source.limits import MAX_DEPTH, MAX_NODES
from cxmap.source.places import tag_extent
from cxmap.source.scalars import NUMBER_STARTS, WORDS, number, plain
from cxmap.source.tags import TagError, check_collection, tagged_scalar
from cxmap.source.values import EMPTY, Key, OddKey, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.source.events import Event
    from cxmap.source.pointer import Pointer

_MERGE = "<<"
_KEY_STARTS = NUMBER_STARTS + "<"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that the builder came across.

    Attributes:
        kind: Which thing: see ``complaints``.
        start: Offset where it starts.
        end: Offset where it ends.
        pointer: The value it concerns.
    """

    kind: str
    start: int
    end: int
    pointer: Pointer = ()


class Stop(Exception):  # noqa: N818 - it ends the reading and is no error of the program
    """A fault behind which reading on makes no sense."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


@dataclass(slots=True)
class _Anchored:
    """What an anchor names; ``open`` as long as the builder is inside it."""

    value: Value
    index: int
    open: bool


class Builder:
    """Builds the data of one text. After ``run``, whether or not it came to an end:

    Attributes:
        root: The data, as far as it was read; ``EMPTY`` if there is none.
        marks: Two offsets, start and end, for each key and value in the order of the text. The end of a block
            mapping or list is 0: it ends where its last child does.
        aliases: For each value that is an alias, by its index in ``marks``: the index of what it stands for.
        skips: Stretches of ``marks`` that belong to nothing in ``root``: from index to index.
        odd_keys: The pointers of keys that are not text.
        faults: What is wrong, in the order of the text.
        last: The event before the one where the reading stopped.
    """

    def __init__(self, text: str, next_event: Callable[[], Any]) -> None:
        self.root: Value = EMPTY
        self.marks = array("I")
        self.aliases: dict[int, int] = {}
        self.skips: dict[int, int] = {}
        self.odd_keys: list[Pointer] = []
        self.faults: list[Fault] = []
        self._text = text
        self._next = next_event
        self._open: list[Any] = []  # the collections around the place where the builder is
        self._room = 2 * MAX_NODES  # how long marks may become
        self._anchors: dict[str, _Anchored] = {}
        self._measures: dict[int, tuple[int, int]] = {}
        self._numbers: set[tuple[int, type, float]] = set()

    def run(self) -> bool:
        """Read the first document to its end.

        Returns:
            Whether there is a document.

        Raises:
            Stop: At a fault behind which nothing can be read.
            MarkedYAMLError: Where the text is not YAML.
        """
        following = self._next
        following()
        if following().__class__ is StreamEndEvent:
            return False
        holder = [EMPTY]
        try:
            self._put(following(), holder, 0)
        finally:
            self.root = holder[0]
        following()
        event = following()
        if event.__class__ is DocumentStartEvent:
            raise Stop(Fault("documents", event.start_mark.index, event.end_mark.index))
        return True

    def _mapping(self, result: dict[Key, Value]) -> Any:
        following, marks = self._next, self.marks
        mark = marks.append
        while True:
            event = following()
            if event.__class__ is MappingEndEvent:
                return event
            index = len(marks)
            if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
                key = event.value
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                if not event.style and (key in WORDS or key[0] in _KEY_STARTS):
                    key = self._plain_key(event, result)
            else:
                key = self._rare_key(event, result)
            if key in result or key is None:
                self._drop(key, event, index)
                continue
            event = following()
            if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
                value = event.value
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                if event.style:
                    result[key] = value
                elif value in WORDS:
                    result[key] = WORDS[value]
                else:
                    result[key] = number(value) if value[0] in NUMBER_STARTS else value
            else:
                result[key] = EMPTY
                self._put(event, result, key)
            if len(marks) > self._room:
                raise self._too_many()

    def _sequence(self, result: list[Value]) -> Any:
        following, marks = self._next, self.marks
        mark = marks.append
        while True:
            event = following()
            if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
                value = event.value
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                result.append(value if event.style else plain(value))
            elif event.__class__ is SequenceEndEvent:
                return event
            else:
                result.append(EMPTY)
                self._put(event, result, -1)
            if len(marks) > self._room:
                raise self._too_many()

    def _put(self, event: Any, holder: Any, key: Any) -> None:
        """Put the value that an event begins into its place: anything but a scalar without anchor and tag."""
        marks = self.marks
        index = len(marks)
        marks.append(event.start_mark.index)
        if event.__class__ is AliasEvent:
            marks.append(event.end_mark.index)
            holder[key] = self._aliased(event, index)
        elif event.__class__ is ScalarEvent:
            marks.append(event.end_mark.index)
            holder[key] = value = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = _Anchored(value, index, open=False)
        else:
            marks.append(0)
            self._collection(event, holder, key, index)

    def _collection(self, event: Any, holder: Any, key: Any, index: int) -> None:
        is_mapping = event.__class__ is MappingStartEvent
        if len(self._open) == MAX_DEPTH:
            raise Stop(self._fault("depth", event, self._path()))
        if event.tag is not None:
            try:
                check_collection(event.tag, mapping=is_mapping)
            except TagError as error:
                self._bad_tag(event, error)
        value: Any = {} if is_mapping else []
        holder[key] = value
        anchored = _Anchored(value, index, open=True)
        if event.anchor is not None:
            self._anchors[event.anchor] = anchored
        self._open.append(value)
        end = self._mapping(value) if is_mapping else self._sequence(value)
        self._open.pop()
        anchored.open = False
        if event.flow_style:
            self.marks[index + 1] = end.end_mark.index

    def _scalar(self, event: Any) -> Value:
        if event.tag is None:
            return event.value if event.style else plain(event.value)
        try:
            return tagged_scalar(event.tag, event.value)
        except TagError as error:
            self._bad_tag(event, error)
            return str(event.value)

    def _aliased(self, event: Any, index: int) -> Value:
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            raise Stop(self._fault("undefined", event, self._path()))
        if anchored.open:
            raise Stop(self._fault("itself", event, self._path()))
        size, height = self._measure(anchored.value)
        if len(self._open) + height > MAX_DEPTH:
            raise Stop(self._fault("depth", event, self._path()))
        self._room -= 2 * (size - 1)
        if len(self.marks) > self._room:
            raise Stop(self._fault("nodes", event, self._path()))
        self.aliases[index] = anchored.index
        return anchored.value

    def _measure(self, value: Value) -> tuple[int, int]:
        """How many nodes a value has, and how many levels, with its aliases counted as what they stand for."""
        if not isinstance(value, dict | list):
            return 1, 0
        known = self._measures.get(id(value))
        if known is None:
            items = value.values() if isinstance(value, dict) else value
            size, height = 1 + (len(value) if isinstance(value, dict) else 0), 0
            for item in items:
                item_size, item_height = self._measure(item)
                size += item_size
                height = max(height, item_height)
            known = self._measures[id(value)] = size, height + 1
        return known

    def _plain_key(self, event: Any, mapping: dict[Key, Value]) -> Key | None:
        """A plain key that may not be text; ``None`` for a merge key."""
        if event.value == _MERGE:
            self.faults.append(self._fault("merge", event, self._path()[:-1]))
            return None
        value = plain(event.value)
        return value if isinstance(value, str) else self._odd_key(value, event.value, mapping)

    def _rare_key(self, event: Any, mapping: dict[Key, Value]) -> Key:
        """A key that is an alias, a mapping or a list, or that has a tag or an anchor."""
        index = len(self.marks)
        holder = {_MERGE: EMPTY}
        self._open.append(holder)
        self._put(event, holder, _MERGE)
        self._open.pop()
        marks = self.marks
        if not marks[index + 1]:  # a block collection
            marks[index + 1] = marks[-1]
        if len(marks) > index + 2:
            self.skips[index + 2] = len(marks)
        value = holder[_MERGE]
        if isinstance(value, str):
            return value
        text = " ".join(self._text[marks[index] : marks[index + 1]].split())
        return self._odd_key(value, text, mapping)

    def _odd_key(self, value: Value, text: str, mapping: dict[Key, Value]) -> Key:
        key: Key = OddKey(text)
        if isinstance(value, int | float) and not isinstance(value, bool):
            seen = (id(mapping), type(value), value)
            if value not in mapping or seen in self._numbers:
                key = value
                self._numbers.add(seen)
        self.odd_keys.append((*self._path()[: len(self._open) - 1], key))
        return key

    def _drop(self, key: Key | None, event: Any, index: int) -> None:
        """Read a pair and forget it: a key that was there before, or a merge key."""
        if key is not None:
            pointer = (*self._path()[: len(self._open) - 1], key)
            self.faults.append(self._fault("duplicate", event, pointer))
        spare: dict[Key, Value] = {_MERGE if key is None else key: EMPTY}
        mapping, self._open[-1] = self._open[-1], spare
        self._put(self._next(), spare, key)
        self._open[-1] = mapping
        self.skips[index] = len(self.marks)
        if len(self.marks) > self._room:
            raise self._too_many()

    def _path(self) -> Pointer:
        """Where the builder is: in each open collection at the last item."""
        path: list[Key] = []
        for collection in self._open:
            if isinstance(collection, list):
                path.append(len(collection) - 1)
            elif collection:
                path.append(next(reversed(collection)))
        return tuple(path)

    def _too_many(self) -> Stop:
        start, end = self.marks[self._room : self._room + 2]
        return Stop(Fault("nodes", start, max(start, end), self._path()))

    def _bad_tag(self, event: Any, error: TagError) -> None:
        start, end = tag_extent(self._text, event.start_mark.index)
        self.faults.append(Fault("misfit" if error.known else "tag", start, end, self._path()))

    @staticmethod
    def _fault(kind: str, event: Event, pointer: Pointer) -> Fault:
        return Fault(kind, event.start_mark.index, event.end_mark.index, pointer)
