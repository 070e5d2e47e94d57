"""Whatever is wrong with a project: every rule answers, at a place that lies in the file."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import yaml
from tests.lint.small import LIBRARY
from tests.profiles import examples
from tests.support import diagnose_files

CONFIG = 'max-age-days = 1\njargon = ["a", "shoes"]\ngap-threshold = 0.0\n'
PROJECT = f"""{LIBRARY}
journey:
  id: j
  title: J
  personas: [noor, andre]
  starts_with: Here
  ends_with: There
  scale: {{importance: {{min: 0, max: 5}}, experience: {{min: 1, max: 10, pass: 5.5}}}}
  scores_source: wall
  evidence: [{{source: sellers, quote: Yes, finding: new, persona: noor}}]
  stages:
    - id: s
      title: S
      phase: purchase
      evidence: [{{source: interviews, note: Yes}}]
      touchpoints:
        - {{id: a, title: A, channel: web, owner: online, scores: {{importance: 5, experience: 5, desired: 8}}}}
        - id: b
          title: B
          personas: [andre]
          channel: shop
          also_through: [phone]
          moment_of_truth: true
          owner: store
          metrics: [m]
          opportunities: [Try]
          importance_to_us: {{mean: 3, n: 3}}
          thinking: [Hm]
          handover: {{from: a, loses: [time], scores: {{importance: 3, experience: {{mean: 2, n: 9, source: survey}}}}}}
          scores:
            importance: {{mean: 3, n: 4, derived: true}}
            experience: {{counts: {{1: 3, 2: 5}}, source: survey}}
            gap_sd: 1
          evidence: [{{source: interviews, quote: Yes, finding: new}}]
          by_persona: {{andre: {{channel: web, scores: {{experience: 4, desired: 3}}, handover: {{note: Ok}}}}}}
        - {{id: c, title: C, channel: app, returns_to: b, scores: {{importance: 5}}}}
metrics:
  m:
    title: M
    better: higher
    baseline: {{date: "2026-01-01", value: 3}}
    target: {{date: "2026-12-31", value: 5}}
    readings: [{{date: "2026-02-01", value: 3, n: 3}}, {{date: "2026-03-01", value: 4}}]
actions:
  x:
    title: X
    touchpoints: [j/b, "b#handover"]
    owner: store
    metrics: [m]
    status: planned
    start: "2026-02-01"
    due: "2026-03-01"
    steps: [{{title: S, due: "2026-02-15", done: true}}]
  y: {{title: Y, touchpoints: [a], status: done, finished: "2026-06-01", depends_on: [x]}}
"""
DATA = yaml.safe_load(PROJECT)


def places(data: Any, pointer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in some data but the root."""
    found: list[tuple[Any, ...]] = []
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        found += [(*pointer, step), *places(value, (*pointer, step))]
    return found


# What takes the place of a value: every type, the ends of every range, and what stands elsewhere.
strange: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, 0, -1, 1, 5, 1.5, 1e300, -1e300, 10**290),
        *("", " ", "x", "TODO", "noor", "web", "survey", "current", "new", "done", "2026-01-01", "2026-13-01"),
        *([], {}, [None], [[]], [{}], {"x": None}, ["noor", "noor"], [5], {1: 2}, {"mean": 3, "n": 1}),
        *({"counts": {}}, {"counts": {1: 2, "x": 3}}, {"counts": {1: -1}}, {"counts": {1e300: 10**290, -1e300: 1}}),
        *({"min": -1e300, "max": 1e300}, {"min": 5, "max": 1}, {"source": "survey"}, {"id": "a"}),
    ]
)
changes = st.lists(
    st.tuples(st.sampled_from(places(DATA)), st.sampled_from(["replace", "remove"]), strange), max_size=4
)


def changed(data: Any, pointer: tuple[Any, ...], what: str, new: Any) -> None:
    """Change one place; nothing where an earlier change took it away."""
    *around, last = pointer
    for step in around:
        if not (isinstance(data, dict) and step in data) and not (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            return
        data = data[step]
    if isinstance(data, dict) and last in data:
        if what == "remove":
            del data[last]
        else:
            data[last] = copy.deepcopy(new)


@examples(300)
@given(changes)
def test_every_rule_answers_whatever_is_wrong(edits):
    data = copy.deepcopy(DATA)
    for edit in edits:
        changed(data, *edit)
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    lines = text.count("\n") + 1
    for found in diagnose_files({"journey.cxmap.yaml": text, "cxmap.toml": CONFIG}):
        assert found.code.startswith("CX")
        assert 1 <= found.span.line <= found.span.end_line <= lines
        json.dumps([found.message, found.help, found.pointer, found.anchor])


def test_the_project_that_is_changed_has_no_error():
    found = diagnose_files({"journey.cxmap.yaml": PROJECT, "cxmap.toml": CONFIG})
    assert [one.code for one in found if one.severity == "error"] == ["CX104"]  # the library's wrong scale, on purpose
