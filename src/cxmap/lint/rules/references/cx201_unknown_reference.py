"""CX201: a reference to an id that no file of the project defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Severity
from cxmap.lint.finding import At, Finding, Place
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.personas import travellers
from cxmap.lint.rules.references.resolve import resolver
from cxmap.yaml.reader.scalars import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.rules.references.resolve import Unknown
    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """References to what is not there; while a file cannot be read, only those that it could not have defined."""
    unknown_in, is_outsider = resolver(project).unknown, travellers(project).is_outsider
    for document in project.judged:
        for reference in document.references:
            unknown = unknown_in(document, reference)
            if unknown is None or (unknown.elsewhere and project.unreadable):
                continue
            if not is_outsider(document, reference):
                yield _finding(document, reference, unknown)


def _finding(document: Document, reference: Reference, unknown: Unknown) -> Finding:
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
