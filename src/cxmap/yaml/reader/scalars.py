"""What a plain scalar means: the core schema of YAML 1.2, and nothing of YAML 1.1.

``no``, ``on``, ``1:30`` and ``2026-01-14`` are text, ``012`` is twelve.
"""

from __future__ import annotations

import math
import re

from cxmap.yaml.values import EMPTY, Scalar

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), EMPTY),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NUMBER_STARTS = "0123456789+-."

_MAX_DIGITS = 300  # what a float can hold; Python refuses to print integers of more than 4300 digits
_INTEGER = re.compile(r"[-+]?[0-9]+").fullmatch
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+").fullmatch
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?").fullmatch
_INFINITY = re.compile(r"[-+]?\.(?:inf|Inf|INF)").fullmatch
_NAN = re.compile(r"\.(?:nan|NaN|NAN)").fullmatch


def plain(text: str) -> Scalar:
    """The value of a plain scalar."""
    if text in WORDS:
        return WORDS[text]
    return number(text) if text[0] in NUMBER_STARTS else text


def number(text: str) -> str | int | float:
    """The number that a plain scalar spells, or the text itself.

    An integer that is too large for a float becomes an infinity, as ``1e400`` does: the format refuses both, and
    neither can stop the program that prints it.
    """
    if _INTEGER(text):
        return int(text) if len(text) <= _MAX_DIGITS else float(text)
    if _FLOAT(text):
        return float(text)
    if _BASED(text):
        return int(text, 0) if len(text) <= _MAX_DIGITS // 2 else math.inf
    if _INFINITY(text):
        return -math.inf if text[0] == "-" else math.inf
    return math.nan if _NAN(text) else text
