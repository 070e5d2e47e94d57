"""CX002 and CX004 to CX008: what is wrong with a file that a parser takes. ⟦ and ⟧ are around the place."""

from __future__ import annotations

import pytest

from cxmap.diagnostic import Span
from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.reader.read import is_ours, read
from cxmap.yaml.values import EMPTY, OddKey
from tests.yaml.test_places import marked


def only(text: str) -> Problem:
    (problem,) = read(text.encode(), "a.yaml").problems
    return problem


@pytest.mark.parametrize(
    ("text", "first", "pointer"),
    [
        ("cxmap: 1\na: 1\n⟦a⟧: 2\n", Span(2, 1, 2, 2), ("a",)),
        ("cxmap: 1\na: 1\n⟦'a'⟧: 2\n", Span(2, 1, 2, 2), ("a",)),
        ("cxmap: 1\nb: [{c: 1, ⟦c⟧: 2}]\n", Span(2, 6, 2, 7), ("b", 0, "c")),
        ("cxmap: 1\nk: &k a\na: 1\n⟦*k⟧ : 2\n", Span(3, 1, 3, 2), ("a",)),
        ("cxmap: 1\na: {1: x, ⟦0x1⟧: y}\n", Span(2, 5, 2, 6), ("a", 1)),
        ("cxmap: 1\na: {1.0: x, 1: z, ⟦1.00⟧: y}\n", Span(2, 5, 2, 8), ("a", 1.0)),
        ("cxmap: 1\na: {true: x, ⟦true⟧: y}\n", Span(2, 5, 2, 9), ("a", OddKey("true"))),
        ("cxmap: 1\na: {[b]: x, ⟦[b]⟧: y}\n", Span(2, 5, 2, 8), ("a", OddKey("[b]"))),
        ("cxmap: 1\na: {x-b: {c: 1}, ⟦x-b⟧: {c: 1}}\n", Span(2, 5, 2, 8), ("a", "x-b")),
    ],
)
def test_duplicate_key(text, first, pointer):
    text, span = marked(text)
    problem = only(text)
    assert (problem.code, problem.span, problem.pointer) == ("CX002", span, pointer)
    assert problem.related == (("first given here", first),)


def test_the_first_of_two_keys_counts():
    source = read(b"cxmap: 1\na: {b: 1}\na: {b: 2, b: 3}\na: 4\n", "a.yaml")
    assert source.data == {"cxmap": 1, "a": {"b": 1}}
    assert [p.span.line for p in source.problems] == [3, 3, 4]
    assert source.readable


def test_keys_that_differ_are_no_duplicates():
    source = read(b'cxmap: 1\na: {1: x, "1": x, 1.0: x, true: x, "true": x, ~: x, [1]: x}\n', "a.yaml")
    assert source.problems == ()
    assert list(source.data["a"]) == [1, "1", OddKey("1.0"), OddKey("true"), "true", OddKey("~"), OddKey("[1]")]


def test_an_odd_key_shows_as_it_is_written():
    assert str(OddKey("[a, b]")) == repr(OddKey("[a, b]")) == "[a, b]"


@pytest.mark.parametrize(
    ("text", "message", "pointer"),
    [
        ("cxmap: 1\na: ⟦!secret⟧ x\n", "unsupported tag '!secret'", ("a",)),
        ("cxmap: 1\na: [&x ⟦!!python/object:os.system⟧ {}]\n", "unsupported tag '!!python/object:os.system'", ("a", 0)),
        ("cxmap: 1\na: &x # why\n   ⟦!<!foo>⟧ x\n", "unsupported tag '!<!foo>'", ("a",)),
        ("cxmap: 1\na: ⟦!!timestamp⟧ 2026-01-14\n", "unsupported tag '!!timestamp'", ("a",)),
        ("cxmap: 1\na: ⟦!!set⟧ {b}\n", "unsupported tag '!!set'", ("a",)),
        ("cxmap: 1\n⟦!x⟧ a: 1\n", "unsupported tag '!x'", ()),
        ("⟦!x⟧\ncxmap: 1\n", "unsupported tag '!x'", ()),
        ("%TAG !e! tag:example.org,2026:\n---\ncxmap: 1\na: ⟦!e!x⟧ 1\n", "unsupported tag '!e!x'", ("a",)),
        ("cxmap: 1\na: ⟦!!int⟧ abc\n", "the tag '!!int' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!int⟧ 5.0\n", "the tag '!!int' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!bool⟧ yes\n", "the tag '!!bool' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!null⟧ x\n", "the tag '!!null' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!float⟧ x\n", "the tag '!!float' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!map⟧ []\n", "the tag '!!map' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!seq⟧ x\n", "the tag '!!seq' does not fit its value", ("a",)),
        ("cxmap: 1\na: ⟦!!str⟧ [x]\n", "the tag '!!str' does not fit its value", ("a",)),
        ("cxmap: 1\na: {⟦<<⟧: {b: 1}}\n", "merge keys (<<) are not supported", ("a",)),
        ("cxmap: 1\n⟦<<⟧: 1\n", "merge keys (<<) are not supported", ()),
    ],
)
def test_unsupported_tag(text, message, pointer):
    text, span = marked(text)
    problem = only(text)
    assert (problem.code, problem.message, problem.span, problem.pointer) == ("CX007", message, span, pointer)


def test_a_tag_or_merge_key_does_not_hide_other_problems():
    text = "cxmap: 1\na: &a {b: 1}\nc: {<<: *a, <<: *a, d: !x 1, d: 2}\ne: !y {f: 1, f: 2}\n"
    source = read(text.encode(), "a.yaml")
    found = [(p.code, p.span.line, p.span.column) for p in source.problems]
    assert found == [
        ("CX007", 3, 5),
        ("CX007", 3, 13),
        ("CX007", 3, 24),
        ("CX002", 3, 30),
        ("CX007", 4, 4),
        ("CX002", 4, 14),
    ]
    assert source.data == {"cxmap": 1, "a": {"b": 1}, "c": {"d": "1"}, "e": {"f": 1}}
    assert not source.readable


@pytest.mark.parametrize("key", ["'<<'", "!!str <<", "? |-\n  <<\n"])
def test_a_merge_sign_that_is_text(key):
    assert read(f"cxmap: 1\n{key}: 1\n".encode(), "a.yaml").data["<<"] == 1


@pytest.mark.parametrize(
    ("text", "message", "pointer"),
    [
        ("cxmap: 1\na: ⟦*b⟧\n", "'*b' refers to an anchor that nothing before it defines", ("a",)),
        ("cxmap: 1\na: ⟦*b⟧\nc: &b 1\n", "'*b' refers to an anchor that nothing before it defines", ("a",)),
        ("cxmap: 1\na: &b [{c: ⟦*b⟧}]\n", "'*b' stands inside what it refers to", ("a", 0, "c")),
        ("cxmap: 1\na: &b\n  ⟦*b⟧ : 1\n", "'*b' stands inside what it refers to", ("a",)),
    ],
)
def test_alias_to_nothing_or_to_itself(text, message, pointer):
    text, span = marked(text)
    problem = only(text)
    assert (problem.code, problem.message, problem.span) == ("CX001", message, span)
    assert problem.pointer[: len(pointer)] == pointer
    assert read(text.encode(), "a.yaml").data is None


def test_an_anchor_may_be_given_again():
    data = read(b"cxmap: 1\na: &x [&x 1]\nb: *x\nc: &x 2\nd: *x\n", "a.yaml").data
    assert (data["b"], data["d"]) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "cxmap: 1\n⟦---⟧\nb: 1\n",
        "---\ncxmap: 1\n⟦---⟧\n",
        "---\n⟦---⟧\ncxmap: 1\n",
        "cxmap: 1\n...\n⟦---⟧ # again\n",
        "cxmap: 1\n...\n⟦b⟧: 2\n",
    ],
)
def test_second_document(text):
    text, span = marked(text)
    problem = only(text)
    assert (problem.code, problem.span, problem.message) == ("CX005", span, "a second document starts here")


def test_of_two_documents_the_first_is_read():
    assert read(b"cxmap: 1\na: 1\n---\ncxmap: 1\nb: [\n", "a.yaml").data == {"cxmap": 1, "a": 1}


@pytest.mark.parametrize("text", ["cxmap: 1\n...\n", "---\ncxmap: 1\n...\n# end\n", "%YAML 1.1\n---\ncxmap: 1\n"])
def test_one_document(text):
    assert read(text.encode(), "a.yaml").data == {"cxmap": 1}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file holds no data"),
        ("\n\n", "the file holds no data"),
        ("# comment\n", "the file holds no data"),
        ("---\n", "the file holds no data"),
        ("~\n", "the file holds no data"),
        ("\ufeff", "the file holds no data"),
        ("- cxmap: 1\n", "not a cxmap file: it is not a mapping"),
        ("text\n", "not a cxmap file: it is not a mapping"),
        ("cxmap:1\n", "no space after 'cxmap:'"),
        ("{}\n", "not a cxmap file: it has no 'cxmap:'"),
        ("journey: {cxmap: 1}\n", "not a cxmap file: it has no 'cxmap:'"),
    ],
)
def test_not_ours(text, message):
    problem = only(text)
    assert (problem.code, problem.span, problem.message) == ("CX008", Span(1, 1, 1, 1), message)
    assert problem.help == "begin it with 'cxmap: 1'"


@pytest.mark.parametrize(
    ("data", "name", "ours"),
    [
        (b"", "a.cxmap.yaml", True),
        (b"", "A.CXMAP.YML", True),
        (b"\xff", "a.cxmap.yml", True),
        (b"cxmap: 1\n", "a.yaml", True),
        (b"# hello\ncxmap:\n", "a.yaml", True),
        (b"# hello\rcxmap: 1\r", "a.yaml", True),
        (b"\xef\xbb\xbfcxmap: 1\n", "a.yaml", True),
        (b"a: [\ncxmap: 1\n", "a.yaml", True),
        ("cxmap: 1\n".encode("utf-16"), "a.yaml", True),
        ("cxmap: 1\n".encode("utf-16-be"), "a.yaml", True),
        ("# ü\ncxmap: 1\n".encode("cp1252"), "a.yaml", True),
        (b"", "a.yaml", False),
        (b"  cxmap: 1\n", "a.yaml", False),
        (b"# cxmap: 1\n", "a.yaml", False),
        (b"cxmap : 1\n", "a.yaml", False),
        (b"xcxmap: 1\n", "cxmap.yaml", False),
    ],
)
def test_is_ours(data, name, ours):
    assert is_ours(data, name) is ours


def test_a_problem_with_the_file_itself_is_passed_on():
    problem = Problem("CX006", "cannot be read: no permission")
    source = read(problem, "a.yaml")
    assert (source.problems, source.text, source.data, source.readable) == ((problem,), "", None, False)
    assert source.comments == ()


def test_empty_is_no_value_of_any_kind():
    assert not EMPTY
    assert str(EMPTY) == repr(EMPTY) == "EMPTY"
    assert EMPTY is not None
