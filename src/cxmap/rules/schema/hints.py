"""What people type on the first day, and what to type instead."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.model.base import ID_MAX_LENGTH
from cxmap.rules.words import nearest
from cxmap.source.source import EMPTY

if TYPE_CHECKING:
    from cxmap.model.check import SchemaError

MAX_QUOTED = 60
TRUE_WORDS = frozenset({"yes", "y", "on", "ja", "j", "waar", "true"})
FALSE_WORDS = frozenset({"no", "n", "off", "nee", "onwaar", "false"})
CURLY_QUOTES = "“”„‟‘’‚‛«»"

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
    "date_type": "a date (YYYY-MM-DD)",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do about a wrong value: a sentence, and where one thing can be given, what to type."""

    help: str | None = None
    suggestion: str | None = None


def shown(value: Any) -> str:
    """A value as a message shows it: text in quotes and cut, a collection by its kind."""
    if value is EMPTY:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= MAX_QUOTED else f"'{value[: MAX_QUOTED - 1]}…'"
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else (".inf" if value > 0 else "-.inf")
    return f"{value:g}" if isinstance(value, float) else str(value)


def kind_of(value: Any) -> str:
    """What sort of value it is, in the words of a person."""
    if value is EMPTY:
        return "no value"
    names: dict[type, str] = {dict: "a mapping", list: "a list", bool: "true or false", str: "text"}
    return names.get(type(value), "a number")


def choices(error: SchemaError) -> list[str]:
    """What a value may be chosen from, where it is a choice."""
    return re.findall(r"'([^']*)'", str(error.limits.get("expected", "")))


def type_hint(error: SchemaError) -> Hint:
    """For a value of the wrong type (CX103)."""
    value, wanted = error.value, error.type
    if error.at_key:
        if wanted == "float_type":
            return Hint("the keys of counts are marks: write numbers, without quotes")
        return Hint(
            "keys are text. Inside { } a comma starts a new key: write a point in a number (5.5), quotes around text"
        )
    if value is EMPTY:
        return Hint("give it a value, or remove the key")
    if isinstance(value, str):
        return _hint_for_text(value, wanted)
    if wanted == "list_type":
        return Hint("put it in a list: one item a line with '- ' in front, or [a, b]")
    if wanted == "string_type":
        if isinstance(value, dict):
            return Hint("a colon with a blank behind it makes a mapping; put the text in quotes")
        if isinstance(value, list):
            return Hint("write one text here, without '- ' or [ ]; put text that starts with [ in quotes")
        return Hint("put it in quotes to make it text", f'"{shown(value)}"')
    if wanted == "bool_type" and value in {0, 1}:
        return Hint(suggestion="true" if value else "false")
    if wanted in {"model_type", "dict_type"} and isinstance(value, list):
        return Hint("write 'id:' and its fields, indented, instead of a list with '- '")
    return Hint()


def _hint_for_text(value: str, wanted: str) -> Hint:
    bare = value.strip().strip(CURLY_QUOTES)
    if wanted in {"float_type", "int_type"}:
        if re.fullmatch(r"[-+]?\d+,\d+", bare):
            point = bare.replace(",", ".")
            return Hint(f"write {point}, with a point", point)
        if re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
            return Hint(f"write {bare}, without quotes", bare)
        if re.fullmatch(r"[-+]?[\d.,]+ ?%", bare):
            return Hint("write the number alone, without %")
        return Hint()
    if wanted == "bool_type":
        if bare.lower() in TRUE_WORDS:
            return Hint("write true", "true")
        if bare.lower() in FALSE_WORDS:
            return Hint("write false", "false")
        return Hint()
    if wanted == "list_type":
        return Hint("put it in a list: one item a line with '- ' in front, or [ ] around it")
    if wanted in {"model_type", "dict_type"}:
        return Hint("write its fields below it, indented, each as 'key: value'")
    return Hint()


def value_hint(error: SchemaError) -> Hint:  # noqa: C901 - a table of cases, one line each
    """For a value of the right type that is not allowed (CX104)."""
    value = error.value
    match error.type:
        case "literal_error":
            allowed = choices(error)
            found = nearest(value.strip().strip(CURLY_QUOTES), allowed) if isinstance(value, str) else None
            return Hint(f"allowed: {', '.join(allowed)}", found)
        case "date_form":
            return Hint("write the year first: YYYY-MM-DD", _date_from(value))
        case "date_missing":
            return Hint("check the day and the month")
        case "too_short":
            return Hint("name at least one, or remove the key" if error.pointer[-1] == "personas" else "add at least one")
        case "scale_ends":
            return Hint("min is the lowest mark, max the highest")
        case "scale_pass":
            return Hint("choose a mark from min to max")
        case "path_outside":
            return Hint("write a path inside the project, relative to this file, with / and without ..")
        case "string_too_long":
            return Hint(f"an id has at most {ID_MAX_LENGTH} characters")
        case "string_pattern_mismatch":
            return _hint_for_pattern(error)
        case "less_than_equal" if error.limits.get("le") == 1 and isinstance(value, (int, float)) and 1 < value <= 100:
            return Hint("a share goes from 0 to 1", f"{value / 100:g}")
        case _:
            return Hint()


def _hint_for_pattern(error: SchemaError) -> Hint:
    pattern = str(error.limits.get("pattern", ""))
    if pattern == r"\S":
        return Hint("fill it in")
    if "minute" in pattern:
        return Hint("write a number and a unit: 20 minutes, 1 hour, 3 working-days, 2 weeks")
    if "handover" in pattern:
        return Hint("write journey/touchpoint (ids), with #handover behind it for the step into it")
    return Hint("an id is lower-case letters, digits, - and _, and starts with a letter or digit", as_id(error.value))


def as_id(text: Any) -> str | None:
    """An id made from free text, or ``None`` where nothing of it can be kept."""
    slug = re.sub(r"[^a-z0-9_]+", "-", str(text).casefold()).strip("-_")[:ID_MAX_LENGTH]
    return slug or None


def _date_from(text: Any) -> str | None:
    """31-3-2026 and 31/3/2026 as 2026-03-31; day first, as in Europe."""
    match = re.fullmatch(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*", str(text))
    if match:
        day, month, year = (int(group) for group in match.groups())
        return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    match = re.fullmatch(r"\s*(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\s*", str(text))
    return f"{int(match[1]):04}-{int(match[2]):02}-{int(match[3]):02}" if match else None
