"""What commands write as JSON is what the schemas say, on both examples; and the schemas promise nothing else."""

from __future__ import annotations

import json
import os
import random
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from cxmap.choices import JSON_OUTPUTS, JsonOutput
from cxmap.cli.main import build
from cxmap.output.contract.schemas import OUTPUTS, output_schema

ROOT = Path(__file__).parents[3]
EXAMPLES = ("running-shoes", "airport")
RUNS: tuple[tuple[JsonOutput, str, int], ...] = (
    ("validate", "validate", 0),
    ("validate", "validate broken.cxmap.yaml", 1),
    ("rule", "rule", 0),
    ("rule", "rule CX201", 0),
    ("gaps", "gaps", 0),
    ("gaps", "gaps --rank-sets --handovers --top 8 --plan-answers --within 0.5", 0),
    ("summary", "summary", 0),
    ("diff", "diff before .", 0),
    ("trend", "trend", 0),
    ("roadmap", "roadmap --budget 3", 0),
    ("roadmap", "roadmap --budget 8", 0),
    ("roadmap", "roadmap", 0),
    ("report", "report", 0),
)
BROKEN = """cxmap: 1
personas: {zoe: {name: P, segment: x, nmae: Q}}
metrics: {m: {title: M, better: highr}}
journey: {id: first-shoes, title: Twice, personas: [zoee], stages: []}
"""
COUNTED = """cxmap: 1
personas: {p: {name: P}}
sources: {s: {title: S, kind: survey, date: 2026-03-01, scale: {min: 1, max: 5, step: 1}}}
journey:
  id: counted
  title: C
  personas: [p]
  scale: {min: 1, max: 5}
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: A
          scores:
            importance: {counts: {3: 4, 5: 36}, source: s}
            experience: {counts: {2: 30, 4: 10}, source: s}
"""
RENAMED = """\
cxmap: 1
personas: {{ann: {{name: Ann}}}}
journey:
  id: trip
  title: Trip
  personas: [ann]
  stages: [{{id: use, title: Use, touchpoints: [{{id: {}, title: Pays at the till}}]}}]
actions: {{fix: {{title: Fix it, touchpoints: [trip/pay]}}}}
"""
"""A journey whose only touchpoint may have another id than its action says."""
SURVEY = """journey: first-shoes
source: {id: answers, title: Answers, date: 2026-09-30}
answers: {scale: {min: 1, max: 10}}
overall: all
touchpoints: {stock-check: {experience: a}, try-on: {experience: b}, pay: {experience: c}}
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both examples, each with an earlier state of itself inside, a file with errors, and answers of a survey."""
    folder = tmp_path_factory.mktemp("work")
    draw = random.Random(1)
    for name in EXAMPLES:
        shutil.copytree(ROOT / "examples" / name, folder / name)
        before = folder / name / "before"
        shutil.copytree(ROOT / "examples" / name, before)
        for path in before.rglob("*.cxmap.yaml"):
            text = path.read_text(encoding="utf-8")
            text = text.replace("experience: 4", "experience: 6").replace("id: try-on", "id: trying-on")
            path.write_text(text.replace("Looks up", "Searches").replace("tags:", "x-tags:"), encoding="utf-8")
        (folder / name / "broken.cxmap.yaml").write_text(BROKEN)
        config = folder / name / "cxmap.toml"
        text = config.read_text()
        config.write_text('exclude = ["before", "broken.cxmap.yaml"]\n' + text)
    for state, name in (("before", "pay"), ("after", "pays")):
        (folder / "renamed" / state).mkdir(parents=True)
        (folder / "renamed" / state / "trip.cxmap.yaml").write_text(RENAMED.format(name))
    (folder / "counted").mkdir()
    (folder / "counted" / "counted.cxmap.yaml").write_text(COUNTED)
    rows = [[draw.randint(1, 10) for _ in range(3)] for _ in range(80)]
    answers = "".join(f"{a},{b},{c},{round((2 * a + b + c) / 4)}\n" for a, b, c in rows)
    (folder / "running-shoes" / "answers.csv").write_text(f"a,b,c,all\n{answers}")
    (folder / "running-shoes" / "survey.yaml").write_text(SURVEY)
    return folder


def run(folder: Path, words: str) -> tuple[int, Any]:
    """A command in this process, in a folder: its exit status and its JSON."""
    arguments = [*words.split(), "--format", "json"]
    here = Path.cwd()
    os.chdir(folder)
    try:
        ran = CliRunner().invoke(build(arguments), arguments, standalone_mode=False)
    finally:
        os.chdir(here)
    assert ran.exception is None, (words, ran.exception, ran.output)
    return ran.return_value or 0, json.loads(ran.stdout)


@cache
def outputs(work: Path) -> list[tuple[JsonOutput, Any]]:
    """Everything that is written, by output."""
    found: list[tuple[JsonOutput, Any]] = []
    for example in EXAMPLES:
        for name, words, status in RUNS:
            ended, document = run(work / example, words)
            assert ended == status, (example, words)
            found.append((name, document))
    found += [("gaps", run(work / "running-shoes", "gaps --what-if stock-check=+0.5")[1])]
    found += [("gaps", run(work / "counted", "gaps --shares")[1])]
    found += [("diff", run(work / "renamed", "diff before after")[1])]
    drivers = "import survey answers.csv --mapping survey.yaml --drivers"
    found += [("drivers", run(work / "running-shoes", drivers)[1])]
    return found


@pytest.mark.slow
def test_every_output_is_as_its_schema_says(work: Path) -> None:
    seen = set()
    for name, document in outputs(work):
        schema = output_schema(name)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
        seen.add(name)
    assert seen == set(JSON_OUTPUTS) == set(OUTPUTS)


@pytest.mark.slow
def test_a_key_that_is_missing_or_unknown_is_against_the_schema(work: Path) -> None:
    for name, document in dict(outputs(work)).items():
        valid = jsonschema.Draft202012Validator(output_schema(name))
        first = document[0] if isinstance(document, list) else document
        assert valid.is_valid(first)
        assert not valid.is_valid({**first, "else": 1})
        assert not valid.is_valid({key: first[key] for key in list(first)[1:]})


@pytest.mark.slow
def test_each_key_of_a_schema_occurs(work: Path) -> None:
    written = {key for _, document in outputs(work) for key in _keys(document)}
    for name in JSON_OUTPUTS:
        schema = output_schema(name)
        promised = {key for part in (schema, *schema.get("$defs", {}).values()) for key in part.get("properties", ())}
        assert promised - written == set(), name


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    return [key for inner in value for key in _keys(inner)] if isinstance(value, list) else []


def test_the_command_prints_the_schema(tmp_path: Path) -> None:
    for name in JSON_OUTPUTS:
        ran = CliRunner().invoke(build(["schema"]), ["schema", "--of", name], standalone_mode=False)
        assert json.loads(ran.stdout) == output_schema(name)
        assert (ROOT / f"schemas/output/{name}.schema.json").read_text(encoding="utf-8") == ran.stdout
