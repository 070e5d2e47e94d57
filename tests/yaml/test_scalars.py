"""What plain text means: the core schema of YAML 1.2."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.scalars import plain
from cxmap.yaml.values import EMPTY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", EMPTY),
        ("~", EMPTY),
        ("null", EMPTY),
        ("Null", EMPTY),
        ("NULL", EMPTY),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5e-3", -0.0015),
        ("1e3", 1000.0),
        ("57.0", 57.0),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("+.Inf", math.inf),
        ("1e400", math.inf),
    ],
)
def test_resolved(text, value):
    assert plain(text) == value
    assert type(plain(text)) is type(value)


def test_not_a_number():
    assert repr(plain(".nan")) == repr(plain(".NaN")) == "nan"


@pytest.mark.parametrize(
    "text",
    [
        *("no", "NO", "on", "off", "y", "n", "yes", "nUll", "nil", "tRue"),
        *("1:30", "2026-01-14", "2024-13-45", "12:30:45", "5,5", "1_000", "1.2.3", "1e", "e5"),
        *("0b1", "0o9", "0xg", "-", "+", ".", "-x", "-.nan", ".infinity", "²", "１２", "٣", "=", "<<"),
    ],
)
def test_text_stays_text(text):
    assert plain(text) == text


@pytest.mark.parametrize("text", ["9" * 5000, "-" + "9" * 5000, "0x" + "f" * 5000, "0o" + "7" * 5000, "1" + "0" * 309])
def test_numbers_that_no_float_can_hold_are_infinite(text):
    assert plain(text) == (-math.inf if text.startswith("-") else math.inf)


@given(st.integers())
def test_integers(number):
    assert plain(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats(number):
    assert plain(repr(number)) == number


@given(st.text("0123456789+-.eExXoOabfinINF_: ", min_size=1))
def test_every_value_can_be_printed_and_compared(text):
    value = plain(text)
    assert isinstance(value, str | int | float | bool) or value is EMPTY
    assert len(repr(value)) <= max(len(text) + 10, 310)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
        ("! 12", "12"),
        ("!!str 12", "12"),
        ("!!str", ""),
        ("!!int '12'", 12),
        ("!!int 0x10", 16),
        ("!!float 5", 5.0),
        ("!!float .inf", math.inf),
        ("!!bool TRUE", True),
        ("!!null ''", EMPTY),
        ("!!seq []", []),
        ("!!map {}", {}),
        ("! [a]", ["a"]),
        ("!<tag:yaml.org,2002:int> 1", 1),
        ("&a !!str 1", "1"),
        ("!!str &a 1", "1"),
        (r'"\u00e9\x41\n\\"', "éA\n\\"),
        (r'"\ud83d\ude00"', "😀"),
        (r'"\\ud83d\\ude00"', r"\ud83d\ude00"),
        (r"'\ud83d\ude00'", r"\ud83d\ude00"),
        (r"\ud83d\ude00", r"\ud83d\ude00"),
        (r'"\ud83d\ude00 \UD83D"', None),
        ("x\u2028y", "x\u2028y"),
        ("'\u0085'", "\u0085"),
        ('"a\u2029 \\u2029"', "a\u2029 \u2029"),
        ("'x\ufdd0'", "x\ufdd0"),
    ],
)
def test_in_a_file(source, value):
    data = read(f"cxmap: 1\nv: {source}\n".encode(), "a.yaml").data
    assert (data and data["v"]) == value
    if data:
        assert type(data["v"]) is type(value)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_block_text_has_plain_line_breaks(break_):
    text = break_.join(["cxmap: 1", "a: |", "  one", "", "  two", "b: >-", "  three", "  four", "c: x", " y"])
    assert read(text.encode(), "a.yaml").data == {"cxmap": 1, "a": "one\n\ntwo\n", "b": "three four", "c": "x y"}
