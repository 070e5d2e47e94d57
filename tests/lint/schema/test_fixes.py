"""Fixes of CX1: exact edits, and nothing else in the file changes."""

from __future__ import annotations

import pytest

from cxmap.lint.fix import apply_fixes
from tests.support import FILE, WITHOUT_ADVICE, diagnose_files, diagnose_text

HEAD = "cxmap: 1\npersonas: {noor: {name: Noor}}\n"


def fixed(text: str) -> str:
    """The text after one pass of all fixes."""
    fixes = [one.fix for one in diagnose_text(text, WITHOUT_ADVICE) if one.fix]
    return apply_fixes(text, fixes)[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  store: {titel: A, kind: team}", "  store: {title: A, kind: team}"),
        ("  store: {'titel' : A, kind: team}  # why", "  store: {title : A, kind: team}  # why"),
        ("  store:\n    desc: >-  # folded\n      a\n    title: A\n    kind: team",
         "  store:\n    description: >-  # folded\n      a\n    title: A\n    kind: team"),
        ("  store: {? titel : A, kind: team}", "  store: {? title : A, kind: team}"),
        ("  a: {title: A, kind: team, descr: a, desc: b}", "  a: {title: A, kind: team, description: a, desc: b}"),
        ("  a: {title: A, kind: team, description: a, desc: b}", None),
    ],
    ids=["flow", "quoted", "block", "explicit", "only one of two", "not where it is given"],
)  # fmt: skip
def test_unknown_keys(before, after):
    assert fixed(f"cxmap: 1\nstakeholders:\n{before}\n") == f"cxmap: 1\nstakeholders:\n{after or before}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  title: First shoes\n  stages:", "  id: first-shoes\n  title: First shoes\n  stages:"),
        ("    # about it\n    title: 2026 # now\n    stages:", None),
        ("  title: '2026'\n  stages:", "  id: '2026'\n  title: '2026'\n  stages:"),
        ("  title: 'true'\n  stages:", "  id: 'true'\n  title: 'true'\n  stages:"),
        ("  title: Café “Zoë” – oui!\n  stages:", "  id: cafe-zoe-oui\n  title: Café “Zoë” – oui!\n  stages:"),
        ("  title: 第一双鞋\n  stages:", "  id: diyishuangxie\n  title: 第一双鞋\n  stages:"),
        ("  title: …\n  stages:", None),
        ("  &a title: First\n  stages:", None),
        ("  ? title\n  : First\n  stages:", None),
        ("  # new\n  goal: Run\n  title: A\n  stages:", "  # new\n  id: a\n  goal: Run\n  title: A\n  stages:"),
    ],
)  # fmt: skip
def test_the_id_of_a_journey(before, after):
    stages = " [{id: s, title: S, touchpoints: [{id: t, title: T}]}]\n"
    indent = " " * (len(before) - len(before.lstrip()))
    text = f"{HEAD}journey:\n{before}{stages}{indent}personas: [noor]\n"
    assert fixed(text) == text.replace(before, after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- title: Tries on", "- id: tries-on\n        title: Tries on"),
        ("-   title: Tries on", "-   id: tries-on\n          title: Tries on"),
        ("- {title: Tries on}", "- {id: tries-on, title: Tries on}"),
        ("- { title: Tries on }", "- { id: tries-on, title: Tries on }"),
        ("- {\n          title: Tries on}", "- {\n          id: tries-on, title: Tries on}"),
        ("- # first\n        title: Tries on", "- # first\n        id: tries-on\n        title: Tries on"),
        ("-\n        doing: x\n        title: Tries", "-\n        id: tries\n        doing: x\n        title: Tries"),
        ("- {? title : Tries on}", None),
        ("- title: Buys", "- id: buys-2\n        title: Buys"),
        ("- title: Buys\n      - title: Buys",
         "- id: buys-2\n        title: Buys\n      - id: buys-3\n        title: Buys"),
        (f"- title: {'long words ' * 9}", f"- id: {'long-words-' * 5}long\n        title: {'long words ' * 9}"),
    ],
)  # fmt: skip
def test_the_id_of_a_touchpoint(before, after):
    text = f"""{HEAD}journey:
  id: j
  title: J
  personas: [noor]
  stages:
    - id: s
      title: S
      touchpoints:
      - {{id: buys, title: Buys}}  # first
      {before}
      - {{id: runs, title: Runs}}
"""
    assert fixed(text) == text.replace(f"      {before}\n", f"      {after or before}\n")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_new_line_ends_as_the_others_do(line_break):
    stages = "  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]\n"
    text = f"{HEAD}journey:\n  title: J\n  personas: [noor]\n{stages}"
    changed = text.replace("  title: J\n", "  id: j\n  title: J\n")
    assert fixed(text.replace("\n", line_break)) == changed.replace("\n", line_break)


def test_a_journey_of_another_file_has_the_id_already():
    stages = "  personas: [noor]\n  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]\n"
    other = f"{HEAD}journey:\n  id: first\n  title: First\n{stages}"
    found = diagnose_files(
        {"cxmap.toml": WITHOUT_ADVICE, "a.cxmap.yaml": other, FILE: f"cxmap: 1\njourney:\n  title: First\n{stages}"}
    )
    assert [one.help for one in found] == ["add id: first-2"]


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
