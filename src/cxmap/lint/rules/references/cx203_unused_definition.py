"""CX203: a persona, channel, source or metric that nothing refers to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, PEOPLE
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import SINGULAR, shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.defined import Defined
from cxmap.lint.rules.references.resolve import Resolver
from cxmap.model.ids import is_id
from cxmap.project.memo import memoized
from cxmap.project.view import is_used, question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        for definition in project.defined_here(section):
            name = definition.id
            if is_id(name) and not is_used(project, section, name) and not is_meant(project, section, name):
                yield Finding(
                    key(definition.document, *definition.pointer),
                    f"nothing refers to {SINGULAR[section]} {shown(definition.id)}",
                    help=remedy,
                )


@question
def is_meant(project: Project, section: str, name: str) -> bool:
    """Whether a misspelt reference most likely stands for an id, or it is named where the format is broken."""
    return name in _meant(project)(section)


@memoized
def _meant(project: Project) -> Callable[[str], set[str]]:
    @cache
    def of_section(section: str) -> set[str]:
        look_up = Resolver(project, Defined(project)).in_section
        unknown = (look_up(section, name) for name in project.uses(section))
        meant = {reference.suggestion for reference in unknown if reference is not None and reference.suggestion}
        return meant.union(*(document.summary.doubtful for document in project.documents))

    return of_section


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
