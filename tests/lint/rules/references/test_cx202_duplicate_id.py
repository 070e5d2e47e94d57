"""CX202: an id that is defined twice in a section, among journeys, in a journey or in an action."""

from __future__ import annotations

from tests.lint.rules.references.library import journey
from tests.lint.rules.roadmap.actions import about
from tests.support import WITHOUT_ADVICE, assert_marks, brief, diagnose_files


class TestDuplicates:
    def test_in_a_section_across_files(self):
        assert_marks(
            {
                "a.cxmap.yaml": "cxmap: 1\nsegments: {x: {title: X}}\nstakeholders: {x: {title: X, kind: team}}\n",
                "b/c.cxmap.yaml": "cxmap: 1\nsegments: {⟦CX202 x⟧: {title: X}, y: {title: Y}}\n",
                "b/d.cxmap.yaml": "cxmap: 1\nsegments: {⟦CX202 x⟧: {title: X}, ⟦CX202 y⟧: {title: Y}}\n",
            }
        )

    def test_journeys_stages_and_touchpoints(self):
        files = journey(
            "", "{id: a, title: A}", "{id: ⟦CX202 a⟧, title: B}", "{id: ⟦CX202 a⟧, title: C}", "{id: s, title: S}"
        )
        files["b.cxmap.yaml"] += (
            "    - {id: ⟦CX202 s⟧, title: S, touchpoints: [{id: ⟦CX202 a⟧, title: A}, {id: b, title: B}]}\n"
        )
        files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("id: mine", "id: ⟦CX202 all⟧")
        assert_marks(files)

    def test_both_places_are_shown(self):
        a, b = (f"cxmap: 1\nsegments:\n  x: {{title: {name}}}\n" for name in "AB")
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, "a.cxmap.yaml": a, "b.cxmap.yaml": b})
        assert brief(found) == ["b.cxmap.yaml:3:3-4 CX202"]
        related = found[0].related[0]
        assert (related.path, related.span.line, related.span.column, related.message) == (
            "a.cxmap.yaml",
            3,
            3,
            "first defined here",
        )


def test_ids_of_steps_are_unique_within_their_action():
    steps = "steps: [{id: s, title: S}, {id: t, title: T}, {id: s, title: U}, {title: V}]"
    assert about("CX202", steps) == [("/actions/x/steps/2/id", "step 's' is defined twice")]
    assert about("CX202", "steps: [{id: s, title: S}]") == []
