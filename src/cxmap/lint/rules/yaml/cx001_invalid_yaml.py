"""CX001: text that is not YAML."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX001",
    name="invalid-yaml",
    severity=Severity.ERROR,
    summary="the text is not YAML",
    why="A file that cannot be read says nothing: its touchpoints are missing from every chart and ranking. Most often "
    "it is a colon inside a text without quotes, a tab as indentation, or a line that is indented by a blank too many.",
    bad="""\
cxmap: 1
stakeholders:
  store:
    title: Team 1⟦:⟧ the store
    kind: department
""",
    good="""\
cxmap: 1
stakeholders:
  store:
    title: "Team 1: the store"
    kind: department
""",
    check=problems("CX001"),
)
