"""CX004: a file over one of the limits."""

from __future__ import annotations

from cxmap.diagnostic import Severity
from cxmap.lint.rule import Rule
from cxmap.lint.rules.yaml.problems import problems
from cxmap.yaml.reader.limits import MAX_DEPTH

_INSIDE = MAX_DEPTH - 1  # the file itself is the first level

RULE = Rule(
    code="CX004",
    name="too-large",
    severity=Severity.ERROR,
    summary="the file is over 4 MiB, nested more than 64 levels deep, or holds more than 100,000 keys and values",
    why="The limits keep every answer fast and stop files that were made to exhaust a machine. No journey comes near "
    "them: one that does is several journeys, or an export of something else.",
    bad=f"""\
cxmap: 1
x-boxes: {"[" * _INSIDE}⟦[⟧]{"]" * _INSIDE}
""",
    good=f"""\
cxmap: 1
x-boxes: {"[" * _INSIDE}{"]" * _INSIDE}
""",
    check=problems("CX004"),
)
