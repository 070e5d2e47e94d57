"""Breaches of the format of several kinds in one file: none hides another, and all fixes go together."""

from __future__ import annotations

from tests.lint.rules.schema.schema import HEAD, fixed
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


def test_a_fixed_file_has_no_findings_left():
    text = f"""{HEAD}journey:
  title: First shoes
  personas: [noor]
  stages:
    - title: Choice
      touchpoints:
        - {{titel: Tries on, pain_points: [They pinch]}}
        - title: Buys
"""
    once = fixed(text)
    twice = fixed(once)
    assert diagnose_text(twice, WITHOUT_ADVICE) == []
    assert twice.splitlines()[-3:] == [
        "        - {id: tries-on, title: Tries on, negatives: [They pinch]}",
        "        - id: buys",
        "          title: Buys",
    ]
