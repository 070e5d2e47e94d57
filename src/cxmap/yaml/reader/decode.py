"""Bytes to text: UTF-8, a byte order mark at most once, no characters that YAML forbids."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cxmap.diagnostic import START, Span
from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM: Final = b"\xef\xbb\xbf"
_WIDE_BOMS: Final = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_SAVE: Final = "save the file as UTF-8"
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_IN_A_ROW = re.compile(f"{_FORBIDDEN.pattern}+")  # slower, so only where there are any
_NAMES: Final = {
    0x00: " (NUL)",
    0x07: " (bell)",
    0x08: " (backspace)",
    0x0B: " (vertical tab)",
    0x0C: " (form feed)",
    0x1B: " (escape)",
    0x7F: " (delete)",
    0xFEFF: " (byte order mark)",
}
_MAX_REPORTED: Final = 20  # in a binary file there are thousands


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file without its byte order mark, and what is wrong with its characters (CX003).

    Bytes that are not UTF-8 become U+FFFD, so that the text can be shown; it must not be parsed.
    """
    body = data.removeprefix(_BOM)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return body.decode(errors="replace"), (_wide(body) or _not_utf8(body, error.start),)
    if "\0" in text and (wide := _wide(body)):
        return text, (wide,)
    return text, tuple(_forbidden(text))


def _wide(body: bytes) -> Problem | None:
    """The problem with a file in UTF-16 or UTF-32, with or without a byte order mark."""
    for bom, encoding in _WIDE_BOMS.items():
        if body.startswith(bom):
            return Problem("CX003", f"{encoding}, not UTF-8", START, _SAVE)
    even, odd = body[::2].count(0), body[1::2].count(0)
    if abs(even - odd) <= len(body) // 4:  # half the bytes of plain letters are NUL, all in even places or all in odd
        return None
    return Problem("CX003", "UTF-16, not UTF-8", _character(body, body.index(0)), _SAVE)


def _not_utf8(body: bytes, start: int) -> Problem:
    byte = body[start : start + 1]
    windows = byte.decode("cp1252", errors="replace")
    message, help_ = f"not UTF-8: the byte 0x{byte.hex().upper()}", _SAVE
    if windows.isprintable() and windows != "\ufffd":
        message += f", which is '{windows}' in Windows-1252"
        help_ = f"{_SAVE}: it was saved as Windows-1252 (also called ANSI or Western European)"
    return Problem("CX003", message, _character(body, start), help_)


def _character(body: bytes, start: int) -> Span:
    """The place of the character that starts at a byte."""
    before = body[:start].decode(errors="replace")
    line, column = Lines(before).place(len(before))
    return Span(line, column, line, column + 1)


def _forbidden(text: str) -> Iterator[Problem]:
    if not _FORBIDDEN.search(text):
        return
    lines, places = Lines(text), _IN_A_ROW.finditer(text)
    for number, match in enumerate(islice(places, _MAX_REPORTED), 1):
        code, times = ord(match[0][0]), len(match[0])
        message = f"the character U+{code:04X}{_NAMES.get(code, '')} is not allowed in YAML"
        message += f"; {times:,} such characters in a row" if times > 1 else ""
        if number == _MAX_REPORTED and (more := sum(1 for _ in places)):
            message += f"; {more:,} more places have such characters"
        help_ = "delete it: most editors do not show it, and it comes along with text pasted from elsewhere"
        yield Problem("CX003", message, lines.span(*match.span()), help_)
