"""For CI servers that show test results: JUnit XML, one suite a file and one case a finding.

Errors are failures. Warnings and advice are skipped cases with their message, since they fail no run by themselves.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cxmap.diagnostic import Severity
from cxmap.output.findings.advice import advice
from cxmap.text.escape import path_name, terminal_line, xml_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.lint.rule import Rule


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """An XML document. Without findings it holds one case that passes: servers take no case for a failure."""
    suites = [
        _suite(path, group, rules)
        for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path)
    ]
    if not suites:
        suites = [_element("testsuite", name="cxmap", tests="1", failures="0", errors="0", skipped="0")]
        suites[0].append(_element("testcase", name="no findings", classname="cxmap"))
    tests, failures = (sum(int(suite.attrib[what]) for suite in suites) for what in ("tests", "failures"))
    root = _element("testsuites", name="cxmap", tests=str(tests), failures=str(failures), errors="0")
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(path: str, diagnostics: Iterable[Diagnostic], rules: Mapping[str, Rule]) -> ET.Element:
    cases = [_case(diagnostic, rules) for diagnostic in diagnostics]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": len(cases) - failures}
    suite = _element("testsuite", name=path_name(path), **{what: str(count) for what, count in counts.items()})
    suite.extend(cases)
    return suite


def _case(diagnostic: Diagnostic, rules: Mapping[str, Rule]) -> ET.Element:
    path, place = path_name(diagnostic.path), f"{diagnostic.span.line}:{diagnostic.span.column}"
    case = _element("testcase", name=f"{diagnostic.code} {diagnostic.name} at {place}", classname=path)
    outcome = _element(
        "failure" if diagnostic.severity is Severity.ERROR else "skipped",
        type=diagnostic.severity.value,
        message=terminal_line(diagnostic.message),
    )
    lines = [f"{path}:{place}: {diagnostic.message}"]
    lines += [f"help: {sentence}" for sentence in advice(diagnostic)]
    lines.append(f"docs: {rules[diagnostic.code].url}")
    outcome.text = xml_characters("\n".join(map(terminal_line, lines)))
    case.append(outcome)
    return case


def _element(name: str, /, **attributes: str) -> ET.Element:
    return ET.Element(name, {key: xml_characters(value) for key, value in attributes.items()})
