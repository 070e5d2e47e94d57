"""How many findings there are of each rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.diagnostic import Report


def table(report: Report) -> list[str]:
    """A line for each rule with findings, the most frequent first: count, code, name, severity, what can be fixed."""
    counts = Counter((diagnostic.code, diagnostic.name, diagnostic.severity) for diagnostic in report.diagnostics)
    fixable = Counter(diagnostic.code for diagnostic in report.diagnostics if diagnostic.fixable)
    digits = len(str(max(counts.values(), default=0)))
    width = max((len(name) for _, name, _ in counts), default=0)
    lines = []
    for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][0])):
        note = f"  {fixable[code]} fixable with --fix" if fixable[code] else ""
        lines.append(f"{count:{digits + 2}}  {code}  {name:{width}}  {severity:7}{note}".rstrip())
    return lines
