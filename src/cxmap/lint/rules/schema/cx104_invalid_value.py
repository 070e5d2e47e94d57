"""CX104: a value of the right type that is not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.finding import At, Finding, Place
from cxmap.lint.messages import named, shown
from cxmap.lint.rule import Rule
from cxmap.lint.rules.schema.hints import value_hint
from cxmap.model.constants import DURATION_PATTERN, TARGET_PATTERN, URL_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Values of the right type that are not allowed where they stand."""
    for document in project.reported:
        for error in document.errors:
            if error.kind == "invalid-value":
                place = Place(document, error.pointer, At.KEY if error.at_key else At.VALUE)
                hint = value_hint(error)
                yield Finding(place, _message(document, error), hint.suggestion, hint.help)


def _message(document: Document, error: SchemaError) -> str:  # noqa: C901 - a table of cases
    name, value = named(document, error.pointer), shown(error.value)
    match error.type:
        case "date_form":
            return f"{value} is not a date"
        case "date_missing":
            return f"there is no {error.value} in the calendar"
        case "too_short":
            return f"{name} is empty"
        case "too_long":
            return f"{name} has {len(error.value)} waves"
        case "list_in_list":
            return f"{name} is a list in a list of waves"
        case "no_answers":
            return f"{name} has no answers at all"
        case "counts_of_no_nps":
            return "only a Net Promoter Score is given by counts"
        case "scale_ends":
            return f"min {shown(error.value['min'])} is not below max {shown(error.value['max'])}"
        case "scale_pass":
            return f"pass {value} is outside the scale"
        case "path_outside":
            return f"{value} is not a path inside the project"
        case "too_many_passes":
            touchpoints, most = error.limits["touchpoints"], error.limits["most"]
            return f"personas times touchpoints is {error.value * touchpoints:,}: the maximum is {most:,}"
        case "string_too_long":
            return f"{value} is too long for an id ({len(error.value)} characters)"
        case "string_pattern_mismatch":
            return _pattern_message(name, value, error.limits["pattern"])
        case "greater_than_equal":
            return f"{name} cannot be {value}: the minimum is {shown(error.limits['ge'])}"
        case "less_than_equal":
            return f"{name} cannot be {value}: the maximum is {shown(error.limits['le'])}"
        case _:
            return f"{name} cannot be {value}"


def _pattern_message(name: str, value: str, pattern: str) -> str:
    if pattern == DURATION_PATTERN:
        return f"{value} is not a duration"
    if pattern == URL_PATTERN:
        return f"{value} is not an address of the web"
    if pattern == TARGET_PATTERN:
        return f"{value} is not the name of a touchpoint"
    return f"{name} is blank" if pattern == r"\S" else f"{value} is not an id"


RULE = Rule(
    code="CX104",
    name="invalid-value",
    severity=Severity.ERROR,
    summary="a value of the right type that is not allowed",
    why="A word that is none of the choices, an id with capitals or blanks, a day that does not exist, a share "
    "above 1: each would be missing from a chart or a ranking without a word, or break a reference.",
    bad="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: ⟦Departement⟧}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=check,
)
