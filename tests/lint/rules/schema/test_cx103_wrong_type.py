"""CX103: text where a number should be, a list where a mapping should be, or no value at all."""

from __future__ import annotations

import pytest

from tests.lint.rules.schema.schema import TOUCHPOINT, only
from tests.support import WITHOUT_ADVICE, assert_marks, diagnose_text


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: ⟦CX103 5⟧}}",
        "segments: {a: {title: ⟦CX103 true⟧}}",
        "segments: {a: {title: ⟦CX103 [A]⟧}}",
        "segments:\n  a:\n    title:\n      ⟦CX103 A: b⟧\n",
        "segments: {a: {title: A, description: ⟦CX103 ⟧}}",
        "segments: {a: {title: A, description: ⟦CX103 ~⟧}}",
        "segments:\n  a:⟦CX103 ⟧\n  b: {title: B}",
        "segments:⟦CX103 ⟧\n",
        "segments: {a: {title: A, share: ⟦CX103 '0.3'⟧}}",
        "segments: {a: {title: A, share: ⟦CX103 yes⟧}}",
        "segments: ⟦CX103 [a]⟧",
        "segments: {a: ⟦CX103 A⟧}",
        "segments: {⟦CX103 5⟧: {title: A}}",
        "segments: {⟦CX103 true⟧: {title: A}}",
        "segments: {a: {title: A, ⟦CX103 7⟧: x}}",
        "sources: {⟦CX203 s⟧: {title: S, kind: survey, n: ⟦CX103 5.5⟧}}\njourney: ⟦CX103 p⟧",
        "personas: {⟦CX203 p⟧: {name: P, goals: ⟦CX103 Run⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, goals: [Run, ⟦CX103 5⟧, ⟦CX103 ~⟧, ⟦CX103 {a: b}⟧]}}",
        "personas: {⟦CX203 p⟧: {name: P, facts: {Age: ⟦CX103 [1]⟧, Lives: here}}}",
        "⟦CX103 1⟧: x",
    ],
)
def test_wrong_types(text):
    assert_marks(f"cxmap: 1\n{text}\n")


def test_whole_numbers_may_have_a_point():
    assert_marks("cxmap: 1.0\nsources: {⟦CX203 s⟧: {title: S, kind: survey, n: 57.0}}\n")


@pytest.mark.parametrize(
    ("line", "message", "suggestion", "help_"),
    [
        ("scores: {desired: '5,5'}", "'desired' must be a number, not the text '5,5'", "5.5", "a point, not a comma"),
        ("scores: {desired: 5,5}", "a comma cuts 5,5 in two", "5.5", "numbers have a point"),
        ("scores: {desired: 5,05}", "a comma cuts 5,05 in two", "5.05", "numbers have a point"),
        ("scores: {desired: 5, 6}", "the key '6' must be text", None, "a comma starts a new key"),
        ("scores: {desired: 5, 6: x}", "the key '6' must be text", '"6"', "in quotes"),
        ("scores: {desired: 8/10}", "'desired' must be a number, not the text '8/10'", "8", "the mark alone"),
        ("scores: {desired: '8'}", "'desired' must be a number, not text; write 8 without quotes", None, None),
        ("scores: 8", "'scores' must be a mapping, not 8", "{experience: 8}", "say which"),
        ("reach: 80%", "'reach' must be a number, not the text '80%'", "0.8", "from 0 to 1"),
        ("scores: {desired: 80%}", "'desired' must be a number, not the text '80%'", None, "without %"),
        (
            "moment_of_truth: yes",
            "'moment_of_truth' must be true or false, not the text 'yes'",
            "true",
            "true or false",
        ),
        ("moment_of_truth: nee", "'moment_of_truth' must be true or false, not the text 'nee'", "false", None),
        ("moment_of_truth: 1", "'moment_of_truth' must be true or false, not 1", "true", None),
        ("thinking: Who pays?", "'thinking' must be a list, not the text 'Who pays?'", None, "as a list"),
        ("wow: [A look]", "'wow' must be text, not a list", None, "without '- '"),
        ("doing: 12", "'doing' must be text, not 12", '"12"', "in quotes"),
        ("wow:", "'wow' has no value", None, "give it a value, or remove the key"),
        ("positives: [Step 1: warm]", "item 1 of 'positives' must be text, not a mapping", None, "a colon"),
    ],
)
def test_values(line, message, suggestion, help_):
    one = only(f"{TOUCHPOINT}          {line}\n")
    assert (one.message, one.suggestion) == (message, suggestion)
    assert help_ is None or help_ in (one.help or "")


@pytest.mark.parametrize(
    ("quote", "code", "message"),
    [
        ("Well, note", "CX103", "'note' has no value"),
        ("Well, 3", "CX103", "the key '3' must be text"),
    ],
)
def test_a_comma_in_a_text_without_quotes(quote, code, message):
    evidence = f"          evidence: [{{source: talk, quote: {quote}}}]\n"
    one = only(f"{TOUCHPOINT}{evidence}sources: {{talk: {{title: Talk, kind: interview}}}}\n")
    assert (one.code, one.message) == (code, message)
    assert one.help == "inside { } a comma starts a new key; put text with a comma in straight quotes"


@pytest.mark.parametrize(
    ("text", "code", "message", "suggestion"),
    [
        ("segments: [a]", "CX103", "'segments' must be a mapping, not a list", None),
    ],
)
def test_files(text, code, message, suggestion):
    one = only(f"cxmap: 1\n{text}\n")
    assert (one.code, one.message, one.suggestion) == (code, message, suggestion)


@pytest.mark.parametrize(
    ("day", "message", "suggestion"),
    [
        ("2026", "'date' must be a date, not 2026", None),
        ("20260331", "'date' must be a date, not 20260331", None),
    ],
)
def test_dates(day, message, suggestion):
    found = diagnose_text(f"cxmap: 1\nsources: {{s: {{title: S, kind: survey, date: {day}}}}}\n", 'ignore = ["CX203"]')
    assert [(one.message, one.suggestion) for one in found] == [(message, suggestion)]


def test_a_fact_is_text_or_a_number() -> None:
    text = "cxmap: 1\npersonas:\n  noor: {name: Noor, facts: {Age: [29], Work: Nurse, Children: 2}}\n"
    found = [one.message for one in diagnose_text(text, WITHOUT_ADVICE) if one.code == "CX103"]
    assert found == ["'Age' must be text or a number, not a list"]
