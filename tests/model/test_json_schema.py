"""The published JSON Schema: sound in itself, up to date, pleasant in an editor, and of one mind with the models."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import yaml
from cxmap.about import SCHEMA_URL
from cxmap.model.check import check
from cxmap.model.introspection import Shape, fields, shape_at
from cxmap.model.json_schema import schema
from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.source import EMPTY
from tests.profiles import examples

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))

# Every key of the format at least once.
EVERYTHING = """\
cxmap: 1
x-ours: [anything]
segments: {a: {title: A, description: A, share: 0.5, priority: target, x-ours: 1}}
personas:
  p:
    name: P
    segment: a
    quote: A
    story: Once
    facts: {Age: 29, Lives in: Utrecht}
    goals: [Run]
    ambitions: [Run]
    needs: [Run]
    frustrations: [Run]
    emotional_drivers: [Run]
    portrait: images/p.png
    evidence: [{source: s, quote: A, note: A, persona: p, finding: new, date: "2026-01-31"}]
stakeholders:
  h: {title: H, kind: team, description: H, we_do_for_them: A, they_do_for_us: B, relations: [{to: h, title: A}]}
channels: {c: {title: C, kind: digital, run_by: h, description: C}}
sources:
  s: {title: S, kind: survey, date: "2026-01-31", n: 5, population: 9, scale: {min: 1, max: 5, step: 1}, url: A}
  t: {title: T, kind: survey, description: S}
metrics:
  m:
    title: M
    kind: nps
    better: higher
    unit: "%"
    owner: h
    baseline: {date: "2026-01-31", value: 1}
    target: {date: "2026-12-31", value: 2.5}
    readings: [{date: "2026-02-28", value: 1, n: 3}]
actions:
  x:
    title: X
    description: X
    touchpoints: [j/t, t, "t#handover"]
    levers: [people]
    hypothesis: A
    current: A
    desired: A
    owner: h
    parties: [h]
    behaviour: [A]
    systems: [A]
    metrics: [m]
    effort: 1
    impact: 5
    cost: A
    status: done
    start: "2026-01-01"
    due: "2026-02-01"
    finished: "2026-02-01"
    outcome: unclear
    learned: A
    depends_on: [x]
    steps: [{id: a, title: A, owner: h, due: "2026-02-01", done: true}]
journey:
  id: j
  title: J
  description: J
  personas: [p]
  goal: A
  state: desired
  redesigns: j
  starts_with: A
  ends_with: A
  route: A
  owner: h
  scale: {min: 1, max: 10, pass: 5.5}
  scores_source: s
  lang: nl
  evidence: [{source: s}]
  stages:
    - id: g
      title: G
      description: G
      goal: A
      phase: use
      takes: 2 weeks
      detailed_in: j
      evidence: [{source: s}]
      touchpoints:
        - id: t
          title: T
          description: T
          personas: [p]
          channel: c
          also_through: [c]
          reach: 1
          returns_to: t
          doing: A
          thinking: [A]
          feeling: A
          expectation: A
          choice: {between: [A], based_on: [B]}
          positives: [A]
          negatives: [A]
          wait: 1.5 working-days
          takes: 20 minutes
          moment_of_truth: false
          wow: A
          owner: h
          supported_by: [h]
          frontstage: A
          backstage: A
          systems: [A]
          importance_to_us: {mean: 5, n: 3, sd: 0, source: s, date: "2026-01-31", answers: 4, derived: true}
          metrics: [m]
          opportunities: [A]
          questions: [A]
          tags: [A]
          replaces: [t]
          evidence: [{source: s}]
          handover:
            {from: t, loses: [A], note: A, scores: {importance: 5, experience: 5, desired: {mean: 5, n: 3, answers: 9}}}
          scores:
            importance: 5
            experience: {mean: 5.5, n: 3, sd: 1, source: s, date: "2026-01-31", answers: 4}
            desired: {counts: {"1": 3, "2.5": 0}, source: s, date: "2026-01-31"}
            source: s
            gap_sd: 0.5
            gap_n: 3
          by_persona:
            p:
              channel: c
              reach: 0
              doing: A
              thinking: [A]
              feeling: A
              expectation: A
              choice: {}
              positives: [A]
              negatives: [A]
              wait: 1 day
              takes: 1 month
              moment_of_truth: true
              wow: A
              handover: {}
              scores: {}
"""
DATA = yaml.safe_load(EVERYTHING)
TWO_SCALES = {"importance": {"min": 0, "max": 5}, "experience": {"min": 1, "max": 10, "pass": 5}}


def accepted_by_schema(data: Any) -> bool:
    return bool(VALIDATOR.is_valid(data))


def accepted_by_models(data: Any) -> bool:
    """Whether the models accept it; what JSON Schema has no words for (the order of a scale's ends) does not count."""
    errors = check(in_yaml(data)).errors
    return all(error.type in {"scale_ends", "scale_pass"} for error in errors)


def in_yaml(data: Any, key: str = "") -> Any:
    """JSON data as the reader would give it: empty values, and numbers for the marks of counts."""
    if isinstance(data, dict):
        return {number(name) if key == "counts" else name: in_yaml(value, str(name)) for name, value in data.items()}
    if isinstance(data, list):
        return [in_yaml(item) for item in data]
    return EMPTY if data is None else data


def number(name: str) -> float | str:
    try:
        return float(name)
    except ValueError:
        return name


def places(data: Any, pointer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [pointer, *(place for step, value in steps for place in places(value, (*pointer, step)))]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_URL


def test_the_document_has_every_key_of_the_format():
    seen: set[tuple[Any, str]] = set()
    for place in places(DATA):
        shape = shape_at(place[:-1]) if place else None
        for entity in shape.entities if shape else ():
            seen.add((entity, str(place[-1])))
    entities = {entity for entity, _ in seen}
    missing = {(entity.__name__, key) for entity in entities for key in fields(entity) if (entity, key) not in seen}
    assert missing == {("TwoScales", "importance"), ("TwoScales", "experience")} & missing
    assert accepted_by_schema(DATA)
    assert check(in_yaml(DATA)).errors == ()
    assert shape_at(("journey", "nothing")) is None
    assert isinstance(shape_at(("journey",)), Shape)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.cxmap.yaml")), ids=lambda path: path.name)
def test_the_examples_are_valid(path):
    def in_json(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): in_json(item) for key, item in value.items()}
        return [in_json(item) for item in value] if isinstance(value, list) else value

    errors = [error.message for error in VALIDATOR.iter_errors(in_json(read(path.read_bytes(), path.name).data))]
    assert errors == []


# What takes the place of a value, or stands under a key that was not there.
strange: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, False, 0, 1, 5, 6, -1, 1.0, 1.5, 57.0, 101, 1e99, 1e101, -1e101, 10**15, 10**16),
        *(
            "",
            " ",
            "x",
            "X",
            "a" * 64,
            "a" * 65,
            "a b",
            "a_b-c",
            "j/t",
            "j/t#handover",
            "j/t#x",
            "../x",
            "https://x",
            "x\\y",
            "/x",
            "a/b.png",
        ),
        *("target", "team", "survey", "digital", "higher", "done", "new", "use", "current", "en", "2 days", "2 uur"),
        *("2026-01-31", "2026-02-31", "31-1-2026", "2026-1-31", "20260131"),
        *([], {}, [None], [[]], [{}], ["x"], [5], ["x", "x"], {"x": "x"}, {"x-ours": None}),
        *(
            {"mean": 3},
            {"mean": "3"},
            {"mean": 3, "n": 0},
            {"mean": 3, "counts": {}},
            {"n": 3},
            {"mean": 3, "derived": True},
        ),
        *({"counts": {}}, {"counts": {"1": 2}}, {"counts": {"x": 2}}, {"counts": {"1": -2}}, {"counts": {"-1.5": 2.0}}),
        *({"min": 1, "max": 5}, {"min": 5, "max": 1}, {"min": 1}, {"min": 1, "max": 5, "pass": 9}, TWO_SCALES),
        *({"importance": {"min": 1, "max": 5}}, {**TWO_SCALES, "min": 1}, {"date": "2026-01-31", "value": 3}),
    ]
)
new_keys = st.sampled_from(["x-mine", "x_mine", "X", "title", "desc", "id", "kind", "n", "source", "scale", "a" * 65])
changes = st.tuples(
    st.sampled_from([place for place in places(DATA) if place not in {(), ("cxmap",)}]),
    st.sampled_from(["replace", "remove", "add"]),
    strange,
    new_keys,
)


@examples(400)
@given(st.lists(changes, min_size=1, max_size=3))
def test_the_schema_and_the_models_are_of_one_mind(edits):
    data = copy.deepcopy(DATA)
    for place, what, new, key in edits:
        apply(data, place, what, copy.deepcopy(new), key)
    assert accepted_by_schema(data) == accepted_by_models(data)


def apply(data: Any, place: tuple[Any, ...], what: str, new: Any, key: str) -> None:
    """Change one place of the data; nothing where an earlier change took it away."""
    *around, last = place
    try:
        for step in around:
            data = data[step]
        if what == "add" and isinstance(data, dict):
            data[key] = new
        elif what == "remove":
            del data[last]
        else:
            data[last] = new
    except (KeyError, IndexError, TypeError):
        return


@pytest.mark.parametrize("value", [1, 1.0])
def test_the_version(value):
    assert accepted_by_schema({"cxmap": value})


@pytest.mark.parametrize("value", [2, "1", None, True])
def test_another_version_is_another_schema(value):
    assert not accepted_by_schema({"cxmap": value})


def test_what_an_editor_offers():
    text = json.dumps(SCHEMA)
    for nuisance in ('"null"', '"discriminator"', '"default": null', '"default": []', '"default": {}', '"oneOf"'):
        assert nuisance not in text
    for name, definition in {"": SCHEMA, **SCHEMA["$defs"]}.items():
        required = definition.get("required", [])
        assert list(definition["properties"])[: len(required)] == required, name
        assert definition["additionalProperties"] is False
        assert definition["patternProperties"] == {"^x-": {}}
        assert definition["title"]
        assert definition["description"].endswith(".")
        for key, value in definition["properties"].items():
            assert value["description"].rstrip("`").endswith("."), (name, key)
            assert "title" not in value


def test_ids_have_a_form_as_keys_too():
    for section in ("segments", "personas", "stakeholders", "channels", "sources", "metrics", "actions"):
        assert SCHEMA["properties"][section]["propertyNames"]["pattern"] == "^[a-z0-9][a-z0-9_-]*$"
    by_persona = SCHEMA["$defs"]["Touchpoint"]["properties"]["by_persona"]
    assert by_persona["propertyNames"]["maxLength"] == 64
    assert "propertyNames" not in SCHEMA["$defs"]["Persona"]["properties"]["facts"]
