"""The nearest known word, and ids made from free text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.model.ids import as_id, is_id, is_target
from cxmap.model.synonyms import Meanings
from cxmap.text.suggestions import Vocabulary, nearest

IDS = ["store", "web", "web-team", "survey-2026", "survey-2026-03", "logistics", "noor"]


@pytest.mark.parametrize(
    ("word", "near", "clear"),
    [
        ("stores", "store", "store"),
        ("stroe", "store", "store"),
        ("STORE", "store", "store"),
        ("webteam", "web-team", "web-team"),
        ("web_team", "web-team", "web-team"),
        ("“noor”", "noor", "noor"),
        ("nor", "noor", "noor"),
        ("onor", "noor", "noor"),
        ("wbe", "web", "web"),
        ("stwre", "store", "store"),
        ("logstics", "logistics", "logistics"),
        ("survey-2025", "survey-2026", None),
        ("survey", "survey-2026", None),
        ("xyz", None, None),
        ("", None, None),
    ],
)
def test_the_nearest_word_and_the_one_that_must_be_meant(word, near, clear):
    assert nearest(word, IDS) == near
    assert Vocabulary(IDS).clear(word) == clear


def test_two_that_are_equally_near_are_not_clear():
    assert Vocabulary(["touchpoint-a", "touchpoint-b"]).clear("touchpoint-c") is None
    assert Vocabulary(["touchpoint-a", "touchpoint-b"]).nearest("touchpoint-c") is not None


def test_many_words_are_searched_in_no_time():
    vocabulary = Vocabulary(f"step-{number}-of-many" for number in range(20_000))
    assert vocabulary.nearest("step-12345-of-mny") == "step-12345-of-many"
    started = time.process_time()
    for number in range(3_000):
        vocabulary.nearest(f"stepp-{number}x")
    assert time.process_time() - started < 10  # a thousand searches at most; without that end it takes minutes


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Tries two pairs on", "tries-two-pairs-on"),
        ("  Café  Noir! ", "cafe-noir"),
        ("Straße & Co.", "strasse-co"),
        ("a_b", "a_b"),
        ("-_-", None),
        ("Søren & Łukasz", "soren-lukasz"),
        ("第一次", "diyici"),
        ("Первый визит", "pervyy-vizit"),
        ("ทดสอบ", "thdsob"),
        ("🚀 Start", "start"),
        ("☎", None),
        ("", None),
        (5, "5"),
        ("x" * 70, "x" * 64),
        ("word " * 20, "word-" * 12 + "word"),
    ],
)
def test_ids_from_text(text, made):
    assert as_id(text) == made


@given(st.text())
def test_what_is_made_is_an_id(text):
    made = as_id(text)
    assert made is None or is_id(made)
    assert not is_id(text) or len(text) > 64 or made == text.strip("-_")


@pytest.mark.parametrize(("text", "is_one"), [("a", True), ("a\n", False), ("A", False), ("", False), ("-a", False)])
def test_the_form_of_an_id(text, is_one):
    assert is_id(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a", True), ("a/b", True), ("a/b#handover", True), ("a#handover", True), ("a/b/c", False), ("a#b", False)],
)
def test_the_form_of_what_an_action_is_for(text, is_one):
    assert is_target(text) is is_one


@pytest.mark.parametrize(
    ("word", "value", "known", "meant"),
    [
        ("desc", "x", ("title", "description"), ("description",)),
        ("emotion", "glad", ("feeling", "scores"), ("feeling",)),
        ("emotion", 7, ("feeling", "scores"), ("scores", "experience")),
        ("emotion", {"mean": 7}, ("feeling", "scores"), ("scores", "experience")),
        ("sentiment", 7, ("importance", "experience"), ("experience",)),
        ("importance", "high", ("scores", "importance_to_us"), ("scores", "importance")),
        ("name", "x", ("title",), ("title",)),
        ("title", "x", ("name",), ("name",)),
        ("xyz", "x", ("title",), None),
    ],
)
def test_what_a_key_stands_for(word, value, known, meant):
    assert Meanings().clear(word, value, known) == meant
