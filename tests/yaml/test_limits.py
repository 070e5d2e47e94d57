"""CX004 on both sides of each limit, and attacks on time and memory."""

from __future__ import annotations

import time

import pytest

from cxmap.diagnostic import Span
from cxmap.yaml.reader import limits
from cxmap.yaml.reader.read import read


def problems(text: str) -> list[tuple[str, str, int, int]]:
    return [(p.code, p.message, p.span.line, p.span.column) for p in read(text.encode(), "a.yaml").problems]


DEEP = "more than 64 levels deep"
MANY = "more than 100,000 keys and values, with aliases counted as often as they are used"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"cxmap: 1\na: {'[' * 63}{']' * 63}\n", []),
        (f"cxmap: 1\na: {'[' * 63}text{']' * 63}\n", []),
        (f"cxmap: 1\na: {'[' * 64}{']' * 64}\n", [("CX004", DEEP, 2, 67)]),
        (f"cxmap: 1\na: {'{b: ' * 64}1{'}' * 64}\n", [("CX004", DEEP, 2, 256)]),
        ("cxmap: 1\n" + "".join(f"{' ' * n}a:\n" for n in range(64)), []),
        ("cxmap: 1\n" + "".join(f"{' ' * n}a:\n" for n in range(65)), [("CX004", DEEP, 66, 65)]),
        (f"cxmap: 1\na: {'- ' * 3}", [("CX001", "a list cannot start on the line of its key", 2, 4)]),
        (f"cxmap: 1\na: &a {'[' * 40}{']' * 40}\nb: {'[' * 23}*a{']' * 23}\n", []),
        (f"cxmap: 1\na: &a {'[' * 40}{']' * 40}\nb: {'[' * 24}*a{']' * 24}\n", [("CX004", DEEP, 3, 28)]),
    ],
)
def test_depth(text, found):
    assert problems(text) == found


def test_a_key_counts_as_a_level():
    assert problems(f"cxmap: 1\n? {'[' * 63}{']' * 63}\n: 1\n") == []
    assert problems(f"cxmap: 1\n? {'[' * 64}{']' * 64}\n: 1\n") == [("CX004", DEEP, 2, 66)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("head", "tail", "nodes", "found"),
    [
        # cxmap, 1, a, its list and the items, the whole
        ("a: [", "]\n", 5, []),
        ("a: [", "]\n", 4, [("CX004", MANY, 2, 2 * limits.MAX_NODES - 5)]),
        # the last key is over the limit, or its value
        ("a: [", "]\nb: 1\n", 7, []),
        ("a: [", "]\nb: 1\n", 6, [("CX004", MANY, 3, 4)]),
        ("a: [", "]\nb: 1\n", 5, [("CX004", MANY, 3, 1)]),
        # b's anchor counts 3, its alias again
        ("a: [", "]\nb: &b {d: 1}\nc: *b\n", 13, []),
        ("a: [", "]\nb: &b {d: 1}\nc: *b\n", 12, [("CX004", MANY, 4, 4)]),
        # what is dropped counts
        ("a: [", "]\na: 1\n", 7, [("CX002", "duplicate key 'a'", 3, 1)]),
        ("a: [", "]\na: 1\n", 6, [("CX002", "duplicate key 'a'", 3, 1), ("CX004", MANY, 3, 4)]),
        ("a: [", "]\na: [1, 2]\n", 9, [("CX002", "duplicate key 'a'", 3, 1)]),
        ("a: [", "]\na: [1, 2]\n", 8, [("CX002", "duplicate key 'a'", 3, 1), ("CX004", MANY, 3, 8)]),
    ],
)
def test_nodes(head, tail, nodes, found):
    items = ",".join(["1"] * (limits.MAX_NODES - nodes))
    assert problems(f"cxmap: 1\n{head}{items}{tail}") == found


def test_bytes():
    whole = b"cxmap: 1\n" + b"#" * (limits.MAX_BYTES - 9)
    assert read(whole, "a.yaml").problems == ()
    (problem,) = read(whole + b"#", "a.yaml").problems
    assert (problem.code, problem.span) == ("CX004", Span(1, 1, 1, 1))
    assert problem.message == "4,194,305 bytes; the limit is 4 MiB (4,194,304 bytes)"


def test_problems():
    source = read(b"cxmap: 1\n" + b"a: !x 1\n" * 1500, "a.yaml")
    assert len(source.problems) == limits.MAX_PROBLEMS + 1
    assert source.problems[-1].message == "unsupported tag '!x'; 1,999 problems from here on"
    assert source.data == {"cxmap": 1, "a": "1"}


def bomb(levels: int, width: int) -> str:
    rows = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * width)}]\n" for n in range(1, levels))
    return f"cxmap: 1\na0: &a0 [{','.join(['x'] * width)}]\n{rows}"


MIB4 = limits.MAX_BYTES
ATTACKS = {
    "alias bomb": bomb(10, 9),
    "bomb of mappings": "a0: &a0 {}\n" + "".join(f"a{n}: &a{n} {{b: *a{n - 1}, c: *a{n - 1}}}\n" for n in range(1, 40)),
    "bomb of keys": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} {{? *a{n - 1} : *a{n - 1}}}\n" for n in range(1, 60)),
    "merge bomb": "a0: &a0 {b: c}\n" + "".join(f"a{n}: &a{n} {{<<: [{f'*a{n - 1},' * 9}]}}\n" for n in range(1, 10)),
    "300,000 aliases": "cxmap: 1\na: &a x\nb: [" + "*a," * 300_000 + "]\n",
    "lists in lists": "[" * 20_000,
    "mappings in mappings": "{" * MIB4,
    "lists in lists, block": "- " * (MIB4 // 2),
    "keys in keys": "? " * (MIB4 // 2),
    "list of lists": "[" + "[]," * (MIB4 // 3 - 1),
    "many simple keys": '{"a",' * (MIB4 // 5),
    "long lines that may be keys": ("a" * 1000 + "\n") * (MIB4 // 1001),
    "one long key": "a" * (MIB4 - 10) + ": 1",
    "a quote that never closes": 'a: "' + "x\n" * (MIB4 // 2 - 10),
    "many %TAG lines": "".join(f"%TAG !a{n}! x\n" for n in range(200_000)),
    "the same key": "a: 1\n" * 124_000,
    "merge keys": "<<: 1\n" * 124_000,
    "tags": "- !x 1\n" * 240_000,
    "tabs": "a:\n" + "\t" * (MIB4 - 10),
    "digits": "a: " + "9" * (MIB4 - 10),
    "words in double quotes": 'a: "' + r"\ud83d\ude00" * (MIB4 // 12 - 10) + '"',
    "line separators": "a: " + "x\u2028" * (MIB4 // 4 - 10),
    "an anchor and its tag far apart": "a: &x\n" + " # c\n" * (MIB4 // 5 - 10) + " !foo 1",
    "a mapping as key": "? [" + ",".join(["a"] * 200_000) + "]\n: 1\n",
    "number keys": "{" + ",".join(f"{n}.5: 1" for n in range(120_000)) + "}",
    "empty lines in a block": "a: |\n" + "\n" * (MIB4 - 10),
    "control characters": "\x07x" * (MIB4 // 2),
    "blanks before a comment": "a: x" + " " * (MIB4 - 10) + "#",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ATTACKS)
def test_attack(name):
    start = time.process_time()
    source = read(ATTACKS[name].encode(), "a.yaml")
    assert source.problems
    assert len(source.problems) <= limits.MAX_PROBLEMS + 2
    for problem in source.problems:
        source.span(problem.pointer)
    assert source.comments is not None
    assert time.process_time() - start < 20  # what grows faster than the text takes minutes


def test_an_anchor_given_again_does_not_lend_its_size():
    """What was measured and dropped must not stand for what took its place in memory."""
    text = "cxmap: 1\n" + "x: 1\nx: &a [1]\nx: *a\nx: &a 0\n" * 50 + bomb(10, 9).removeprefix("cxmap: 1\n")
    assert problems(text)[-1][:2] == ("CX004", MANY)
