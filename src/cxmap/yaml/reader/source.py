"""A file as it was read: its text, its data, the place of everything in it, and what is wrong with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.values import EMPTY, Empty, OddKey

if TYPE_CHECKING:
    from cxmap.diagnostic import Span
    from cxmap.yaml.reader.comments import Comment
    from cxmap.yaml.reader.source_map import SourceMap
    from cxmap.yaml.values import Pointer, Value

__all__ = ["EMPTY", "Empty", "OddKey", "Problem", "SourceText"]


class SourceText:
    """One file that was read.

    Attributes:
        name: As the file is shown.
        text: Its text, without a byte order mark; ``""`` where it could not be decoded.
        data: Its data: ``dict``, ``list``, ``str``, ``int``, ``float``, ``bool`` and ``EMPTY``, in the file's order;
            ``None`` if it could not be read to the end. What an alias stands for is one object in several places, so
            nothing may change it.
        problems: What is wrong with it as YAML, in the order of the text.
    """

    def __init__(
        self,
        name: str,
        text: str,
        data: Value | None,
        places: SourceMap,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.name = name
        self.text = text
        self.data: Any = data
        self.problems = problems
        self._places = places

    @property
    def readable(self) -> bool:
        """Whether it is YAML, and ours. A duplicate key alone does not make a file unreadable."""
        return all(problem.code == "CX002" for problem in self.problems)

    def span(self, pointer: Pointer, *, key: bool = False) -> Span:
        """The place of a value, or of its key.

        A block mapping or list ends where its last child ends. What a pointer leads to through an alias stands where
        it is defined, the alias itself where it is used. A pointer to nothing has the place of the nearest value
        around it.

        Args:
            pointer: Where in the data.
            key: The key's place instead of the value's. The root and the items of a list have no key: their own place.
        """
        return self._places.span(pointer, key=key)

    def respelled(self, text: str, data: Value, end: int, longer: int) -> SourceText | None:
        """What was read without a problem, with another spelling of one plain value; see ``SourceMap.respelled``."""
        places = self._places.respelled(text, data, end, longer)
        return SourceText(self.name, text, data, places) if places else None

    def first_key_span(self, pointer: Pointer) -> Span:
        """The place of the first key of a mapping; of the value itself where it is empty or no mapping."""
        return self._places.first_key_span(pointer)

    def written(self, pointer: Pointer) -> str:
        """A value as the file has it: quotes, zeros at the end of a number and all; of an alias the alias."""
        return self._places.written(pointer)

    def in_flow(self, pointer: Pointer) -> bool:
        """Whether a value stands in a mapping or list that is written with ``{ }`` or ``[ ]``."""
        return self._places.in_flow(pointer)

    def before(self, span: Span, length: int) -> str:
        """The text before a span, at most so many characters of it, line breaks included."""
        start = self._places.lines.offset(span.line, span.column)
        return self.text[max(0, start - length) : start]

    def behind(self, span: Span, length: int) -> str:
        """The text behind a span, at most so many characters of it, line breaks included."""
        end = self._places.lines.offset(span.end_line, span.end_column)
        return self.text[end : end + length]

    def line(self, number: int) -> str:
        """A line of the text, by its number from 1, without its break."""
        return self._places.lines.line(number)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that start with ``# cxmap:``, in order; none of a file that could not be read to the end."""
        from cxmap.yaml.reader.comments import comments

        return () if self.data is None else comments(self.text, self._places.lines)
