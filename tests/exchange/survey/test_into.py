"""Scores and sources in the journey's file: what is written, and what of it was somebody's own."""

from __future__ import annotations

import pytest

from cxmap.yaml.reader.read import read
from tests.exchange.survey.support import FILE, JOURNEY, ONE, written
from tests.support import diagnose_text

pytest.importorskip("duckdb")

DERIVE = "touchpoints: {a: A, c: B}\noverall: ALL\nderive: correlation\n"
ANSWERS = "A,B,ALL\n1,2,1\n2,3,2\n3,2,4\n4,5,4\n,1,2\n5,5,\n"


def test_words_about_a_source_stay_and_its_figures_follow_the_answers(tmp_path):
    own = "sources:\n  survey: {title: Ours, kind: panel, n: 3, description: By hand, x-wave: 2}   # kept\n"
    text, _ = written(tmp_path, "E\n3\n4\n", ONE, JOURNEY.replace("journey:\n", own + "journey:\n", 1))
    source = read(text.encode(), FILE).data["sources"]["survey"]
    assert source == {
        "title": "Ours",
        "kind": "survey",
        "n": 2,
        "description": "By hand",
        "x-wave": 2,
        "scale": {"min": 1, "max": 5},
    }
    assert "# kept" in text


def test_derived_importance_has_a_source_of_its_own(tmp_path):
    text, _ = written(tmp_path, ANSWERS, DERIVE, JOURNEY)
    derived = read(text.encode(), FILE).data["sources"]["survey-derived"]
    assert (derived["n"], derived["scale"]) == (5, {"min": 0, "max": 1})  # who gave an overall mark
    assert derived["description"].startswith("Pearson's correlation of each mark with the overall mark")
    assert [one.message for one in diagnose_text(text) if one.severity == "error"] == []


def test_what_is_said_of_one_persona_stays_and_is_pointed_out(tmp_path):
    title = "        - {id: c, title: C}"
    own = title[:-1] + ", by_persona: {andre: {scores: {experience: 2}}}}"
    text, remarks = written(tmp_path, "E\n3\n", "touchpoints: {c: E}\n", JOURNEY.replace(title, own))
    assert remarks == ["'c' has experience of its own for 'andre', which stays"]
    assert "by_persona: {andre: {scores: {experience: 2}}}" in text


def test_the_same_answers_again_change_nothing(tmp_path):
    once, _ = written(tmp_path, ANSWERS, DERIVE, JOURNEY)
    assert written(tmp_path, ANSWERS, DERIVE, once)[0] == once
