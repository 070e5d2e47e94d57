"""Where keys and values stand. In the texts ⟦ and ⟧ are around the place; they are taken out before reading."""

from __future__ import annotations

import pytest

from cxmap.diagnostic import Span
from cxmap.yaml.reader.read import read
from cxmap.yaml.values import OddKey, to_json_pointer


def marked(text: str) -> tuple[str, Span]:
    """The text without marks, and the span between them."""
    before, inside, after = text.replace("⟧", "⟦").split("⟦")
    ends = []
    for part in (before, before + inside):
        lines = part.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        ends += [len(lines), len(lines[-1]) + 1]
    return before + inside + after, Span(*ends)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("⟦a: 1⟧\n", ()),
        ("# head\n---\n⟦a: 1\nb:\n  - c⟧\n\n# tail\n", ()),
        ("a: ⟦1⟧ # comment\n", ("a",)),
        ("a:   ⟦two words⟧  \n", ("a",)),
        ("a: ⟦'it''s'⟧\n", ("a",)),
        ('é: {😀: ⟦"x"⟧}\n', ("é", "😀")),
        ("a: ⟦x\n  y⟧\nb: 1\n", ("a",)),
        ("a:⟦⟧\nb: 1\n", ("a",)),
        ("a:⟦⟧ # comment\nb: 1\n", ("a",)),
        ("a: [1, ⟦{b: [2, 3]}⟧ , 4]\n", ("a", 1)),
        ("a: ⟦[\n  1,\n  2\n ]⟧\nb: 1\n", ("a",)),
        ("a: ⟦{}⟧\n", ("a",)),
        ("a:\n  ⟦b: 1\n  c: [2]⟧\n\n\n# comment\nd: 1\n", ("a",)),
        ("a:\n⟦- 1\n- b: 2\n  c: 3⟧\nd: 1\n", ("a",)),
        ("a:\n- 1\n- ⟦b: 2\n  c: 3⟧\nd: 1\n", ("a", 1)),
        ("a:\n-⟦⟧\n- 1\n", ("a", 0)),
        ("a: ⟦|\n  one\n  two⟧\n\n\nb: 1\n", ("a",)),
        ("a: ⟦>-\n  one\n  # text⟧\n# comment\nb: 1\n", ("a",)),
        ("a: ⟦|⟧\nb: 1\n", ("a",)),
        ("a: &x ⟦1⟧\nb: *x\n", ("a",)),
        ("a: &x 1\nb: ⟦*x⟧\n", ("b",)),
        ("a: &x {c: ⟦1⟧}\nb: *x\n", ("b", "c")),
        ("a: &x\n  ⟦c: 1⟧\nb: *x\n", ("a",)),
        ("a: &x # comment\n  !!map\n  ⟦c: 1⟧\nb: *x\n", ("a",)),
        ("a: !!str ⟦1⟧\n", ("a",)),
        ("a: ⟦&x⟧\nb: 1\n", ("a",)),
        ("a: ⟦!!str⟧\nb: 1\n", ("a",)),
        ("a: ⟦1⟧\na: {b: 2}\nc: 3\n", ("a",)),
        ("a: 1\na: {b: 2}\nc: ⟦3⟧\n", ("c",)),
        ("a: 1\n<<: {b: [2]}\nc: ⟦3⟧\n", ("c",)),
        ("? [a, {b: c}]\n: ⟦1⟧\nd: 2\n", (OddKey("[a, {b: c}]"),)),
        ("? [a, {b: c}]\n: 1\nd: ⟦2⟧\n", ("d",)),
        ("? a:\n    b: c\n: 1\nd: ⟦2⟧\n", ("d",)),
        ("a: {1: x, 1.0: y, true: ⟦z⟧}\n", ("a", OddKey("true"))),
        ("a: 1\r\nb: ⟦2⟧\r\n", ("b",)),
        ("a: 1\rb: ⟦2⟧\r", ("b",)),
        ("a: x\u2028y\nb: ⟦2⟧\n", ("b",)),
        ('a: "\\ud83d\\ude00"\nb: "\\ud83d\\ude00" \nc: ⟦2⟧\n', ("c",)),
        ("a: ⟦1⟧", ("a",)),
        ("a: ⟦{b: 1}⟧\n", ("a", "gone", "too")),
        ("⟦a: {b: 1}⟧\n", (0,)),
    ],
)
def test_value(text, pointer):
    text, span = marked(text)
    assert read(text.encode(), "a.yaml").span(pointer) == span


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("⟦a⟧: 1\n", ("a",)),
        ("a: {b: 1, ⟦c⟧}\n", ("a", "c")),
        ("⟦'a b'⟧: 1\n", ("a b",)),
        ("? ⟦a⟧\n: 1\n", ("a",)),
        ("a:\n  - b: 1\n    ⟦c⟧: 2\n", ("a", 0, "c")),
        ("⟦é⟧ : 1\n", ("é",)),
        ("a: [1, ⟦2⟧]\n", ("a", 1)),
        ("? ⟦[a, {b: c}]⟧\n: 1\n", (OddKey("[a, {b: c}]"),)),
        ("a: {1: x, 1.0: y, ⟦true⟧: z}\n", ("a", OddKey("true"))),
        ("a: {1: x, ⟦1.0⟧: y, true: z}\n", ("a", OddKey("1.0"))),
        ("a: &x {⟦c⟧: 1}\nb: *x\n", ("b", "c")),
        ("a: 1\n⟦b⟧: 2\na: 3\n", ("b",)),
        ("⟦a: {b: 1}⟧\n", ()),
        ("a: ⟦{b: 1}⟧\n", ("a", "gone")),
    ],
)
def test_key(text, pointer):
    text, span = marked(text)
    assert read(text.encode(), "a.yaml").span(pointer, key=True) == span


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("⟦a⟧: 1\nb: 2\n", ()),
        ("a: {⟦b⟧: 1, c: 2}\n", ("a",)),
        ("a:\n  # comment\n  ⟦b⟧: 1\n", ("a",)),
        ("a: ⟦{}⟧\n", ("a",)),
        ("a:⟦⟧\n", ("a",)),
        ("a: ⟦text⟧\n", ("a",)),
        ("a: ⟦[1, 2]⟧\n", ("a",)),
        ("a: &x {⟦b⟧: 1}\nc: *x\n", ("c",)),
        ("a:\n  <<: {b: 1}\n  ⟦c⟧: 2\n", ("a",)),
        ("a: ⟦{b: 1}⟧\n", ("a", "gone")),
    ],
)
def test_first_key(text, pointer):
    text, span = marked(text)
    assert read(text.encode(), "a.yaml").first_key_span(pointer) == span


@pytest.mark.parametrize(
    ("pointer", "flow"),
    [
        (("a",), False),
        (("a", "b"), True),
        (("a", "b", 0), True),
        (("c", 0), False),
        (("d", "e"), True),
        ((), False),
        (("gone", "too"), False),
    ],
)
def test_in_flow(pointer, flow):
    source = read(b"a: {b: [1]}\nc:\n  - 1\nd: &x {e: 1}\n", "a.yaml")
    assert source.in_flow(pointer) is flow


def test_a_file_that_holds_nothing_has_the_place_of_its_start():
    for data in (b"", b"# comment\n", b"\xff\xfe"):
        source = read(data, "a.yaml")
        assert source.span(("a", 0)) == source.first_key_span(()) == Span(1, 1, 1, 1)
        assert not source.in_flow(("a",))


def test_a_byte_order_mark_takes_no_column():
    assert read(b"\xef\xbb\xbfa: 1\n", "a.yaml").span(("a",)) == Span(1, 4, 1, 5)


def test_the_lines_of_a_file():
    source = read("a: 1\r\nb: x\u2028y\rc: 3\n".encode(), "a.yaml")
    assert [source.line(number) for number in range(1, 6)] == ["a: 1", "b: x\u2028y", "c: 3", "", ""]


@pytest.mark.parametrize(
    ("pointer", "text"),
    [
        ((), ""),
        (("journey", "stages", 0), "/journey/stages/0"),
        (("a/b", "c~d", ""), "/a~1b/c~0d/"),
        (("counts", 1.5), "/counts/1.5"),
        ((OddKey("true"),), "/true"),
    ],
)
def test_json_pointer(pointer, text):
    assert to_json_pointer(pointer) == text
