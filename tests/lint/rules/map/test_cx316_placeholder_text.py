"""CX316: what counts as a placeholder, what does not, and where it is looked for."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.lint.rules.map.cx316_placeholder_text import is_placeholder
from cxmap.model.placeholders import SAMPLE_TEXTS
from tests.lint.small import findings, pointers


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "TODO: ask the store",
        " TBD ",
        "TBD.",
        "{what the customer does}",
        "<name>",
        "{}",
        "Lorem ipsum dolor sit amet",
        "And then: LOREM IPSUM",
        *sorted(SAMPLE_TEXTS),
    ],
)
def test_placeholders(text):
    assert pointers(findings("CX316", f"{{id: a, title: A, doing: {json.dumps(text)}}}")) == ["/0/doing"]


@pytest.mark.parametrize(
    "text",
    [
        "Todo list of the shop",
        "todo",
        "TODOR asks at the desk",
        "What is TBD?",
        "Writes {name} on the card",
        "<b>Pays</b>",
        "{first} and {second}",
        "Asks what the customer does",
        "Ipsum, lorem",
        "",
    ],
)
def test_text_of_the_teams_own(text):
    assert not is_placeholder(text)


@given(st.text())
def test_a_note_to_oneself_is_one_whatever_follows(rest):
    assert is_placeholder(f"TODO {rest}")
    assert is_placeholder(f"{rest} lorem ipsum {rest}")


def test_placeholders_are_found_wherever_text_stands():
    more = """\
personas: {mo: {name: TODO, facts: {Age: TBD, Home: Utrecht}, goals: [Run, <goal>]}}
x-notes: {todo: TODO}
channels: {x-ray: {title: TODO, kind: physical, x-why: TODO}}
"""
    found = findings("CX316", "{id: a, title: A, choice: {between: ['{one}']}, x-mine: TODO}", more=more)
    assert sorted(pointers(found)) == [
        "/0/choice/between/0",
        "/channels/x-ray/title",
        "/personas/mo/facts/Age",
        "/personas/mo/goals/1",
        "/personas/mo/name",
    ]


def test_a_wrong_value_is_no_placeholder():
    assert not findings("CX316", "{id: a, title: A, owner: TODO, wait: TBD, desc: TODO, doing: {TODO: TODO}}")
