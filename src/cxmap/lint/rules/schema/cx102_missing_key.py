"""CX102: a required key that is absent."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import thing
from cxmap.lint.rule import Rule
from cxmap.lint.rules.schema.insertion import insert_first
from cxmap.model.ids import NewIds, as_id
from cxmap.project.summary import JOURNEYS
from cxmap.yaml.reader.scalars import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


def check(project: Project) -> Iterator[Finding]:
    """Required keys that are absent; an id is made from the title."""
    for document in project.reported:
        missing = [error for error in document.errors if error.kind == "missing-key"]
        new_ids = cache(partial(_new_ids, project, document))
        for error in missing:
            yield _finding(document, error, new_ids)


def _finding(document: Document, error: SchemaError, new_ids: Callable[[str], NewIds]) -> Finding:
    *around, name = error.pointer
    mapping = tuple(around)
    place = first_key(document, *mapping)
    message = f"missing key '{name}' in {thing(document, mapping)}"
    title = document.at((*mapping, "title"))
    wanted = as_id(title) if name == "id" and isinstance(title, str) else None
    if wanted is None:
        return Finding(place, message, help=_help(error))
    made = new_ids(_kind(mapping)).make(wanted)
    text = f"id: {made}" if plain(made) == made else f"id: '{made}'"
    edit = insert_first(document, mapping, text)
    return Finding(place, message, help=f"add {text}", edits=(edit,) if edit else ())


def _new_ids(project: Project, document: Document, kind: str) -> NewIds:
    """New ids for a file's ``journey``, its ``stages`` or its ``touchpoints``."""
    if kind == "journey":
        return NewIds(project.definitions[JOURNEYS])
    given = document.given_stages() if kind == "stages" else document.given_touchpoints()
    return NewIds(item["id"] for item in given if isinstance(item.get("id"), str))


def _kind(mapping: Pointer) -> str:
    return "journey" if len(mapping) == 1 else str(mapping[-2])


def _help(error: SchemaError) -> str:
    """What the key is for, in the words of the format."""
    *around, name = error.pointer
    from cxmap.model.introspection import shape_at  # the models themselves, for the descriptions of their fields

    if name == "mean":
        return (
            "add the mean of the answers; or 'counts', how many gave each mark; or 'mark', which another session gave"
        )
    shape = shape_at(tuple(around))
    entities = shape.entities if shape else ()
    texts = [
        info.description
        for entity in entities
        for field, info in entity.model_fields.items()
        if (info.alias or field) == name and info.description
    ]
    return f"add '{name}': {texts[0][0].lower()}{texts[0][1:].rstrip('.')}" if texts else f"add '{name}'"


RULE = Rule(
    code="CX102",
    name="missing-key",
    severity=Severity.ERROR,
    summary="a required key is absent",
    why="A few things have to be there for the rest to make sense: a title to show, a kind to count by, an id that "
    "other files can refer to.",
    bad="""\
cxmap: 1
stakeholders:
  store: {⟦title⟧: Store team}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=check,
    fixable=True,
)
