"""CX318: customers whom the organisation wants, and nobody who stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, SOURCES
from cxmap.lint.finding import Finding, key
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.defined import Defined
from cxmap.lint.rules.references.resolve import Resolver
from cxmap.project.memo import memoized
from cxmap.project.view import question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Target segments without a persona. A file that cannot be read may hold one, so then nothing is said."""
    if project.unreadable:
        return
    for definition in project.defined_here("segments"):
        if definition.model is None or definition.model.priority != "target":
            continue
        if not is_stood_for(project, definition.id):
            yield Finding(
                key(definition.document, *definition.pointer),
                f"no persona stands for the target segment '{definition.id}'",
                help=f"write a persona with 'segment: {definition.id}', or give the segment another 'priority'",
            )


@question
def is_stood_for(project: Project, segment: str) -> bool:
    """Whether personas name a segment, or misspelt names most likely mean it."""
    return segment in _stood_for(project)


@memoized
def _stood_for(project: Project) -> set[str]:
    look_up = Resolver(project, Defined(project)).in_section
    unknown = {name: look_up("segments", name) for name in project.uses("segments")}
    return {(reference.suggestion if reference else None) or name for name, reference in unknown.items()}


RULE = Rule(
    code="CX318",
    name="target-segment-without-persona",
    severity=Severity.ADVICE,
    summary="no persona stands for a segment with priority: target",
    why="You want these customers as loyal customers, and no map shows what they go through. Plans are then made for "
    "the customers whom the team happens to know.",
    bad="""\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners, priority: maintain}
  ⟦returning⟧: {title: Returning runners, priority: target}
personas:
  noor:
    name: Noor de Wit
    segment: beginners
    story: Noor has signed up for her first 5 km and has never bought running shoes.
    goals: [Run without pain]
"""
    + SOURCES
    + JOURNEY,
    good="""\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners, priority: target}
  returning: {title: Returning runners, priority: none}
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
