"""A project of which one file was read and the others are known by their outlines gives what it gives when all are."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.example import example_files
from cxmap.lint.registry import RULES
from cxmap.lint.selection import select
from cxmap.project.load import project_files, project_of
from cxmap.project.summary import FileSummary, lines

TODAY = dt.date(2026, 6, 1)


def each_file_alone(folder):
    """Check each file of a project among outlines of the others, which have been through JSON."""
    found = project_files([folder], today=TODAY)
    selection = select(found.config)
    read = {path: document for path in found.inputs.files if (document := found.read(path)) is not None}
    outlines = {path: FileSummary(*json.loads(json.dumps(document.summary))) for path, document in read.items()}
    whole = found.project(read)
    codes = set()
    for path, document in read.items():
        alone = replace(found, named=frozenset([path]), folders=())
        expected = diagnose(replace(whole, reported=(document,)), selection)
        assert diagnose(project_of(alone, {**outlines, path: document}), selection) == expected, path
        codes |= {one.code for one in expected}
    return codes


@pytest.mark.parametrize("name", ["running-shoes", "airport"])
def test_examples(name):
    each_file_alone(Path("examples") / name)


@pytest.mark.slow
def test_all_examples_of_rules_as_one_project(tmp_path):
    """Ids that are defined twice, circles and every other error, all over the place."""
    for rule in RULES:
        for number, text in enumerate((rule.bad, rule.good)):
            for file in example_files(text):
                if file.content is not None and not rule.code.startswith("CX00"):
                    path = tmp_path / f"{rule.code}-{number}" / file.name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(file.content)
    (tmp_path / "cxmap.toml").write_text("")
    assert len(each_file_alone(tmp_path)) > 20
    (tmp_path / "unreadable.cxmap.yaml").write_text("cxmap: [1")
    assert each_file_alone(tmp_path)


def test_each_example_of_a_rule(tmp_path):
    for rule in RULES:
        for number, text in enumerate((rule.bad, rule.good)):
            for file in example_files(text):
                if file.content is not None:
                    path = tmp_path / f"{rule.code}-{number}" / file.name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(file.content)
                    (path.parent / "cxmap.toml").write_text("")
    for folder in sorted(tmp_path.iterdir()):
        each_file_alone(folder)


PARTS = """\
cxmap: 1
channels:
  x-ray: {title: X-ray, kind: digital, x-own: {1: [a], b: {c: .inf}}}
sources:
  survey: {title: Survey, kind: survey, n: 40, date: 2026-01-01, scale: {min: 1, max: 5.5, x-own: {2: 3}}}
"""


def test_channels_and_sources_are_known_without_reading(tmp_path):
    (tmp_path / "library.cxmap.yaml").write_text(PARTS)
    found = project_files([tmp_path], today=TODAY)
    (path,) = found.inputs.files
    document = found.read(path)
    assert document is not None
    outline = FileSummary(*json.loads(json.dumps(document.summary)))
    project = project_of(found, {path: outline})
    Path(path).unlink()
    assert dict(project.channels) == document.model.channels
    assert dict(project.sources) == document.model.sources
    assert project.documents[0].at(("channels", "x-ray", "kind")) == "digital"
    assert project.documents[0].at(("channels", "x-ray", "run_by")) is None


@pytest.mark.parametrize(("text", "ids"), [("", []), ("a", ["a"]), ("a\nb", ["a", "b"])])
def test_lines(text, ids):
    assert lines(text) == ids
