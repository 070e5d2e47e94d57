"""``junit``: valid against the schema of Jenkins' xUnit plugin."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from tests.output.findings.reports import EVERY_REPORT, HOSTILE, NOTHING, ORDINARY, RULES

from cxmap.output.findings.registry import render

SCHEMA = xmlschema.XMLSchema(Path(__file__).parent / "schemas" / "junit-10.xsd")


@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_it_is_valid_and_its_counts_are_right(report):
    document = render("junit", report, RULES)
    SCHEMA.validate(document)
    root = ET.fromstring(document.encode())
    for suite in [root, *root.iter("testsuite")]:
        assert int(suite.attrib["tests"]) == len(list(suite.iter("testcase")))
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
        assert int(suite.get("skipped", "0")) in {0, len(list(suite.iter("skipped")))}
    assert len(list(root.iter("testcase"))) == max(1, len(report.diagnostics))


def test_one_suite_a_file_and_errors_alone_fail():
    root = ET.fromstring(render("junit", ORDINARY, RULES).encode())
    assert [suite.get("name") for suite in root] == ["journeys/a.yaml", "library/c.yaml"]
    assert [case[0].tag for case in root.iter("testcase")] == ["skipped", "failure", "skipped", "failure", "failure"]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.attrib == {"type": "error", "message": "no channel is called 'serach'"}
    assert failure.text == (
        f"journeys/a.yaml:8:20: no channel is called 'serach'\nhelp: did you mean 'search'?\ndocs: {RULES['CX201'].url}"
    )


def test_nothing_found_is_one_case_that_passes():
    (suite,) = ET.fromstring(render("junit", NOTHING, RULES).encode())
    (case,) = suite
    assert (case.get("name"), list(case)) == ("no findings", [])


def test_hostile_text_is_text():
    document = render("junit", HOSTILE, RULES)
    names = {suite.get("name") for suite in ET.fromstring(document.encode())}
    assert {"two\\nlines\\r.yaml", "\\x1b[2J.yaml", "caf\\xe9/\\xff.yaml", "<stdin>", "漢字/👟.yaml"} <= names
