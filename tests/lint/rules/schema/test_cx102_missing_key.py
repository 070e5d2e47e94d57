"""CX102: a required key is absent."""

from __future__ import annotations

import pytest

from tests.lint.rules.schema.schema import HEAD, fixed
from tests.support import FILE, WITHOUT_ADVICE, assert_marks, diagnose_files


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
