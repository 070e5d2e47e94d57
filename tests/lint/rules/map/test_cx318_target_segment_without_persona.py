"""CX318: no persona stands for a segment with priority: target."""

from __future__ import annotations

import pytest

from tests.lint.rules.map.people import found
from tests.support import diagnose_files


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
