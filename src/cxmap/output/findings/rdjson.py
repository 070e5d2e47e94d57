"""For reviewdog: its Diagnostic Format as one JSON object, with fixes as suggestions.

Its columns count bytes of UTF-8, unlike cxmap's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.about import REPOSITORY_URL
from cxmap.diagnostic import Severity
from cxmap.output.findings.advice import advice
from cxmap.output.findings.excerpt import source_lines
from cxmap.text.escape import json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.diagnostic import Diagnostic, Report, Span
    from cxmap.lint.rule import Rule

SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """A diagnostic result."""
    lines = {path: source_lines(text) for path, text in report.texts.items()}
    document = {
        "source": {"name": "cxmap", "url": REPOSITORY_URL},
        "diagnostics": [
            _diagnostic(diagnostic, rules, lines.get(diagnostic.path, [])) for diagnostic in report.diagnostics
        ],
    }
    return f"{json(document)}\n"


def _diagnostic(diagnostic: Diagnostic, rules: Mapping[str, Rule], lines: Sequence[str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "message": "\n".join([f"{diagnostic.name}: {diagnostic.message}", *advice(diagnostic)]),
        "location": {"path": diagnostic.path, "range": _range(diagnostic.span, lines)},
        "severity": SEVERITY[diagnostic.severity],
        "code": {"value": diagnostic.code, "url": rules[diagnostic.code].url},
    }
    # A suggestion is applied by itself, so a fix of several edits would be applied by half.
    if diagnostic.fix and len(diagnostic.fix.edits) == 1:
        edit = diagnostic.fix.edits[0]
        made["suggestions"] = [{"range": _range(edit.span, lines), "text": edit.text}]
    return made


def _range(span: Span, lines: Sequence[str]) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": span.line, "column": _byte_column(lines, span.line, span.column)},
        "end": {"line": span.end_line, "column": _byte_column(lines, span.end_line, span.end_column)},
    }


def _byte_column(lines: Sequence[str], line: int, column: int) -> int:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return column + len(before.encode("utf-8", "surrogatepass")) - len(before)
