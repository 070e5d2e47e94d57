"""CX204: actions that wait for each other, journeys that detail each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Severity
from cxmap.project.definitions import JOURNEYS
from cxmap.rules.backdrop import JOURNEY, LIBRARY
from cxmap.rules.finding import Finding, value
from cxmap.rules.references.circles import Circles
from cxmap.rules.rule import Rule
from cxmap.rules.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project

ACTIONS = "actions"


def check(project: Project) -> Iterator[Finding]:
    """Every ``depends_on`` and ``detailed_in`` that is part of a circle."""
    for section in (ACTIONS, JOURNEYS):
        steps = list(_steps(project, section))
        circles = Circles((start, reference.id) for start, _, reference in steps)
        for start, document, reference in steps:
            if document in project.judged and circles.hold(start, reference.id):
                yield _finding(section, document, reference, start, circles)


def _steps(project: Project, section: str) -> Iterator[tuple[str, Document, Reference]]:
    """Which action waits for which, or which journey is detailed in which: where each reference starts, and itself."""
    for document, reference in project.references():
        if reference.to == section and reference.pointer[-1] != "redesigns":
            start = reference.pointer[1] if section == ACTIONS else document.at(("journey", "id"))
            definition = project.definition(section, start) if isinstance(start, str) else None
            if definition and definition.document is document:
                yield definition.id, document, reference


def _finding(section: str, document: Document, reference: Reference, start: str, circles: Circles) -> Finding:
    end = reference.id
    circle = " → ".join([start, *(circles.way(end, start) or (end, "…", start))])
    if section == ACTIONS:
        alone = f"action {shown(start)} depends on itself"
        message = alone if start == end else f"actions wait for each other: {circle}"
        help_ = "leave out the one that does not have to come first"
    else:
        alone = f"journey {shown(start)} is detailed in itself"
        message = alone if start == end else f"journeys detail each other: {circle}"
        help_ = "leave it out in the journey that shows more from near"
    return Finding(value(document, *reference.pointer), message, help=help_)


RULE = Rule(
    code="CX204",
    name="circular-dependency",
    severity=Severity.ERROR,
    summary="actions that wait for each other through 'depends_on', or journeys that detail each other",
    why="None of the actions in a circle can ever start, so the road map has no order to show; and a journey from near "
    "that leads back to where it came from shows nothing.",
    bad=JOURNEY
    + LIBRARY
    + """\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  message:
    title: A message after the first run
    touchpoints: [first-shoes/first-run]
    depends_on: [⟦message⟧]
""",
    good=JOURNEY
    + LIBRARY
    + """\
--- roadmap.cxmap.yaml
cxmap: 1
actions:
  consent:
    title: Ask in the shop whether a message is welcome
    touchpoints: [first-shoes/first-run]
  message:
    title: A message after the first run
    touchpoints: [first-shoes/first-run]
    depends_on: [consent]
""",
    check=check,
)
