"""CX314: a persona names no segment."""

from __future__ import annotations

import pytest

from tests.lint.rules.map.people import found


@pytest.mark.parametrize(
    ("fields", "speaks"), [("", True), (", segment: runners", False), (", segment: 5", False), (", segment: ", False)]
)
def test_persona_without_segment(fields, speaks):
    expected = [("/personas/mo", "persona 'mo' names no segment")] if speaks else []
    assert found("CX314", f"personas: {{mo: {{name: Mo{fields}}}}}") == expected
