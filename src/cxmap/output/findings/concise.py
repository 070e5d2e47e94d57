"""For people: one line a finding, as compilers print them. The default in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.findings.style import BOLD, PLAIN, SEVERITY_COLOR
from cxmap.text.escape import path_name, terminal_line
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.lint.rule import Rule
    from cxmap.output.findings.style import ReportStyle


def render(report: Report, rules: Mapping[str, Rule], style: ReportStyle = PLAIN) -> str:
    """A line for each finding, then the remarks and the summary."""
    lines = [line(diagnostic, rules, style) for diagnostic in report.diagnostics]
    if not style.quiet:
        lines += [*map(terminal_line, report.remarks), report.summary]
    return "".join(f"{line}\n" for line in lines)


def line(diagnostic: Diagnostic, rules: Mapping[str, Rule], style: ReportStyle) -> str:
    """One finding in one line, ``path:line:column: CX201 [error] message``, with what to type where that is known."""
    code = style.link(style.paint(diagnostic.code, BOLD), rules[diagnostic.code].url)
    severity = style.paint(f"[{diagnostic.severity}]", SEVERITY_COLOR[diagnostic.severity])
    message = diagnostic.message + hint(diagnostic.suggestion or None)
    return f"{place(diagnostic)}: {code} {severity} {terminal_line(message)}"


def place(diagnostic: Diagnostic) -> str:
    """The finding's place, as editors and terminals know it: ``path:line:column``."""
    return f"{path_name(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}"
