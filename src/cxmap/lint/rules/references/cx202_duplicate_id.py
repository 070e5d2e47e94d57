"""CX202: an id that is defined twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.diagnostic import Severity
from cxmap.lint.finding import At, Finding, Place, value
from cxmap.lint.messages import SINGULAR, shown
from cxmap.lint.rule import Rule
from cxmap.project.summary import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.definitions import Definition
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Ids that are defined again: in a section across files, journeys, and within a journey or an action its parts."""
    for document in project.judged:
        for section, names in document.summary.definitions.items():
            for name in names:
                first, *later = project.definitions[section][name]
                for definition in later:
                    if definition.document is document:
                        yield _finding(f"{SINGULAR[section]} {shown(name)}", _place(definition), _place(first))
        yield from _within_journey(document)
        yield from _within_actions(document)


def _place(definition: Definition) -> Place:
    at = At.VALUE if definition.section == JOURNEYS else At.KEY
    return Place(definition.document, definition.pointer, at)


def _within_journey(document: Document) -> Iterator[Finding]:
    stages = list(_items(document, ("journey", "stages")))
    yield from _repeated(document, "stage", stages)
    touchpoints = [item for pointer, _ in stages for item in _items(document, (*pointer, "touchpoints"))]
    yield from _repeated(document, "touchpoint", touchpoints)


def _within_actions(document: Document) -> Iterator[Finding]:
    actions = document.at(("actions",))
    if isinstance(actions, dict):
        for name in actions:
            yield from _repeated(document, "step", list(_items(document, ("actions", name, "steps"))))


def _items(document: Document, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    items = document.at(pointer)
    if isinstance(items, list):
        for index, item in enumerate(items):
            yield (*pointer, index), item


def _repeated(document: Document, kind: str, items: list[tuple[Pointer, Any]]) -> Iterator[Finding]:
    first: dict[str, Pointer] = {}
    for pointer, item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str) or not name.strip():
            continue
        if name in first:
            place, earlier = (value(document, *where, "id") for where in (pointer, first[name]))
            yield _finding(f"{kind} {shown(name)}", place, earlier)
        else:
            first[name] = pointer


def _finding(what: str, place: Place, first: Place) -> Finding:
    return Finding(
        place,
        f"{what} is defined twice",
        help="give one of them another id, or remove it",
        related=(("first defined here", first),),
    )


RULE = Rule(
    code="CX202",
    name="duplicate-id",
    severity=Severity.ERROR,
    summary="an id is defined twice: in a section, among journeys, among the stages or touchpoints of a journey, or "
    "among the steps of an action",
    why="What refers to the id can mean either. cxmap takes the first, in the order of the files' paths, and the other "
    "one would never be seen.",
    bad="""\
--- departments.cxmap.yaml
cxmap: 1
stakeholders:
  store: {title: Store team, kind: team}
--- partners.cxmap.yaml
cxmap: 1
stakeholders:
  ⟦store⟧: {title: Franchise stores, kind: partner}
""",
    good="""\
--- departments.cxmap.yaml
cxmap: 1
stakeholders:
  store: {title: Store team, kind: team}
--- partners.cxmap.yaml
cxmap: 1
stakeholders:
  franchise-stores: {title: Franchise stores, kind: partner}
""",
    check=check,
)
