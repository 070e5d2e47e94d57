"""For GitHub Actions: workflow commands that annotate the changed files.

GitHub shows ten annotations of each kind in a step and drops the rest from the page, so errors come first, each message
begins with its place (the log shows nothing else of a command), and a last line says how many only the log shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.output.findings.advice import advice
from cxmap.output.findings.places import RepositoryPlaces
from cxmap.text.escape import github_message, github_property, path_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.lint.rule import Rule

COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
SHOWN_OF_A_KIND = 10


def render(report: Report, _rules: Mapping[str, Rule]) -> str:
    """A command for each finding, errors before warnings before advice."""
    places = RepositoryPlaces(report)
    worst_first = sorted(report.diagnostics, key=lambda diagnostic: -diagnostic.severity.weight)
    lines = [_command(diagnostic, places) for diagnostic in worst_first]
    hidden = sum(max(0, report.count(severity) - SHOWN_OF_A_KIND) for severity in Severity)
    if hidden:
        lines.append(
            f"GitHub annotates {SHOWN_OF_A_KIND} errors, {SHOWN_OF_A_KIND} warnings and {SHOWN_OF_A_KIND} notices a "
            f"step: {hidden} more above, in this log only."
        )
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic, places: RepositoryPlaces) -> str:
    path, span = places.of(diagnostic.path).path, diagnostic.span
    properties = {"file": path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # GitHub takes columns of a single line only
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    listed = ",".join(f"{key}={github_property(value)}" for key, value in properties.items())
    message = f"{path_name(path)}:{span.line}:{span.column}: {diagnostic.message}"
    message += "".join(f"\nhelp: {sentence}" for sentence in advice(diagnostic))
    return f"::{COMMAND[diagnostic.severity]} {listed}::{github_message(message)}"
