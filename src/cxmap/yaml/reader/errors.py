"""What the builder can find wrong with a text that is YAML so far, and how people are told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from cxmap.yaml.excerpt import in_quotes, rest_of_line, shown
from cxmap.yaml.problem import Problem
from cxmap.yaml.reader.limits import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.diagnostic import Span
    from cxmap.yaml.pointer import Pointer
    from cxmap.yaml.reader.source_map import Places


class FaultKind(Enum):
    """The kinds, each with its code, its message and what to do about it. ``{}`` is the text at the place."""

    UNDEFINED_ALIAS = ("CX001", "'{}' refers to an anchor that nothing before it defines", None)
    RECURSIVE_ALIAS = ("CX001", "'{}' stands inside what it refers to", "write out what belongs here")
    DUPLICATE_KEY = ("CX002", "duplicate key '{}'", "remove one of the two, or give it its right name")
    TOO_DEEP = ("CX004", f"more than {MAX_DEPTH} levels deep", "a journey needs no more than ten")
    TOO_MANY_NODES = (
        "CX004",
        f"more than {MAX_NODES:,} keys and values, with aliases counted as often as they are used",
        "divide it into several files",
    )
    SECOND_DOCUMENT = (
        "CX005",
        "a second document starts here",
        "one file is one document: remove this line, or move what follows to a file of its own",
    )
    MERGE_KEY = ("CX007", "merge keys (<<) are not supported", "write the keys out here")
    UNKNOWN_TAG = ("CX007", "unsupported tag '{}'", "remove it; put text that starts with ! in quotes")
    UNFIT_TAG = ("CX007", "the tag '{}' does not fit its value", "remove the tag")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, by offsets.

    Attributes:
        kind: What.
        start: Where in the text.
        end: Up to, not including.
        pointer: The value it concerns.
    """

    kind: FaultKind
    start: int
    end: int
    pointer: Pointer = ()

    def problem(self, text: str, places: Places) -> Problem:
        """The same for people."""
        code, message, help_ = self.kind.value
        source = text[self.start : self.end]
        related: tuple[tuple[str, Span], ...] = ()
        if self.kind is FaultKind.DUPLICATE_KEY:
            related = (("first given here", places.span(self.pointer, key=True)),)
        if self.kind is FaultKind.UNDEFINED_ALIAS:
            help_ = f"text that starts with * goes into quotes: {in_quotes(rest_of_line(text, self.start))}"
        span = places.lines.span(self.start, self.end)
        return Problem(code, message.format(shown(source)), span, help_, related, self.pointer)


def problems(faults: Sequence[Fault], count: int, text: str, places: Places) -> Iterator[Problem]:
    """Faults for people. If there are more than are kept, the last says how many it stands for."""
    for index, fault in enumerate(faults):
        problem = fault.problem(text, places)
        more = count - index
        if index == MAX_PROBLEMS and more > 1:
            problem = replace(problem, message=f"{problem.message}; {more:,} problems from here on")
        yield problem
