"""CX003: bytes that are not UTF-8, and characters that YAML forbids."""

from __future__ import annotations

import pytest

from cxmap.diagnostic import Span
from cxmap.yaml.reader.read import read


def found(data: bytes) -> list[tuple[str, str, int, int]]:
    source = read(data, "a.yaml")
    assert source.data is None
    assert not source.readable
    return [(p.code, p.message, p.span.line, p.span.column) for p in source.problems]


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        ("cxmap: 1\na: “x”\n".encode("cp1252"), "not UTF-8: the byte 0x93, which is '“' in Windows-1252", 2, 4),
        ("cxmap: 1\r\na: é\r\n".encode("latin-1"), "not UTF-8: the byte 0xE9, which is 'é' in Windows-1252", 2, 4),
        ("cxmap: 1\rb: ë".encode("cp1252"), "not UTF-8: the byte 0xEB, which is 'ë' in Windows-1252", 2, 4),
        ("é😀 ".encode() + b"\x80", "not UTF-8: the byte 0x80, which is '€' in Windows-1252", 1, 4),
        (b"\xef\xbb\xbfa: \xff", "not UTF-8: the byte 0xFF, which is 'ÿ' in Windows-1252", 1, 4),
        (b"a: \x81", "not UTF-8: the byte 0x81", 1, 4),
        (b"a: \xa0", "not UTF-8: the byte 0xA0", 1, 4),
        (b"a: \xed\xa0\x80", "not UTF-8: the byte 0xED, which is 'í' in Windows-1252", 1, 4),
        (b"a: \xe2\x82", "not UTF-8: the byte 0xE2, which is 'â' in Windows-1252", 1, 4),
        ("cxmap: 1\n".encode("utf-16"), "UTF-16, not UTF-8", 1, 1),
        (b"\xfe\xff" + "cxmap: 1\n".encode("utf-16-be"), "UTF-16, not UTF-8", 1, 1),
        ("cxmap: 1\n".encode("utf-16-le"), "UTF-16, not UTF-8", 1, 2),
        ("cxmap: é\n".encode("utf-16-be"), "UTF-16, not UTF-8", 1, 1),
        ("cxmap: 1\n".encode("utf-32"), "UTF-32, not UTF-8", 1, 1),
        (b"a: \x00\n", "the character U+0000 (NUL) is not allowed in YAML", 1, 4),
        (b"a: 1\nb: \x1b[31m\n", "the character U+001B (escape) is not allowed in YAML", 2, 4),
        (b"a: x\x0by\n", "the character U+000B (vertical tab) is not allowed in YAML", 1, 5),
        (b"# \x7f\n", "the character U+007F (delete) is not allowed in YAML", 1, 3),
        ("a: \x9b\n".encode(), "the character U+009B is not allowed in YAML", 1, 4),
        ("a: 😀\uffff\n".encode(), "the character U+FFFF is not allowed in YAML", 1, 5),
        ("\ufeff\ufeffa: 1\n".encode(), "the character U+FEFF (byte order mark) is not allowed in YAML", 1, 1),
        ("a: 1\n\ufeffb: 1\n".encode(), "the character U+FEFF (byte order mark) is not allowed in YAML", 2, 1),
    ],
)
def test_place_and_name(data, message, line, column):
    assert found(data) == [("CX003", message, line, column)]


def test_every_forbidden_character_is_named_up_to_a_number():
    assert [place[2:] for place in found(b"a: \x07\nb: 1\nc: x\x08y\n")] == [(1, 4), (3, 5)]
    places = found(b"\x07x" * 30)
    assert len(places) == 20
    assert places[-1][1].endswith("not allowed in YAML; 10 more places have such characters")


def test_characters_in_a_row_are_one_problem():
    (problem,) = read(b"a: 1\n" + b"\0" * 4000, "a.yaml").problems
    assert problem.message == "the character U+0000 (NUL) is not allowed in YAML; 4,000 such characters in a row"
    assert problem.span == Span(2, 1, 2, 4001)


@pytest.mark.parametrize(
    "character", ["\t", "\u0085", "\u00a0", "\u200b", "\u2028", "\u202e", "\ue000", "\ufffd", "😀"]
)
def test_allowed(character):
    source = read(f"cxmap: 1\na: x{character}y\n".encode(), "a.yaml")
    assert source.problems == ()
    assert source.data["a"] == f"x{character}y"


def test_the_remedy_for_windows_1252():
    (problem,) = read("cxmap: 1 # “\n".encode("cp1252"), "a.yaml").problems
    assert problem.help == "save the file as UTF-8: it was saved as Windows-1252 (also called ANSI or Western European)"
    assert problem.span == Span(1, 12, 1, 13)


def test_the_text_can_be_shown_all_the_same():
    source = read(b"cxmap: 1\na: \x93x\n", "a.yaml")
    assert source.text == "cxmap: 1\na: \ufffdx\n"
    assert source.comments == ()
