"""CX101: a key that the format does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Severity
from cxmap.model.shape import keys_at
from cxmap.rules.finding import Finding, key
from cxmap.rules.rule import Rule
from cxmap.rules.schema.hints import shown
from cxmap.rules.words import nearest_key
from cxmap.source.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Keys that the format does not have, with the nearest that it has."""
    for document in project.reported:
        for error in document.errors:
            if error.kind == "unknown-key":
                yield _finding(document, error)


def _finding(document: Document, error: SchemaError) -> Finding:
    name, mapping = str(error.value), error.pointer[:-1]
    known, given = keys_at(mapping), document.at(mapping)
    found = nearest_key(name, known)
    place = key(document, *error.pointer)
    if document.at(error.pointer) is EMPTY and document.source.in_flow(error.pointer):
        return Finding(
            place,
            f"unknown key {shown(name)}: a comma inside {{ }} starts a new key",
            help="put text with a comma in quotes, and write numbers with a point",
        )
    free = found is not None and found not in given
    help_ = None if found else f"known keys here: {', '.join(sorted(known))}"
    if found and not free:
        help_ = f"'{found}' is given already; move this into it"
    return Finding(
        place,
        f"unknown key {shown(name)}",
        suggestion=found if free else None,
        help=help_,
        edits=(Edit(place.span, found),) if found and free else (),
    )


RULE = Rule(
    code="CX101",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="a key that the format does not have",
    why="A key that cxmap does not know is a key that nobody will see: a misspelt owner is no owner. Keys of your own "
    "start with x- and are left alone.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department, ⟦desc⟧: Sells and advises}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department, description: Sells and advises}
""",
    check=check,
    fixable=True,
)
