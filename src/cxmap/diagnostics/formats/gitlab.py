"""For GitLab: a Code Quality report, shown in merge requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.boundary.text import json
from cxmap.diagnostics.formats.fingerprint import fingerprints
from cxmap.diagnostics.formats.places import Places
from cxmap.diagnostics.record import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostics.record import Report
    from cxmap.rules.rule import Rule

SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(report: Report, _rules: Mapping[str, Rule]) -> str:
    """A list of issues; GitLab would drop all but one of those with the same fingerprint, so each has its own."""
    places = Places(report)
    issues = [
        {
            "type": "issue",
            "check_name": f"{diagnostic.code} {diagnostic.name}",
            "description": diagnostic.message,
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
