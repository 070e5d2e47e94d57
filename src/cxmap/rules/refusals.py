"""Which journeys cannot be ranked or drawn, because of errors in their file or in what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.model.sections import SECTIONS
from cxmap.project.facts import fact
from cxmap.project.outline import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.diagnostics.record import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.project import Project

    Defined = tuple[str, str]  # a section, and an id in it

REFUSING = ("CX0", "CX1", "CX2", "CX501", "CX506")
"""Errors that make figures untrue. Those of the road map and of other rules concern what rests on them alone."""


def is_refusing(diagnostic: Diagnostic) -> bool:
    """Whether an error keeps what rests on it from being ranked or drawn."""
    return diagnostic.code.startswith(REFUSING)


def refused(project: Project, errors: Iterable[Diagnostic]) -> frozenset[Document]:
    """The files asked about whose journeys are refused.

    Args:
        project: The project.
        errors: The refusing errors in these files and in the library files of the project.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for error in errors:
        by_file.setdefault(error.path, []).append(error)
    if not by_file:
        return frozenset()
    wrong = frozenset(
        place
        for document in project.documents
        for error in by_file.get(document.name, ())
        if (place := _defined_around(document, error)) is not None
    )
    return frozenset(
        document for document in project.reported if document.name in by_file or _stands_on(project, document, wrong)
    )


def concerns_the_project(project: Project, errors: Iterable[Diagnostic]) -> bool:
    """Whether some errors are in what charts of the project as a whole rest on: in anything but a journey."""
    journeys = {document.name for document, _ in project.journey_documents(reported=False)}
    return any(error.path not in journeys or not error.pointer.startswith("/journey") for error in errors)


def _stands_on(project: Project, document: Document, wrong: frozenset[Defined]) -> bool:
    """Whether a journey refers, directly or not, to something wrong, or to what a file that cannot be read may hold."""
    waiting = list(_references(document).get(("journey", ""), ()))
    seen: set[Defined] = set()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        if place in wrong or (project.unreadable and project.definition(*place) is None):
            return True
        waiting += _rests_on(project, place)
    return False


def _rests_on(project: Project, place: Defined) -> Sequence[Defined]:
    """What a definition refers to."""
    definition = project.definition(*place)
    if definition is None:
        return ()
    own = ("journey", "") if definition.section == JOURNEYS else place
    return _references(definition.document).get(own, ())


@fact
def _references(document: Document) -> dict[Defined, list[Defined]]:
    """What each definition of a file refers to; its journey stands under ``("journey", "")``."""
    found: dict[Defined, list[Defined]] = {}
    for reference in document.references:
        if reference.to in SECTIONS or reference.to == JOURNEYS:
            section = str(reference.pointer[0])
            own = (section, "" if section == "journey" else str(reference.pointer[1]))
            found.setdefault(own, []).append((reference.to, reference.id))
    return found


def _defined_around(document: Document, error: Diagnostic) -> Defined | None:
    """The definition that an error is in."""
    section, *inside = error.pointer.split("/")[1:] or [""]
    if section == "journey":
        journey = document.at(("journey", "id"))
        return (JOURNEYS, journey) if isinstance(journey, str) else None
    return (section, inside[0]) if inside else None
