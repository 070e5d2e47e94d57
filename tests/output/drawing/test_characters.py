"""Text becomes safe to draw, and breaks only where a reader expects it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.output.drawing import characters


@pytest.mark.parametrize(
    ("given_text", "drawn"),
    [
        ("plain", "plain"),
        ("  two\n\tlines ", "two lines"),
        ("from $5 to $10, _a_ <b>", "from $5 to $10, _a_ <b>"),
        ("a\x00b\x1b[31m", r"a\x00b\x1b[31m"),
        ("\ud800", r"\ud800"),
        ("\ufffe", r"\ufffe"),
        ("a\u202eb", r"a\u202eb"),
        ("cafe\u0301", "café"),
        ("so\u00adft", "soft"),
        ("❤\ufe0f", "❤"),
        ("0 \xad", "0"),
        ("a \u200d b", "a b"),
        ("👩\u200d💻", "👩💻"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("10\u00a0km", "10\u00a0km"),
    ],
)
def test_safe(given_text: str, drawn: str) -> None:
    assert characters.safe(given_text) == drawn


@given(st.text(st.characters()))
def test_nothing_that_a_font_or_an_svg_cannot_hold(text: str) -> None:
    drawn = characters.safe(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} or char in "\ufffe\uffff\n" for char in drawn)
    assert characters.safe(drawn) == drawn


@pytest.mark.parametrize(
    ("text", "parts"),
    [("เปรียบ", ["เป", "รี", "ย", "บ"]), ("น้ำ", ["น้ำ"]), ("ໄປ", ["ໄປ"]), ("เ ก", ["เ", " ", "ก"])],
)
def test_vowels_of_thai_and_lao_stay_with_their_consonant(text: str, parts: list[str]) -> None:
    assert characters.clusters(text) == parts


@given(st.text())
def test_clusters_and_pieces_lose_nothing(text: str) -> None:
    assert "".join(characters.clusters(text)) == text
    word = text.replace(" ", "")
    assert "".join(characters.pieces(word)) == word.replace("\u200b", "")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("online", ["online"]),
        ("e-mail/letter", ["e-", "mail/", "letter"]),
        ("2026-03-31", ["2026-03-31"]),
        ("跑步鞋。", ["跑", "步", "鞋。"]),
        ("「三天」", ["「三", "天」"]),
        ("온라인에서", ["온라인에서"]),
        ("🇳🇱🇧🇪", ["🇳🇱", "🇧🇪"]),
        ("👋🏽👋", ["👋🏽", "👋"]),
        ("zero\u200bwidth", ["zero", "width"]),
    ],
)
def test_pieces(word: str, parts: list[str]) -> None:
    assert list(characters.pieces(word)) == parts


@pytest.mark.parametrize(
    ("before", "after", "wanted"), [("ab", "c", True), ("步", "鞋", False), ("1", "2", False), ("a", "-", False)]
)
def test_hyphens_only_inside_words_of_letters_with_capitals(before: str, after: str, wanted: bool) -> None:
    assert characters.takes_hyphen(before, after) is wanted
