"""For GitHub code scanning and every other consumer of SARIF 2.1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.about import REPOSITORY_URL
from cxmap.diagnostic import Severity
from cxmap.lint.explain import markdown, plain, sentence
from cxmap.output.findings.advice import advice
from cxmap.output.findings.fingerprint import LineHashes, fingerprints
from cxmap.output.findings.places import RepositoryPlaces
from cxmap.text.escape import json, sarif_message, uri_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report, Span
    from cxmap.lint.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
PROBLEM_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "recommendation"}
GROUP = {"CX0": "yaml", "CX1": "schema", "CX2": "references", "CX3": "map", "CX4": "roadmap"}
ROOT = "%SRCROOT%"
FULL_DESCRIPTION_LIMIT = 1024  # GitHub's


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """A log of one run, with the rules that found something."""
    run = _Run(report, rules)
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run.object()]}
    return f"{json(document)}\n"


class _Run:
    """Makes the run out of a report."""

    def __init__(self, report: Report, rules: Mapping[str, Rule]) -> None:
        self._report = report
        self._rules = [rules[code] for code in sorted({diagnostic.code for diagnostic in report.diagnostics})]
        self._index = {rule.code: index for index, rule in enumerate(self._rules)}
        self._places = RepositoryPlaces(report)
        self._hashes: dict[str, LineHashes] = {}

    def object(self) -> dict[str, Any]:
        """The run as SARIF has it."""
        prints = fingerprints(self._report, self._places)
        return {
            "tool": {
                "driver": {
                    "name": "cxmap",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "informationUri": REPOSITORY_URL,
                    "rules": [_rule(rule) for rule in self._rules],
                }
            },
            "automationDetails": {"id": "cxmap/"},
            "invocations": [{"executionSuccessful": True, **self._remarks()}],
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
            "columnKind": "unicodeCodePoints",
            "results": [self._result(*pair) for pair in zip(self._report.diagnostics, prints, strict=True)],
        }

    def _remarks(self) -> dict[str, Any]:
        notes = [{"level": "note", "message": {"text": sarif_message(text)}} for text in self._report.remarks]
        return {"toolExecutionNotifications": notes} if notes else {}

    def _result(self, diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
        location: dict[str, Any] = {"physicalLocation": self._place(diagnostic.path, diagnostic.span)}
        if diagnostic.anchor:
            location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.anchor}]
        result: dict[str, Any] = {
            "ruleId": diagnostic.code,
            "ruleIndex": self._index[diagnostic.code],
            "level": LEVEL[diagnostic.severity],
            "message": {"text": sarif_message("\n".join([diagnostic.message, *advice(diagnostic)]))},
            "locations": [location],
            "partialFingerprints": {"cxmap/v1": fingerprint, **self._line_hash(diagnostic)},
            "properties": {"pointer": diagnostic.pointer, "suggestion": diagnostic.suggestion},
        }
        if diagnostic.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": sarif_message(related.message)},
                    "physicalLocation": self._place(related.path, related.span),
                }
                for number, related in enumerate(diagnostic.related, 1)
            ]
        if diagnostic.fix:
            replacements = [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
                for edit in diagnostic.fix.edits
            ]
            change = {"artifactLocation": self._artifact(diagnostic.path), "replacements": replacements}
            result["fixes"] = [
                {"description": {"text": sarif_message(diagnostic.fix.title)}, "artifactChanges": [change]}
            ]
        return result

    def _place(self, path: str, span: Span) -> dict[str, Any]:
        return {"artifactLocation": self._artifact(path), "region": _region(span)}

    def _artifact(self, path: str) -> dict[str, str]:
        place = self._places.of(path)
        if place.inside:
            return {"uri": uri_path(place.path), "uriBaseId": ROOT}
        return {"uri": f"file://{uri_path(place.absolute.as_posix())}"}

    def _line_hash(self, diagnostic: Diagnostic) -> dict[str, str]:
        path = diagnostic.path
        if path not in self._hashes:
            self._hashes[path] = LineHashes(self._report.texts.get(path, ""))
        value = self._hashes[path].of(diagnostic.span.line)
        return {"primaryLocationLineHash": value} if value and path in self._report.texts else {}


def _rule(rule: Rule) -> dict[str, Any]:
    full = f"{sentence(rule)} {rule.why}"
    if len(full) > FULL_DESCRIPTION_LIMIT:
        full = f"{full[: FULL_DESCRIPTION_LIMIT - 1]}…"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": sentence(rule)},
        "fullDescription": {"text": full},
        "help": {"text": plain(rule), "markdown": markdown(rule)},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "tags": ["customer-journey", GROUP[rule.code[:3]]],
            "precision": "very-high",
            "problem.severity": PROBLEM_SEVERITY[rule.severity],
        },
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
