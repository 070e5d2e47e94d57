"""What the studio tells of one thing: all that is said of it, what names it, and the scores of a journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.scores import scales
from cxmap.analysis.stops import personas, stops
from cxmap.lint.finding import At
from cxmap.model.constants import SECTIONS
from cxmap.model.introspection import required, shape_at
from cxmap.project.titles import Names
from cxmap.session.steps import LAST, as_json, steps
from cxmap.session.symbols import defined, touchpoint_symbols, uses
from cxmap.studio.desk import Problem
from cxmap.studio.fields import fields_at
from cxmap.studio.records import base_of, finding_record
from cxmap.yaml.values import to_json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.stops import Visit
    from cxmap.lint.finding import Place
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.session.symbols import Symbol
    from cxmap.studio.desk import Asked, Desk
    from cxmap.yaml.values import Pointer

KINDS = ("importance", "experience", "desired")
GUESSES = frozenset({"workshop", "assumption"})
"""Kinds of sources of which a mark is what a team thought, so that it may think otherwise."""


class Thing(NamedTuple):
    """Something in a file."""

    document: Document
    pointer: Pointer


def part_record(desk: Desk, asked: Asked) -> dict[str, Any]:
    """All that is said of a thing, and what may be said."""
    thing = _thing(desk.session.project, asked)
    document, pointer = thing
    without = {"journey": "stages", "stages": "touchpoints"}.get(str(pointer[-1] if len(pointer) == 1 else pointer[-2]))
    given = as_json(document.at(pointer))
    fields = fields_at(pointer)
    if without and isinstance(given, dict):
        given = {key: value for key, value in given.items() if key != without}
        fields = [field for field in fields if field["key"] != without]
    span = document.source.span(pointer)
    start = to_json_pointer(pointer)
    within = [
        one
        for one in desk.session.shown()
        if one.path == document.name and (one.pointer == start or one.pointer.startswith(f"{start}/"))
    ]
    return {
        "file": document.relative,
        "base": base_of(document),
        "line": span.line,
        "end_line": span.end_line,
        "at": steps(document.data, pointer),
        "given": given,
        "fields": fields,
        "findings": [finding_record(one, desk.session.project) for one in within],
    }


def uses_record(desk: Desk, asked: Asked) -> dict[str, Any]:
    """What names a thing from outside of it, each with the op that takes it out."""
    project = desk.session.project
    thing = _thing(project, asked)
    found: list[dict[str, Any]] = []
    for symbol in _symbols(project, thing):
        for place in uses(project, symbol):
            if place.document is thing.document and place.pointer[: len(thing.pointer)] == thing.pointer:
                continue
            pointer = _to_take_out(place)
            line = place.span.line
            found.append(
                {
                    "file": place.document.relative,
                    "base": base_of(place.document),
                    "line": line,
                    "text": place.document.source.line(line).strip(),
                    "op": {"op": "remove", "at": steps(place.document.data, pointer)},
                }
            )
    return {"uses": found}


def scores_record(desk: Desk, asked: Asked) -> dict[str, Any]:
    """The scores of a journey, persona by persona, each with the place where it is changed."""
    project, name = desk.session.project, asked.path["journey"]
    document, journey = _journey(project, name)
    on, names = scales(project, journey), Names(project)
    broken = desk.session.is_refused(document)
    found = [
        {
            "about": f"{name}/{visit.id}/{persona}/{kind}",
            "touchpoint": visit.id,
            "persona": persona,
            "kind": kind,
            "title": visit.passage.touchpoint.title,
            "name": names.persona(persona),
            **_score(desk, document, journey, visit, persona, kind, broken=broken),
        }
        for persona in ([] if broken else personas(document))
        for visit in stops(project, document, persona)
        for kind in KINDS
    ]
    return {
        "file": document.relative,
        "base": base_of(document),
        "scales": {
            "experience": {"min": on.experience.min, "max": on.experience.max, "pass": on.experience.pass_},
            "importance": {"min": on.importance.min, "max": on.importance.max, "pass": None},
        },
        "scores": found,
    }


def _score(
    desk: Desk, document: Document, journey: Journey, visit: Visit, persona: str, kind: str, *, broken: bool
) -> dict[str, Any]:
    pointer = next(placed.pointer for placed in document.touchpoints() if placed.touchpoint.id == visit.id)
    common, own = (*pointer, "scores", kind), (*pointer, "by_persona", persona, "scores", kind)
    passing = visit.passage.touchpoint.personas or journey.personas
    others = [(*pointer, "by_persona", other, "scores", kind) for other in passing if other != persona]
    alone = all(document.has(other) for other in others)  # then what is said of all is said of this one
    stands = own if document.has(own) else common if document.has(common) else None
    given = document.at(stands) if stands else None
    why = "read-only" if desk.session.read_only else "broken" if broken else None
    if why is None and not _is_plain(desk.session.project, document, journey, stands, kind):
        why = "measured"
    target = stands if stands and (stands == own or alone) else common if alone else own
    there = _there(document, target)
    at = [*steps(document.data, there), *map(str, target[len(there) :])]
    was = document.at(target)
    if stands == target and isinstance(given, list):
        at, was, given = [*at, LAST], given[-1], given[-1]
    if stands == target and isinstance(given, dict) and "mark" in given:
        at, was = [*at, "mark"], given["mark"]
    score = getattr(visit.scores, kind)
    return {
        "value": score.value if score else None,
        "editable": why is None,
        "why": why,
        "at": at,
        "was": as_json(was),
        "line": document.source.span(stands or pointer).line,
    }


def _there(document: Document, pointer: Pointer) -> Pointer:
    """As far as something stands on the way to a place."""
    return next(pointer[:end] for end in range(len(pointer), -1, -1) if end == 0 or document.has(pointer[:end]))


def _is_plain(project: Project, document: Document, journey: Journey, stands: Pointer | None, kind: str) -> bool:
    """Whether a score is what a team thought; what nobody has said yet is to be."""
    if stands is None:
        return True
    given = document.at(stands)
    last = given[-1] if isinstance(given, list) and given else given
    source = last.get("source") if isinstance(last, dict) else None
    if isinstance(last, dict) and "mark" not in last:
        return False
    if kind == "desired" and source is None:
        return True
    source = source or document.at((*stands[:-1], "source")) or journey.scores_source
    found = project.sources.get(source) if isinstance(source, str) else None
    return found is None or found.kind in GUESSES


def _journey(project: Project, name: str) -> tuple[Document, Journey]:
    for document, journey in project.journey_documents():
        if journey.id == name:
            return document, journey
    raise Problem(404, "not-found", f"there is no journey '{name}'")


def _thing(project: Project, asked: Asked) -> Thing:
    """What a path names.

    Raises:
        Problem: There is no such thing.
    """
    section, name, journey = asked.path.get("section", ""), asked.path["id"], asked.path.get("journey")
    nothing = Problem(404, "not-found", f"there is no '{name}' here")
    if journey is not None:
        document, _ = _journey(project, journey)
        for place, stage in enumerate(document.at(("journey", "stages")) or ()):
            items = stage.get("touchpoints") if isinstance(stage, dict) else None
            if section == "stage" and isinstance(stage, dict) and stage.get("id") == name:
                return Thing(document, ("journey", "stages", place))
            for index, item in enumerate(items if isinstance(items, list) else ()):
                if section != "stage" and isinstance(item, dict) and item.get("id") == name:
                    return Thing(document, ("journey", "stages", place, "touchpoints", index))
        raise nothing
    if section == "journey":
        return Thing(_journey(project, name)[0], ("journey",))
    definition = project.definition(section, name) if section in SECTIONS else None
    if definition is None:
        raise nothing
    return Thing(definition.document, (section, name))


def _symbols(project: Project, thing: Thing) -> Iterator[Symbol]:
    """What has an id of a thing and in it, as far as others may name it."""
    document, pointer = thing
    if pointer[0] != "journey":
        yield from defined(project, str(pointer[0]), str(pointer[1]))
        return
    if pointer == ("journey",):
        yield from defined(project, "journeys", str(document.at(("journey", "id"))))
    for symbol in touchpoint_symbols(document):
        if symbol.place.pointer[: len(pointer)] == pointer:
            yield symbol


def _to_take_out(place: Place) -> Pointer:
    """What goes where a reference goes: the key or the item, and what means nothing without it."""
    pointer = place.pointer
    while len(pointer) > 1 and not isinstance(pointer[-1], int) and place.at is not At.KEY:
        shape = shape_at(pointer[:-1])
        if shape is None or not any(pointer[-1] in required(entity) for entity in shape.entities):
            break
        pointer = pointer[:-1]
    return pointer
