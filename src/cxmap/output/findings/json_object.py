"""For scripts: one JSON object, whose keys are a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.about import rule_url
from cxmap.diagnostic import Severity
from cxmap.text.escape import json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report, Span
    from cxmap.lint.rule import Rule


def render(report: Report, _rules: Mapping[str, Rule]) -> str:
    """The whole report as an object."""
    document = {
        "cxmap": __version__,
        "command": "validate",
        "files": {"checked": report.checked, "skipped": report.skipped},
        "summary": {severity.value: report.count(severity) for severity in Severity},
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in report.diagnostics],
    }
    return f"{json(document)}\n"


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding; ``path`` is relative to the current directory, and the end of the span is exclusive.

    The edits of a fix are for the text as it was read; all of them together make the fix.
    """
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": diagnostic.path,
        **_span(diagnostic.span),
        "pointer": diagnostic.pointer,
        "suggestion": diagnostic.suggestion,
        "help": diagnostic.help,
        "url": rule_url(diagnostic.code),
        "fixable": diagnostic.fixable,
        "fix": fix
        and {
            "title": fix.title,
            "safe": fix.safe,
            "edits": [{**_span(edit.span), "text": edit.text} for edit in fix.edits],
        },
        "related": [
            {"message": related.message, "path": related.path, **_span(related.span)} for related in diagnostic.related
        ],
    }


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
