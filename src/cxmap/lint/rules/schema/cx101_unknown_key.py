"""CX101: a key that the format does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Severity
from cxmap.lint.finding import Finding, key
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.schema.hints import COMMA, follows_comma
from cxmap.model.synonyms import place_of_mark
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Keys that the format does not have, with the nearest that it has."""
    for document in project.reported:
        for error in document.errors:
            if error.kind == "unknown-key":
                yield _finding(document, error)


def _finding(document: Document, error: SchemaError) -> Finding:
    name, mapping, meant = str(error.value), error.pointer[:-1], error.meant
    place = key(document, *error.pointer)
    message = f"unknown key {shown(name)}"
    is_empty = document.at(error.pointer) is EMPTY
    if is_empty and follows_comma(document, error):
        return Finding(place, message, help=COMMA)
    if meant and meant[:-1] == mapping:
        found = str(meant[-1])  # the right name alone does not fix a key without a value
        return Finding(place, message, found, edits=() if is_empty else (Edit(place.span, found),))
    if meant:
        return Finding(place, message, help=f"marks belong in 'scores': write scores: {{{meant[-1]}: …}}")
    from cxmap.model.introspection import keys_at

    known, given = keys_at(mapping), document.at(mapping)
    elsewhere = place_of_mark(name, document.at(error.pointer), known)
    if elsewhere:
        return Finding(place, message, help=f"'{elsewhere[-1]}' is given in '{elsewhere[0]}' already; remove one")
    if name in known:
        return Finding(place, f"{shown(name)} cannot be combined with the other keys here", help=_alternatives(name))
    if error.near and error.near in given:
        return Finding(place, message, help=f"'{error.near}' is given already; move this into it, or remove it")
    help_ = None if error.near else f"known keys here: {', '.join(sorted(known))}"
    return Finding(place, message, error.near, help_)


def _alternatives(name: str) -> str:
    if name in {"min", "max", "pass"}:
        return "give one scale {min, max}, or two of them: {importance: {min, max}, experience: {min, max}}"
    return "give the mean with its n and sd, or the counts, from which these follow"


RULE = Rule(
    code="CX101",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="a key that the format does not have",
    why="A key that cxmap does not know is a key that nobody will see: a misspelt owner is no owner. Keys of your own "
    "start with x- and are left alone.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department, ⟦desc⟧: Sells and advises}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department, description: Sells and advises}
""",
    check=check,
    fixable=True,
)
