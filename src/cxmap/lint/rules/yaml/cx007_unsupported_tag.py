"""CX007: tags outside YAML's core schema, and merge keys."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX007",
    name="unsupported-tag",
    severity=Severity.ERROR,
    summary="a tag outside the core schema of YAML, or a merge key",
    why="Tags make programs of data, and merge keys hide what a mapping holds. A journey is plain data that a "
    "colleague can read as it stands.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: ⟦!secret⟧ store_title, kind: department}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=problems("CX007"),
)
