"""A strategy that writes layouts: one document in the hand of many people.

A document is drawn as a tree of plain Python values. It is then written in the canonical layout, or in the layout of
somebody with other habits of indentation, blanks and empty lines; everything that is not blank is the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from random import Random

KEYS = ["id", "title", "stages", "x-own", "'it''s'", '"q"', "12", "a b", "é", "y"]
WORDS = ["on", "no", "Ann", "5.5", "2026-01-14", "a:b", "x#y", "-1", "don't", "~", "http://a/b?c=d", "ü€"]
TEXT = "\0"  # what lines of a block scalar start with until they are finished
ODD_TEXT = st.text(st.sampled_from("ab '\"\\#:{}[],&*!|>%@`\n\t\u0085\u2028é-?"), max_size=12)


@dataclass(frozen=True)
class Map:
    pairs: list[tuple[str, Any, Extras]]


@dataclass(frozen=True)
class Seq:
    items: list[tuple[Any, Extras]]


@dataclass(frozen=True)
class Flow:
    """``{ }`` or ``[ ]``, on one line or with a line for each part."""

    parts: list[tuple[str | None, Any]]
    mapping: bool
    over_lines: bool


@dataclass(frozen=True)
class Scalar:
    """What is written behind the colon, and the lines that follow, which stand deeper."""

    first: str
    later: tuple[str, ...] = ()
    block: bool = False


@dataclass(frozen=True)
class Extras:
    """What may stand around a pair or an item: comments, an empty line, its value on a line of its own."""

    empty_line: bool = False
    above: str = ""
    behind: str = ""
    own_line: bool = False


PLAIN = st.sampled_from(WORDS).map(Scalar)
QUOTED = ODD_TEXT.map(lambda text: Scalar(json.dumps(text, ensure_ascii=False)))
SINGLE = st.sampled_from(["'it''s'", "'# no'", "''", "'a: b'"]).map(Scalar)
LONG = st.lists(st.sampled_from(["word", "on", "a#b", "5"]), min_size=2, max_size=4).map(
    lambda words: Scalar("start", tuple(words))
)
LONG_QUOTED = st.sampled_from([Scalar('"start', ("more", 'end"')), Scalar("'one", ("two # three'",))])
BLOCK = st.builds(
    lambda header, lines: Scalar(header, ("text", *lines), block=True),
    st.sampled_from(["|", ">", "|-", ">-", "|+", "| # why", "&b |"]),
    st.lists(st.sampled_from(["text", "# no comment", "  deeper", "", "- a: b", "end  ", "   "]), max_size=5),
)
EMPTY = st.just(Scalar(""))
SCALARS = st.one_of(PLAIN, QUOTED, SINGLE, EMPTY)
EXTRAS = st.builds(
    Extras, st.booleans(), st.sampled_from(["", "", "# above", "#"]), st.sampled_from(["", "", " # behind", "   #b"]),
    st.booleans(),
)  # fmt: skip


def _keyed(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(st.sampled_from(KEYS), values), max_size=3, unique_by=lambda pair: pair[0])


def _flows(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.builds(Flow, _keyed(inner), st.just(True), st.booleans()),
        st.builds(Flow, st.lists(st.tuples(st.none(), inner), max_size=3), st.just(False), st.booleans()),
    )


FLOW = st.recursive(
    st.one_of(st.sampled_from(["Ann", "5.5", "no"]).map(Scalar), QUOTED, SINGLE),
    _flows,
    max_leaves=4,
).filter(lambda value: isinstance(value, Flow))


def _collections(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    pairs = st.lists(st.tuples(st.sampled_from(KEYS), inner, EXTRAS), min_size=1, max_size=4, unique_by=lambda p: p[0])
    return st.one_of(pairs.map(Map), st.lists(st.tuples(inner, EXTRAS), min_size=1, max_size=3).map(Seq))


VALUES = st.recursive(st.one_of(SCALARS, LONG, LONG_QUOTED, BLOCK, FLOW), _collections, max_leaves=12)
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(KEYS), VALUES, EXTRAS), min_size=1, max_size=5, unique_by=lambda pair: pair[0]
).map(lambda pairs: Map([("cxmap", Scalar("1"), Extras()), *pairs]))


def written(document: Map, habits: Random | None = None, line_break: str = "\n") -> str:
    """A document as text: in the canonical layout, or in that of somebody with habits of their own."""
    writer = _Writer(habits)
    lines = writer.mapping(document, writer.some(0, 0, 2, 0), None)
    return writer.finished(lines, line_break)


class _Writer:
    def __init__(self, habits: Random | None) -> None:
        self._habits = habits
        self._in_block: set[int] = set()  # ids of lines that are text of a block scalar

    def some(self, canonical: int, *others: int) -> int:
        return self._habits.choice((canonical, *others)) if self._habits else canonical

    def blanks(self, canonical: int, *others: int) -> str:
        return " " * self.some(canonical, *others)

    def mapping(self, node: Map, column: int, first: str | None) -> list[str]:
        """The lines of a mapping; ``first`` is what its first line starts with, behind a dash."""
        lines: list[str] = []
        for key, value, extras in node.pairs:
            start = " " * column if first is None else first
            lines += self.above(extras, column) if first is None else []
            lines += self.value(f"{start}{key}{self.blanks(0, 0, 1)}:", value, extras, column, 0)
            first = None
        return lines

    def sequence(self, node: Seq, column: int, first: str | None) -> list[str]:
        lines: list[str] = []
        for value, extras in node.items:
            start = " " * column if first is None else first
            lines += self.above(extras, column) if first is None else []
            lines += self.value(f"{start}-", value, extras, column, 1)
            first = None
        return lines

    def value(self, start: str, value: Any, extras: Extras, column: int, least: int) -> list[str]:
        """The lines of a value behind a colon, or behind a dash (``least`` 1), in a level at a column."""
        if isinstance(value, Map | Seq):
            write = self.mapping if isinstance(value, Map) else self.sequence
            if least and not extras.own_line:
                start += self.blanks(1, 2, 3)
                return write(value, len(start), start)  # type: ignore[arg-type]  # of the kind that it was chosen by
            flush = 0 if isinstance(value, Seq) and not least else 1
            return [start + extras.behind, *write(value, column + self.some(2, flush, 3, 4), None)]  # type: ignore[arg-type]  # as above
        if isinstance(value, Flow):
            opened, *rest = self.flow(value, column)
            return [start + self.blanks(1, 1, 2) + opened, *rest[:-1], *[line + extras.behind for line in rest[-1:]]]
        if value.block:
            body = self.some(2, 1, 3) + column
            lines = [f"{start}{self.blanks(1, 2)}{value.first}"]
            return lines + [f"{TEXT}{' ' * body}{line}" for line in value.later]
        if not value.first:
            return [start + extras.behind]
        if extras.own_line:
            deep = self.some(2, 1, 3)
            lines = [start, " " * (column + deep) + value.first]
        else:
            deep = self.some(2, 1)
            lines = [start + self.blanks(1, 2, 4) + value.first]
        lines += [" " * (column + self.some(deep, 1)) + line for line in value.later]
        return [*lines[:-1], lines[-1] + extras.behind]

    def flow(self, node: Flow, column: int) -> list[str]:
        """The lines of a flow collection without what stands before it; the last one may be the first one."""
        opening, closing = "{}" if node.mapping else "[]"
        parts = ["" if key is None else f"{key}{self.blanks(0, 1)}:{self.blanks(1, 2)}" for key, _ in node.parts]
        values = [self.flat(value) for _, value in node.parts]
        whole = [key + value for key, value in zip(parts, values, strict=True)]
        if not node.over_lines or not whole:
            between = f"{self.blanks(0, 1)},{self.blanks(1, 0, 3)}"
            padding = self.blanks(0, 1) if whole else ""
            return [opening + padding + between.join(whole) + padding + closing]
        lines = [f"{' ' * (column + 2)}{one}{self.blanks(0, 1)}," for one in whole]
        return [opening, *lines, " " * column + closing]

    def flat(self, value: Any) -> str:
        return (
            self.flow(Flow(value.parts, value.mapping, over_lines=False), 0)[0]
            if isinstance(value, Flow)
            else value.first
        )

    def above(self, extras: Extras, column: int) -> list[str]:
        empty = [""] if extras.empty_line else []
        return [*empty, " " * column + extras.above] if extras.above else empty

    def finished(self, lines: list[str], line_break: str) -> str:
        written = []
        inside = False  # whether the line before was text of a block scalar: empty lines behind it may belong to it
        for line in lines:
            if not line and not inside:
                written += [""] * self.some(0, 1, 2)
            inside = line.startswith(TEXT) or (inside and not line)
            rest = line.removeprefix(TEXT)
            written.append(rest if inside or self._is_open(rest) else rest + self.blanks(0, 0, 1))
        return "".join(line + line_break for line in written)

    @staticmethod
    def _is_open(line: str) -> bool:
        return line.rstrip().endswith(("start", "more", "'one", "word", "on", "5", "a#b"))
