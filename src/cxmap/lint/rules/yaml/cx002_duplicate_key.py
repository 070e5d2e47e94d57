"""CX002: a mapping that has a key twice."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX002",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="a mapping has a key twice",
    why="Of two values only one can count, and readers and tools do not agree which. cxmap takes the first, and "
    "tells you.",
    bad="""\
cxmap: 1
stakeholders:
  store:
    title: Store team
    kind: department
    ⟦title⟧: The people in the shop
""",
    good="""\
cxmap: 1
stakeholders:
  store:
    title: Store team
    kind: department
    description: The people in the shop
""",
    check=problems("CX002"),
)
