"""``gitlab``: a Code Quality report as GitLab's parser and documentation ask for it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.output.findings.reports import EVERY_REPORT, NOTHING, ORDINARY, RULES

from cxmap.output.findings.registry import render

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-codequality.schema.json").read_text())


@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_each_entry_is_valid(report):
    entries = json.loads(render("gitlab", report, RULES))
    assert len(entries) == len(report.diagnostics)
    for entry in entries:
        jsonschema.Draft7Validator(SCHEMA).validate(entry)
        assert entry["description"]
        assert entry["check_name"]
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_fingerprints_are_unique(report):
    fingerprints = [entry["fingerprint"] for entry in json.loads(render("gitlab", report, RULES))]
    assert len(set(fingerprints)) == len(fingerprints)


def test_an_entry():
    entry = json.loads(render("gitlab", ORDINARY, RULES))[1]
    assert len(entry.pop("fingerprint")) == 64
    assert entry == {
        "type": "issue",
        "check_name": "CX201 unknown-reference",
        "description": "CX201: no channel is called 'serach' (did you mean 'search'?)",
        "categories": ["Bug Risk"],
        "severity": "major",
        "location": {"path": "journeys/a.yaml", "lines": {"begin": 8, "end": 8}},
    }


def test_nothing_found_is_an_empty_list():
    assert render("gitlab", NOTHING, RULES) == "[]\n"
