"""CX005: a file of more than one YAML document."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX005",
    name="multiple-documents",
    severity=Severity.ERROR,
    summary="the file holds more than one YAML document",
    why="A file describes one journey, or one part of the library. A second document behind a line of three hyphens "
    "would be easy to overlook: give it a file of its own.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
⟦---⟧
cxmap: 1
stakeholders:
  brand: {title: Shoe brand, kind: supplier}
""",
    good="""\
--- store.cxmap.yaml
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
--- brand.cxmap.yaml
cxmap: 1
stakeholders:
  brand: {title: Shoe brand, kind: supplier}
""",
    check=problems("CX005"),
)
