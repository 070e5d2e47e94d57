"""CX201: a reference to an id that no file of the project defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Severity
from cxmap.rules.finding import At, Finding, Place
from cxmap.rules.references.defined import Defined
from cxmap.rules.references.personas import Travellers
from cxmap.rules.references.resolve import Resolver
from cxmap.rules.rule import Rule
from cxmap.source.scalars import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.definitions import PlacedReference
    from cxmap.project.project import Project
    from cxmap.rules.references.resolve import Unknown


def check(project: Project) -> Iterator[Finding]:
    """References to what is not there; while a file cannot be read, only those that it could not have defined."""
    defined = Defined(project)
    resolver, travellers = Resolver(project, defined), Travellers(defined)
    asked_about = {document for document in project.reported if document.understood}
    for placed in project.references:
        if placed.document not in asked_about:
            continue
        unknown = resolver.unknown(placed)
        if unknown is None or (unknown.elsewhere and project.unreadable):
            continue
        if not travellers.is_outsider(placed.document, placed.reference):
            yield _finding(placed, unknown)


def _finding(placed: PlacedReference, unknown: Unknown) -> Finding:
    document, reference = placed.document, placed.reference
    place = Place(document, reference.pointer, At.KEY if reference.is_key else At.VALUE)
    edits: tuple[Edit, ...] = ()
    if unknown.suggestion and unknown.sure and not reference.is_key:
        edits = (Edit(place.span, written(unknown.suggestion)),)
    return Finding(place, unknown.message, unknown.suggestion, unknown.help, edits)


def written(name: str) -> str:
    """An id as a file has it: in quotes where it would be read as a number or a truth value without."""
    return name if plain(name) == name else f"'{name}'"


RULE = Rule(
    code="CX201",
    name="unknown-reference",
    severity=Severity.ERROR,
    summary="an id that no file of the project defines",
    why="A misspelt id is a thread that hangs loose: the department that should act is not on the chart, the source "
    "does not count as a customer's voice.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: team, relations: [{to: ⟦logistic⟧, title: orders stock from}]}
  logistics: {title: Logistics, kind: department}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: team, relations: [{to: logistics, title: orders stock from}]}
  logistics: {title: Logistics, kind: department}
""",
    check=check,
    fixable=True,
)
