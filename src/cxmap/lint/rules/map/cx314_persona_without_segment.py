"""CX314: a persona who stands for nobody in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, SOURCES
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import lacks
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Personas that name no segment."""
    for definition in project.defined_here("personas"):
        if definition.model is not None and lacks(definition.document, (*definition.pointer, "segment")):
            yield Finding(
                first_key(definition.document, *definition.pointer),
                f"persona '{definition.id}' names no segment",
                help="add 'segment': the group of customers whom this person stands for",
            )


RULE = Rule(
    code="CX314",
    name="persona-without-segment",
    severity=Severity.ADVICE,
    summary="a persona names no segment",
    why="Segments judge the same contact differently, and you do not want all of them as loyal customers to the same "
    "degree. A persona without a segment gives no answer to: for how many people is this, and do we want them?",
    bad="""\
--- library.cxmap.yaml
cxmap: 1
personas:
  noor:
    ⟦name⟧: Noor de Wit
    story: Noor has signed up for her first 5 km and has never bought running shoes.
    goals: [Run without pain]
"""
    + SOURCES
    + JOURNEY,
    good="""\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners, share: 0.35}
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
