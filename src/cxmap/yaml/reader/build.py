"""Events to plain data, with the offsets of everything, within limits.

This runs over every key and value of every file, so it is written for speed: one pass, no node objects, and of places
no more than two numbers each (see ``places``). The two loops take the usual case first; all others are further down.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cxmap.yaml.reader.errors import Fault, FaultKind
from cxmap.yaml.reader.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NextEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from cxmap.yaml.reader.limits import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from cxmap.yaml.reader.scalars import NUMBER_STARTS, WORDS, number, plain
from cxmap.yaml.reader.source_map import Extent, Notes, tag_extent
from cxmap.yaml.reader.tags import TagError, check_collection, tagged_scalar
from cxmap.yaml.values import EMPTY, Key, OddKey, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.yaml.values import Pointer

_Collection: TypeAlias = Any  # a dict or a list, and a key or an index that goes with it
_MERGE = "<<"
_ODD_STARTS = NUMBER_STARTS + "<"


class Unreadable(Exception):  # the end of the reading, no error of the program
    """A fault behind which reading on makes no sense."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(slots=True)
class _Anchored:
    """What an anchor names, the index of its marks, and whether it has not ended yet."""

    value: Value
    index: int
    open: bool


class _Measure(NamedTuple):
    """How many nodes and levels a value has. Holding the value keeps another from getting its identity."""

    size: int
    height: int
    value: Value


_SCALAR = _Measure(1, 0, EMPTY)


class Builder:
    """Builds the data of one text.

    What it has come to is there whether or not ``run`` reached the end.

    Attributes:
        root: The data, as far as it was read; ``EMPTY`` if there is none.
        faults: What is wrong, in the order of the text; of very many the first.
        fault_count: How many there are.
    """

    def __init__(self, text: str, next_event: NextEvent) -> None:
        self.root: Value = EMPTY
        self.faults: list[Fault] = []
        self.fault_count = 0
        self._marks = array("I")
        self._aliases: dict[int, int] = {}
        self._skips: dict[int, int] = {}
        self._text = text
        self._next = next_event
        self._open: list[_Collection] = []  # the mappings and lists around the place where the builder is
        self._room = 2 * MAX_NODES  # how long marks may become
        self._anchors: dict[str, _Anchored] = {}
        self._measures: dict[int, _Measure] = {}
        self._numbers: set[tuple[int, type, float]] = set()

    def run(self) -> None:
        """Read the first document to its end.

        Raises:
            Stop: At a fault behind which nothing can be read.
            MarkedYAMLError: Where the text is not YAML.
        """
        following = self._next
        following()  # the start of the stream
        if following().__class__ is StreamEndEvent:
            return
        holder: list[Value] = [EMPTY]
        try:
            self._put(following(), holder, 0)
        finally:
            self.root = holder[0]
        following()  # the end of the document
        event = following()
        if event.__class__ is DocumentStartEvent:
            raise Unreadable(self._fault(FaultKind.SECOND_DOCUMENT, event))

    @property
    def notes(self) -> Notes:
        """Where everything stands."""
        return Notes(self.root, self._marks, self._aliases, self._skips)

    @property
    def last(self) -> Extent | None:
        """Where the key or value stands that was read last."""
        return (self._marks[-2], self._marks[-1]) if self._marks else None

    @property
    def _path(self) -> Pointer:
        """Where the builder is: in each open mapping and list at the last item."""
        path: list[Key] = []
        for collection in self._open:
            if isinstance(collection, list):
                path.append(len(collection) - 1)
            elif collection:
                path.append(next(reversed(collection)))
        return tuple(path)

    def _mapping(self, result: dict[Key, Value]) -> Event:
        following, marks = self._next, self._marks
        mark = marks.append
        key: Key | None
        while True:
            event = following()
            kind = event.__class__
            index = len(marks)
            if kind is ScalarEvent and event.tag is None and event.anchor is None:
                key = text = intern(event.value)  # files share their keys: a quarter less memory
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                if not event.style and (text in WORDS or text[0] in _ODD_STARTS):
                    key = self._plain_key(event, result)
            elif kind is MappingEndEvent:
                return event
            else:
                key = self._rare_key(event, result)
            if key is None or key in result:
                self._drop(key, index)
                continue
            event = following()
            kind = event.__class__
            if kind is ScalarEvent and event.tag is None and event.anchor is None:
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

    def _sequence(self, result: list[Value]) -> Event:
        following, marks = self._next, self._marks
        mark = marks.append
        while True:
            event = following()
            kind = event.__class__
            if kind is ScalarEvent and event.tag is None and event.anchor is None:
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                result.append(event.value if event.style else plain(event.value))
            elif kind is SequenceEndEvent:
                return event
            else:
                result.append(EMPTY)
                self._put(event, result, -1)
            if len(marks) > self._room:
                raise self._too_many()

    def _put(self, event: Event, holder: _Collection, key: Key) -> None:
        """Put the value that an event begins into its place, which is there already."""
        kind, marks, around = event.__class__, self._marks, self._open
        index = len(marks)
        marks.append(event.start_mark.index)
        value: _Collection
        read: Callable[[_Collection], Event]
        if kind is MappingStartEvent:
            value, read = {}, self._mapping
        elif kind is SequenceStartEvent:
            value, read = [], self._sequence
        else:
            marks.append(event.end_mark.index)
            holder[key] = self._aliased(event, index) if kind is AliasEvent else self._scalar(event, index)
            return
        marks.append(0)
        if len(around) == MAX_DEPTH:
            raise Unreadable(self._fault(FaultKind.TOO_DEEP, event))
        if event.tag is not None:
            self._check_tag(event)
        anchored = None
        if event.anchor is not None:
            anchored = self._anchors[event.anchor] = _Anchored(value, index, open=True)
        holder[key] = value
        around.append(value)
        end = read(value)
        around.pop()
        if event.flow_style:
            marks[index + 1] = end.end_mark.index
        if anchored:
            anchored.open = False

    def _scalar(self, event: Event, index: int) -> Value:
        value: Value
        if event.tag is None:
            value = event.value if event.style else plain(event.value)
        else:
            try:
                value = tagged_scalar(event.tag, event.value)
            except TagError as error:
                self._bad_tag(event, error)
                value = event.value
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, index, open=False)
        return value

    def _aliased(self, event: Event, index: int) -> Value:
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            raise Unreadable(self._fault(FaultKind.UNDEFINED_ALIAS, event))
        if anchored.open:
            raise Unreadable(self._fault(FaultKind.RECURSIVE_ALIAS, event))
        measure = self._measure(anchored.value)
        if len(self._open) + measure.height > MAX_DEPTH:
            raise Unreadable(self._fault(FaultKind.TOO_DEEP, event))
        self._room -= 2 * (measure.size - 1)
        if len(self._marks) > self._room:
            raise Unreadable(self._fault(FaultKind.TOO_MANY_NODES, event))
        self._aliases[index] = anchored.index
        return anchored.value

    def _measure(self, value: Value) -> _Measure:
        """The size and height of a value, with every alias in it counted as what it stands for."""
        if not isinstance(value, dict | list):
            return _SCALAR
        if id(value) not in self._measures:
            size, height = 1, 0
            for item in value.values() if isinstance(value, dict) else value:
                measure = self._measure(item)
                size += measure.size + isinstance(value, dict)
                height = max(height, measure.height)
            self._measures[id(value)] = _Measure(size, height + 1, value)
        return self._measures[id(value)]

    def _plain_key(self, event: Event, mapping: dict[Key, Value]) -> Key | None:
        """A plain key that may not be text; ``None`` for a merge key."""
        if event.value == _MERGE:
            if self._is_reported():
                self.faults.append(self._fault(FaultKind.MERGE_KEY, event, self._around()))
            return None
        value = plain(event.value)
        return value if isinstance(value, str) else self._odd_key(value, event.value, mapping)

    def _rare_key(self, event: Event, mapping: dict[Key, Value]) -> Key:
        """A key that is an alias, a mapping or a list, or that has a tag or an anchor."""
        marks = self._marks
        index = len(marks)
        holder: dict[Key, Value] = {}
        mapping_here, self._open[-1] = self._open[-1], holder
        self._put(event, holder, _MERGE)
        self._open[-1] = mapping_here
        value = holder[_MERGE]
        if isinstance(value, str):
            return value
        end = marks[index + 1] or marks[-1]
        marks[index + 1] = end
        if len(marks) > index + 2:
            self._skips[index + 2] = len(marks)
        return self._odd_key(value, " ".join(self._text[marks[index] : end].split()), mapping)

    def _odd_key(self, value: Value, text: str, mapping: dict[Key, Value]) -> Key:
        """The key that stands for one that is not text."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            spelling = (id(mapping), type(value), value)
            if value not in mapping or spelling in self._numbers:
                self._numbers.add(spelling)
                return value
        return OddKey(text)

    def _drop(self, key: Key | None, index: int) -> None:
        """Read the value of a key that was there before, or of a merge key, and forget it.

        Args:
            key: The key; ``None`` for a merge key.
            index: Of the key's marks.
        """
        if key is not None and self._is_reported():
            start, end = self._marks[index : index + 2]
            self.faults.append(Fault(FaultKind.DUPLICATE_KEY, start, end, (*self._around(), key)))
        spare_key = _MERGE if key is None else key
        spare: dict[Key, Value] = {spare_key: EMPTY}
        mapping, self._open[-1] = self._open[-1], spare
        self._put(self._next(), spare, spare_key)
        self._open[-1] = mapping
        self._skips[index] = len(self._marks)
        if len(self._marks) > self._room:
            raise self._too_many()

    def _check_tag(self, event: Event) -> None:
        try:
            check_collection(event.tag or "!", mapping=event.__class__ is MappingStartEvent)
        except TagError as error:
            self._bad_tag(event, error)

    def _bad_tag(self, event: Event, error: TagError) -> None:
        if self._is_reported():
            kind = FaultKind.UNFIT_TAG if error.known else FaultKind.UNKNOWN_TAG
            self.faults.append(Fault(kind, *tag_extent(self._text, event.start_mark.index), self._path))

    def _too_many(self) -> Unreadable:
        start, end = self._marks[self._room : self._room + 2]
        return Unreadable(Fault(FaultKind.TOO_MANY_NODES, start, max(start, end), self._path))

    def _is_reported(self) -> bool:
        """Count one more fault. Of very many only the first are kept, and one that stands for the others."""
        self.fault_count += 1
        return self.fault_count <= MAX_PROBLEMS + 1

    def _around(self) -> Pointer:
        """The mapping or list where the builder is."""
        return self._path[: len(self._open) - 1]

    def _fault(self, kind: FaultKind, event: Event, pointer: Pointer | None = None) -> Fault:
        return Fault(kind, event.start_mark.index, event.end_mark.index, self._path if pointer is None else pointer)
