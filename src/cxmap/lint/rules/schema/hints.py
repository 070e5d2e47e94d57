"""What people type on the first day, and what to type instead."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.diagnostic import Span
from cxmap.lint.messages import MAX_QUOTED, shown
from cxmap.lint.rules.schema.durations import duration_from
from cxmap.model.constants import ID_MAX_LENGTH, MAX_WAVES
from cxmap.model.ids import as_id, is_id, is_target
from cxmap.text.suggestions import CURLY_QUOTES, nearest
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from cxmap.model.check import SchemaError
    from cxmap.project.document import Document

TRUE_WORDS = frozenset({"yes", "y", "on", "ja", "j", "waar", "true", "x", "✓"})
FALSE_WORDS = frozenset({"no", "n", "off", "nee", "onwaar", "false"})

COMMA = "inside { } a comma starts a new key; put text with a comma in straight quotes"


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do about a wrong value: a sentence, and where one thing can be given, what to type."""

    help: str | None = None
    suggestion: str | None = None
    exactly: str | None = None
    """What is meant without a doubt, as it is typed in the value's place; the message says so."""


def _hint_for_choice(error: SchemaError) -> Hint:
    """What a value may be chosen from, and the nearest of it."""
    allowed = re.findall(r"'([^']*)'", error.limits["expected"])
    return Hint(f"allowed: {', '.join(allowed)}", nearest(str(error.value).strip(), allowed))


def cut_number(document: Document, error: SchemaError) -> tuple[str, str] | None:
    """What stands before and behind the comma where a key is the rest of a number: ``{experience: 5,5}``."""
    if not isinstance(error.value, int) or not follows_comma(document, error):
        return None
    key = document.source.span(error.pointer, key=True)
    end = Span(key.end_line, key.end_column, key.end_line, key.end_column)
    cut = re.search(r"[\s:](\d+),(\d+)\Z", document.source.before(end, MAX_QUOTED))
    return (cut[1], cut[2]) if cut else None


def key_hint(document: Document, error: SchemaError) -> Hint:
    """For a key that is not text, or in ``counts`` no number (CX103)."""
    key = error.pointer[-1]
    if error.type == "float_type":
        return Hint("the keys of counts are marks: write numbers, without quotes")
    cut = cut_number(document, error)
    if cut:
        return Hint("inside { } a comma starts a new key; numbers have a point", ".".join(cut))
    if document.at(error.pointer) is EMPTY and follows_comma(document, error):
        return Hint(COMMA)
    return Hint("keys are text; put it in quotes if it has to stay", f'"{key}"')


def type_hint(document: Document, error: SchemaError) -> Hint:  # noqa: C901 - a table of cases
    """For a value of the wrong type (CX103)."""
    value, wanted = error.value, error.type
    if value is EMPTY:
        return Hint(COMMA if follows_comma(document, error) else "give it a value, or remove the key")
    if isinstance(value, str):
        return _hint_for_text(error, value)
    if wanted == "literal_error":
        return _hint_for_choice(error)
    if wanted == "list_type":
        return Hint("put it in a list: one item a line with '- ' in front, or [a, b]")
    if wanted == "string_type":
        if isinstance(value, dict):
            return Hint("a colon followed by a space makes a mapping; put the text in quotes")
        if isinstance(value, list):
            return Hint("write one text, without '- ' or [ ]; put text that starts with [ in quotes")
        return Hint("put it in quotes to make it text", f'"{shown(value)}"')
    if wanted == "bool_type" and value in (0, 1):
        return Hint(suggestion="true" if value else "false")
    if wanted == "date_type" and not isinstance(value, (dict, list)):
        return Hint("write the whole day: YYYY-MM-DD")
    if wanted == "dict_type" and isinstance(value, list):
        return Hint("write 'id:' and its fields, indented, instead of a list with '- '")
    if wanted == "model_type" and error.pointer[-1] == "scores" and isinstance(value, (int, float)):
        return Hint("say which score it is", f"{{experience: {shown(value)}}}")
    if wanted in {"model_type", "dict_type"}:
        return Hint("write its fields below it, indented, each as 'key: value'")
    return Hint()


def _hint_for_text(error: SchemaError, value: str) -> Hint:
    bare = value.strip().strip(CURLY_QUOTES).strip()
    match error.type:
        case "float_type" | "int_type":
            return _hint_for_number(bare, is_share=error.pointer[-1] in {"reach", "share"})
        case "bool_type" if bare.lower() in TRUE_WORDS:
            return Hint("write true or false", "true")
        case "bool_type" if bare.lower() in FALSE_WORDS:
            return Hint("write true or false", "false")
        case "list_type":
            return _hint_for_list(error, value)
        case "model_type" | "dict_type":
            return Hint("write its fields below it, indented, each as 'key: value'")
        case _:
            return Hint()


def _hint_for_list(error: SchemaError, value: str) -> Hint:
    from cxmap.model.introspection import keys_at

    if keys_at((*error.pointer, 0)):
        return Hint("write its items below it, each with '- ' in front and its fields as 'key: value'")
    return Hint("a single item is written as a list, too", f"[{value}]" if is_id(value) else None)


def _hint_for_number(bare: str, *, is_share: bool) -> Hint:
    if re.fullmatch(r"[-+]?\d+,\d+", bare):
        point = bare.replace(",", ".")
        return Hint("numbers have a point, not a comma", point)
    if re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
        return Hint(exactly=bare)
    percentage = re.fullmatch(r"(\d+(?:[.,]\d+)?) ?%", bare)
    if percentage:
        share = f"{float(percentage[1].replace(',', '.')) / 100:g}"
        return Hint("a share goes from 0 to 1", share) if is_share else Hint("write the number alone, without %")
    marks = re.fullmatch(r"([-+]?\d+(?:\.\d+)?) ?/ ?\d+", bare)
    if marks:
        return Hint("write the mark alone; the scale belongs in 'scale'", marks[1])
    return Hint()


def value_hint(error: SchemaError) -> Hint:  # noqa: C901 - a table of cases
    """For a value of the right type that is not allowed (CX104)."""
    value = error.value
    match error.type:
        case "literal_error":
            return _hint_for_choice(error)
        case "date_form":
            day = _date_from(value)
            return Hint("write the year first: YYYY-MM-DD", day)
        case "date_missing":
            return Hint("check the day and the month")
        case "too_short":
            return Hint("add at least one" if _is_needed(error) else "add at least one, or remove the key")
        case "too_long":
            return Hint(f"a score has at most {MAX_WAVES} waves; remove some of the oldest")
        case "list_in_list":
            return Hint("write each wave as an item of one list")
        case "no_answers":
            return Hint("count at least one answer, or remove it")
        case "counts_of_no_nps":
            return Hint("write 'kind: nps', or give a 'value' instead")
        case "scale_ends":
            return Hint("min is the lowest mark, max the highest")
        case "scale_pass":
            return Hint("choose a mark from min to max")
        case "too_many_passes":
            return Hint("divide it into several journeys")
        case "path_outside":
            return Hint("write a path inside the project, relative to this file, with / and without ..")
        case "string_too_long":
            return Hint(f"an id has at most {ID_MAX_LENGTH} characters")
        case "string_pattern_mismatch":
            return _hint_for_pattern(error)
        case "less_than_equal" if error.limits.get("le") == 1 and 1 < value <= 100:
            return Hint("a share goes from 0 to 1", f"{value / 100:g}")
        case _:
            return Hint()


def _hint_for_pattern(error: SchemaError) -> Hint:
    pattern = error.limits["pattern"]
    if pattern == r"\S":
        return Hint("fill it in")
    if "http" in pattern:
        return Hint("write the whole address, with https:// or http:// in front")
    if "minute" in pattern:
        return Hint(
            "write a number and a unit: 20 minutes, 1 hour, 3 working-days, 2 weeks", duration_from(error.value)
        )
    if "handover" in pattern:
        help_ = "write journey/touchpoint (ids), followed by #handover for the handover into it"
        return Hint(help_, _target_from(error.value))
    return Hint("an id is lower-case letters, digits, - and _, and starts with a letter or digit", as_id(error.value))


def _target_from(text: str) -> str | None:
    """``First shoes / Try on`` as ``first-shoes/try-on``; ``None`` where nothing of that kind comes out."""
    place, hash_, part = text.partition("#")
    behind = "#handover" if hash_ and part.strip() == "handover" else hash_ + part
    made = "/".join(as_id(step) or "" for step in place.split("/")) + behind
    return made if is_target(made) else None


def follows_comma(document: Document, error: SchemaError) -> bool:
    """Whether an empty value is the rest of a text that a comma has split: ``{quote: Well, note}``."""
    if not document.source.in_flow(error.pointer):
        return False
    key = document.source.span(error.pointer, key=True)
    return not document.source.behind(key, MAX_QUOTED).lstrip().startswith(":")


def _is_needed(error: SchemaError) -> bool:
    from cxmap.model.introspection import required, shape_at

    shape = shape_at(error.pointer[:-1])
    return shape is not None and any(error.pointer[-1] in required(entity) for entity in shape.entities)


def _date_from(text: Any) -> str | None:
    """31-3-2026 and 31/3/2026 as 2026-03-31: day first, as in Europe; ``None`` where no day comes out."""
    numbers = re.fullmatch(r"\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\s*", str(text))
    if not numbers:
        return None
    first, month, last = numbers.groups()
    year, day = (first, last) if len(first) == 4 else (last, first)
    try:
        return dt.date(int(year), int(month), int(day)).isoformat() if len(year) == 4 else None
    except ValueError:
        return None
