"""CX203: a persona, channel, source or metric that nothing refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Severity
from cxmap.model.ids import as_id, is_id
from cxmap.rules.backdrop import JOURNEY, PEOPLE
from cxmap.rules.finding import Finding, key
from cxmap.rules.references.resolve import resolver
from cxmap.rules.rule import Rule
from cxmap.rules.shown import SINGULAR, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document
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
    named = {
        (reference.to, reference.id)
        for _, reference in project.references()
        if reference.pointer[:2] != (reference.to, reference.id)  # what names itself is not in use
    }
    unused = [
        definition
        for section in HELP
        for definition in project.defined_here(section)
        if is_id(definition.id) and (section, definition.id) not in named
    ]
    meant = _meant(project, named) if unused else set()
    for definition in unused:
        if (definition.section, definition.id) not in meant:
            yield Finding(
                key(definition.document, *definition.pointer),
                f"nothing refers to {SINGULAR[definition.section]} {shown(definition.id)}",
                help=HELP[definition.section],
            )


def _meant(project: Project, named: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What misspelt references most likely stand for, section and id."""
    meant: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    for document, reference in project.references():
        name = (reference.to, reference.id)
        if reference.to not in HELP or name not in named or name in seen:
            continue
        seen.add(name)
        unknown = resolver(project).unknown(document, reference)
        if unknown is not None and unknown.suggestion:
            meant.add((reference.to, unknown.suggestion))
    wrong = {name for document in project.documents if document.flawed for name in _named_in_errors(document)}
    return meant | {(section, name) for section in HELP for name in wrong}


def _named_in_errors(document: Document) -> Iterator[str]:
    """What may be named where the format is broken: such a place is reported, and counts as a use of what it names."""
    for error in document.errors:
        if error.at_key and error.kind != "unknown-key":
            continue
        waiting = [document.at(error.pointer)]
        while waiting:
            given = waiting.pop()
            if isinstance(given, str):
                yield as_id(given) or given
            elif isinstance(given, dict):
                waiting += given.values()
            elif isinstance(given, list):
                waiting += given


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
