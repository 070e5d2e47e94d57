"""For people on a code host: a Markdown table, for a job's summary or a comment on a pull request.

GitHub refuses a comment over 65,536 characters and a summary over 1 MiB; a document that would be longer says how many
findings are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.output.findings.advice import advice
from cxmap.text.escape import markdown_cell, markdown_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.lint.rule import Rule

LIMIT = 60_000  # UTF-8 bytes, which are never fewer than characters
SIGN = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.ADVICE: "💡 advice"}


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """The summary, and a row for each finding, errors first."""
    head = ["## cxmap", "", markdown_line(report.summary)]
    head += [line for remark in report.remarks for line in ("", markdown_line(remark))]
    worst_first = sorted(report.diagnostics, key=lambda diagnostic: -diagnostic.severity.weight)
    rows = [_row(diagnostic, rules) for diagnostic in worst_first]
    if rows:
        head += ["", "| | Place | Rule | Finding |", "| --- | --- | --- | --- |"]
    shown = _as_many_as_fit(rows, LIMIT - _size(head))
    foot = []
    if shown < len(rows):
        foot = ["", f"{len(rows) - shown} more, which would make this too long: run `cxmap validate` to see every one."]
    return "".join(f"{line}\n" for line in [*head, *rows[:shown], *foot])


def _row(diagnostic: Diagnostic, rules: Mapping[str, Rule]) -> str:
    place = markdown_cell(f"{diagnostic.path}:{diagnostic.span.line}:{diagnostic.span.column}")
    rule = f"[{diagnostic.code}]({rules[diagnostic.code].url}) {diagnostic.name}"
    finding = "<br>".join(markdown_cell(text) for text in (diagnostic.message, *advice(diagnostic)))
    return f"| {SIGN[diagnostic.severity]} | {place} | {rule} | {finding} |"


def _as_many_as_fit(rows: list[str], room: int) -> int:
    used = 0
    for count, row in enumerate(rows):
        used += _size([row])
        if used > room - 200:  # for the last line
            return count
    return len(rows)


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
