"""CX205: 'by_persona', a touchpoint's 'personas' or evidence names a persona that the journey does not."""

from __future__ import annotations

import pytest

from tests.lint.rules.references.library import journey
from tests.support import assert_marks


@pytest.mark.parametrize(
    "head",
    [
        "  evidence: [{source: talk, persona: noor}, {source: talk, persona: ⟦CX205 andre⟧}]\n",
    ],
)
def test_evidence_of_a_journey(head):
    assert_marks(journey(head))


@pytest.mark.parametrize(
    "fields",
    [
        "by_persona: {⟦CX205 andre⟧: {feeling: fine}, ⟦CX205 nobody⟧: {channel: ⟦CX201 none⟧}}",
        "personas: [noor, ⟦CX205 andre⟧, ⟦CX205 nobody⟧]",
        "evidence: [{source: talk, persona: ⟦CX205 andre⟧}, {source: talk, persona: ⟦CX205 nobody⟧}]",
    ],
)
def test_personas_of_a_touchpoint(fields):
    assert_marks(journey("", "{id: a, title: A}", f"{{id: b, title: B, {fields}}}"))


def test_who_comes_to_a_touchpoint():
    by_persona = "{id: a, title: A, personas: [noor], by_persona: {noor: {}, ⟦CX205 andre⟧: {}}}"
    evidence = "{id: b, title: B, personas: [noor], evidence: [{source: talk, persona: ⟦CX205 andre⟧}]}"
    files = journey("", by_persona, evidence)
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("personas: [noor]\n", "personas: [noor, andre]\n", 1)
    assert_marks(files)


@pytest.mark.parametrize("personas", ["⟦CX103 noor⟧", "⟦CX104 []⟧", "[⟦CX103 5⟧]"])
def test_a_journey_that_does_not_say_who_makes_it_names_no_outsider(personas):
    files = journey("", "{id: a, title: A, by_persona: {andre: {}, ⟦CX201 nobody⟧: {}}}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", f"{personas}\n", 1)
    assert_marks(files)
