"""What an id in a file stands for: where it is defined, what that is called, and where else it is referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.lint.finding import At, Place
from cxmap.lint.messages import SINGULAR
from cxmap.project.summary import JOURNEYS, action_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.project.summary import FileSummary

TITLES = ("title", "name")
"""The keys that say what a thing is called; a persona has a name."""
MAX_TITLE = 200


class Symbol(NamedTuple):
    """Something that has an id.

    Attributes:
        kind: What it is: ``persona``, ``channel``, ``touchpoint``, …
        id: What it is called in files.
        title: What it is called by people, cut; ``""`` where it does not say.
        place: Its id, where it is defined.
    """

    kind: str
    id: str
    title: str
    place: Place


def reference_at(document: Document, line: int, column: int) -> tuple[Reference, Span] | None:
    """The reference at a place of a file (line and column from 1), and how far it reaches."""
    for reference in document.references:
        span = document.source.span(reference.pointer, key=reference.is_key)
        if holds(span, line, column):
            return reference, span
    return None


def holds(span: Span, line: int, column: int) -> bool:
    """Whether a span holds a place, or ends there, as a cursor does behind a word."""
    return (span.line, span.column) <= (line, column) <= (span.end_line, span.end_column)


def named_at(project: Project, document: Document, line: int, column: int) -> list[Symbol]:
    """What the id at a place stands for, whether it refers to something or defines it."""
    found = reference_at(document, line, column)
    if found is not None:
        return meant(project, document, found[0])
    definitions = (
        symbol for section, ids in document.summary.definitions.items() for symbol in defined(project, section, *ids)
    )
    own = [*(symbol for symbol in definitions if symbol.place.document is document), *touchpoint_symbols(document)]
    return [symbol for symbol in own if holds(symbol.place.span, line, column)]


def uses(project: Project, one: Symbol) -> Iterator[Place]:
    """Where a project's files refer to something; of a touchpoint, what dropped actions of other files say aside."""
    for document in project.documents:
        if document is one.place.document or _may_name(document.summary, one):
            for reference in document.references:
                if one.id in reference.id and any(
                    found.place == one.place for found in meant(project, document, reference)
                ):
                    yield Place(document, reference.pointer, At.KEY if reference.is_key else At.VALUE)


def _may_name(summary: FileSummary, one: Symbol) -> bool:
    """Whether a file may refer to something that another one defines: then it is read."""
    if one.kind != SINGULAR["touchpoints"]:
        return any(one.id in ids for section, ids in summary.uses.items() if SINGULAR[section] == one.kind)
    targets = (target for _, targets in summary.actions.values() for _, target, _ in targets)
    journey = one.place.document.at(("journey", "id"))
    return journey in summary.uses.get(JOURNEYS, ()) or one.id in targets


def meant(project: Project, document: Document, reference: Reference) -> list[Symbol]:
    """What a reference of a file stands for: nothing, one thing, or several where an id is defined twice."""
    if reference.to == "touchpoints":
        return list(touchpoint_symbols(document, reference.id))
    if reference.to == "redesigned":
        journey = document.at(("journey", "redesigns"))
        return touchpoints_of(project, journey, reference.id) if isinstance(journey, str) else []
    if reference.to == "targets":
        target = action_target(reference.id, document)
        return touchpoints_of(project, target.journey, target.touchpoint) if target else []
    return list(defined(project, reference.to, reference.id))


def defined(project: Project, section: str, *ids: str) -> Iterator[Symbol]:
    """What a section of the project's files defines under some ids."""
    for definition in (found for name in ids for found in project.definitions[section].get(name, ())):
        of_journey = section == JOURNEYS
        thing = definition.document.at(definition.pointer[:-1] if of_journey else definition.pointer)
        place = Place(definition.document, definition.pointer, At.VALUE if of_journey else At.KEY)
        yield Symbol(SINGULAR[section], definition.id, title_of(thing), place)


def touchpoints_of(project: Project, journey: str, name: str | None = None) -> list[Symbol]:
    """The touchpoints of a journey, of an id or all."""
    definitions = project.definitions[JOURNEYS].get(journey, ())
    return [found for definition in definitions for found in touchpoint_symbols(definition.document, name)]


def touchpoint_symbols(document: Document, name: str | None = None) -> Iterator[Symbol]:
    """A file's touchpoints of an id, or all."""
    stages = document.at(("journey", "stages"))
    for number, stage in enumerate(stages if isinstance(stages, list) else ()):
        touchpoints = stage.get("touchpoints") if isinstance(stage, dict) else None
        for index, touchpoint in enumerate(touchpoints if isinstance(touchpoints, list) else ()):
            own = touchpoint.get("id") if isinstance(touchpoint, dict) else None
            if isinstance(own, str) and name in {own, None}:
                place = Place(document, ("journey", "stages", number, "touchpoints", index, "id"))
                yield Symbol(SINGULAR["touchpoints"], own, title_of(touchpoint), place)


def title_of(thing: object) -> str:
    """What a thing is called by people, cut; ``""`` where it does not say."""
    if isinstance(thing, dict):
        return next((str(thing[key])[:MAX_TITLE] for key in TITLES if isinstance(thing.get(key), str)), "")
    return ""
