"""For GitLab: a Code Quality report, shown in merge requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.output.findings.advice import advice
from cxmap.output.findings.fingerprint import fingerprints
from cxmap.output.findings.places import RepositoryPlaces
from cxmap.text.escape import json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.lint.rule import Rule

SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def _sentences(diagnostic: Diagnostic) -> list[str]:
    return [f"({sentence})" for sentence in advice(diagnostic)]


def render(report: Report, _rules: Mapping[str, Rule]) -> str:
    """A list of issues; GitLab would drop all but one of those with the same fingerprint, so each has its own."""
    places = RepositoryPlaces(report)
    issues = [
        {
            "type": "issue",
            "check_name": f"{diagnostic.code} {diagnostic.name}",
            # The only text that the page of a merge request shows.
            "description": " ".join([f"{diagnostic.code}: {diagnostic.message}", *_sentences(diagnostic)]),
            "categories": ["Style" if diagnostic.severity is Severity.ADVICE else "Bug Risk"],
            "severity": SEVERITY[diagnostic.severity],
            "fingerprint": fingerprint,
            "location": {
                "path": places.of(diagnostic.path).path,
                "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line},
            },
        }
        for diagnostic, fingerprint in zip(report.diagnostics, fingerprints(report, places), strict=True)
    ]
    return f"{json(issues)}\n"
