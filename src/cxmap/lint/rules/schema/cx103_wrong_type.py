"""CX103: text where a number should be, a list where a mapping should be, nothing where a value should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Severity
from cxmap.lint.finding import At, Finding, Place
from cxmap.lint.messages import named, shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.schema.hints import cut_number, key_hint, type_hint
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document
    from cxmap.project.project import Project

# Pydantic's name of what it asked for, and ours.
EXPECTED = {
    "string_type": "text",
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "date_type": "a date",
    "literal_error": "one of a few words",
}


def check(project: Project) -> Iterator[Finding]:
    """Values of another type than the format asks for, and keys that are not text."""
    for document in project.reported:
        for error in document.errors:
            if error.kind == "wrong-type":
                yield _key_finding(document, error) if error.at_key else _finding(document, error)


def _finding(document: Document, error: SchemaError) -> Finding:
    name, value, hint = named(document, error.pointer), error.value, type_hint(document, error)
    place = Place(document, error.pointer)
    if hint.exactly is not None:
        message = f"{name} must be {EXPECTED[error.type]}, not text; write {hint.exactly} without quotes"
        return Finding(place, message, edits=(Edit(place.span, hint.exactly),))
    if value is EMPTY:
        message = f"{name} has no value"
    else:
        given = f"the text {shown(value)}" if isinstance(value, str) else shown(value)
        is_fact = error.pointer[-2:-1] == ("facts",)  # a fact may be text as well, which is asked for last
        wanted = "text or a number" if is_fact else EXPECTED.get(error.type, "something else")
        message = f"{name} must be {wanted}, not {given}"
    return Finding(place, message, hint.suggestion, hint.help)


def _key_finding(document: Document, error: SchemaError) -> Finding:
    hint = key_hint(document, error)
    wanted = "a number" if error.type == "float_type" else "text"
    cut = cut_number(document, error)
    message = f"a comma cuts {','.join(cut)} in two" if cut else f"the key {shown(str(error.value))} must be {wanted}"
    return Finding(Place(document, error.pointer, At.KEY), message, hint.suggestion, hint.help)


RULE = Rule(
    code="CX103",
    name="wrong-type",
    severity=Severity.ERROR,
    summary="text where a number should be, a list where a mapping should be, or no value at all",
    why="A number that is written as text cannot be ranked or drawn. The classic is the decimal comma: 5,5 is text to "
    "a computer, 5.5 is a mark.",
    bad="""\
cxmap: 1
segments:
  new-runners: {title: New runners, share: ⟦"0,35"⟧}
""",
    good="""\
cxmap: 1
segments:
  new-runners: {title: New runners, share: 0.35}
""",
    check=check,
    fixable=True,
)
