"""CX001 in words: what people type on their first day. ⟦ and ⟧ are around the place."""

from __future__ import annotations

from unittest import mock

import pytest

from cxmap.yaml.reader import events
from cxmap.yaml.reader.read import read
from tests.yaml.test_places import marked

CASES = [
    # tabs
    ("journey:\n⟦\t⟧id: a\n", "a tab in the indentation", "use spaces: two for each level"),
    ("a:\n  - b: 1\n  ⟦\t⟧c: 2\n", "a tab in the indentation", "use spaces: two for each level"),
    ("a: |\n⟦\t⟧text\n", "a tab in the indentation", "use spaces: two for each level"),
    # colons
    (
        "title: Stap 1⟦:⟧ iets doen # later\n",
        "a colon and a space inside text without quotes",
        'put the text in quotes: "Stap 1: iets doen"',
    ),
    (
        "a:\n  - Vraag: x⟦:⟧ it's\n",
        "a colon and a space inside text without quotes",
        'put the text in quotes: "x: it\'s"',
    ),
    (
        "title: Stap 1⟦:⟧ \"een\" of 'twee'\n",
        "a colon and a space inside text without quotes",
        "put the text in quotes: 'Stap 1: \"een\" of ''twee'''",
    ),
    (
        f"title: a⟦:⟧ {'b' * 80}\n",
        "a colon and a space inside text without quotes",
        'put the text in quotes: "…"',
    ),
    (
        "title: “text⟦:⟧ more”\n",
        "a colon and a space inside text without quotes",
        'to YAML curly quotes are letters: put straight quotes (") around the text',
    ),
    ("title: [a, b]⟦:⟧ c\n", "a second colon on one line", "text that holds , : # [ ] { } or quotes goes into quotes"),
    ("⟦:⟧ a\n", "no key before ':'", "write 'key: value', or put the text in quotes"),
    # spaces and colons that are missing
    ("cxmap:1\njourney⟦:⟧ x\n", "no space after 'cxmap:'", "write 'cxmap: ', with a space after the colon"),
    ("a:\n  id:first\n  title⟦:⟧ x\n", "no space after 'id:'", "write 'id: ', with a space after the colon"),
    ("a: 1\nb:2\n⟦c⟧: 3\n", "no space after 'b:'", "write 'b: ', with a space after the colon"),
    ("journey\n  id⟦:⟧ first\n", "no colon after 'journey'", "write 'journey:'"),
    (
        "a: 1\nSome text\n⟦b⟧: 2\n",
        "'Some text' is neither a key with a colon nor part of the text above",
        "write 'key: value', or indent the line to make it part of the text above",
    ),
    # indentation
    (
        "a:\n  id: first\n    title⟦:⟧ x\n",
        "this line is indented deeper than the text above, so it continues that text",
        "give it the indentation of the line above",
    ),
    (
        "a:\n  id: first\n ⟦t⟧itle: x\n",
        "indented by 1 space, the keys it belongs to by 0",
        "give what belongs together the same indentation",
    ),
    (
        "a:\n    - id: x\n  ⟦-⟧ id: y\n",
        "indented by 2 spaces, the list item before it by 4",
        "give what belongs together the same indentation",
    ),
    (
        "- - a\n ⟦-⟧ b\n",
        "indented by 1 space, the list around it by 0",
        "give what belongs together the same indentation",
    ),
    (
        "a:\n  - id: x\n  ⟦t⟧itle: y\n",
        "a key in the column of a list's '-'",
        "indent it by two more spaces if it belongs to the item above, by less if it does not",
    ),
    ("a: x\n⟦-⟧ b\n", "a list item among the keys of a mapping", "indent it deeper than the key it belongs to"),
    (
        "tags: ⟦-⟧ a\n",
        "a list cannot start on the line of its key",
        "start it on the next line, or put text that starts with - in quotes",
    ),
    # quotes
    ('title: ⟦"⟧Ik wil\ncxmap: 1\n', 'no closing " for this text', 'put " at the end of the text'),
    ("a: ⟦'⟧x\n---\nb: 1\n", "no closing ' for this text", "put ' at the end of the text"),
    ('a: ⟦"⟧Ik wil\nb: "x"\n', 'no closing " for this text', 'put " at the end of the text'),
    (f'a: ⟦"⟧Ik wil\n{"b: c" * 49}\nd: "x"\n', 'no closing " for this text', 'put " at the end of the text'),
    (
        "quote: 'it'⟦s⟧ fine'\n",
        "the apostrophe ends the text in quotes",
        "write it twice (''), or put the text in double quotes",
    ),
    ('- title: "x" ⟦e⟧n y\n', 'text after the closing "', "write it like this: '\"x\" en y'"),
    (
        'quote: "Zegt hij: "⟦d⟧it kan niet"."\n',
        'text after the closing "',
        "write it like this: 'Zegt hij: \"dit kan niet\".'",
    ),
    ("a: 'x' ⟦y⟧ 'z'\n", "text after the closing '", "write it like this: \"x' y 'z\""),
    ('"a" ⟦b⟧\n', 'text after the closing "', "write it like this: '\"a\" b'"),
    (
        'a: {quote: "nice" ⟦h⟧e said, x: 1}\n',
        'text after the closing "',
        "put the whole text in quotes, and other quotes inside it",
    ),
    (
        'a: "C:\\U⟦s⟧ers"\n',
        "a backslash sequence that YAML does not have",
        r"write \\ for a backslash, or put the text in single quotes",
    ),
    (
        r'a: "\u⟦d⟧83d\u0041"',
        "a backslash sequence that YAML does not have",
        r"write \\ for a backslash, or put the text in single quotes",
    ),
    # brackets
    (
        "tags: [a, b⟦⟧",
        "'[' without ']'",
        "put ']' at the end; text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    (
        "tags: [a, b\nc⟦:⟧ d\n",
        "'[' without ']'",
        "put ']' at the end; text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    (
        "a: {b: 1, c: [2] ⟦d⟧}\n",
        "a comma or '}' is missing here",
        "text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    (
        "a: {b: 1}⟦}⟧\n",
        "'}' comes after the end of the value",
        "text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    (
        "a: [b]⟦,⟧ c\n",
        "',' comes after the end of the value",
        "text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    ("a: [1, ⟦,⟧ 2]\n", "',' cannot stand here", "text that holds , : # [ ] { } or quotes goes into quotes"),
    (
        "a: [1,\n⟦⟧",
        "the file ends inside [ ] or { }",
        "close what was opened; text that holds , : # [ ] { } or quotes goes into quotes",
    ),
    ("a: ⟦]⟧\n", "']' cannot stand here", "text that holds , : # [ ] { } or quotes goes into quotes"),
    ("title: {{ name }} ⟦x⟧\n", "text in {{ }} without quotes", 'put all of it in quotes: "{{ name }} x"'),
    # what text cannot start with
    ("a: ⟦@⟧home\n", "text cannot start with '@'", 'put it in quotes: "@home"'),
    ("a: ⟦`⟧x`\n", "text cannot start with '`'", 'put it in quotes: "`x`"'),
    ("a: ⟦%⟧50\n", "text cannot start with '%'", 'put it in quotes: "%50"'),
    ("a: ⟦?⟧ x\n", "text cannot start with '?'", 'put it in quotes: "? x"'),
    ("a: &⟦ ⟧Co\n", "text cannot start with '&'", 'put it in quotes: "& Co"'),
    (
        "a: > ⟦5⟧ minutes\n",
        "text on the line of '>'",
        'start it on the next line, indented, or put it in quotes: "> 5 minutes"',
    ),
    (
        "⟦%⟧YAML 1.3\n---\na: 1\n",
        "'%YAML 1.3' is no directive of YAML 1.2",
        "remove the line, or put text that starts with % in quotes",
    ),
    # the rest of the file
    ("{a: 1}\n⟦b⟧: 2\n", "something follows the end of the data", "write 'key: value', each key on a line of its own"),
]


@pytest.mark.parametrize(("text", "message", "help_"), CASES)
def test_message_and_help(text, message, help_):
    text, span = marked(text)
    source = read(text.encode(), "a.yaml")
    (problem,) = source.problems
    assert (problem.code, problem.message, problem.help) == ("CX001", message, help_)
    assert (problem.span, problem.pointer) == (span, ())
    assert source.data is None
    assert not source.readable


@pytest.mark.parametrize("text", [text for text, message, _ in CASES if message != "no key before ':'"])
def test_without_libyaml(text):
    """The other parser has other words, and may give up some characters earlier or later; an empty key it takes."""
    text, _ = marked(text)
    fast = read(text.encode(), "a.yaml")
    with mock.patch.object(events, "CParser", None):
        pure = read(text.encode(), "a.yaml")
    (problem,) = pure.problems
    assert problem.code == "CX001"
    assert problem.span.line == fast.problems[0].span.line


@pytest.mark.parametrize(
    ("text", "related"),
    [
        ("cxmap:1\njourney: x\n", [("here", 1, 1)]),
        ("a: 1\nb:2\nc: 3\n", [("here", 2, 1)]),
        ("a: 1\nSome text\nb: 2\n", [("this line", 2, 1)]),
        ('a: "x\nb: 1\n', []),
        ('a: "x\nb: "y"\n', [("the text in quotes goes on to here", 2, 4)]),
        ("a: [b\nc: d\n", [("opened here", 1, 4)]),
        ("a:\n  b: 1\n c: 2\n", [("those keys start here", 1, 1)]),
        ("a:\n    - b\n  - c\n", [("that item starts here", 2, 5)]),
        ("a:\n  - b: 1\n  c: 2\n", [("the list starts here", 2, 3)]),
        ("a: @b\n", []),
    ],
)
def test_related_place(text, related):
    (problem,) = read(text.encode(), "a.yaml").problems
    assert [(message, span.line, span.column) for message, span in problem.related] == related


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("cxmap: 1\na: ⟦!⟧Wow, nice\n", "CX007", "unsupported tag '!Wow,'"),
        ("cxmap: 1\na: ⟦!⟧e!wow nice\n", "CX007", "unsupported tag '!e!wow'"),
        ("cxmap: 1\na: ⟦!⟧<x 1\n", "CX007", "unsupported tag '!<x'"),
    ],
)
def test_what_another_rule_says_better(text, code, message):
    text, span = marked(text)
    (problem,) = read(text.encode(), "a.yaml").problems
    assert (problem.code, problem.message, problem.span) == (code, message, span)


def test_what_was_wrong_before_is_reported_too():
    source = read(b"cxmap: 1\na: 1\na: 2\nb: !x 1\nc: @\n", "a.yaml")
    assert [(p.code, p.span.line) for p in source.problems] == [("CX002", 3), ("CX007", 4), ("CX001", 5)]
    assert source.problems[0].related[0][1].line == 2
