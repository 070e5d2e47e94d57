"""Rules on what is written: placeholders, and words of the organisation's own."""

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


JARGON = 'jargon = ["CRM", "gait analysis", "gait", "C++", ""]'


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("doing: Is put into the crm", {"/0/doing": "'crm' is a word of yours, not of the customer"}),
        (
            "doing: A Gait  analysis and a gait analysis in C++",
            {"/0/doing": "'Gait', 'gait analysis' and 'C++' are words of yours, not of the customer"},
        ),
        ("thinking: [Hm, Which CRM?]", {"/0/thinking/1": "'CRM' is a word of yours, not of the customer"}),
        ("feeling: CRM-tired", {"/0/feeling": "'CRM' is a word of yours, not of the customer"}),
        ("expectation: The CRMs work", {}),
        ("expectation: A CRM_2", {}),
        (
            "by_persona: {noor: {expectation: CRM}}",
            {"/0/by_persona/noor/expectation": "'CRM' is a word of yours, not of the customer"},
        ),
        ("title: A, backstage: CRM, systems: [CRM], positives: [CRM]", {}),
        ("title: Opens the CRM", {"/0/title": "'CRM' is a word of yours, not of the customer"}),
        ("thinking: CRM", {}),
    ],
)
def test_inside_out_words(fields, expected):
    title = "" if "title:" in fields else "title: A, "
    found = findings("CX317", f"{{id: a, {title}{fields}}}", config=JARGON)
    assert {pointer: one.message for pointer, one in zip(pointers(found), found, strict=True)} == expected


def test_no_jargon_no_finding():
    assert not findings("CX317", "{id: a, title: A, doing: Opens the CRM}")
