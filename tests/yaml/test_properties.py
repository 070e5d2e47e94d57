"""What holds for every file, whatever is in it."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from cxmap.yaml.reader.read import is_ours, read
from cxmap.yaml.values import EMPTY, to_json_pointer
from tests.profiles import examples
from tests.yaml.documents import damaged_documents, documents
from tests.yaml.walk import pointers

if TYPE_CHECKING:
    from cxmap.diagnostic import Span
    from cxmap.yaml.reader.source import SourceText

BYTES = st.binary(max_size=200) | st.text(max_size=200).map(str.encode)
YAMLISH = st.text(st.sampled_from("ab1 \t\n\r:-#{}[]'\"&*!|>%@`,?~<.\\\u2028\ufeff\x07é😀"), max_size=60).map(
    str.encode
)


def check(data: bytes) -> SourceText:
    source = read(data, "a.yaml")
    is_ours(data, "a.yaml")
    assert source.problems or source.data is not None
    assert source.readable == (not {p.code for p in source.problems} - {"CX002"})
    places = [(p.span.line, p.span.column) for p in source.problems]
    assert places == sorted(places)
    spans = [p.span for p in source.problems] + [span for p in source.problems for _, span in p.related]
    for pointer, _ in pointers(source.data):
        to_json_pointer(pointer)
        spans += [source.span(pointer), source.span(pointer, key=True), source.first_key_span(pointer)]
        source.in_flow(pointer)
    for span in spans:
        assert_inside(source, span)
    for problem in source.problems:
        assert problem.message
        assert "\n" not in problem.message + (problem.help or "")
    for comment in source.comments:
        assert source.line(comment.line)[comment.column - 1 :].startswith(comment.text)
    return source


def assert_inside(source: SourceText, span: Span) -> None:
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert line >= 1
        assert 1 <= column <= len(source.line(line)) + 1


@examples(400)
@given(BYTES | YAMLISH)
def test_any_bytes(data):
    check(data)


@examples(150)
@given(damaged_documents())
def test_any_damaged_document(text):
    check(text.encode())


@examples(150)
@given(documents())
def test_a_value_s_place_holds_the_value(text):
    source = check(text.encode())
    for pointer, value in pointers(source.data):
        span = source.span(pointer)
        written = source.line(span.line)[span.column - 1 : span.end_column - 1]
        if (
            span.line == span.end_line
            and not written.startswith(("*", "|", ">"))
            and not isinstance(value, dict | list | None)
        ):
            again = read(f"cxmap: {written}".encode(), "b.yaml").data["cxmap"]
            # Without its tag a value may mean something else.
            assert repr(again) == repr(value) or "!" in text


@given(documents())
@example("a: [?x ,y]\n")
def test_children_stand_inside_their_parents_and_in_order(text):
    source = read(text.encode(), "a.yaml")
    for pointer, value in pointers(source.data):
        inner, outer = source.span(pointer), source.span(pointer[:-1])
        if "*" not in text:
            assert (outer.line, outer.column) <= (inner.line, inner.column)
            if value is not EMPTY:  # a value that is not written has its place behind the blanks
                assert (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def test_empty_survives_copies():
    for again in (copy.copy(EMPTY), copy.deepcopy({"a": EMPTY})["a"], pickle.loads(pickle.dumps(EMPTY))):
        assert again is EMPTY
