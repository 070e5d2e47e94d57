"""``sarif``: valid against the schema of OASIS, and with all that GitHub's documentation asks for."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest
from tests.output.findings.reports import EVERY_REPORT, HOSTILE, ORDINARY, RULES, finding, report

from cxmap._version import __version__
from cxmap.output.findings.registry import render

if TYPE_CHECKING:
    from cxmap.diagnostic import Report

FOLDER = Path(__file__).parent / "schemas"


@cache
def validator() -> jsonschema.Draft7Validator:
    schema = json.loads((FOLDER / "sarif-schema-2.1.0.json").read_text())
    return jsonschema.Draft7Validator(schema)


def run_of(one: Report) -> dict[str, Any]:
    (run,) = json.loads(render("sarif", one, RULES))["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_it_is_valid(report):
    assert list(validator().iter_errors(json.loads(render("sarif", report, RULES)))) == []


@pytest.mark.parametrize("one", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_everything_that_github_asks_for_is_there(one):
    document = json.loads(render("sarif", one, RULES))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = document["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("cxmap", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "cxmap/"}
    assert run["invocations"][0]["executionSuccessful"] is True
    for rule in driver["rules"]:
        assert rule["id"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith("# CX")
        assert rule["helpUri"].startswith("https://")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert 1 <= len(rule["properties"]["tags"]) <= 10
    assert len(run["results"]) == len(one.diagnostics)
    for result, diagnostic in zip(run["results"], one.diagnostics, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
        assert result["message"]["text"]
        assert set(result["partialFingerprints"]) <= {"cxmap/v1", "primaryLocationLineHash"}
        if diagnostic.path in one.texts:
            assert re.fullmatch(r"[0-9a-f]+:\d+", result["partialFingerprints"]["primaryLocationLineHash"])
        place = result["locations"][0]["physicalLocation"]
        assert place["region"].keys() == {"startLine", "startColumn", "endLine", "endColumn"}
        assert min(place["region"].values()) >= 1
    fingerprints = [result["partialFingerprints"]["cxmap/v1"] for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_every_uri_is_a_relative_reference_to_the_file():
    assert run_of(HOSTILE)["originalUriBaseIds"].keys() == {"%SRCROOT%"}
    for result, diagnostic in zip(run_of(HOSTILE)["results"], HOSTILE.diagnostics, strict=True):
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        parts = urlsplit(artifact["uri"])
        assert artifact["uri"].isascii()
        assert (parts.netloc, parts.query, parts.fragment) == ("", "", "")
        if diagnostic.path.startswith("../"):
            assert artifact == {"uri": "file:///outside/x.yaml"}
        else:
            assert (parts.scheme, artifact["uriBaseId"]) == ("", "%SRCROOT%")
            assert unquote_to_bytes(parts.path) == os.fsencode(diagnostic.path)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("100%25 #1?.yaml", "100%2525%20%231%3F.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        (os.fsdecode(b"caf\xe9.yaml"), "caf%E9.yaml"),
        ("漢.yaml", "%E6%BC%A2.yaml"),
        ("journeys/../x.yaml", "x.yaml"),
    ],
)
def test_uri(path, uri):
    (result,) = run_of(report(finding("CX006", "cannot be read", (1, 1, 1, 1), path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert "primaryLocationLineHash" not in result["partialFingerprints"]  # its text is not known


def test_a_result():
    reference = run_of(ORDINARY)["results"][1]
    assert [one["level"] for one in run_of(ORDINARY)["results"]] == ["warning", "error", "note", "error", "error"]
    assert reference["message"] == {"text": "no channel is called 'serach'\ndid you mean 'search'?"}
    assert reference["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "journey:first-shoes/stage:attention/touchpoint:search-online/channel"}
    ]
    assert reference["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 8,
        "startColumn": 20,
        "endLine": 8,
        "endColumn": 26,
    }
    assert reference["fixes"] == [
        {
            "description": {"text": "write 'search'"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "journeys/a.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 8, "startColumn": 20, "endLine": 8, "endColumn": 26},
                            "insertedContent": {"text": "search"},
                        }
                    ],
                }
            ],
        }
    ]
    assert reference["properties"] == {"pointer": "/journey/stages/0/touchpoints/0/channel", "suggestion": "search"}


def test_the_other_place_of_a_duplicate():
    duplicate = run_of(ORDINARY)["results"][-1]
    (related,) = duplicate["relatedLocations"]
    assert related["message"] == {"text": "first defined here"}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "library/b.yaml"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a comma inside { }", "a comma inside {{ }}"),
        ("no {0} here", "no {{0}} here"),
        ("see [the site](http://x.nl)", r"see \[the site\](http://x.nl)"),
        ("a list [1, 2]", "a list [1, 2]"),
    ],
)
def test_a_message_holds_no_placeholder_and_no_link(message, text):
    (result,) = run_of(report(finding("CX201", message, (1, 1, 1, 2))))["results"]
    assert result["message"]["text"] == text


def test_remarks_are_notifications():
    (invocation,) = run_of(ORDINARY)["invocations"]
    assert invocation["toolExecutionNotifications"] == [
        {"level": "note", "message": {"text": "2 accepted findings are hidden by cxmap-baseline.json."}}
    ]


def test_lines_that_move_leave_the_fingerprints_alone():
    moved = replace(
        ORDINARY,
        diagnostics=tuple(
            one._replace(span=one.span._replace(line=one.span.line + 5, end_line=one.span.end_line + 5))
            for one in ORDINARY.diagnostics
        ),
        texts={path: "\n" * 5 + text for path, text in ORDINARY.texts.items()},
    )
    assert [one["partialFingerprints"] for one in run_of(moved)["results"]] == [
        one["partialFingerprints"] for one in run_of(ORDINARY)["results"]
    ]
