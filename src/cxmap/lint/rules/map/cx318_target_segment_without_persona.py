"""CX318: customers whom the organisation wants, and nobody who stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, SOURCES
from cxmap.lint.finding import Finding, key
from cxmap.lint.rule import Rule
from cxmap.lint.rules.references.resolve import resolver
from cxmap.project.memo import memoized

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
        if definition.id not in _stood_for(project):
            yield Finding(
                key(definition.document, *definition.pointer),
                f"no persona stands for the target segment '{definition.id}'",
                help=f"write a persona with 'segment: {definition.id}', or give the segment another 'priority'",
            )


@memoized
def _stood_for(project: Project) -> set[str]:
    """The segments that personas name, and those that misspelt names most likely mean."""
    unknown = {name: resolver(project).in_section("segments", name) for name in project.uses("segments")}
    return {(one.suggestion if one else None) or name for name, one in unknown.items()}


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
