"""CX008: a file that is empty, no mapping, or without cxmap."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX008",
    name="not-a-cxmap-file",
    severity=Severity.ERROR,
    summary="the file is empty, not a mapping, or without 'cxmap:'",
    why="The line 'cxmap: 1' says that a file is a journey file, and of which version of the format. In a folder, YAML "
    "files without it are passed over unless they are named *.cxmap.yaml; a file that you name yourself is meant to be "
    "one.",
    bad="""\
stakeholders:
  store: {title: Store team, kind: department}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=problems("CX008"),
)
