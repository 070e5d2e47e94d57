"""CX009: a suppression comment that silences nothing. The engine reports it, which alone knows what was silenced."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule

RULE = Rule(
    code="CX009",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="a suppression comment that silences nothing, or names no rule",
    why="A comment that once silenced a finding would silence the next one in its place, unseen.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}  ⟦# cxmap: ignore[CX101]⟧
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=None,
    fixable=True,
)
