"""CX104: a value of the right type that is not allowed."""

from __future__ import annotations

import pytest

from tests.lint.rules.schema.schema import TOUCHPOINT, only
from tests.support import WITHOUT_ADVICE, assert_marks, diagnose_text

JOURNEY = """\
cxmap: 1
personas: {noor: {name: Noor}}
sources: {survey: {title: Survey, kind: survey, scale: {min: 1, max: 5}}, talk: {title: Talk, kind: interview}}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  evidence: [{source: survey}, {source: talk}]
"""


@pytest.mark.parametrize(
    "text",
    [
        "segments: {⟦CX104 New⟧: {title: A}}",
        "segments: {⟦CX104 -a⟧: {title: A}}",
        f"segments: {{⟦CX104 {'a' * 65}⟧: {{title: A}}}}",
        f"segments: {{{'a' * 64}: {{title: A}}}}",
        "segments: {a: {title: ⟦CX104 ''⟧}}",
        'segments: {a: {title: ⟦CX104 " "⟧}}',
        "segments: {a: {title: A, share: ⟦CX104 1.01⟧}}",
        "segments: {a: {title: A, share: ⟦CX104 -0.01⟧}}",
        "segments: {a: {title: A, share: ⟦CX104 .nan⟧}}",
        "segments: {a: {title: A, share: ⟦CX104 .inf⟧}}",
        "segments: {a: {title: A, share: ⟦CX104 1e999⟧}}",
        "segments: {a: {title: A, share: 0}, b: {title: B, share: 1}}",
        "segments: {a: {title: A, priority: ⟦CX104 Target⟧}}",
        "sources: {⟦CX203 s⟧: {title: S, kind: survey, n: ⟦CX104 0⟧}}",
        "sources: {⟦CX203 s⟧: {title: S, kind: survey, date: ⟦CX104 2026-02-30⟧}}",
        "sources: {⟦CX203 s⟧: {title: S, kind: survey, date: ⟦CX104 31-3-2026⟧}}",
        "sources: {⟦CX203 s⟧: {title: S, kind: survey, scale: ⟦CX104 {min: 5, max: 5}⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, portrait: ⟦CX104 ../p.png⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, portrait: ⟦CX104 /p.png⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, portrait: ⟦CX104 https://example.org/p.png⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, portrait: images/p.png}}",
        "actions: {a: {title: A, touchpoints: ⟦CX104 []⟧, effort: ⟦CX104 6⟧, impact: ⟦CX104 0⟧, levers: [⟦CX104 ai⟧]}}",
    ],
)
def test_invalid_values(text):
    assert_marks(f"cxmap: 1\n{text}\n")


def test_scale_errors_stand_at_the_scale_and_at_pass():
    stages = "  stages: [{id: s, title: S, touchpoints: [{id: t, title: T, scores: {experience: 50}}]}]\n"
    assert_marks(f"{JOURNEY}  scale: ⟦CX104 {{min: 10, max: 1}}⟧\n{stages}")
    assert_marks(f"{JOURNEY}  scale: {{min: 1, max: 10, pass: ⟦CX104 11⟧}}\n{stages}")
    two = "{importance: {min: 1, max: 5}, experience: ⟦CX104 {min: 5, max: 1}⟧}"
    assert_marks(f"{JOURNEY}  scale: {two}\n{stages}")


@pytest.mark.parametrize(
    ("line", "message", "suggestion", "help_"),
    [
        ("reach: 80", "'reach' cannot be 80: the maximum is 1", "0.8", "from 0 to 1"),
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
    ("text", "code", "message", "suggestion"),
    [
        ("segments: {New: {title: A}}", "CX104", "'New' is not an id", "new"),
        ("segments: {Café Noir: {title: A}}", "CX104", "'Café Noir' is not an id", "cafe-noir"),
        ("segments: {客: {title: A}}", "CX104", "'客' is not an id", "ke"),
        ("stakeholders: {a: {title: A, kind: Departement}}", "CX104", "'kind' cannot be 'Departement'", "department"),
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
    ],
)
def test_dates(day, message, suggestion):
    found = diagnose_text(f"cxmap: 1\nsources: {{s: {{title: S, kind: survey, date: {day}}}}}\n", 'ignore = ["CX203"]')
    assert [(one.message, one.suggestion) for one in found] == [(message, suggestion)]


def test_a_long_value_is_cut_and_stands_on_one_line():
    one = only(f'cxmap: 1\nstakeholders:\n  a:\n    title: A\n    kind: "{"long " * 40}\n\n      and more"\n')
    assert one.message.startswith("'kind' cannot be 'long long")
    assert one.message.endswith("…'")
    assert len(one.message) < 100


@pytest.mark.parametrize(
    ("personas", "message"), [(200, None), (201, "personas times touchpoints is 20,100: the maximum is 20,000")]
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
