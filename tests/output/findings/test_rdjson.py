"""``rdjson``: valid against reviewdog's schema, with columns in bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.output.findings.reports import EVERY_REPORT, JOURNEY, ORDINARY, RULES, finding, report

from cxmap.diagnostic import Edit, Fix, Span
from cxmap.output.findings.registry import render

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "rdjson.schema.json").read_text())


def strict(schema: Any) -> Any:
    """The schema without its licence for keys that it does not know."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: False if key == "additionalProperties" else strict(value) for key, value in schema.items()}


@pytest.mark.parametrize("one", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_it_is_valid_and_has_no_key_of_its_own(one):
    document = json.loads(render("rdjson", one, RULES))
    jsonschema.Draft4Validator(strict(SCHEMA)).validate(document)
    assert document["source"]["name"] == "cxmap"
    for diagnostic in document["diagnostics"]:
        assert diagnostic.keys() - {"suggestions"} == {"message", "location", "severity", "code"}
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}


def test_columns_count_bytes():
    unknown_key = json.loads(render("rdjson", ORDINARY, RULES))["diagnostics"][3]
    place = unknown_key["location"]["range"]
    line = JOURNEY.splitlines()[10].encode()
    assert (place["start"]["line"], place["end"]["line"]) == (11, 11)
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"name"
    assert unknown_key["suggestions"] == [{"range": place, "text": "title"}]
    assert unknown_key["code"] == {"value": "CX101", "url": RULES["CX101"].url}


def test_a_fix_of_several_edits_is_no_suggestion():
    edits = (Edit(Span(1, 1, 1, 2), "a"), Edit(Span(2, 1, 2, 2), "b"))
    one = report(finding("CX201", "m", (1, 1, 1, 2), fix=Fix("both", edits)))
    (diagnostic,) = json.loads(render("rdjson", one, RULES))["diagnostics"]
    assert "suggestions" not in diagnostic


def test_a_file_that_could_not_be_read_keeps_its_columns():
    one = report(finding("CX006", "cannot be read", (1, 1, 1, 1), "gone.yaml"))
    (diagnostic,) = json.loads(render("rdjson", one, RULES))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}
