"""CX311: a persona that a journey uses has no story or no goals."""

from __future__ import annotations

import pytest

from tests.lint.rules.map.people import JOURNEY, found
from tests.support import diagnose_files


@pytest.mark.parametrize(
    ("persona", "missing"),
    [
        ("{name: Mo, story: Runs., goals: [Run]}", None),
        ("{name: Mo, goals: [Run]}", "no story"),
        ("{name: Mo, story: '', goals: [Run]}", "no story"),
        ("{name: Mo, story: Runs.}", "no goals"),
        ("{name: Mo, story: Runs., goals: []}", "no goals"),
        ("{name: Mo}", "no story and no goals"),
        ("{name: Mo, story: 5, goals: Run}", None),
        ("{name: Mo, story: Runs., goals: [5]}", None),
        ("{}", "no story and no goals"),
        ("5", None),
    ],
)
def test_thin_persona(persona, missing):
    expected = [("/personas/mo", f"persona 'mo' has {missing}")] if missing else []
    assert found("CX311", f"personas: {{mo: {persona}}}") == expected


def test_a_persona_that_no_journey_uses_may_be_thin():
    assert found("CX311", "personas: {mo: {name: Mo, story: Runs., goals: [Run]}, jo: {name: Jo}}") == []


def test_a_thin_persona_is_reported_where_it_is_defined():
    files = {"journey.cxmap.yaml": JOURNEY, "library.cxmap.yaml": "cxmap: 1\npersonas: {mo: {name: Mo}}\n"}
    asked = {name: [one.path for one in diagnose_files(files, ask=[name]) if one.code == "CX311"] for name in files}
    assert asked == {"journey.cxmap.yaml": [], "library.cxmap.yaml": ["library.cxmap.yaml"]}
