"""For scripts: one JSON object a line and finding, to be read as a stream. No finding, no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.findings.json_object import diagnostic_object
from cxmap.text.escape import json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Report
    from cxmap.lint.rule import Rule


def render(report: Report, _rules: Mapping[str, Rule]) -> str:
    """A line for each finding, with the keys that it has in ``json``."""
    return "".join(f"{json(diagnostic_object(diagnostic), indent=None)}\n" for diagnostic in report.diagnostics)
