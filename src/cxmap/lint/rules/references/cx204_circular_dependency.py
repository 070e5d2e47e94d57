"""CX204: actions that wait for each other, journeys that detail each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.circles import Circles
from cxmap.project.memo import memoized
from cxmap.project.summary import ACTIONS, JOURNEYS, step_from
from cxmap.project.view import question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Every ``depends_on`` and ``detailed_in`` that is part of a circle."""
    for section in (ACTIONS, JOURNEYS):
        with_steps = [document for document in project.judged if section in document.summary.steps]
        if not with_steps or not steps(project, section):
            continue
        circles = _circles(project.whole)(section)
        for document in with_steps:
            for reference in document.references:
                start = step_from(document, reference) if reference.to == section else None
                if start and _counts(project, section, start, document) and circles.hold(start, reference.id):
                    yield _finding(section, document, reference, start, circles)


@question
def steps(project: Project, section: str) -> list[tuple[str, str]]:
    """Which action waits for which, or which journey is detailed in which."""
    return [
        (start, end)
        for document in project.documents
        for start, end in document.summary.steps.get(section, ())
        if _counts(project, section, start, document)
    ]


@memoized
def _circles(project: Project) -> Callable[[str], Circles]:
    return cache(lambda section: Circles(steps(project, section)))


def _counts(project: Project, section: str, name: str, document: Document) -> bool:
    """Whether what a file says of an id counts: of two files that define it the first."""
    definition = project.definition(section, name)
    return definition is not None and definition.document is document


def _finding(section: str, document: Document, reference: Reference, start: str, circles: Circles) -> Finding:
    end = reference.id
    circle = " → ".join([start, *(circles.way(end, start) or (end, "…", start))])
    if section == ACTIONS:
        alone = f"action {shown(start)} depends on itself"
        message = alone if start == end else f"actions wait for each other: {circle}"
        help_ = "remove the one that does not have to come first"
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
