"""For people: each finding with the lines that it is about. The default on a terminal.

A file with the same mistake on every line would bury the rest. So beyond a screenful of findings, those of one rule
in one file are shown with their lines three times, then in a line each, then as a count; and the counts of all rules
stand at the end. ``concise`` shows every finding.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.output.findings import concise
from cxmap.output.findings.advice import advice
from cxmap.output.findings.excerpt import excerpt, gutter_width, source_lines
from cxmap.output.findings.statistics import table
from cxmap.output.findings.style import BOLD, FAINT, PLAIN, SEVERITY_COLOR
from cxmap.text.escape import path_name, terminal_line
from cxmap.text.wording import and_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.diagnostic import Diagnostic, Report, Span
    from cxmap.lint.rule import Rule
    from cxmap.output.findings.style import ReportStyle

MANY = 20
IN_FULL = 3
IN_A_LINE = 10


@dataclass(slots=True)
class _More:
    """Findings of one rule in one file, beyond those shown in full."""

    diagnostics: list[Diagnostic] = field(default_factory=list)


def render(report: Report, rules: Mapping[str, Rule], style: ReportStyle = PLAIN) -> str:
    """A block for each finding, then what there is much of, the remarks and the summary."""
    page = _FindingsPage(report, rules, style)
    many = len(report.diagnostics) > MANY
    blocks = [page.more(item) if isinstance(item, _More) else page.block(item) for item in _order(report, fold=many)]
    if not style.quiet:
        if many:
            blocks.append(["Findings of each rule:", *table(report)])
        blocks.append([*map(terminal_line, report.remarks), report.summary])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _order(report: Report, *, fold: bool) -> list[Diagnostic | _More]:
    """What is shown, in the order of the report; the fourth of a rule in a file stands for all that follow."""
    if not fold:
        return list(report.diagnostics)
    shown: list[Diagnostic | _More] = []
    seen: Counter[tuple[str, str]] = Counter()
    more: dict[tuple[str, str], _More] = {}
    for diagnostic in report.diagnostics:
        kind = (diagnostic.path, diagnostic.code)
        seen[kind] += 1
        if seen[kind] <= IN_FULL:
            shown.append(diagnostic)
            continue
        if kind not in more:
            more[kind] = _More()
            shown.append(more[kind])
        more[kind].diagnostics.append(diagnostic)
    return shown


class _FindingsPage:
    """Makes the blocks of a report; knows which rules' documentation was named already."""

    def __init__(self, report: Report, rules: Mapping[str, Rule], style: ReportStyle) -> None:
        self._texts = report.texts
        self._lines: dict[str, list[str]] = {}
        self._rules = rules
        self._style = style
        self._documented: set[str] = set()

    def block(self, diagnostic: Diagnostic) -> list[str]:
        """One finding: what, where, the lines, the other places, and what to do."""
        color = SEVERITY_COLOR[diagnostic.severity]
        message = self._style.paint(terminal_line(diagnostic.message), BOLD)
        block = [f"{self._title(diagnostic)}: {message}"]
        indent = self._gutter(diagnostic.path, diagnostic.span)
        block += self._place(diagnostic.path, diagnostic.span, indent, "^", color)
        for related in diagnostic.related:
            block.append(f"{' ' * indent} = note: {terminal_line(related.message)}")
            inner = self._gutter(related.path, related.span)
            block += self._place(related.path, related.span, inner, "-", FAINT)
        block += [f"{' ' * indent} = {line}" for line in self._advice(diagnostic)]
        return block

    def more(self, more: _More) -> list[str]:
        """The findings of a rule in a file that are not shown in full."""
        first = more.diagnostics[0]
        listed = more.diagnostics[:IN_A_LINE]
        block = [f"{self._title(first)}: {len(more.diagnostics)} more in {path_name(first.path)}"]
        block += [f"  {concise.place(diagnostic)}: {terminal_line(diagnostic.message)}" for diagnostic in listed]
        if rest := and_more(len(more.diagnostics) - len(listed)):
            block.append(f" {rest}; --format concise shows every one")
        return block

    def _title(self, diagnostic: Diagnostic) -> str:
        rule = self._rules[diagnostic.code]
        title = f"{diagnostic.severity}[{diagnostic.code} {diagnostic.name}]"
        return self._style.link(self._style.paint(title, SEVERITY_COLOR[diagnostic.severity]), rule.url)

    def _place(self, path: str, span: Span, indent: int, mark: str, color: str) -> Iterator[str]:
        arrow = self._style.paint("-->", FAINT)
        yield f"{' ' * indent}{arrow} {path_name(path)}:{span.line}:{span.column}"
        if path in self._texts:
            yield from excerpt(self._lines_of(path), span, self._style, mark=mark, color=color)

    def _gutter(self, path: str, span: Span) -> int:
        return gutter_width(self._lines_of(path), span) if path in self._texts else 1

    def _lines_of(self, path: str) -> list[str]:
        if path not in self._lines:
            self._lines[path] = source_lines(self._texts[path])
        return self._lines[path]

    def _advice(self, diagnostic: Diagnostic) -> Iterator[str]:
        sentences = [terminal_line(sentence) for sentence in advice(diagnostic)]
        if diagnostic.fix and diagnostic.fixable:
            first, *others = sentences or [terminal_line(diagnostic.fix.title)]
            sentences = [f"{first} (--fix does it)", *others]
        yield from (f"help: {sentence}" for sentence in sentences)
        if not self._style.links and diagnostic.code not in self._documented:
            self._documented.add(diagnostic.code)
            yield f"docs: {self._rules[diagnostic.code].url}"
