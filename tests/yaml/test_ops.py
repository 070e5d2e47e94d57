"""One change at one place: what is asked for is there, all else is as it was, a comment goes with what it is about."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxmap.yaml.editor.changes import EditError
from cxmap.yaml.editor.ops import Draft, insert_value, move_value, remove_value, set_value
from cxmap.yaml.editor.proof import comments, same_data
from cxmap.yaml.reader.read import read
from tests.profiles import examples
from tests.yaml.layouts import DOCUMENTS, VALUES, written
from tests.yaml.walk import pointers

STAGES = """\
cxmap: 1
stages:
  # to begin with
  - id: one
    touchpoints:
      - {id: a, title: A}  # first

      # about b
      - id: b
        doing: |
          Walks

          in
        scores:   {importance: 6}   # kept

      - id: c

  - id: two
    touchpoints:   # these
        - id: d
          title: 'D'
        - id: e
"""
TOUCHPOINTS = ("stages", 0, "touchpoints"), ("stages", 1, "touchpoints")


START = "cxmap: 1\n"


def draft(text):
    return Draft.of(read((text if text.startswith("cxmap") else START + text).encode(), "a.yaml"))


def rest(source):
    return source.text.removeprefix(START)


def ids(data):
    return ["".join(item["id"] for item in stage["touchpoints"]) for stage in data["stages"]]


MOVED = [
    ((*TOUCHPOINTS[0], 1), TOUCHPOINTS[0], 0, ["bac", "de"]),
    ((*TOUCHPOINTS[0], 0), TOUCHPOINTS[0], 3, ["bca", "de"]),
    ((*TOUCHPOINTS[0], 0), TOUCHPOINTS[0], 2, ["bac", "de"]),
    ((*TOUCHPOINTS[0], 1), TOUCHPOINTS[1], 1, ["ac", "dbe"]),
    ((*TOUCHPOINTS[0], 1), TOUCHPOINTS[1], 0, ["ac", "bde"]),
    ((*TOUCHPOINTS[0], 2), TOUCHPOINTS[1], 2, ["ab", "dec"]),
    ((*TOUCHPOINTS[1], 0), TOUCHPOINTS[0], 1, ["adbc", "e"]),
    ((*TOUCHPOINTS[1], 1), TOUCHPOINTS[0], 0, ["eabc", "d"]),
    (("stages", 1), ("stages",), 0, ["de", "abc"]),
    (("stages", 0), ("stages",), 2, ["de", "abc"]),
    ((*TOUCHPOINTS[0], 1), TOUCHPOINTS[0], 1, ["abc", "de"]),
    ((*TOUCHPOINTS[0], 1), TOUCHPOINTS[0], 2, ["abc", "de"]),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(("pointer", "to", "place", "order"), MOVED)
def test_a_move_changes_no_line_but_its_indentation(pointer, to, place, order, line_break):
    text = STAGES.replace("\n", line_break)
    after = move_value(draft(text), pointer, to, place)
    assert ids(after.data) == order
    assert Counter(line.strip() for line in after.text.splitlines()) - Counter({"": 9}) == Counter(
        line.strip() for line in text.splitlines()
    ) - Counter({"": 9})
    assert after.text.count("\n") == after.text.count(line_break)


def test_a_move_takes_the_comments_above_and_the_empty_line_along():
    after = move_value(draft(STAGES), (*TOUCHPOINTS[0], 1), TOUCHPOINTS[1], 1)
    assert (
        after.text
        == """\
cxmap: 1
stages:
  # to begin with
  - id: one
    touchpoints:
      - {id: a, title: A}  # first

      - id: c

  - id: two
    touchpoints:   # these
        - id: d
          title: 'D'
        # about b
        - id: b
          doing: |
            Walks

            in
          scores:   {importance: 6}   # kept
        - id: e
"""
    )


def test_the_last_item_leaves_an_empty_list_that_another_can_go_to():
    emptied = move_value(draft("a:  # list\n  - x  # one\nb:\n  - y\n"), ("a", 0), ("b",), 1)
    assert rest(emptied) == "a: []  # list\nb:\n  - y\n  - x  # one\n"
    assert rest(move_value(draft(emptied.text), ("b", 1), ("a",), 0)) == "a:  # list\n  - x  # one\nb:\n  - y\n"


@pytest.mark.parametrize(
    ("text", "pointer", "to", "place", "after"),
    [
        ("a: [x, y, z]\n", ("a", 2), ("a",), 0, "a: [z, x, y]\n"),
        ("a: [x, y, z]\n", ("a", 0), ("a",), 2, "a: [y, x, z]\n"),
        ("a: [x]\nb: [y]\n", ("a", 0), ("b",), 1, "a: []\nb: [y, x]\n"),
        ("a: [{x: 1}]\nb: []\n", ("a", 0), ("b",), 0, "a: []\nb: [{x: 1}]\n"),
    ],
)
def test_a_move_between_brackets(text, pointer, to, place, after):
    assert rest(move_value(draft(text), pointer, to, place)) == after


@pytest.mark.parametrize(
    ("text", "pointer", "to", "place", "said"),
    [
        ("a: [x, y]\nb:\n  - z\n", ("a", 0), ("b",), 0, "between brackets"),
        ("b:\n  - z\na: [x, y]\n", ("b", 0), ("a",), 0, "between brackets"),
        ("a:\n  - &one x\n  - *one\n", ("a", 0), ("a",), 2, "&"),
        ("a: &a\n  - x\n  - y\nb: *a\n", ("a", 0), ("a",), 2, "&"),
        ("a: &a\n  - x\n  - y\nb: *a\n", ("b", 0), ("b",), 2, "several places"),
        ("a:\n  - - x\n    - y\n", ("a", 0, 0), ("a", 0), 2, "the line of something else"),
    ],
)
def test_what_cannot_be_moved_says_why(text, pointer, to, place, said):
    with pytest.raises(EditError, match="a.yaml: .*" + said):
        move_value(draft(text), pointer, to, place)


@pytest.mark.parametrize(
    ("pointer", "value", "line"),
    [
        (("stages", 0, "touchpoints", 1, "scores", "importance"), 7.5, "        scores:   {importance: 7.5}   # kept"),
        (("stages", 1, "touchpoints", 0, "title"), "D: d", '          title: "D: d"'),
        (("stages", 0, "touchpoints", 1, "doing"), "Runs", "        doing: Runs"),
    ],
)
def test_a_value_is_set_in_place(pointer, value, line):
    after = set_value(draft(STAGES), pointer, value).text
    assert set(after.splitlines()) - set(STAGES.splitlines()) == {line}


def test_what_is_removed_goes_with_the_comments_above_it():
    after = remove_value(draft(STAGES), (*TOUCHPOINTS[0], 1)).text
    assert "about b" not in after
    assert set(after.splitlines()) <= set(STAGES.splitlines())
    assert rest(remove_value(draft("a:\n  - x\nb: 1\n"), ("a", 0))) == "a: []\nb: 1\n"
    assert rest(remove_value(draft("cxmap: 1\n# a\na: 1\nb: 1\n"), ("a",))) == "b: 1\n"


def test_a_pair_and_an_item_go_where_they_are_put():
    text = "a:\n  x: 1\n  z: 3\nb: [1]\n"
    assert rest(insert_value(draft(text), ("a",), 1, "y", 2)) == "a:\n  x: 1\n  y: 2\n  z: 3\nb: [1]\n"
    assert rest(insert_value(draft(text), ("b",), 0, None, "0")) == 'a:\n  x: 1\n  z: 3\nb: ["0", 1]\n'
    assert rest(insert_value(draft("a: {}\n"), ("a",), 0, "y", 2)) == "a: {y: 2}\n"


def lists(data, pointer=()):
    """The places of all lists."""
    if isinstance(data, list):
        yield pointer
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inside:
        yield from lists(value, (*pointer, step))


def value_at(data, pointer):
    for step in pointer:
        data = data[step]
    return data


def without(pointer, to):
    """Where the list `to` is once the item at the pointer has left: a later item of the same list is one place up."""
    *around, place = pointer
    depth = len(around)
    if to[:depth] == tuple(around) and len(to) > depth and to[depth] > place:
        return (*around, to[depth] - 1, *to[depth + 1 :])
    return to


@examples(80)
@given(DOCUMENTS, st.integers(0, 2**32 - 1).map(Random), st.sampled_from(["\n", "\r\n"]))
def test_any_item_goes_to_any_list_with_its_comments_or_nowhere(document, chance, line_break):
    source = read(written(document, chance, line_break).encode(), "a.yaml")
    assume(not source.problems)
    places = list(lists(source.data))
    filled = [place for place in places if value_at(source.data, place)]
    assume(filled)
    around = chance.choice(filled)
    pointer = (*around, chance.randrange(len(value_at(source.data, around))))
    to = chance.choice([place for place in places if place[: len(pointer)] != pointer])
    place = chance.randint(0, len(value_at(source.data, to)))
    try:
        after = move_value(Draft.of(source), pointer, to, place)
    except EditError:
        return
    item, moved = value_at(source.data, pointer), value_at(after.data, without(pointer, to))
    assert any(same_data(item, other) for other in moved)
    assert Counter(comments(after.text)) == Counter(comments(source.text))
    if not source.in_flow(pointer) and len(value_at(source.data, around)) > 1 and value_at(source.data, to):
        stripped = [
            Counter(line.strip() for line in text.split("\n") if line.strip()) for text in (source.text, after.text)
        ]
        assert stripped[0] == stripped[1]


@examples(40)
@given(DOCUMENTS, st.integers(0, 2**32 - 1).map(Random), VALUES)
def test_whatever_is_set_or_removed_is_proven(document, chance, value):
    source = read(written(document, chance).encode(), "a.yaml")
    assume(not source.problems and isinstance(source.data, dict) and len(source.data) > 1)
    key = chance.choice(list(source.data)[1:])
    try:
        changed = set_value(Draft.of(source), (key,), "new: text")
        removed = remove_value(Draft.of(source), (key,))
    except EditError:
        return
    assert same_data(changed.data, source.data | {key: "new: text"})
    assert same_data(removed.data, {other: inside for other, inside in source.data.items() if other != key})


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def assert_as_read_again(source):
    """What an edit gave is what reading its text gives: the data, and the place of everything."""
    again = read(source.text.encode(), source.name)
    assert not again.problems
    assert same_data(source.data, again.data)
    for pointer, _ in pointers(again.data):
        for key in (False, True):
            assert source.span(pointer, key=key) == again.span(pointer, key=key)


@examples(60)
@given(DOCUMENTS, st.integers(0, 2**32 - 1).map(Random), st.sampled_from([0, 7, 10, -3, 6.5, 12.25, 1e30, 10**20]))
def test_a_number_in_place_of_a_number_is_as_if_it_were_read_again(document, chance, value):
    source = read(written(document, chance).encode(), "a.yaml")
    assume(not source.problems)
    pointer = chance.choice([place for place, found in pointers(source.data) if is_number(found)])
    after = set_value(Draft.of(source), pointer, value)
    assert_as_read_again(after)
    assert same_data(value_at(after.data, pointer), value)


@pytest.mark.parametrize("text", [
    "a: !!float 7\n", "a: &x 7\nb: *x\n", "a: &x 7\n", 'a: {"b":7}\n', "a: [7,8]\n", "a:\n  7 # seven\n", "a: 0x7\n",
    "a: +7\n", "a: .5\n", "a: 7e0\nb: 1\n", "a: !!int '7'\n", "a: 7", "a: é\nb: {c: 7, d: é}\n",
    "a:\n- 7\n-  -1\n",
])  # fmt: skip
def test_a_number_is_set_however_the_old_one_was_written(text):
    source = draft(text).source
    place = next(place for place, found in pointers(source.data) if is_number(found) and place != ("cxmap",))
    for value in (8, 10.5, -2):
        try:
            after = set_value(Draft.of(source), place, value)
        except EditError:
            assert set(text) & set("&!")
            continue
        assert_as_read_again(after)
