"""CX003: bytes that are not UTF-8, and characters that YAML forbids."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX003",
    name="invalid-encoding",
    severity=Severity.ERROR,
    summary="the file is not UTF-8, or holds a character that YAML forbids",
    why="Text in another encoding comes out as question marks, or as other letters, on the next machine. An editor's "
    "'save with encoding' fixes it: choose UTF-8.",
    bad="""\
--- journey.cxmap.yaml (saved as windows-1252)
cxmap: 1
stakeholders:
  cafe: {title: Caf⟦é⟧, kind: partner}
""",
    good="""\
--- journey.cxmap.yaml (saved as utf-8)
cxmap: 1
stakeholders:
  cafe: {title: Café, kind: partner}
""",
    check=problems("CX003"),
)
