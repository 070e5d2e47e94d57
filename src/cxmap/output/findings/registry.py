"""Every output format by name. A new format is a new module and its name in ``cxmap.choices``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cxmap.output.findings.style import PLAIN, ReportStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.diagnostic import Report
    from cxmap.lint.rule import Rule

# Each module has `render(report, rules)`, or `render(report, rules, style)` where it is for people, and the name of its
# format; only the one that is asked for is imported.
MODULES = {"json": "json_object", "jsonl": "json_lines"}
FOR_PEOPLE = frozenset({"full", "concise"})


def render(name: str, report: Report, rules: Mapping[str, Rule], style: ReportStyle = PLAIN) -> str:
    """A report in an output format.

    Args:
        name: One of ``cxmap.choices.FINDINGS_FORMATS``.
        report: What a run of ``validate`` found.
        rules: The rules by code: at least those with findings.
        style: How the formats for people look; the others take no notice of it.

    Returns:
        The whole document with a line break at its end; ``""`` where there is nothing to say.

    Raises:
        KeyError: There is no such format.
    """
    module = import_module(f"cxmap.output.findings.{MODULES.get(name, name)}")
    document: str = module.render(report, rules, style) if name in FOR_PEOPLE else module.render(report, rules)
    return document
