"""Malformed and odd files: every promise is kept for each, and reading finds what it should."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select
from cxmap.project.load import load
from cxmap.yaml.reader.limits import MAX_BYTES, MAX_NODES
from tests.reliability import generated
from tests.reliability.generated import CONTENTS, NAMES, THINGS
from tests.reliability.promises import TODAY, check_fix, check_report, findings
from tests.support import diagnose_text

pytestmark = pytest.mark.slow

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.cxmap.yaml"))
EXPECTED = dict(line.split(": ", 1) for line in (CORPUS / "expected.txt").read_text().splitlines())
PART = 8  # of the largest files; tools.reliability.measure times all of each
SECONDS = 2.5  # of the processor; the promise is 2 for all of it: test machines differ
SUITE = [json.loads(line) for line in (CORPUS / "yaml-test-suite/inputs.jsonl").read_text().splitlines()]

# Where libyaml decides otherwise than the suite. What it takes too readily are corners of markers and comments; what
# it refuses are tabs, empty keys, and colons in flow collections that nobody writes.
DIFFERENCES = (CORPUS / "yaml-test-suite/differences.txt").read_text().splitlines()
TAKEN, REFUSED = (set(line.split()[1:]) for line in DIFFERENCES)


def reading(found) -> str:
    """What reading a file found, as ``expected.txt`` has it."""
    return " ".join(f"{one.code}@{one.span.line}:{one.span.column}" for one in found if one.code < "CX009") or "-"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".cxmap.yaml"))
def test_every_file_keeps_the_promises(path):
    data = path.read_bytes()
    assert reading(findings(data)) == EXPECTED[path.name]
    check_fix(data)


def test_every_file_has_an_expectation():
    assert [path.name for path in FILES] == list(EXPECTED)


def test_no_file_hides_another():
    project = load([CORPUS], today=TODAY, cwd=CORPUS)
    found = diagnose(project, select(project.config))
    check_report(project, found)
    for name, expected in EXPECTED.items():
        assert reading(one for one in found if one.path == name) == expected


@pytest.mark.parametrize("case", SUITE, ids=lambda case: case["id"])
def test_the_inputs_of_the_yaml_test_suite(case):
    codes = {one.code for one in findings(case["yaml"].encode())}
    if case["fail"]:
        assert (codes <= {"CX008"}) == (case["id"] in TAKEN)
    else:
        assert bool(codes & {"CX001", "CX003"}) == (case["id"] in REFUSED)


@pytest.mark.parametrize("name", CONTENTS)
def test_no_content_takes_long(name, monkeypatch):
    if name != "over-the-limit":
        monkeypatch.setattr(generated, "MAX_BYTES", MAX_BYTES // PART)
        monkeypatch.setattr(generated, "MAX_NODES", MAX_NODES // PART)
    data = CONTENTS[name]()
    start = time.process_time()
    diagnose_text(data)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", THINGS)
def test_whatever_lies_where_a_file_is_expected(tmp_path, name):
    make, message = THINGS[name]
    make(tmp_path / "a.cxmap.yaml")
    (tmp_path / "b.cxmap.yaml").write_text("cxmap: 1\nodd: x\n")
    project = load([tmp_path], today=TODAY, cwd=tmp_path)
    found = diagnose(project, select(project.config))
    check_report(project, found)
    of_a = [one.message for one in found if one.path == "a.cxmap.yaml"]
    assert [one.startswith(message) for one in of_a] == ([True] if message else [])
    assert [one.code for one in found if one.path == "b.cxmap.yaml"] == ["CX101"]


def test_names_that_act(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_text("cxmap: 1\nodd: x\n")
    project = load([tmp_path], today=TODAY, cwd=tmp_path)
    found = diagnose(project, select(project.config))
    assert sorted(one.path for one in found) == sorted(NAMES)
    check_report(project, found)


@pytest.mark.parametrize(("personas", "code"), [(100, None), (101, "CX104")])
def test_a_journey_may_have_20_000_combinations(personas, code):
    listed = ", ".join(f"p{number}" for number in range(personas))
    touchpoints = ", ".join(f"{{id: t{number}, title: T}}" for number in range(200))
    text = f"cxmap: 1\njourney:\n  id: a\n  title: A\n  personas: [{listed}]\n"
    found = diagnose_text(text + f"  stages: [{{id: s, title: S, touchpoints: [{touchpoints}]}}]\n")
    wrong = [one for one in found if one.code == "CX104"]
    assert [one.code for one in wrong] == ([code] if code else [])
    for one in wrong:
        assert one.message == "personas times touchpoints is 20,200: the maximum is 20,000"
        assert (one.pointer, one.span.line, one.help) == ("/journey/personas", 5, "divide it into several journeys")
