"""The canonical layout: what it looks like, and that it never changes what a file says."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.yaml.editor.layout import LayoutError, laid_out
from cxmap.yaml.editor.proof import says_the_same
from tests.profiles import examples
from tests.yaml.layouts import DOCUMENTS, written

HABITS = st.integers(0, 2**32 - 1).map(Random)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@examples(150)
@given(DOCUMENTS, HABITS, BREAKS)
def test_says_the_same_and_stays_when_laid_out_again(document, habits, line_break):
    text = written(document, habits, line_break)
    laid = laid_out(text)
    assert says_the_same(text, laid)
    assert laid_out(laid) == laid


@examples(150)
@given(DOCUMENTS, HABITS)
def test_habits_of_indentation_and_blanks_do_not_show(document, habits):
    assert laid_out(written(document, habits)) == laid_out(written(document))


CASES = {
    "indentation and lists": (
        "journey:\n    id: x\n    stages:\n    - id: a\n      touchpoints:\n      -   id: b\n          title: B\n",
        "journey:\n  id: x\n  stages:\n    - id: a\n      touchpoints:\n        - id: b\n          title: B\n",
    ),
    "a root that is indented": ("  a: 1\n  b:\n     c: 2\n", "a: 1\nb:\n  c: 2\n"),
    "lists in lists": ("a:\n-   -  x\n    -  y\n", "a:\n  - - x\n    - y\n"),
    "blanks around colons, commas and brackets": (
        "a :  { x:  1 ,y: [ ] , z : [ 2,3 ] }   # why\n",
        "a: {x: 1, y: [], z: [2, 3]}   # why\n",
    ),
    "a quoted key against its value": ('{"a":1, \'b\':"x"}\n', '{"a": 1, \'b\': "x"}\n'),
    "brackets over lines, in line with the first part": (
        "a:\n    b:   [ one,\n           two ]\n",
        "a:\n  b: [one,\n      two]\n",
    ),
    "brackets over lines, indented": (
        "a:\n    b: {\n      x: 1 ,\n      # c\n      y: 2\n    }\n",
        "a:\n  b: {\n    x: 1,\n    # c\n    y: 2\n  }\n",
    ),
    "empty lines": ("\n\na: 1\n\n\n   \nb:\n\n\n  c: 2\n\n\n", "a: 1\n\nb:\n\n  c: 2\n"),
    "blanks at the ends of lines": ("a:  \n  b: 1  \n  c: 2 # d \n", "a:\n  b: 1\n  c: 2 # d\n"),
    "no line break at the end": ("a: 1", "a: 1\n"),
    "CRLF": ("a:\r\n    b: 1\r\n\r\n\r\n    c: 2", "a:\r\n  b: 1\r\n\r\n  c: 2\r\n"),
    "text of several lines": (
        "a:\n    b: |\n       one\n         two  \n\n       # three\n\n\n    c: >-\n     x\n",
        "a:\n  b: |\n    one\n      two  \n\n    # three\n\n  c: >-\n    x\n",
    ),
    "text that keeps its empty lines": ("a:\n    b: |+\n        x\n\n\n    c: 1\n", "a:\n  b: |+\n    x\n\n\n  c: 1\n"),
    "text with its own indentation": ("a:\n    b: |1\n       x\n      y\n", "a:\n  b: |1\n     x\n    y\n"),
    "a sentence over lines": ("a:\n    b: one\n        two\n     three\n", "a:\n  b: one\n      two\n    three\n"),
    "a quoted sentence over lines": ('a:\n    b:  "one\n\n  two"\n', 'a:\n  b: "one\n\n    two"\n'),
    "a value on a line of its own": ("a:\n      one\nb:\n\n   - x\n", "a:\n  one\nb:\n\n  - x\n"),
    "comments go with what they stand level with": (
        "# top\na:\n# of l\n- x\n# of y\n- y\n# of b\nb:\n    # of c\n    c: 1\n    # of b\n # odd\nd: 2\n# end\n",
        "# top\na:\n  # of l\n  - x\n  # of y\n  - y\n# of b\nb:\n  # of c\n  c: 1\n  # of b\n# odd\nd: 2\n# end\n",
    ),
    "blanks before a comment stay": ("a: 1     # x\nlong: 2  # y\n", "a: 1     # x\nlong: 2  # y\n"),
    "anchors, tags and aliases": ("a:   &x !!map\n    b:  !!str 1\nc:   *x\n", "a: &x !!map\n  b: !!str 1\nc: *x\n"),
    "quotes and order stay": ("b: 'x'\na: \"y\"\n", "b: 'x'\na: \"y\"\n"),
    "document marks stay": ("%YAML 1.2\n---\na:\n    b: 1\n...\n", "%YAML 1.2\n---\na:\n  b: 1\n...\n"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_looks_like(text, expected):
    assert laid_out(text) == expected


def test_nothing_stays_nothing():
    assert laid_out("# a comment\n") == "# a comment\n"


def test_a_key_marked_with_a_question_mark_has_no_layout():
    with pytest.raises(LayoutError, match=r"line 2: a key marked with '\?'; write 'key: value'"):
        laid_out("a: 1\n? b\n: 2\n")
