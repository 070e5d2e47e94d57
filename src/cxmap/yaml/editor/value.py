"""Values as YAML text, as a person would type them: short things on one line, quotes only where they are needed."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final

from cxmap.yaml.reader.scalars import plain
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.yaml.values import Key, Value

WIDTH: Final = 100
"""Up to this column a mapping or list of plain things is written on one line."""

# What YAML reads as nothing but text, without quotes; between brackets less than on a line of its own.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=<]|\.\.\.)(?:[^:#]|:(?=\S)|(?<=\S)#)+")
_ENDS_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
# Characters that YAML forbids, that its parsers take for line breaks, or that turn the text around on a screen.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdd3\ufeff\ufffe\uffff]")


def scalar(value: Value | Key, *, between_brackets: bool = True) -> str:
    """A key, or a text, number, truth value or nothing.

    Args:
        value: Finite, if it is a number.
        between_brackets: Whether it stands in ``{ }`` or ``[ ]``, where text needs quotes more often.
    """
    if value is EMPTY:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("neither .nan nor .inf is ever written")
        return repr(value)
    return _text(str(value), between_brackets=between_brackets)


def _text(text: str, *, between_brackets: bool) -> str:
    printable = text.isprintable()
    if (
        printable
        and _PLAIN.fullmatch(text)
        and text == text.strip()
        and plain(text) is text
        and not (between_brackets and _ENDS_IN_BRACKETS.search(text))
    ):
        return text
    if printable and ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def flow(value: Value) -> str:
    """A value on one line: ``{mean: 2.7, n: 57}``, ``[a, b]``, or a scalar."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inside)}" for key, inside in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def pair(key: Key, value: Value, column: int, step: int = 2, dash: int = 2) -> list[str]:
    """A key and its value as lines of a block mapping.

    Args:
        key: Text or a number.
        value: Valuething that a file can hold.
        column: Where the key stands.
        step: How much deeper the file writes a mapping inside a mapping.
        dash: How much deeper it writes a list.

    Returns:
        The lines; all but the first are indented.
    """
    return behind(f"{scalar(key, between_brackets=False)}:", value, column, step, dash)


def item(value: Value, column: int, step: int = 2, dash: int = 2) -> list[str]:
    """A value as lines of a block list whose dashes stand at a column; see ``pair``."""
    if isinstance(value, dict | list) and value and not fits(value, column + 2):
        first, *rest = [*parts(value, column + 2, step, dash)]
        return [f"- {first}", *rest]
    return behind("-", value, column, step, dash)


def behind(start: str, value: Value, column: int, step: int, dash: int) -> list[str]:
    """A value behind a colon or a dash, as lines; see ``pair``."""
    if isinstance(value, dict | list) and value and not fits(value, column + len(start) + 1):
        inner = column + (step if isinstance(value, dict) else dash)
        first, *rest = parts(value, inner, step, dash)
        return [start, " " * inner + first, *rest]
    if isinstance(value, dict | list):
        return [f"{start} {flow(value)}"]
    if isinstance(value, str) and _is_prose(value):
        return [f"{start} |", *(" " * (column + step) + line if line else "" for line in value[:-1].split("\n"))]
    return [f"{start} {scalar(value, between_brackets=False)}"]


def parts(value: dict[Key, Value] | list[Value], column: int, step: int, dash: int) -> Iterator[str]:
    """The lines of a mapping or list that starts at a column; all but the first are indented."""
    blocks = (
        [pair(key, inside, column, step, dash) for key, inside in value.items()]
        if isinstance(value, dict)
        else [item(inside, column, step, dash) for inside in value]
    )
    for number, (first, *rest) in enumerate(blocks):
        yield " " * column + first if number else first
        yield from rest


def fits(value: dict[Key, Value] | list[Value], column: int) -> bool:
    """Whether a mapping or list goes on one line: everything in it is plain, it is short, and it has no id."""
    inside = value.values() if isinstance(value, dict) else value
    return "id" not in value and all(map(_is_flat, inside)) and column + len(flow(value)) <= WIDTH


def _is_flat(value: Value) -> bool:
    if isinstance(value, dict):  # a scale, or answers by mark
        return (len(value) > 1 or all(isinstance(key, int | float) for key in value)) and all(
            isinstance(inside, int | float) for inside in value.values()
        )
    if isinstance(value, list):
        return not any(isinstance(inside, dict | list) for inside in value)
    return not (isinstance(value, str) and "\n" in value)


def _is_prose(text: str) -> bool:
    """Whether a text of several lines can be written behind ``|`` as it is."""
    lines = text.split("\n")
    return (
        len(lines) > 2
        and not lines[-1]
        and bool(lines[-2])
        and not text.startswith((" ", "\n", "\t"))
        and all(line.isprintable() for line in lines)
    )


def document(data: dict[Key, Value], heading: str = "") -> str:
    """A new file: a heading of comment lines, then the pairs, with an empty line between sections.

    Args:
        data: The file's data, ``cxmap: 1`` first.
        heading: Lines of comment, each with its ``#``.
    """
    text = f"{heading}\n" if heading else ""
    for number, (key, value) in enumerate(data.items()):
        text += "\n" * (number > 0) + "\n".join(pair(key, value, 0)) + "\n"
    return text
