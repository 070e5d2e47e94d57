"""CX317: words of the configuration's jargon list in what the customer does, thinks, feels or expects."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

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
