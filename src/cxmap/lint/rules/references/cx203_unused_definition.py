"""CX203: a persona, channel, source or metric that nothing refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, PEOPLE
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import SINGULAR, shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.resolve import resolver
from cxmap.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cxmap.project.project import Project

HELP = {
    "personas": "name it in a journey's 'personas', or remove it",
    "channels": "name it at a touchpoint, or remove it",
    "sources": "name it where its scores or quotes stand, or remove it",
    "metrics": "name it at a touchpoint or in an action, or remove it",
}


def check(project: Project) -> Iterator[Finding]:
    """Definitions that nothing in the whole project refers to; none while a file cannot be read."""
    if project.unreadable:
        return
    for section, remedy in HELP.items():
        defined = [one for one in project.defined_here(section) if is_id(one.id)]
        used = project.uses(section) if defined else ()
        unused = [one for one in defined if one.id not in used]
        meant = _meant(project, section, used) if unused else set()
        for definition in unused:
            if definition.id not in meant:
                yield Finding(
                    key(definition.document, *definition.pointer),
                    f"nothing refers to {SINGULAR[section]} {shown(definition.id)}",
                    help=remedy,
                )


def _meant(project: Project, section: str, used: Collection[str]) -> set[str]:
    """What misspelt references to a section most likely stand for, and what is named where the format is broken."""
    unknown = (resolver(project).in_section(section, name) for name in used)
    meant = {one.suggestion for one in unknown if one is not None and one.suggestion}
    return meant.union(*(document.summary.doubtful for document in project.documents))


RULE = Rule(
    code="CX203",
    name="unused-definition",
    severity=Severity.ADVICE,
    summary="a persona, channel, source or metric that nothing refers to",
    why="A persona without a journey, a survey that no score comes from, a metric that no action names: it is on "
    "nobody's chart, and somebody keeps it up to date for nothing, or a reference to it was forgotten.",
    bad="""\
--- sources.cxmap.yaml
cxmap: 1
sources:
  ⟦survey-2025⟧: {title: Post-visit survey, kind: survey}
  interviews: {title: Twelve interviews, kind: interview}
  sellers: {title: Round of the shop floor, kind: employees}
"""
    + JOURNEY
    + PEOPLE,
    good="""\
--- sources.cxmap.yaml
cxmap: 1
sources:
  interviews: {title: Twelve interviews, kind: interview}
  sellers: {title: Round of the shop floor, kind: employees}
"""
    + JOURNEY
    + PEOPLE,
    check=check,
)
