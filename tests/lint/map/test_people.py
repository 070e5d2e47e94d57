"""Rules on personas and the segments that they stand for."""

from __future__ import annotations

import pytest

from tests.support import diagnose_files

JOURNEY = """\
cxmap: 1
journey: {id: j, title: J, personas: [mo], stages: [{id: s, title: S, touchpoints: [{id: a, title: A}]}]}
"""


def found(code: str, library: str) -> list[tuple[str, str]]:
    """Place and message of what one rule finds in a library beside a journey of persona mo."""
    files = {"journey.cxmap.yaml": JOURNEY, "library.cxmap.yaml": f"cxmap: 1\n{library}\n"}
    return [(one.pointer, one.message) for one in diagnose_files(files) if one.code == code]


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


@pytest.mark.parametrize(
    ("fields", "speaks"), [("", True), (", segment: runners", False), (", segment: 5", False), (", segment: ", False)]
)
def test_persona_without_segment(fields, speaks):
    expected = [("/personas/mo", "persona 'mo' names no segment")] if speaks else []
    assert found("CX314", f"personas: {{mo: {{name: Mo{fields}}}}}") == expected


@pytest.mark.parametrize(
    ("segment", "speaks"),
    [
        ("{title: R, priority: target}", True),
        ("{title: R, priority: maintain}", False),
        ("{title: R}", False),
        ("{title: R, priority: targets}", False),
    ],
)
def test_target_segment_without_persona(segment, speaks):
    expected = [("/segments/r", "no persona stands for the target segment 'r'")] if speaks else []
    assert found("CX318", f"segments: {{r: {segment}}}") == expected
    assert found("CX318", f"segments: {{r: {segment}}}\npersonas: {{mo: {{name: Mo, segment: r}}}}") == []


def test_a_misspelt_segment_is_reported_where_it_stands():
    segment = "segments: {runners: {title: R, priority: target}}"
    assert found("CX318", f"{segment}\npersonas: {{mo: {{name: Mo, segment: runers}}}}") == []
    assert found("CX318", f"{segment}\npersonas: {{mo: {{name: Mo, segment: elsewhere}}}}") != []


def test_a_file_that_cannot_be_read_may_hold_the_persona():
    files = {
        "a.cxmap.yaml": "cxmap: 1\nsegments: {r: {title: R, priority: target}}\n",
        "b.cxmap.yaml": "cxmap: 1\n- x: [\n",
    }
    assert "CX318" not in [one.code for one in diagnose_files(files)]
