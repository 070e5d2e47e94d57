"""``json`` and ``jsonl``: the keys are a contract."""

from __future__ import annotations

import json

from tests.output.findings.reports import EVERY_REPORT, HOSTILE, NOTHING, ORDINARY, RULES

from cxmap import _version
from cxmap.about import DOCS_URL
from cxmap.output.findings.registry import render


def test_the_object():
    document = json.loads(render("json", ORDINARY, RULES))
    diagnostics = document.pop("diagnostics")
    assert document == {
        "cxmap": _version.__version__,
        "command": "validate",
        "files": {"checked": 12, "skipped": 3},
        "summary": {"error": 3, "warning": 1, "advice": 1},
    }
    assert diagnostics[1] == {
        "code": "CX201",
        "name": "unknown-reference",
        "severity": "error",
        "message": "no channel is called 'serach'",
        "path": "journeys/a.yaml",
        "line": 8,
        "column": 20,
        "end_line": 8,
        "end_column": 26,
        "pointer": "/journey/stages/0/touchpoints/0/channel",
        "suggestion": "search",
        "help": None,
        "url": f"{DOCS_URL}/rules/CX201.md",
        "fixable": True,
        "fix": {
            "title": "write 'search'",
            "safe": True,
            "edits": [{"line": 8, "column": 20, "end_line": 8, "end_column": 26, "text": "search"}],
        },
        "related": [],
    }
    assert list(diagnostics[1]) == [
        *("code", "name", "severity", "message", "path", "line", "column", "end_line", "end_column"),
        *("pointer", "suggestion", "help", "url", "fixable", "fix", "related"),
    ]
    assert diagnostics[-1]["related"] == [
        {
            "message": "first defined here",
            "path": "library/b.yaml",
            "line": 3,
            "column": 3,
            "end_line": 3,
            "end_column": 7,
        }
    ]
    assert (diagnostics[2]["suggestion"], diagnostics[2]["fixable"]) == (None, False)


def test_lines_are_the_objects_diagnostics():
    for report in EVERY_REPORT.values():
        lines = render("jsonl", report, RULES).splitlines()
        assert [json.loads(line) for line in lines] == json.loads(render("json", report, RULES))["diagnostics"]


def test_nothing_found():
    assert json.loads(render("json", NOTHING, RULES))["diagnostics"] == []
    assert render("jsonl", NOTHING, RULES) == ""


def test_hostile_text_survives_save_lone_surrogates():
    texts = [one["message"] for one in json.loads(render("json", HOSTILE, RULES))["diagnostics"]]
    originals = [one.message for one in HOSTILE.diagnostics]
    assert [text for text in texts if "\\u" not in text and "\\x" not in text] == [
        text for text in originals if text.isascii() or "\ud800" not in text
    ]
    assert any(text.endswith("\ufffe\\ud800\\xff") for text in texts)
