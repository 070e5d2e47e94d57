"""Which errors refuse a journey, and which refuse nothing."""

from __future__ import annotations

import pytest

from cxmap.lint.refusal import refusals
from tests.support import project

JOURNEY = """cxmap: 1
journey:
  id: NAME
  title: N
  personas: [PERSONA]
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: t, title: T, scores: {importance: 8, experience: {mean: 4, source: survey}}}
"""
A = JOURNEY.replace("NAME", "a").replace("PERSONA", "anna")
B = JOURNEY.replace("NAME", "b").replace("PERSONA", "ben")
LIBRARY = """cxmap: 1
segments: {new: {title: New, share: 0.5}, old: {title: Old, share: 0.5}}
personas: {anna: {name: Anna, segment: new}, ben: {name: Ben, segment: old}}
sources: {survey: {title: S, kind: survey}, unused: {title: U, kind: survey}}
metrics: {m: {title: M, better: higher, baseline: {date: 2026-02-01, value: 1}, target: {date: 2026-05-01, value: 2}}}
actions: {x: {title: X, touchpoints: [a/t], metrics: [m]}}
"""


def refused(a=A, b=B, library=LIBRARY, ask=(".",)):
    found = refusals(project({"a.cxmap.yaml": a, "b.cxmap.yaml": b, "library.cxmap.yaml": library}, ask=ask))
    return {document.name[0]: [one.code for one in errors] for document, errors in found.items()}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, {}),
        ({"a": A.replace("importance: 8", "importance: 80")}, {"a": ["CX105"]}),
        ({"a": A.replace("anna", "ana")}, {"a": ["CX201"]}),
        ({"a": A + "actions: {y: {title: Y}}\n"}, {"a": ["CX102"]}),
        ({"a": A + "\t"}, {"a": ["CX001"]}),
        ({"library": LIBRARY.replace("share: 0.5}, old", "share: 5}, old")}, {"a": ["CX104"]}),
        ({"library": LIBRARY.replace("S, kind: survey", "S, kind: surfy")}, {"a": ["CX104"], "b": ["CX104"]}),
        ({"library": LIBRARY.replace("U, kind: survey", "U, kind: surfy")}, {}),
        ({"library": LIBRARY.replace("[a/t]", "[a/u]")}, {}),
        ({"library": LIBRARY.replace("date: 2026-05-01", "date: 2026-01-01")}, {}),
        ({"library": LIBRARY.replace("value: 2}", "value: 0}")}, {}),
        ({"library": LIBRARY.replace("name: Ben", "nam: Ben")}, {"b": ["CX101"]}),
        ({"library": LIBRARY + "\t"}, {"a": ["CX001"], "b": ["CX001"], "l": ["CX001"]}),
        ({"library": LIBRARY + "\t", "ask": ("b.cxmap.yaml",)}, {"b": ["CX001"]}),
        ({"a": A + "personas: {ben: {name: Ben}}\n"}, {"b": ["CX202"]}),
        ({"a": A.replace("importance: 80", "importance: 8"), "ask": ("b.cxmap.yaml",)}, {}),
    ],
)
def test_a_journey_is_refused_by_errors_in_it_and_in_what_it_refers_to(change, expected):
    found = refused(**change)
    assert {name: sorted(codes) for name, codes in found.items()} == expected


def test_an_error_that_is_suppressed_or_regraded_refuses_nothing():
    assert refused(a=A.replace("[anna]", "[ana]  # cxmap: ignore[CX201]")) == {}
    files = {"a.cxmap.yaml": A.replace("anna", "ana"), "library.cxmap.yaml": LIBRARY}
    assert refusals(project({**files, "cxmap.toml": '[severity]\nCX201 = "warning"\n'})) == {}
