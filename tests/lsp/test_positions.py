"""Places as cxmap counts them and as an editor does: back and forth, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from cxmap.diagnostic import Span
from cxmap.lsp.positions import Positions

ENCODINGS = ("utf-8", "utf-16", "utf-32")
texts = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\r\ufeff\u2028😀é")))


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 9), ("utf-16", 6), ("utf-32", 5)], ids=str)
def test_an_emoji_is_as_wide_as_was_agreed(encoding, character):
    positions = Positions("a: 1\nb: 😀é x", encoding)
    assert positions.range(Span(2, 1, 2, 6)).end == Position(1, character)
    assert positions.place(Position(1, character)) == (2, 6)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=texts, data=st.data())
def test_every_place_comes_back(encoding, text, data):
    positions = Positions(text, encoding)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = data.draw(st.integers(1, len(lines)))
    own = lines[0].removeprefix("\ufeff") if line == 1 else lines[line - 1]
    column = data.draw(st.integers(1, len(own) + 1))
    assert positions.place(positions.position(line, column)) == (line, column)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=texts, line=st.integers(0, 2**31 - 1), character=st.integers(0, 2**31 - 1))
def test_what_a_text_does_not_have_is_the_nearest_place(encoding, text, line, character):
    positions = Positions(text, encoding)
    place = positions.place(Position(line, character))
    assert positions.place(positions.position(*place)) == place
    behind = positions.place(Position(2**31 - 1, character))
    assert positions.position(*behind) == positions.position(2**31 - 1, 1)


def test_a_byte_order_mark_takes_a_column_in_an_editor_and_none_in_a_file():
    positions = Positions("\ufeffcxmap: 1\nx: 1", "utf-16")
    assert positions.position(1, 1) == Position(0, 1)
    assert positions.place(Position(0, 0)) == (1, 1)
    assert positions.position(2, 1) == Position(1, 0)


def test_what_lies_behind_the_text_is_its_end():
    assert Positions("a: 1\nb", "utf-16").position(3, 1) == Position(1, 1)
