"""CX401: gaps that no action is for."""

from __future__ import annotations

import pytest

from tests.lint.small import LIBRARY, findings, journey_text, pointers
from tests.support import diagnose_files

TWO = "personas: [noor, andre]"
NINE = "scores: {importance: 9, experience: 6}"  # on 0-10: 8.89 and 5.56, priority 2.96


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ("{importance: 9, experience: 6}", "has priority 3.0, and no action addresses it"),
        ("{importance: 9, experience: 7}", None),  # 1.98
        ("{importance: 6, experience: 9}", None),
        ("{importance: 10, experience: 8.2}", "has priority 2.0, and no action addresses it"),  # exactly the threshold
        ("{importance: 10, experience: 8.21}", None),
        (
            "{importance: {mean: 5, source: survey}, experience: {mean: 3, source: survey}}",
            "has priority 5.0, and no action addresses it",
        ),
        (
            "{importance: {counts: {9: 3}}, experience: {counts: {6: 3}}}",
            "has priority 3.0, and no action addresses it",
        ),
        # a derived importance is a weight: importance 8.89 times what experience 7.78 falls short of 10
        ("{importance: {mean: 9, derived: true}, experience: 8}", "has shortfall 2.0, and no action addresses it"),
        ("{importance: {mean: 9, derived: true}, experience: 9.9}", "has shortfall 0.1, and no action addresses it"),
        ("{importance: {mean: 9, derived: true}, experience: 10}", None),
        ("{importance: {mean: 9, derived: true}, experience: 7}", "has shortfall 3.0, and no action addresses it"),
        ("{importance: 9}", None),
        # not to be computed with: outside the scale, or on a scale that nobody knows
        ("{importance: 99, experience: 6}", None),
        ("{importance: {counts: {11: 3}}, experience: 2}", None),
        ("{importance: 9, experience: {mean: 2, source: nobody}}", None),
        ("{importance: 9, experience: {mean: 2, source: bent}}", None),
        ("{importance: 9, experience: {mean: 2, source: 5}}", None),
        ("{importance: 9, experience: two}", None),
    ],
)
def test_size_of_the_gap(scores, message):
    found = findings("CX401", f"{{id: a, title: A, scores: {scores}}}")
    assert [one.message.removeprefix("touchpoint 'a' ") for one in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("action", "speaks"),
    [
        ("{title: X, touchpoints: [a]}", False),
        ("{title: X, touchpoints: [j/a]}", False),
        ("{title: X, touchpoints: [a], status: done}", False),
        ("{title: X, touchpoints: [a], status: dropped}", True),
        ("{title: X, touchpoints: [a], status: doing}", False),
        ("{title: X, touchpoints: ['a#handover']}", True),  # the step into it is not the thing itself
        ("{title: X, touchpoints: [k/a]}", True),
    ],
)
def test_actions(action, speaks):
    found = findings("CX401", f"{{id: a, title: A, {NINE}}}", more=f"actions: {{x: {action}}}\n")
    assert pointers(found) == (["/0"] if speaks else [])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (NINE, "priority 3.0 for 'noor' and 'andre'"),
        (f"{NINE}, by_persona: {{noor: {{scores: {{experience: x}}}}}}", "priority 3.0 for 'andre'"),
        (
            f"{NINE}, by_persona: {{noor: {{scores: {{experience: {{mean: 2, source: 5}}}}}}}}",
            "priority 3.0 for 'andre'",
        ),
        (f"{NINE}, personas: [andre]", "priority 3.0 for 'andre'"),
        (f"{NINE}, by_persona: {{noor: {{scores: {{experience: 9}}}}}}", "priority 3.0 for 'andre'"),
        (
            f"{NINE}, by_persona: {{noor: {{scores: {{experience: 1}}}}}}",
            "priority 7.9 for 'noor' and priority 3.0 for 'andre'",
        ),
    ],
)
def test_one_finding_for_all_personas(fields, message):
    found = findings("CX401", f"{{id: a, title: A, {fields}}}", journey=TWO)
    assert [one.message for one in found] == [f"touchpoint 'a' has {message}, and no action addresses it"]


@pytest.mark.parametrize(("threshold", "speaks"), [("2.9", True), ("3.0", False), ("0", True)])
def test_threshold(threshold, speaks):
    assert bool(findings("CX401", f"{{id: a, title: A, {NINE}}}", config=f"gap-threshold = {threshold}")) == speaks


def test_a_need_that_is_met_is_no_gap_even_at_threshold_zero():
    met = "{id: a, title: A, scores: {importance: 5, experience: 5}}"
    assert not findings("CX401", met, config="gap-threshold = 0")


def test_a_wrong_scale_of_the_journey_leaves_nothing_to_compute():
    assert not findings("CX401", f"{{id: a, title: A, {NINE}}}", journey="scale: {min: 9, max: 1}")


def test_a_file_that_cannot_be_read_may_hold_the_action():
    files = {"a.cxmap.yaml": journey_text(f"{{id: a, title: A, {NINE}}}"), "l.cxmap.yaml": LIBRARY}
    assert "CX401" in [one.code for one in diagnose_files(files)]
    assert "CX401" not in [one.code for one in diagnose_files({**files, "b.cxmap.yaml": "cxmap: 1\n- x: [\n"})]


@pytest.mark.parametrize(
    ("touchpoints", "speaks"),
    [
        ("try-on", False),
        ("{first: try-on}", False),
        ("[5, try-on]", False),
        ("[try-onn]", False),
        ("[j/try-onn]", False),
        ("[5]", True),
        ("[elsewhere]", True),
    ],
)
def test_what_is_named_in_the_wrong_way_is_named(touchpoints, speaks):
    more = f"actions: {{x: {{title: X, touchpoints: {touchpoints}}}}}\n"
    assert bool(findings("CX401", f"{{id: try-on, title: A, {NINE}}}", more=more)) == speaks
    evidence = "evidence: [{source: survey, finding: new, quote: Hm}]"
    assert bool(findings("CX320", f"{{id: try-on, title: A, {evidence}}}", more=more)) == speaks


def test_of_derived_importance_the_first_five_by_shortfall_and_who_ties_with_them():
    marks = [9, 8, 7, 6, 5, 5, 4]  # of importance, with the same experience
    touchpoints = [
        f"{{id: t{number}, title: T, scores: {{importance: {{mean: {mark}, derived: true}}, experience: 6}}}}"
        for number, mark in enumerate(marks)
    ]
    assert pointers(findings("CX401", *touchpoints)) == [f"/{number}" for number in range(6)]


@pytest.mark.parametrize(
    ("priority", "severity"), [("priority: none", "advice"), ("priority: maintain", "warning"), ("", "warning")]
)
def test_a_segment_that_is_no_focus_is_advised(priority, severity):
    more = f"""\
segments: {{s: {{title: S, {priority}}}}}
personas: {{kim: {{name: Kim, segment: s}}}}
"""
    (found,) = findings("CX401", f"{{id: a, title: A, {NINE}}}", journey="personas: [kim]", more=more)
    assert found.severity == severity


def test_beside_a_focus_segment_only_that_one_is_named():
    more = "segments: {s: {title: S, priority: none}}\npersonas: {kim: {name: Kim, segment: s}}\n"
    (found,) = findings("CX401", f"{{id: a, title: A, {NINE}}}", journey="personas: [kim, noor]", more=more)
    assert (found.severity, found.message) == (
        "warning",
        "touchpoint 'a' has priority 3.0 for 'noor', and no action addresses it",
    )


def test_a_severity_of_the_configuration_is_that_of_every_finding():
    more = "segments: {s: {title: S, priority: none}}\npersonas: {kim: {name: Kim, segment: s}}\n"
    config = 'severity = { CX401 = "error" }'
    (found,) = findings("CX401", f"{{id: a, title: A, {NINE}}}", journey="personas: [kim]", more=more, config=config)
    assert found.severity == "error"
