"""CX505: an item of a list in [ ] starts with a small letter and reads as the rest of the one before it."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers


@pytest.mark.parametrize(
    ("items", "suggestion"),
    [
        ("[I read this just now, do they know?]", '"I read this just now, do they know?"'),
        ('[He said "no" to me, so I left]', '"He said \\"no\\" to me, so I left"'),
        ("[I read this, do they know?]", '"I read this, do they know?"'),
        ("[Read this, do they know?]", None),  # two words
        ("[I read this just now., do they know?]", None),
        ("[I read this just now?, do they know?]", None),
        ("[I read this just now, Do they know?]", None),
        ("[i read this just now, do they know?]", None),
        ('["I read this just now", do they know?]', None),
        ("[I read this just now, 'do they know?']", None),
    ],
)
def test_a_comma_that_makes_two_thoughts_of_one(items, suggestion):
    found = findings("CX505", f"{{id: a, title: A, thinking: {items}}}")
    assert [one.suggestion for one in found] == ([suggestion] if suggestion else [])
    assert pointers(found) == (["/0/thinking/1"] if suggestion else [])
    assert not any(one.fixable for one in found)  # it may be two thoughts after all


def test_which_lists_are_looked_at():
    items = "[Once we had a chair, now we stand]"
    personal = f"by_persona: {{noor: {{positives: {items}}}}}"
    touchpoint = f"{{id: a, title: A, tags: {items}, systems: {items}, negatives: {items}, {personal}}}"
    more = f"""\
personas: {{kim: {{name: Kim, goals: {items}, ambitions: {items}}}}}
actions: {{x: {{title: X, touchpoints: [a], behaviour: {items}, systems: {items}}}}}
"""
    assert sorted(pointers(findings("CX505", touchpoint, more=more))) == [
        "/0/by_persona/noor/positives/1",
        "/0/negatives/1",
        "/actions/x/behaviour/1",
        "/personas/kim/goals/1",
    ]


def test_a_block_list_is_left_alone():
    more = """\
actions:
  x:
    title: X
    touchpoints: [a]
    behaviour:
      - We open the door
      - we say hello
"""
    assert findings("CX505", "{id: a, title: A}", more=more) == []
