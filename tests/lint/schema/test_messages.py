"""What people type on the first day: the message names it, and says what to type instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import WITHOUT_ADVICE, diagnose_text

if TYPE_CHECKING:
    from cxmap.diagnostic import Diagnostic

TOUCHPOINT = """\
cxmap: 1
personas: {noor: {name: Noor}}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  stages:
    - id: choice
      title: Choice
      touchpoints:
        - id: try-on
          title: Tries on
"""


def only(text: str) -> Diagnostic:
    found = diagnose_text(text, WITHOUT_ADVICE)
    assert len(found) == 1, [f"{one.code} {one.message}" for one in found]
    return found[0]


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
        ("reach: 80", "'reach' cannot be 80: the most is 1", "0.8", "from 0 to 1"),
        (
            "moment_of_truth: yes",
            "'moment_of_truth' must be true or false, not the text 'yes'",
            "true",
            "true or false",
        ),
        ("moment_of_truth: nee", "'moment_of_truth' must be true or false, not the text 'nee'", "false", None),
        ("moment_of_truth: 1", "'moment_of_truth' must be true or false, not 1", "true", None),
        ("thinking: Who pays?", "'thinking' must be a list, not the text 'Who pays?'", None, "into a list"),
        ("wow: [A look]", "'wow' must be text, not a list", None, "without '- '"),
        ("doing: 12", "'doing' must be text, not 12", '"12"', "in quotes"),
        ("wow:", "'wow' has no value", None, "give it a value, or remove the key"),
        ("positives: [Step 1: warm]", "item 1 of 'positives' must be text, not a mapping", None, "a colon"),
        ("wait: 2 uur", "'2 uur' is not a duration", "2 hours", "3 working-days"),
        ("wait: 20min", "'20min' is not a duration", "20 minutes", "20 minutes"),
        ("wait: 1,5 hr.", "'1,5 hr.' is not a duration", "1.5 hours", None),
        ("wait: 1 Working day", "'1 Working day' is not a duration", "1 working-day", None),
        ("wait: long", "'long' is not a duration", None, "20 minutes"),
        ("wait: 3 years", "'3 years' is not a duration", None, None),
    ],
)
def test_values(line, message, suggestion, help_):
    one = only(f"{TOUCHPOINT}          {line}\n")
    assert (one.message, one.suggestion) == (message, suggestion)
    assert help_ is None or help_ in (one.help or "")


@pytest.mark.parametrize(
    ("line", "suggestion", "fixed"),
    [
        ("desc: x", "description", True),
        ("Description: x", "description", True),
        ("discription: x", "description", True),
        ("sentiment: glad", "feeling", True),
        ("emotion: glad", "feeling", True),
        ("pain_points: [x]", "negatives", True),
        ("pain points: [x]", "negatives", True),
        ("thoughts: [x]", "thinking", True),
        ("action: x", "doing", True),
        ("moment-of-truth: true", "moment_of_truth", True),
        ("“doing”: x", "doing", True),
        ("remark: x", None, False),
    ],
)
def test_unknown_keys_of_a_touchpoint(line, suggestion, fixed):
    one = only(f"{TOUCHPOINT}          {line}\n")
    assert (one.code, one.suggestion, one.fix is not None) == ("CX101", suggestion, fixed)
    assert suggestion or (one.help or "").startswith("known keys here: also_through, ")


@pytest.mark.parametrize("key", ["importance", "experience", "desired", "emotion", "sentiment", "rating"])
def test_a_mark_beside_scores_belongs_in_it(key):
    one = only(f"{TOUCHPOINT}          {key}: 7\n")
    meant = key if key in {"importance", "desired"} else "experience"
    assert one.help == f"marks stand in 'scores': write scores: {{{meant}: …}}"
    both = only(f"{TOUCHPOINT}          {key}: 7\n          scores: {{{meant}: 7}}\n")
    assert both.help == f"'{meant}' is given in 'scores' already; remove one"


@pytest.mark.parametrize(
    ("quote", "code", "message"),
    [
        ("Well, no", "CX101", "unknown key 'no'"),
        ("“Well, no”", "CX101", "unknown key 'no”'"),
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
        ("segments: {New: {title: A}}", "CX104", "'New' is not an id", "new"),
        ("segments: {Café Noir: {title: A}}", "CX104", "'Café Noir' is not an id", "cafe-noir"),
        ("segments: {客: {title: A}}", "CX104", "'客' is not an id", "ke"),
        ("segments: [a]", "CX103", "'segments' must be a mapping, not a list", None),
        ("stakeholders: {a: {title: A, kind: Departement}}", "CX104", "'kind' cannot be 'Departement'", "department"),
        ("stakeholders: {a: {title: A, type: team}}", "CX101", "unknown key 'type'", "kind"),
        ("stakeholders: {a: {name: A, kind: team}}", "CX101", "unknown key 'name'", "title"),
        ("journeys: {}", "CX101", "unknown key 'journeys'", "journey"),
    ],
)
def test_files(text, code, message, suggestion):
    one = only(f"cxmap: 1\n{text}\n")
    assert (one.code, one.message, one.suggestion) == (code, message, suggestion)


@pytest.mark.parametrize(
    ("target", "suggestion"),
    [
        ("Shoes/Try on", "shoes/try-on"),
        ("Shoes / Try on # handover", "shoes/try-on#handover"),
        ("Try-On", "try-on"),
        ("shoes/try-on/now", None),
        ("try-on#there", None),
        ("/try-on", None),
        ("客", "ke"),
        ("☎", None),
    ],
)
def test_what_an_action_is_for(target, suggestion):
    one = only(f'{TOUCHPOINT}actions: {{a: {{title: A, touchpoints: ["{target}"]}}}}\n')
    assert (one.code, one.message, one.suggestion) == (
        "CX104",
        f"'{target}' is not the name of a touchpoint",
        suggestion,
    )


@pytest.mark.parametrize(
    ("day", "message", "suggestion"),
    [
        ("31-3-2026", "'31-3-2026' is not a date", "2026-03-31"),
        ("31/03/2026", "'31/03/2026' is not a date", "2026-03-31"),
        ("2026-3-1", "'2026-3-1' is not a date", "2026-03-01"),
        ("31-2-2026", "'31-2-2026' is not a date", None),
        ("31-3-26", "'31-3-26' is not a date", None),
        ("March 2026", "'March 2026' is not a date", None),
        ("2026-02-30", "there is no 2026-02-30 in the calendar", None),
        ("2026", "'date' must be a date, not 2026", None),
        ("20260331", "'date' must be a date, not 20260331", None),
    ],
)
def test_dates(day, message, suggestion):
    found = diagnose_text(f"cxmap: 1\nsources: {{s: {{title: S, kind: survey, date: {day}}}}}\n", 'ignore = ["CX203"]')
    assert [(one.message, one.suggestion) for one in found] == [(message, suggestion)]


@pytest.mark.parametrize(("given", "help_"), [("2", "a later one"), ('"1"', "a number"), ("true", "version 1")])
def test_versions(given, help_):
    one = only(f"cxmap: {given}\n")
    assert one.suggestion == "1"
    assert one.help is not None
    assert help_ in one.help


def test_a_long_value_is_cut_and_stands_on_one_line():
    one = only(f'cxmap: 1\nstakeholders:\n  a:\n    title: A\n    kind: "{"long " * 40}\n\n      and more"\n')
    assert one.message.startswith("'kind' cannot be 'long long")
    assert one.message.endswith("…'")
    assert len(one.message) < 100


@pytest.mark.parametrize(
    ("personas", "message"), [(200, None), (201, "personas times touchpoints is 20,100: the most is 20,000")]
)
def test_a_journey_that_is_too_much_to_judge(personas, message):
    names = [f"p{number}" for number in range(personas)]
    touchpoints = ", ".join(f"{{id: t{number}, title: T}}" for number in range(100))
    library = f"personas: {{{', '.join(f'{name}: {{name: P}}' for name in names)}}}\n"
    journey = (
        f"journey: {{id: j, title: J, personas: {names}, stages: [{{id: s, title: S, touchpoints: [{touchpoints}]}}]}}"
    )
    found = diagnose_text(f"cxmap: 1\n{library}{journey}\n", WITHOUT_ADVICE)
    assert [(one.code, one.message, one.help) for one in found] == (
        [("CX104", message, "divide it into several journeys")] if message else []
    )


def test_a_fact_is_text_or_a_number() -> None:
    text = "cxmap: 1\npersonas:\n  noor: {name: Noor, facts: {Age: [29], Work: Nurse, Children: 2}}\n"
    found = [one.message for one in diagnose_text(text, WITHOUT_ADVICE) if one.code == "CX103"]
    assert found == ["'Age' must be text or a number, not a list"]
