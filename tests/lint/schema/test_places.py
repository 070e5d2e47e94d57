"""CX1: every kind of breach of the format, at its exact place, and none hides another."""

from __future__ import annotations

import pytest

from tests.support import assert_marks

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
        "stakeholders: {store: {title: Store, kind: team, ⟦CX101 desc⟧: x}}",
        "stakeholders:\n  store:\n    title: Store\n    kind: team\n    ⟦CX101 'desc'⟧: x",
        "⟦CX101 stakeholder⟧: {}",
        "stakeholders: {store: {x-mine: 1, title: Store, kind: team}}\nx-ours: {anything: [goes]}",
        "stakeholders: {x-mine: {⟦CX102 title⟧: Store}}",
        "segments: {a: {title: A, ⟦CX101 x_mine⟧: 1}}",
    ],
    ids=["in flow", "a quoted key", "a section", "keys of one's own", "an id is no key of one's own", "nearly one"],
)
def test_unknown_keys(text):
    assert_marks(f"cxmap: 1\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "stakeholders: {store: {⟦CX102 title⟧: Store}}",
        "stakeholders: {store: {⟦CX102 kind⟧: team}}",
        "stakeholders:\n  store:\n    ⟦CX102 CX102 description⟧: x",
        "stakeholders: {store: ⟦CX102 CX102 {}⟧}",
        "stakeholders: {store: {⟦CX101 titel⟧: Store, kind: team}}",
        "stakeholders: {store: {⟦CX102 x-mine⟧: 1, ⟦CX101 titel⟧: Store}}",
        "metrics: {⟦CX203 m⟧: {title: M, better: higher, baseline: {⟦CX102 value⟧: 1}}}",
    ],
    ids=["kind", "title", "two of them", "an empty mapping", "misspelt is not missing", "but the others are", "deeper"],
)
def test_missing_keys(text):
    assert_marks(f"cxmap: 1\n{text}\n")


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


def test_one_wrong_value_hides_no_other():
    assert_marks(
        f"""{JOURNEY}\
  owner: ⟦CX201 nobody⟧
  goal: ⟦CX103 5⟧
  stages:
    - title: ⟦CX104 ""⟧
      ⟦CX101 fase⟧: use
      id: ⟦CX104 S 1⟧
      touchpoints:
        - {{⟦CX102 title⟧: No id, channel: ⟦CX201 web⟧}}
        - id: t
          title: ⟦CX103 [T]⟧
          wait: ⟦CX104 2 uur⟧
          owner: ⟦CX201 somebody⟧
          thinking: ⟦CX103 Hm⟧
          scores: {{importance: ⟦CX103 "8"⟧, experience: ⟦CX105 11⟧, desired: 9}}
          by_persona: {{⟦CX104 Noor⟧: {{channel: ⟦CX201 shop⟧}}}}
        - ⟦CX103 Buys⟧
        - {{id: ⟦CX202 t⟧, title: Again, choice: {{between: [a, ⟦CX103 1⟧]}}}}
    - ⟦CX103 ~⟧
"""
    )


def test_another_version_of_the_format():
    rest = "stakeholders: {store: {nonsense: 1}}\njourney: {owner: nobody}\nchannels: {fax: {title: 5}}\n"
    for version in ("2", '"1"', "true", "~", "one", "[1]", "1.5"):
        assert_marks(f"cxmap: ⟦CX106 {version}⟧\n{rest}")
    assert_marks({"a.cxmap.yaml": f"cxmap: ⟦CX106 2⟧\n{rest}", "b.cxmap.yaml": "cxmap: 1\n⟦CX101 foo⟧: 1\n"})
