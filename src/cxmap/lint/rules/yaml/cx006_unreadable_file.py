"""CX006: a file that cannot be read."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems

RULE = Rule(
    code="CX006",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="the file cannot be read",
    why="No permission, a folder or a pipe where a file should be, a link to nothing: whatever the file would have "
    "said is missing from the project, so nothing that refers to it can be checked.",
    bad="""\
--- journey.cxmap.yaml (a link to a file that is gone)
""",
    good="""\
--- journey.cxmap.yaml
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=problems("CX006"),
)
