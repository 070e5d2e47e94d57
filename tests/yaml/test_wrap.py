"""A value becomes an item of a list: it keeps its text, its comments and its anchor."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxmap.yaml.editor.changes import EditError, edited, own_copy
from cxmap.yaml.editor.proof import same_but_for_lists, same_data
from cxmap.yaml.reader.read import read
from tests.profiles import examples
from tests.yaml.layouts import DOCUMENTS, written

HEAD = "cxmap: 1\n"
NEW = {"mean": 3.6, "n": 57}


def wrapped(text: str, *path: Any, before: tuple[Any, ...] = (), after: tuple[Any, ...] = (NEW,), **more: Any) -> str:
    """The text in which the value at a path stands in a list, between other items and with more in it."""
    source = read(text.encode(), "a.yaml")
    assert not source.problems, source.problems
    data: Any = own_copy(source.data)
    around = data
    for step in path[:-1]:
        around = around[step]
    old = around[path[-1]]
    around[path[-1]] = [*before, {**old, **more} if more else old, *after]
    return edited(source, data)


CASES = {
    "a mark": ("s:\n  e: 6   # typed\n  d: 8\n", "s:\n  e:\n    - 6   # typed\n    - {mean: 3.6, n: 57}\n  d: 8\n"),
    "a mark on a line of its own": (
        "s:\n  # of the team\n  e:   # how it was\n    # at the wall\n    6   # typed\n",
        "s:\n  # of the team\n  e:   # how it was\n    # at the wall\n    - 6   # typed\n    - {mean: 3.6, n: 57}\n",
    ),
    "a measurement on one line": (
        "s:\n  e: {mean: 2.7, n: 5}   # asked\n",
        "s:\n  e:\n    - {mean: 2.7, n: 5}   # asked\n    - {mean: 3.6, n: 57}\n",
    ),
    "a measurement over lines": (
        "s:\n  e:   # asked\n    # M\n    mean: 2.7   # of 1 to 5\n    # who\n    n: 5\n    # end\n  d: 8\n",
        "s:\n  e:   # asked\n    # M\n    - mean: 2.7   # of 1 to 5\n      # who\n      n: 5\n      # end\nNEWd: 8\n",
    ),
    "steps of four, lists against their key": (
        "s:\n    e:\n        mean: 2.7\n        # who\n        n: 5\nl:\n- 1\n",
        "s:\n    e:\n    - mean: 2.7\n      # who\n      n: 5\n    - {mean: 3.6, n: 57}\nl:\n- 1\n",
    ),
    "steps of four, lists too": (
        "s:\n    e:\n        mean: 2.7\n        n: 5\nl:\n    - 1\n",
        "s:\n    e:\n        - mean: 2.7\n          n: 5\n        - {mean: 3.6, n: 57}\nl:\n    - 1\n",
    ),
    "brackets over lines": (
        "s:\n  e: {mean: 2.7,   # of 1 to 5\n      n: 5 }   # asked\n  d: 8\n",
        "s:\n  e:\n    - {mean: 2.7,   # of 1 to 5\n          n: 5 }   # asked\n    - {mean: 3.6, n: 57}\n  d: 8\n",
    ),
    "brackets with a line for each part": (
        "s:\n  e: {\n    mean: 2.7,   # of 1 to 5\n    # who\n    n: 5\n  }   # asked\n",
        "s:\n  e:\n    - {\n        mean: 2.7,   # of 1 to 5\n        # who\n        n: 5\n      }   # asked\nNEW",
    ),
    "within brackets": (
        "s: {i: 7, e: 6, d: 8}   # typed\n",
        "s: {i: 7, e: [6, {mean: 3.6, n: 57}], d: 8}   # typed\n",
    ),
    "within brackets over lines": (
        "s: {\n  # how it was\n  e: 6,   # typed\n  d: 8 }\n",
        "s: {\n  # how it was\n  e: [6, {mean: 3.6, n: 57}],   # typed\n  d: 8 }\n",
    ),
    "within brackets, against its key": ('s: {"e":6}\n', 's: {"e":[6, {mean: 3.6, n: 57}]}\n'),
    "an anchor": (
        "s:\n  e: &x {mean: 2.7, n: 5}   # asked\nt: *x\n",
        "s:\n  e:\n    - &x {mean: 2.7, n: 5}   # asked\n    - {mean: 3.6, n: 57}\nt: *x\n",
    ),
    "an anchor above a measurement over lines": (
        "s:\n  e: &x   # asked\n    mean: 2.7\nt: *x\n",
        "s:\n  e:\n    - &x   # asked\n      mean: 2.7\n    - {mean: 3.6, n: 57}\nt: *x\n",
    ),
    "an alias": (
        "t: &x {mean: 2.7}\ns:\n  e: *x   # the same\n",
        "t: &x {mean: 2.7}\ns:\n  e:\n    - *x   # the same\n    - {mean: 3.6, n: 57}\n",
    ),
    "an alias within brackets": ("t: &x 5\ns: {e: *x }\n", "t: &x 5\ns: {e: [*x, {mean: 3.6, n: 57}] }\n"),
    "text of several lines": (
        "s:\n  e: |   # words\n    one\n\n      two\n  d: 8\n",
        "s:\n  e:\n    - |   # words\n      one\n\n        two\n    - {mean: 3.6, n: 57}\n  d: 8\n",
    ),
    "text that moves to the left of the blanks after it": (
        "s:\n    e:\n        t: |\n         one\n         \nl:\n- 1\n",
        "s:\n    e:\n    - t: |\n       one\n    - {mean: 3.6, n: 57}\n       \nl:\n- 1\n",
    ),
    "a sentence over lines": (
        "s:\n  e: one\n   two   # words\n",
        "s:\n  e:\n    - one\n     two   # words\n    - {mean: 3.6, n: 57}\n",
    ),
    "no line break at the end": ("s:\n  e: 6", "s:\n  e:\n    - 6\n    - {mean: 3.6, n: 57}"),
    "a key with a question mark": (
        "s:\n  ? e   # k\n  : 6   # v\n",
        "s:\n  ? e   # k\n  :\n      - 6   # v\n      - {mean: 3.6, n: 57}\n",
    ),
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_becomes_the_first_item(before, after, line_break):
    after = after.replace("NEW", "    - {mean: 3.6, n: 57}\n  ").rstrip(" ")
    before, after = ((HEAD + text).replace("\n", line_break) for text in (before, after))
    assert wrapped(before, "s", "e") == after


def test_an_item_becomes_a_list():
    text = HEAD + "l:\n  - a: 1   # c\n    # d\n    b: 2\n  - c\n"
    after = HEAD + "l:\n  - - a: 1   # c\n      # d\n      b: 2\n    - {mean: 3.6, n: 57}\n  - c\n"
    assert wrapped(text, "l", 0) == after


def test_gets_a_date_on_the_way_and_is_still_itself():
    text = HEAD + "s:\n  e:\n    # the first time\n    mean: 2.7   # of 1 to 5\n    n: 5\n"
    item = "    - mean: 2.7   # of 1 to 5\n      n: 5\n      date: 2026-03-31\n"
    start = HEAD + "s:\n  e:\n    # the first time\n"
    assert wrapped(text, "s", "e", date="2026-03-31") == start + item + "    - {mean: 3.6, n: 57}\n"
    older = HEAD + "s:\n  e:\n    - {mean: 3.6, n: 57}\n    # the first time\n" + item
    assert wrapped(text, "s", "e", before=(NEW,), after=(), date="2026-03-31") == older


def test_of_equal_items_the_one_meant_becomes_the_list():
    text = HEAD + "l:\n  - a\n  - a   # of the team\n  # the last\n  - a\n"
    after = HEAD + "l:\n  - a\n  - - a   # of the team\n    - {mean: 3.6, n: 57}\n  # the last\n  - a\n"
    assert wrapped(text, "l", 1) == after


LIST = (
    "s:\n  e:   # how it was\n    # at the wall\n    - 6\n    # the first time\n    - mean: 2.7   # c\n      # who\n\n"
)
PLACES = {
    "first": (0, LIST.replace("    # at", "    - {mean: 3.6, n: 57}\n    # at")),
    "between": (1, LIST.replace("    - 6\n", "    - 6\n    - {mean: 3.6, n: 57}\n")),
    "last": (2, LIST.replace("      # who\n", "      # who\n    - {mean: 3.6, n: 57}\n")),
}


@pytest.mark.parametrize(("position", "after"), PLACES.values(), ids=PLACES.keys())
def test_a_new_item_stands_clear_of_the_comments_of_the_others(position, after):
    source = read((HEAD + LIST + "t: 1\n").encode(), "a.yaml")
    data: Any = own_copy(source.data)
    data["s"]["e"].insert(position, NEW)
    assert edited(source, data) == HEAD + after + "t: 1\n"


def test_what_an_alias_stands_for_is_not_wrapped_behind_its_back():
    with pytest.raises(EditError, match="a '&' may stand in the way"):
        wrapped(HEAD + "s: &x\n  e: 6   # c\nt: *x\n", "s", "e")


@examples(150)
@given(DOCUMENTS, st.integers(0, 2**32 - 1).map(Random), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_any_value_of_any_layout_keeps_its_comments(document, habits, line_break, newer):
    text = written(document, habits, line_break)
    source = read(text.encode(), "a.yaml")
    assume(not source.problems)
    data: Any = own_copy(source.data)
    pointer: list[Any] = []
    place = data
    while isinstance(place, dict | list) and place and (not pointer or habits.random() < 0.7):
        pointer.append(habits.choice([*(place if isinstance(place, dict) else range(len(place)))]))
        around, place = place, place[pointer[-1]]
    assume(pointer != ["cxmap"] and isinstance(place, dict | str | int | float))
    around[pointer[-1]] = [place]
    alone = edited(source, data)
    assert same_but_for_lists(text, alone)
    around[pointer[-1]] = [place, "NEW"] if newer else ["NEW", place]
    both = edited(source, data)
    assert same_data(read(both.encode(), "a.yaml").data, data)
    without = "".join(line for line in both.splitlines(keepends=True) if line.strip() not in {"- NEW", "NEW"})
    if without == both:  # between brackets, or behind a dash
        without = both.replace(", NEW", "", 1).replace("NEW, ", "", 1).replace("- NEW" + line_break, "", 1)
    assert without.split() == alone.split()
