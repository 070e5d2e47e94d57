"""CX311: a persona without a story or without goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, SOURCES
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import in_words, lacks, listed
from cxmap.lint.rule import Rule
from cxmap.project.view import is_travelled_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project

NEEDED = {"story": "no story", "goals": "no goals"}


def check(project: Project) -> Iterator[Finding]:
    """Personas that journeys use and that are no more than a name."""
    for definition in project.defined_here("personas"):
        if definition.model is None or not is_travelled_by(project, definition.id):
            continue
        missing = [field for field in NEEDED if lacks(definition.document, (*definition.pointer, field))]
        if missing:
            yield Finding(
                key(definition.document, *definition.pointer),
                f"persona '{definition.id}' has {in_words([NEEDED[field] for field in missing])}",
                help=f"add {listed(missing)}: who this person is, what brings them here and what they want to reach",
            )


RULE = Rule(
    code="CX311",
    name="thin-persona",
    severity=Severity.WARNING,
    summary="a persona that a journey uses has no story or no goals",
    why="A persona that is a name and an age is a label: everybody in the room sees somebody else. A few sentences and "
    "a goal are enough to settle arguments with: would Noor do this?",
    bad="""\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners}
personas:
  ⟦noor⟧:
    name: Noor de Wit
    segment: beginners
    goals: [Run without pain]
"""
    + SOURCES
    + JOURNEY,
    good="""\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners}
personas:
  noor:
    name: Noor de Wit
    segment: beginners
    story: Noor has signed up for her first 5 km and has never bought running shoes.
    goals: [Run without pain]
"""
    + SOURCES
    + JOURNEY,
    check=check,
)
