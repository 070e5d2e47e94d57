"""libyaml's events and those of ruamel.yaml's own parser lead to the same data, places and problems.

Known differences, all outside what people write in a journey:

- libyaml refuses directives it does not know, an empty key (``: value``) and anchors with other characters than
  ``A-Z a-z 0-9 _ -``; ruamel.yaml takes them.
- The name of an anchor ends before a colon (libyaml) or goes on with it (ruamel.yaml): ``&a: word``.
- ruamel.yaml refuses a tab behind a colon or at the end of a line; libyaml takes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import assume, example, given
from ruamel.yaml import YAML

from cxmap.yaml.reader import events
from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.scalars import plain
from cxmap.yaml.values import EMPTY
from tests.profiles import examples
from tests.yaml.documents import PLAIN_WORDS, damaged_documents, documents
from tests.yaml.walk import pointers

if TYPE_CHECKING:
    from cxmap.yaml.reader.source import SourceText

pytestmark = pytest.mark.skipif(events.CParser is None, reason="PyYAML without libyaml")


def read_pure(text: str) -> SourceText:
    with mock.patch.object(events, "CParser", None):
        source = read(text.encode(), "a.yaml")
        assert source.comments is not None  # scanned with the same parser
        return source


@examples(150)
@given(documents())
@example("b:\n  c:\n  ? a\n  : word\n")
@example("a:\n\n# note\nb: # note\n")
@example("? a # note\n: \n? b\n? c: d\n:\n- - a:\n  -\n- {e: , f: , g: # note\n }\n- [h: , i, {j}]\n")
def test_same_on_yaml(text):
    fast, pure = read(text.encode(), "a.yaml"), read_pure(text)
    assert repr(fast.data) == repr(pure.data)
    assert [(p.code, p.message, p.span, p.pointer) for p in fast.problems] == [
        (p.code, p.message, p.span, p.pointer) for p in pure.problems
    ]
    assert fast.comments == pure.comments
    for pointer, _ in pointers(fast.data):
        assert fast.span(pointer, key=True) == pure.span(pointer, key=True)
        assert fast.span(pointer) == pure.span(pointer)


@examples(150)
@given(damaged_documents())
def test_same_data_wherever_both_take_it(text):
    assume(not re.search(r"[&*][\w-]+:", text))
    fast, pure = read(text.encode(), "a.yaml"), read_pure(text)
    if fast.data is not None and pure.data is not None:
        assert repr(fast.data) == repr(pure.data)


# What ruamel.yaml takes for a number, a date or a line break, and YAML 1.2's core schema does not.
RUAMEL_ONLY = {"1_000", "0b1", "2026-01-14", "=", "\u0085", "x\u0085y"}


@pytest.mark.parametrize("word", PLAIN_WORDS)
def test_plain_words_mean_what_they_mean_to_ruamel(word):
    if word in RUAMEL_ONLY:
        assert plain(word) == word
    else:
        theirs = YAML(typ="safe", pure=True).load(word)
        ours = plain(word)
        assert repr(None if ours is EMPTY else ours) == repr(theirs)
