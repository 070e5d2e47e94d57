"""Changes of data in a text: what changes is written, and every other byte stays."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxmap.yaml.editor.changes import EditError, edited, own_copy
from cxmap.yaml.editor.proof import same_data
from cxmap.yaml.reader.read import read
from tests.profiles import examples
from tests.yaml.layouts import DOCUMENTS, written


def change(text, change_, name="a.yaml"):
    source = read(text.encode(), name)
    assert not source.problems, source.problems
    data = own_copy(source.data)
    change_(data)
    return edited(source, data)


def put(*steps_and_value):
    *steps, last, value = steps_and_value

    def apply(data):
        for step in steps:
            data = data[step]
        if isinstance(data, list) and last == len(data):
            data.append(value)
        else:
            data[last] = value

    return apply


def drop(*steps):
    def apply(data):
        for step in steps[:-1]:
            data = data[step]
        del data[steps[-1]]

    return apply


def insert(*steps_and_value):
    *steps, position, value = steps_and_value

    def apply(data):
        for step in steps:
            data = data[step]
        data.insert(position, value)

    return apply


HEAD = "cxmap: 1\n"
CASES = {
    "a number": ("a: 5   # five\n", put("a", 6.5), "a: 6.5   # five\n"),
    "a text that needs quotes": ("a:  x # c\n", put("a", "it: is, so"), 'a:  "it: is, so" # c\n'),
    "a text that looks like something else": ("a: x\n", put("a", "5"), 'a: "5"\n'),
    "the quotes of the text go with it": ("a: 'x'\nb: \"y\"\n", put("a", "z"), 'a: z\nb: "y"\n'),
    "what was left empty": ("a:   # later\nb: 1\n", put("a", 3), "a: 3   # later\nb: 1\n"),
    "an alias": ("a: &x 5\nb: *x\n", put("b", 6), "a: &x 5\nb: 6\n"),
    "text of several lines": ("a: |\n  x\n\n  y\n\nb: 1\n", put("a", "z"), "a: z\n\nb: 1\n"),
    "a mark becomes a measurement": (
        "s:\n  e: 5   # guess\n",
        put("s", "e", {"mean": 2.7, "n": 57}),
        "s:\n  e: {mean: 2.7, n: 57}   # guess\n",
    ),
    "a measurement becomes a mark": ("s:\n  e:\n    mean: 2\n    n: 5\n", put("s", "e", 5), "s:\n  e: 5\n"),
    "a value within brackets": ("s: { i: 3 , e: [1,2] }\n", put("s", "e", 1, 9), "s: { i: 3 , e: [1,9] }\n"),
    "an empty value within brackets": ("s: {i: , e: 1}\n", put("s", "i", 2), "s: {i: 2, e: 1}\n"),
    "a key within brackets": ("s: { i: 3 }\n", put("s", "e", 4), "s: { i: 3, e: 4 }\n"),
    "a key within empty brackets": ("s: {}   # c\n", put("s", "e", 4), "s: {e: 4}   # c\n"),
    "a key behind the others": (
        "s:\n    i: 3   # c\n    # d\n\nt: 1\n",
        put("s", "e", 4),
        "s:\n    i: 3   # c\n    e: 4\n    # d\n\nt: 1\n",
    ),
    "a key behind text of several lines": (
        "s:\n  i: |\n    x\n\nt: 1\n",
        put("s", "e", 4),
        "s:\n  i: |\n    x\n  e: 4\n\nt: 1\n",
    ),
    "a key behind text that keeps its empty lines": (
        "s:\n  i: |+\n    x\n\nt: 1\n",
        put("s", "e", 4),
        "s:\n  i: |+\n    x\n\n  e: 4\nt: 1\n",
    ),
    "a key at the end of a file without a line break": ("s:\n  i: 3", put("s", "e", 4), "s:\n  i: 3\n  e: 4"),
    "a key in a list's item": ("l:\n- a: 1\n- b: 2\n", put("l", 0, "c", 3), "l:\n- a: 1\n  c: 3\n- b: 2\n"),
    "a section, set apart as the others are": (
        "s:\n  x: {t: X}\n\nu: 1\n",
        put("v", {"y": {"t": 1}}),
        "s:\n  x: {t: X}\n\nu: 1\n\nv:\n  y: {t: 1}\n",
    ),
    "a mapping in the file's own indentation": (
        "s:\n    i: 1\nl:\n- a\n",
        put("t", {"k": {"m": {"n": 1}}, "l": [{"p": [{"q": 1}]}]}),
        "s:\n    i: 1\nl:\n- a\nt:\n    k:\n        m: {n: 1}\n    l:\n    - p:\n      - {q: 1}\n",
    ),
    "an item behind the others": (
        "l:\n  - a\n  - b # c\nm: 1\n",
        put("l", 2, "d"),
        "l:\n  - a\n  - b # c\n  - d\nm: 1\n",
    ),
    "an item before the others": (
        "l:\n- a # c\n- b\n",
        insert("l", 0, {"x": [{"y": 1}]}),
        "l:\n- x:\n  - {y: 1}\n- a # c\n- b\n",
    ),
    "an item between brackets": ("l: [a, b]\n", insert("l", 1, "c"), "l: [a, c, b]\n"),
    "an item in front, between brackets": ("l: [a, b]\n", insert("l", 0, "c"), "l: [c, a, b]\n"),
    "taken out of a mapping": (
        "s:\n  i: 3   # c\n  # of e\n  e: 4\nt: 1\n",
        drop("s", "i"),
        "s:\n  # of e\n  e: 4\nt: 1\n",
    ),
    "taken out with all that is in it": ("a:\n  b:\n    - 1\n    - 2\n\nc: 1\n", drop("a"), "\nc: 1\n"),
    "taken out at the end": ("a: 1\nb:\n  c: 2", drop("b"), "a: 1"),
    "the first key behind a dash taken out": ("l:\n  - a: 1\n    b: 2\n", drop("l", 0, "a"), "l:\n  - b: 2\n"),
    "the last of several taken out": ("s:\n  a: 1\nt: 2\n", drop("s", "a"), "s: {}\nt: 2\n"),
    "taken out of brackets": ("s: {a: 1, b: 2, c: 3}\n", drop("s", "b"), "s: {a: 1, c: 3}\n"),
    "the first taken out of brackets": ("s: {a: 1, b: 2}\n", drop("s", "a"), "s: {b: 2}\n"),
    "an item taken out": ("l:\n  - a\n  - b\n  - c\n", drop("l", 1), "l:\n  - a\n  - c\n"),
    "text of several lines, new": ("s: 1\n", put("t", "x: 1\n# y\n\nz\n"), "s: 1\nt: |\n  x: 1\n  # y\n\n  z\n"),
    "answers by mark": (
        "s: 1\n",
        put("t", {"counts": {1: 3, 2: 5}, "source": "x"}),
        "s: 1\nt: {counts: {1: 3, 2: 5}, source: x}\n",
    ),
}


@pytest.mark.parametrize(("before", "apply", "after"), CASES.values(), ids=CASES.keys())
def test_change(before, apply, after):
    assert change(HEAD + before, apply) == HEAD + after


def test_line_breaks_stay_what_they_are():
    before = "cxmap: 1\r\ns:\r\n  i: 1\r\n"
    assert change(before, put("s", "e", {"t": {"u": 1}})) == before + "  e:\r\n    t: {u: 1}\r\n"


def test_several_changes_at_once():
    def apply(data):
        scores = data["s"]
        scores["i"] = {"mean": 3.5, "n": 4}
        del scores["e"]
        scores["d"] = 9
        data["t"] = "new"

    before = HEAD + "s:\n  # importance\n  i: 3   # asked\n  x-own: [ 1 ]\n  e: {mean: 2}  # old\n"
    after = HEAD + "s:\n  # importance\n  i: {mean: 3.5, n: 4}   # asked\n  x-own: [ 1 ]\n  d: 9\nt: new\n"
    assert change(before, apply) == after


def test_an_item_with_an_id_is_found_again_wherever_it_stands():
    def apply(data):
        del data["l"][0]
        data["l"][0]["t"] = 2

    before = HEAD + "l:\n  - id: a   # first\n    t: 1\n  - id: b   # second\n    t: 1\n"
    assert change(before, apply) == HEAD + "l:\n  - id: b   # second\n    t: 2\n"


def test_what_an_anchor_names_is_not_changed_behind_the_back_of_its_aliases():
    with pytest.raises(EditError, match=r"^a.yaml: cannot be changed .*a '&' may stand in the way"):
        change(HEAD + "a: &x {i: 1}\nb: *x\n", put("a", "i", 2))


def test_what_cannot_be_read_cannot_be_changed():
    with pytest.raises(EditError, match="cannot be read"):
        edited(read(b"cxmap: [", "a.yaml"), {"cxmap": 1})


def test_an_unchanged_file_is_unchanged():
    text = HEAD + "a :   [ 1,2 ]  \n\n\n"
    assert change(text, lambda _: None) == text


VALUES = st.recursive(
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
        st.sampled_from(["a b", "no", "5", "1:30", "- x", "a: b", "#", "'", '"', "~", "=1", "é"]),
        st.sampled_from(["{x}", "a\nb\n", "x#y", "?", " a", "a ", "a\\b", "[", "'a\"", "@x", "%", "---"]),
        st.integers(-5, 10**20),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "t", "a: b", "é", "5", "no"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@examples(150)
@given(DOCUMENTS, st.integers(0, 2**32 - 1).map(Random), VALUES, st.booleans())
def test_any_value_goes_anywhere_and_leaves_the_rest(document, habits, value, remove):
    """A value anywhere in any layout is exchanged, added or taken out; all lines that it does not stand in stay."""
    text = written(document, habits)
    source = read(text.encode(), "a.yaml")
    assume(not source.problems and "|+" not in text)  # empty lines behind a removed pair would become its text
    data = own_copy(source.data)
    place: Any = data
    pointer: list[Any] = []
    while isinstance(place, dict | list) and place and (not pointer or habits.random() < 0.8):
        step = habits.choice([*(place if isinstance(place, dict) else range(len(place)))])
        if not pointer and step == "cxmap":
            continue
        pointer.append(step)
        around, place = place, place[step]
    if remove:
        del around[pointer[-1]]
    elif isinstance(place, list):
        place.append(value)
    else:
        around[pointer[-1]] = value
    changed = edited(source, data)
    assert same_data(read(changed.encode(), "a.yaml").data, data)
    if isinstance(place, dict | list) or isinstance(pointer[-1], int) or remove:
        return  # where a collection, an item or a run of removed pairs begins, comments may stand in it or before it
    first, last = source.span(tuple(pointer), key=True).line, source.span(tuple(pointer)).end_line
    after = [line for line in changed.split("\n") if line.strip()]
    kept_before = [line for line in text.split("\n")[: first - 1] if line.strip()]
    kept_after = [line for line in text.split("\n")[last:] if line.strip()]
    assert after[: len(kept_before)] == kept_before
    assert not kept_after or after[-len(kept_after) :] == kept_after
